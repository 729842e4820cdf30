import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/reporters/index.ts';
import { emptyFolder, plan, SEED, seedPlan } from './world.ts';

const HOSTILE = join(import.meta.dirname, '../../fixtures/hostile');
const RAW = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/;

/** Whatever comes in: never an internal error, never a stack trace, never a raw control character, never silence about nothing. */
async function survives(argv: readonly string[], stdin: Uint8Array, cwd: string): Promise<void> {
  const { exit, stdout, stderr } = await plan(argv, { cwd, stdin });
  expect(stderr).not.toMatch(/程序内部错误|\n\s+at /);
  expect(RAW.exec(stderr)).toBeNull();
  if (!argv.includes('xlsx')) expect(RAW.exec(stdout.toString('utf8'))).toBeNull();
  expect([0, 1, 2]).toContain(exit);
  if (exit === 2) expect(stderr.length + stdout.length).toBeGreaterThan(0);
  else expect(stdout.length).toBeGreaterThan(0);
}

/** A piece cut out, doubled, replaced by noise or moved. */
const damage = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.integer({ min: 0, max: 3000 }),
  what: fc.constantFrom('cut', 'double', 'noise'),
  noise: fc.uint8Array({ maxLength: 40 }),
});

function damaged(bytes: Uint8Array, wounds: readonly { at: number; size: number; what: string; noise: Uint8Array }[]): Buffer {
  let data = Buffer.from(bytes);
  for (const { at, size, what, noise } of wounds) {
    const from = Math.floor(at * data.length);
    const piece = data.subarray(from, from + size);
    const instead = what === 'cut' ? [] : what === 'double' ? [piece, piece] : [noise];
    data = Buffer.concat([data.subarray(0, from), ...instead, data.subarray(from + size)]);
  }
  return data;
}

const cwd = emptyFolder();
const command = fc.constantFrom(
  ['check', '-'],
  ['report', '-'],
  ['units', '-'],
  ['parse', '-', '-o', '-'],
  ['overdue', '-', '--as-of', '2021-10-01'],
  ['diff', SEED, '-'],
  ['status', '-', '--by', 'period', '--as-of', '2021-10-01'],
  ['notice', '-', '--kind', 'bulletin'],
  ['overdue', '-', '--level', 'deliverable', '--format', 'junit', '--as-of', '2030-01-01'],
);

describe('any input', () => {
  it('of any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), command, (bytes, argv) => survives(argv, bytes, cwd)),
      { numRuns: 200 },
    );
  });

  it('of any text', async () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 10 }),
          fc.constantFrom(' | ', '|', '\n', '序号', '任务内容', '一季度', '牵头单位', '1', ',', '\t', '<table><tr><td>', '"'),
        ),
      )
      .map(parts => Buffer.from(parts.join('')));
    await fc.assert(
      fc.asyncProperty(text, command, (bytes, argv) => survives(argv, bytes, cwd)),
      { numRuns: 300 },
    );
  });

  it('that was the real document before it was damaged', async () => {
    const seed = readFileSync(SEED);
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), command, (wounds, argv) =>
        survives(argv, damaged(seed, wounds), cwd),
      ),
      { numRuns: 60 },
    );
  });

  it('that was a saved plan before it was damaged', async () => {
    const saved = await seedPlan();
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 2 }), command, (wounds, argv) =>
        survives(argv, damaged(saved, wounds), cwd),
      ),
      { numRuns: 60 },
    );
  });

  for (const file of readdirSync(HOSTILE))
    it(`of fixtures/hostile/${file}, in every format`, async () => {
      const bytes = readFileSync(join(HOSTILE, file));
      for (const format of formats)
        for (const name of ['report', 'check', 'units']) await survives([name, '-', '--format', format], bytes, cwd);
    });
});
