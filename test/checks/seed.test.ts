import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/base/diagnostic.ts';
import { severityOf } from '../../src/base/diagnostic.ts';
import { addMeaning } from '../../src/meaning/index.ts';
import { planOf } from '../plan-fixtures.ts';

const SEED = join(import.meta.dirname, '../../seeds/chengdu-2021.txt');

describe('the real document, read as a careful supervisor would', () => {
  it('has these findings', async () => {
    const plan = await planOf(SEED, { meaning: addMeaning });
    const lines = plan.diagnostics
      .filter(({ code }) => severityOf(code as Code) !== 'info')
      .map(({ severity, code, task, period, text, data, related }) => {
        const where = [task, period].filter(Boolean).join(' ');
        const others = (related ?? []).map(one => `${one.task}${one.period ? ` ${one.period}` : ''}`).join(', ');
        const said = Object.values(data ?? {}).join(' / ');
        return `${severity} ${code} ${where}: ${(text ?? '').replace(/\s+/g, ' ').slice(0, 60)}${said ? ` [${said.slice(0, 80)}]` : ''}${others ? ` -> ${others}` : ''}`;
      });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(import.meta.dirname, '../../fixtures/checks/chengdu-2021.txt'));
  });
});
