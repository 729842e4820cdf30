import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildPlan, checkPlan, readSource } from '../src/index.ts';

const PROSE = join(import.meta.dirname, '../fixtures/prose');

for (const name of readdirSync(PROSE)) {
  it(`${name} names units, people and times, and is no plan`, async () => {
    const document = await readSource(readFileSync(join(PROSE, name)), name, 0);
    expect(buildPlan([{ document, name, sha256: '' }], {}, checkPlan).plan.tasks).toEqual([]);
  });
}
