import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addMeaning } from '../../src/meaning/index.ts';
import { planOf } from '../plan-fixtures.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/rows');

/** Small tables whose rows were once misread: each task on a line, then what is said of the document. */
describe('rows of a plan', () => {
  for (const name of readdirSync(FOLDER).filter(file => !file.endsWith('.expected'))) {
    it(name.replace(/\..*/, '').replaceAll('-', ' '), async () => {
      const plan = await planOf(join(FOLDER, name), { meaning: addMeaning });
      const tasks = plan.tasks.map(task => {
        const due = task.milestones.map(({ period, due }) => `${period} ${due}`).join(', ');
        return [task.id, task.category.join(' > '), task.content, task.leadUnits.join('、'), task.supportUnits.join('、'), due].join(' | ');
      });
      const said = plan.diagnostics
        .filter(({ code }) => code !== 'year-inferred')
        .map(({ code, task, text }) => `[${code}] ${task ?? ''} ${text ?? ''}`);
      await expect(`${[...tasks, ...said].join('\n')}\n`).toMatchFileSnapshot(join(FOLDER, `${name}.expected`));
    });
  }
});
