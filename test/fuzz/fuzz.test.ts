import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf, faultsOfReading } from './faults.ts';
import { baseFiles, fuzzInput } from './inputs.ts';

const ROOT = join(import.meta.dirname, '../..');
const files = baseFiles(ROOT);

describe('no input makes the program fail or lose text', () => {
  it('any file of the repository as it is', async () => {
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) expect([file, ...(await faultsOfReading(readFileSync(join(ROOT, file)), file))]).toEqual([file]);
  });

  it('any of them damaged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 - 1 }), async seed => {
        const { name, bytes } = fuzzInput(ROOT, files, seed);
        expect(await faultsOf(bytes, name)).toEqual([]);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });
});
