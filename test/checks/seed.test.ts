import { basename, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addMeaning } from '../../src/meaning/index.ts';
import { planOf } from '../plan-fixtures.ts';

const ROOT = join(import.meta.dirname, '../..');
/** The real document, and plans written for what it does not hold: near misses among them. */
const PLANS = [
  'seeds/chengdu-2021.txt',
  ...['region-2025', 'heyuan-2025', 'jinling-2024', 'bureau-months-2025', 'limits-2026', 'near-misses-2025'].map(
    name => `fixtures/checks/${name}.csv`,
  ),
];

describe('plans read as a careful supervisor would', () => {
  it.each(PLANS)('%s has these findings', async file => {
    const plan = await planOf(join(ROOT, file), { meaning: addMeaning });
    const lines = plan.diagnostics
      .filter(({ code }) => !['stray-space', 'stray-newline', 'year-inferred'].includes(code))
      .map(({ severity, code, task, period, text, data, related }) => {
        const where = [task, period].filter(Boolean).join(' ');
        const others = (related ?? []).map(one => `${one.task}${one.period ? ` ${one.period}` : ''}`).join(', ');
        const said = Object.values(data ?? {}).join(' / ');
        return `${severity} ${code} ${where}: ${(text ?? '').replace(/\s+/g, ' ').slice(0, 60)}${said ? ` [${said.slice(0, 80)}]` : ''}${others ? ` -> ${others}` : ''}`;
      });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(ROOT, 'fixtures/checks', `${basename(file, extname(file))}.txt`));
  });
});
