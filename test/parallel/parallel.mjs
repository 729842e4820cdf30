// `plan parse --records` as GNU parallel runs it: 10,000 documents in blocks, a process each, must come out byte for byte as from one process.
// `npm run parallel` after `npm run build`; `.ci/run` does it too. It stands apart from the other tests since it needs GNU parallel (Debian
// package parallel), and says so where that is missing.
import { spawnSync } from 'node:child_process';
import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PLAN = join(import.meta.dirname, '../../bin/plan.js');
const DOCUMENTS = 10_000;
const UNITS = ['发展改革局', '财政局', '教育局', '交通运输局', '卫生健康局', '各镇人民政府'];

/** Documents that differ in form and size, told by their number: pipe text, a list with labels, CSV as bytes, no table. */
const FORMS = [
  number => ({ text: pipeTable(number, 1 + (number % 7)) }),
  number => ({
    text: `${2020 + (number % 5)}年工作要点\n1. 推进第${number}号工程建设，6月底前完成。\n牵头单位：${unit(number)}\n2. 做好总结。\n牵头单位：${unit(number + 1)}\n`,
  }),
  number => ({
    base64: Buffer.from(`序号,任务内容,一季度,二季度,牵头单位\n1,建设第${number}号学校,开工,完工,${unit(number)}\n`).toString('base64'),
    name: `附件${number}.csv`,
  }),
  number => ({ text: pipeTable(number, 2), name: `第${number}号.txt` }),
  number => ({ text: `关于第${number}号会议的通知，请准时参加。` }),
];
/** Lines that are no records, or hold none that can be read. */
const BROKEN = [
  '{"id": 1, "text": "没有写完',
  'null',
  '[1, 2]',
  '{"id": "空", "text": ""}',
  '{"id": "无文"}',
  '{"id": "pdf", "base64": "JVBERi0xLjc="}',
];

function unit(number) {
  return UNITS[number % UNITS.length];
}

function pipeTable(number, rows) {
  const lines = Array.from(
    { length: rows },
    (_, row) => `| ${row + 1} | 完成第${number}号工程第${row + 1}期 | 开工建设 | 完成${10 * (row + 1)}% | ${unit(number + row)} |`,
  );
  return `${2020 + (number % 5)}年重点工作计划\n| 序号 | 任务内容 | 一季度 | 四季度 | 牵头单位 |\n${lines.join('\n')}\n`;
}

function line(number) {
  if (number % 97 === 0) return BROKEN[(number / 97) % BROKEN.length];
  return JSON.stringify({ id: number, ...FORMS[number % FORMS.length](number) });
}

/** Runs a program with a file as its input and one as its output; fails where it does. */
function run(command, args, input, output) {
  const [from, to] = [openSync(input, 'r'), openSync(output, 'w')];
  const { status, error, stderr } = spawnSync(command, args, { stdio: [from, to, 'pipe'], encoding: 'utf8' });
  closeSync(from);
  closeSync(to);
  if (error?.code === 'ENOENT') throw new Error(`${command} is needed (Debian package ${command})`);
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
}

/** Compares two files line by line, and counts answers of either kind; says where they differ. */
async function compare(one, other) {
  const lines = [one, other].map(file => createInterface({ input: createReadStream(file) })[Symbol.asyncIterator]());
  const counts = { plans: 0, errors: 0 };
  for (let number = 1; ; number++) {
    const [a, b] = await Promise.all(lines.map(each => each.next()));
    if (a.done && b.done) return counts;
    if (a.done !== b.done || a.value !== b.value) throw new Error(`line ${number} is not the same from one process and from several`);
    if (JSON.parse(a.value).plan) counts.plans++;
    else counts.errors++;
  }
}

const work = mkdtempSync(join(tmpdir(), 'plan-parallel-'));
try {
  const [input, one, several] = ['documents.ndjson', 'one.ndjson', 'several.ndjson'].map(name => join(work, name));
  const numbers = Array.from({ length: DOCUMENTS }, (_, index) => index + 1);
  writeFileSync(input, `${numbers.map(line).join('\n')}\n`);
  const filter = [process.execPath, PLAN, 'parse', '--records', '--jobs', '1'];
  run(filter[0], filter.slice(1), input, one);
  run('parallel', ['--will-cite', '--pipe', '--keep-order', '--jobs', '2', '--block', '200k', '-q', ...filter], input, several);
  if (statSync(one).size !== statSync(several).size) throw new Error('the outputs differ in length');
  const { plans, errors } = await compare(one, several);
  const bad = numbers.filter(number => number % 97 === 0 || number % FORMS.length === FORMS.length - 1).length;
  if (plans + errors !== DOCUMENTS || errors !== bad) throw new Error(`${plans} plans and ${errors} errors, ${bad} errors expected`);
  console.log(`GNU parallel: ${plans} plans and ${errors} errors of ${DOCUMENTS} documents, the same as from one process`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
