import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { formats } from '../../src/reporters/index.ts';
import { emptyFolder, plan, SEED, seedPlan } from './world.ts';

/** A folder with the real document and the plan saved from it. */
async function folder(): Promise<string> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'chengdu-2021.txt'), readFileSync(SEED));
  writeFileSync(join(cwd, 'plan.json'), await seedPlan());
  return cwd;
}

const questions = [
  ['report', '--quarter', 'Q3'],
  ['report', '--unit', '成都市', '--role', 'any', '--group-by', 'unit'],
  ['overdue', '--unit', '成都市', '--as-of', '2021-10-01'],
  ['overdue', '--as-of', '2021-09-20', '--within', '15d', '--group-by', 'period'],
  ['check'],
  ['check', '--lang', 'en'],
  ['units'],
  ['show', '21'],
];

/** Only what falls due makes a calendar. */
function formatsFor(command: string): readonly string[] {
  return ['report', 'overdue'].includes(command) ? formats : formats.filter(format => format !== 'ics');
}

describe('a saved plan and its source', () => {
  for (const question of questions) {
    it(`give the same bytes in every format: plan ${question.join(' ')}`, async () => {
      const cwd = await folder();
      for (const format of formatsFor(question[0]!)) {
        const options = ['--format', format];
        const saved = await plan([...question, ...options], { cwd });
        const source = await plan([...question, 'chengdu-2021.txt', ...options], { cwd });
        expect(saved.stdout.length).toBeGreaterThan(100);
        expect([format, source.stdout.equals(saved.stdout), source.exit]).toEqual([format, true, saved.exit]);
      }
    });
  }

  it('give the same bytes on any day, if the day is named, and in any folder', async () => {
    const [here, there] = [await folder(), await folder()];
    const question = ['overdue', '--as-of', '2021-10-01', '--format', 'xlsx'];
    const first = await plan(question, { cwd: here });
    const second = await plan([...question, '--plan', join(there, 'plan.json')], {
      cwd: here,
      env: { TZ: 'America/Lima', LC_ALL: 'de_DE' },
    });
    expect(second.stdout.equals(first.stdout)).toBe(true);
  });

  it('is saved the same whether it goes to a file or to standard output', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'chengdu-2021.txt'), readFileSync(SEED));
    await plan(['parse', 'chengdu-2021.txt'], { cwd });
    expect(readFileSync(join(cwd, 'plan.json')).equals(await seedPlan())).toBe(true);
    expect(readdirSync(cwd).sort()).toEqual(['chengdu-2021.txt', 'plan.json']);
  });
});

describe('a saved plan whose source', () => {
  const later = new Date(Date.now() + 60_000);

  it('has changed says so in one line', async () => {
    const cwd = await folder();
    writeFileSync(join(cwd, 'chengdu-2021.txt'), `${readFileSync(SEED, 'utf8')}\n`);
    utimesSync(join(cwd, 'chengdu-2021.txt'), later, later);
    const { exit, stderr } = await plan(['units', '--plan', './plan.json'], { cwd });
    expect([exit, stderr]).toEqual([0, '注意：chengdu-2021.txt 在计划保存之后改过；请重新运行 plan parse\n']);
  });

  it('has a name that no file can have says nothing', async () => {
    const cwd = emptyFolder();
    const saved = JSON.parse((await seedPlan()).toString()) as { sources: { name: string }[] };
    for (const name of ['a\u0000b', 'x'.repeat(5000), '..', '']) {
      saved.sources[0]!.name = name;
      writeFileSync(join(cwd, 'plan.json'), JSON.stringify(saved));
      const { exit, stderr } = await plan(['units'], { cwd });
      expect([exit, stderr]).toEqual([0, '']);
    }
  });

  it('was only written anew, or is gone, says nothing', async () => {
    const cwd = await folder();
    utimesSync(join(cwd, 'chengdu-2021.txt'), later, later);
    expect((await plan(['units'], { cwd })).stderr).toBe('');
    rmSync(join(cwd, 'chengdu-2021.txt'));
    expect((await plan(['units'], { cwd })).stderr).toBe('');
  });
});

describe('which plan is meant', () => {
  it('the nearest plan.json upwards, unless one is named', async () => {
    const cwd = await folder();
    const deep = join(cwd, '甲', '乙');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(deep, { recursive: true });
    expect((await plan(['completion', '--names', 'tasks'], { cwd: deep })).stdout.toString().split('\n')).toHaveLength(43);
    writeFileSync(join(cwd, '甲', 'plan.json'), '{}');
    expect((await plan(['report'], { cwd: deep })).exit).toBe(2);
    expect((await plan(['report', '--plan', '../../plan.json'], { cwd: deep })).exit).toBe(0);
    expect((await plan(['report'], { cwd: deep, env: { PLAN_FILE: '../../plan.json' } })).exit).toBe(0);
  });

  it('a saved plan may come from standard input', async () => {
    const stdin = await seedPlan();
    const cwd = emptyFolder();
    const answer = await plan(['overdue', '-', '--unit', '成都市', '--as-of', '2021-10-01', '--format', 'ndjson'], { cwd, stdin });
    expect(answer.stdout.toString().trim().split('\n')).toHaveLength(81);
    expect(answer.exit).toBe(1);
  });
});

it('a plan saved without what its texts mean says that their checks are left out', async () => {
  const cwd = emptyFolder();
  expect((await plan(['parse', SEED, '--no-meaning'], { cwd })).exit).toBe(0);
  const { stderr } = await plan(['check', '--fail-on', 'never'], { cwd });
  expect(stderr).toContain('--no-meaning');
  const whole = emptyFolder();
  writeFileSync(join(whole, 'plan.json'), await seedPlan());
  expect((await plan(['check', '--fail-on', 'never'], { cwd: whole })).stderr).toBe('');
});

describe('a workbook', () => {
  it('goes to a file by its extension and holds what was asked for', async () => {
    const cwd = await folder();
    const { exit, stdout, stderr } = await plan(['overdue', '--unit', '成都市', '--as-of', '2021-10-01', '-o', '逾期.xlsx'], { cwd });
    expect([exit, stdout.length, stderr]).toEqual([1, 0, '已保存到 逾期.xlsx\n']);
    const book = XLSX.read(readFileSync(join(cwd, '逾期.xlsx')), { cellFormula: true });
    expect(book.SheetNames).toEqual(['节点', '任务', '单位', '说明']);
    const about = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets.说明!, { header: 1 });
    expect(about.find(([item]) => item === 'SHA-256')?.[1]).toMatch(/^[\da-f]{64}$/);
    expect(book.Sheets.节点!.A1.v).toBe('逾期清单 · 成都市 · 2021-10-01');
    const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets.节点!, { header: 1 });
    expect(rows.filter(row => row.includes('到期未报'))).toHaveLength(81);
    expect(rows.flat()).toContain('完成工程施工及监理招标,并组织施工进场。');
    for (const sheet of Object.values(book.Sheets))
      for (const cell of Object.values(sheet)) expect((cell as XLSX.CellObject).f).toBeUndefined();
  });

  it('of units counts 27 led and 3 supported tasks of 成都市', async () => {
    const cwd = await folder();
    const { stdout } = await plan(['units', '--format', 'xlsx'], { cwd });
    const book = XLSX.read(stdout);
    const rows = XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 });
    expect(rows.find(row => row[0] === '成都市')?.slice(1, 3)).toEqual([27, 3]);
  });
});
