import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, SEED } from './world.ts';

const BIN = resolve(import.meta.dirname, '../../bin/plan.js');
const seed = readFileSync(SEED, 'utf8');
const [title, heading, ...rows] = seed.trimEnd().split('\n');
/** The real table so many times over: 26 KB and 42 tasks each. */
const repeated = (times: number): string => `${title}\n${heading}\n${`${rows.join('\n')} |\n`.repeat(times)}`;

/** Runs the program as built, with so many megabytes of memory a thread. */
function plan(
  cwd: string,
  args: readonly string[],
  input = '',
  megabytes = 2000,
): { status: number | null; stdout: string; stderr: string } {
  const argv = [`--max-old-space-size=${megabytes}`, BIN, ...args];
  return spawnSync(process.execPath, argv, { cwd, input, encoding: 'utf8', maxBuffer: 1 << 28, env: { LANG: 'en_US.UTF-8' } });
}

describe('many files', () => {
  /** As many as take two threads, by their names at least, with a heading that only the settings know; some cannot be read. */
  function folder(): string {
    const cwd = emptyFolder();
    const text = seed.replace('牵头单位', '甲栏');
    mkdirSync(join(cwd, '附件'));
    for (let number = 10; number < 58; number++) writeFileSync(join(cwd, `附件/${number}.docx`), text.replace(/成都/g, `城${number}`));
    writeFileSync(join(cwd, 'plan.config.json'), '{"columns": {"甲栏": "lead"}}');
    writeFileSync(join(cwd, '附件/12.pdf'), '%PDF-1.7\n');
    writeFileSync(join(cwd, '附件/23\u001b[31m.txt'), '');
    writeFileSync(join(cwd, '附件/34.txt'), '{"a": 1}');
    symlinkSync('nowhere', join(cwd, '附件/45.txt'));
    return cwd;
  }

  it('come out the same on one thread and on several, with what cannot be read listed at the end', () => {
    const cwd = folder();
    const [one, two] = [1, 2].map(jobs => plan(cwd, ['parse', '附件', '-o', '-', '--jobs', String(jobs)]));
    // Not compared by the test runner, which would print them whole.
    expect(two!.stdout === one!.stdout).toBe(true);
    expect([two!.status, two!.stderr]).toEqual([one!.status, one!.stderr]);
    expect(one!.status).toBe(2);
    expect(one!.stderr.slice(-120)).toMatch(
      /\n4 sources could not be read:\n {2}附件\/12\.pdf\n {2}附件\/23‹U\+001B›\[31m\.txt\n {2}附件\/34\.txt\n {2}附件\/45\.txt\n$/,
    );
    const { sources, tasks } = JSON.parse(one!.stdout) as {
      sources: { name: string }[];
      tasks: { place: { source: number }; leadUnits: string[] }[];
    };
    expect(tasks.every(task => task.leadUnits.length > 0)).toBe(true);
    expect(sources.map(source => source.name)).toEqual(Array.from({ length: 48 }, (_, index) => `附件/${index + 10}.docx`));
    expect(tasks.map(task => task.place.source)).toEqual(tasks.map((_, index) => Math.floor(index / 42)));
  });
});

describe('many records', () => {
  const record = (id: unknown, text: string): string => `${JSON.stringify({ id, text })}\n`;

  it('come out the same on one thread and on several, an answer a line in their order', () => {
    const bad = [
      '{"id": 7',
      '[]',
      'null',
      '{"id": 8, "text": 9}',
      '{"id": {"a": 1}, "text": "没有表"}',
      '{"id": 10, "base64": "JVBERg=="}',
    ];
    const lines = Array.from(
      { length: 60 },
      (_, id) => record(id, id % 3 === 0 ? repeated(2) : seed) + (bad[id] === undefined ? '' : `${bad[id]}\r\n\n`),
    );
    const input = lines.join('').slice(0, -1);
    const [one, three] = [1, 3].map(jobs => plan('/', ['parse', '--records', '--jobs', String(jobs)], input));
    expect(three!.stdout === one!.stdout).toBe(true);
    expect([three!.status, three!.stderr]).toEqual([0, '']);
    expect([one!.status, one!.stderr]).toEqual([0, '']);
    const answers = one!.stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { id: unknown; plan?: unknown; error?: { code: string } });
    expect(answers).toHaveLength(66);
    expect(answers.filter(answer => answer.plan).map(answer => answer.id)).toEqual(Array.from({ length: 60 }, (_, id) => id));
    expect(answers.filter(answer => answer.error).map(answer => [answer.id, answer.error!.code])).toEqual([
      [null, 'invalid-record'],
      [null, 'invalid-record'],
      [null, 'invalid-record'],
      [8, 'invalid-record'],
      [{ a: 1 }, 'no-table'],
      [10, 'pdf'],
    ]);
  });

  it('are answered before the next one comes: a program may wait for each answer', async () => {
    const filter = spawn(process.execPath, [BIN, 'parse', '--records', '--jobs', '2']);
    let answered = '';
    const answers = async (count: number): Promise<void> => {
      while (answered.split('\n').length <= count) answered += String((await once(filter.stdout, 'data'))[0]);
    };
    filter.stdin.write('{"id": 1}\n');
    await answers(1);
    // More than is read without threads.
    filter.stdin.write(`{"id": 2, "unused": "${'x'.repeat(1 << 20)}"}\n`);
    await answers(2);
    filter.stdin.write('{"id": 3}\n');
    await answers(3);
    filter.stdin.end();
    const ids = answered
      .trimEnd()
      .split('\n')
      .map(line => (JSON.parse(line) as { id: unknown }).id);
    expect([(await once(filter, 'exit'))[0], ids]).toEqual([0, [1, 2, 3]]);
  });

  it('go on without the one for which memory does not suffice', () => {
    const small = Array.from({ length: 10 }, (_, id) => record(id, seed)).join('');
    const { status, stdout } = plan('/', ['parse', '--records', '--jobs', '2'], small + record('large', repeated(450)) + small, 50);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { id: unknown; error?: { code: string } });
    expect(status).toBe(0);
    expect(answers).toHaveLength(21);
    expect(answers.filter(answer => answer.error).map(answer => [answer.id, answer.error!.code])).toEqual([['large', 'reading-failed']]);
  });
});
