import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, plan, SEED } from './world.ts';

/** A folder with a document, the same within a folder, and its saved plan. */
async function folder(): Promise<string> {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'docs'));
  for (const name of ['source.txt', 'docs/source.txt']) writeFileSync(join(cwd, name), readFileSync(SEED));
  await plan(['parse', 'source.txt'], { cwd });
  return cwd;
}

describe('-o', () => {
  it.each([
    ['source.txt', ['report', 'source.txt', '-o', './source.txt', '--format', 'csv']],
    ['docs/source.txt', ['report', 'docs', '-o', 'docs/source.txt', '--format', 'csv']],
    ['plan.json', ['report', '-o', 'plan.json']],
    ['plan.json', ['overdue', '--plan', 'plan.json', '-o', './plan.json']],
  ])('never overwrites what is read: %s', async (kept, argv) => {
    const cwd = await folder();
    const before = readFileSync(join(cwd, kept));
    const { exit, stderr } = await plan(argv, { cwd });
    expect([exit, stderr.includes(kept)]).toEqual([2, true]);
    expect(readFileSync(join(cwd, kept)).equals(before)).toBe(true);
  });

  it('is left as it was by a document without tasks', async () => {
    const cwd = await folder();
    writeFileSync(join(cwd, 'prose.txt'), '今天天气很好，没有任何表格。\n');
    writeFileSync(join(cwd, 'kept.ndjson'), 'precious\n');
    const { exit } = await plan(['parse', 'prose.txt', '-o', 'kept.ndjson'], { cwd });
    expect([exit, readFileSync(join(cwd, 'kept.ndjson'), 'utf8')]).toEqual([2, 'precious\n']);
  });
});
