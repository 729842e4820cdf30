// Measures the program side by side with what it is held against, in one run: ratios, since clocks drift. `npm run bench` after `npm run build`.
//   start:      CPU of `plan report --quarter Q3` and `plan overdue` on the saved plan, as a multiple of `node -e 0`
//   throughput: the real table written 1,000 times (numbers renewed) to NDJSON, as a multiple of Miller (`mlr --icsv --ojson cat`, Debian's
//               package) over the same table as CSV, without meaning; its peak memory; its time as a multiple of that of 100 times; and with
//               meaning as a multiple of without (asked: at most 4)
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PLAN = join(import.meta.dirname, '../../bin/plan.js');
const SEED = join(import.meta.dirname, '../../seeds/chengdu-2021.txt');
const ROUNDS = 5;
/** Starts of one measurement, since the clock of processes ticks in hundredths of a second. */
const STARTS = 10;
const work = mkdtempSync(join(tmpdir(), 'plan-bench-'));

/** CPU seconds (user and system) and peak memory (MiB) of a whole process, as the shell's time keeper tells them. */
function measure(command, args) {
  // A file that stands in the way of an output must not be paid for.
  for (const name of ['100.ndjson', '1000.ndjson']) rmSync(join(work, name), { force: true });
  const run = spawnSync('/usr/bin/time', ['-f', '%U %S %M', '-o', join(work, 'time'), command, ...args], { cwd: work, stdio: 'ignore' });
  if (run.error) throw new Error(`GNU time is needed (Debian package time): ${run.error.message}`);
  const [user, system, memory] = readFileSync(join(work, 'time'), 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  return { cpu: user + system, memory: memory / 1024 };
}

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** Medians of interleaved runs: each command once a round, so that a busy moment hits all alike. */
function interleaved(commands, runs) {
  const found = commands.map(() => []);
  for (let round = 0; round <= runs; round++) {
    commands.forEach(([command, ...args], index) => {
      const one = measure(command, args);
      if (round > 0) found[index].push(one);
    });
  }
  return found.map(list => ({ cpu: median(list.map(one => one.cpu)), memory: Math.max(...list.map(one => one.memory)) }));
}

/** The real table some times over, its tasks numbered on. */
function repeated(times) {
  const [first, second, ...rows] = readFileSync(SEED, 'utf8').trimEnd().split('\n');
  const body = rows.join('\n');
  let text = `${first}\n${second}\n`;
  for (let copy = 0; copy < times; copy++)
    text += `${body.replace(/(^|\| )(\d{1,2}) \|/gm, (_, before, number) => `${before}${Number(number) + 42 * copy} |`)} |\n`;
  return text;
}

/** The tasks of an NDJSON file as CSV, as Miller reads it. */
function asCsv(ndjson) {
  const quoted = text => `"${text.replaceAll('"', '""')}"`;
  const lines = readFileSync(ndjson, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => {
      const task = JSON.parse(line);
      const quarters = ['Q1', 'Q2', 'Q3', 'Q4'].map(key => task.milestones.find(milestone => milestone.period === key)?.text ?? '');
      return [task.category.join('/'), task.id, task.content, ...quarters, task.leadUnits.join('、'), task.supportUnits.join('、')]
        .map(quoted)
        .join(',');
    });
  return `十件大事,序号,任务内容,一季度,二季度,三季度,四季度,牵头单位,配合单位\n${lines.join('\n')}\n`;
}

try {
  execFileSync(process.execPath, [PLAN, 'parse', SEED, '-o', join(work, 'plan.json')], { stdio: 'ignore' });
  const node = process.execPath;
  const starts = [
    [node, '-e', '0'],
    [node, PLAN, 'report', '--quarter', 'Q3'],
    [node, PLAN, 'overdue'],
    [node, PLAN, 'overdue', '--unit', '成都市', '--as-of', '2021-10-01'],
  ];
  const [empty, ...started] = interleaved(
    starts.map(command => ['sh', '-c', `for i in $(seq ${STARTS}); do "$@" || true; done`, 'sh', ...command]),
    ROUNDS,
  );
  console.log(`start on Node ${process.versions.node}, CPU (node -e 0 = 1, ${((empty.cpu / STARTS) * 1000).toFixed(0)} ms):`);
  started.forEach((one, index) => {
    console.log(`  plan ${starts[index + 1].slice(2).join(' ')}: ${(one.cpu / empty.cpu).toFixed(2)}`);
  });

  for (const times of [100, 1000]) writeFileSync(join(work, `${times}.txt`), repeated(times));
  const read = times => [node, PLAN, 'parse', `${times}.txt`, '-o', `${times}.ndjson`];
  const parse = times => [...read(times), '--no-meaning'];
  measure(node, parse(1000).slice(1));
  writeFileSync(join(work, 'table.csv'), asCsv(join(work, '1000.ndjson')));
  const miller = spawnSync('mlr', ['--version']).error ? [] : [['mlr', '--icsv', '--ojson', 'cat', 'table.csv']];
  const [large, small, meant, other] = interleaved([parse(1000), parse(100), read(1000), ...miller], 3);
  console.log('throughput, 42,000 tasks (44.7 MB) to NDJSON:');
  console.log(
    other
      ? `  CPU, Miller = 1 (${other.cpu.toFixed(2)} s): ${(large.cpu / other.cpu).toFixed(2)}`
      : '  Miller is not installed (Debian package miller)',
  );
  console.log(`  peak memory: ${large.memory.toFixed(0)} MiB`);
  console.log(`  CPU, a tenth of the tasks = 1: ${(large.cpu / small.cpu).toFixed(1)}`);
  console.log(`  CPU with meaning, without = 1: ${(meant.cpu / large.cpu).toFixed(2)}; peak memory ${meant.memory.toFixed(0)} MiB`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
