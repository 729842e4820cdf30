import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/base/text-width.ts';
import { Progress, progressLine } from '../../src/cli/progress.ts';
import { makeRun } from '../../src/cli/run.ts';

/** A bar over 4 files in a world with these properties, each file done after so many milliseconds; what was written. */
async function written(each: number, world: { terminal: boolean; TERM?: string }): Promise<string> {
  let text = '';
  const stderr = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const { stdin, stdout } = process;
  const run = makeRun(
    {
      cwd: '/',
      env: world.TERM === undefined ? {} : { TERM: world.TERM },
      stdin,
      stdout,
      stderr,
      now: new Date(0),
      stdoutIsTerminal: false,
      stderrIsTerminal: world.terminal,
      columns: undefined,
      stderrColumns: 40,
    },
    {},
  );
  let now = 0;
  const progress = new Progress(run, 4, () => now);
  for (const name of ['甲.docx', '乙.docx', '丙.docx', '丁.docx']) {
    now += each;
    await progress.step(name);
  }
  await progress.clear();
  return text;
}

describe('the bar', () => {
  it('is drawn on a terminal, and gone at the end', async () => {
    const lines = ['[======       ] 2/4 乙.docx', '[=========    ] 3/4 丙.docx', '[=============] 4/4 丁.docx', ''];
    expect(await written(200, { terminal: true })).toBe(lines.map(line => `\r\u001b[K${line}`).join(''));
  });

  it.each([
    ['the run is quick', 50, { terminal: true }],
    ['standard error is no terminal', 1000, { terminal: false }],
    ['the terminal cannot move its cursor', 1000, { terminal: true, TERM: 'dumb' }],
  ] as const)('is not drawn where %s', async (_, each, world) => {
    expect(await written(each, world)).toBe('');
  });
});

describe('its line', () => {
  it('never reaches the last column, whatever the name and the width', () => {
    const name = fc.string({ unit: fc.constantFrom('a', '计', '划', '🏗️', '\u001b', '\r', '\n', '\u202e', '\ud800'), maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), name, fc.integer({ min: 1, max: 200 }), (total, done, text, width) => {
        const line = progressLine(done % (total + 1), total, text, width);
        expect(textWidth(line)).toBeLessThan(Math.max(width, 2));
        expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [80, '[=======                   ] 12/40 附件/2024年重点工作任务分解表.docx'],
    [40, '[===          ] 12/40 附件/2024年重点…'],
    [20, '[=     ] 12/40'],
    [8, '12/40'],
    [4, '12…'],
  ])('at %d columns', (width, expected) => {
    expect(progressLine(12, 40, '附件/2024年重点工作任务分解表.docx', width)).toBe(expected);
  });
});
