import { bare } from '../meaning/compare.ts';
import type { Milestone, Task } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { inEveryCell, inMilestone } from './promises.ts';

/** Shortest cell (bare characters) that is told when it comes again: 持续推进 comes every quarter. */
const LEAST = 12;

/** 整格相同: the same text in two cells of a plan. */
export const identicalCells: Check = {
  code: 'identical-cells',
  explain: 'Two cells of periods hold the same text: copied by mistake, or nothing planned anew.',
  run: plan => {
    const first = new Map<string, { task: Task; milestone: Milestone }>();
    return inEveryCell(plan, (task, milestone) => {
      const text = bare(milestone.text);
      const known = first.get(text);
      if (!known) first.set(text, { task, milestone });
      // Tasks of several places often promise the same for the same period.
      if (text.length < LEAST || !known || (known.task !== task && known.milestone.period === milestone.period)) return [];
      const related = [{ task: known.task.id, period: known.milestone.period, text: known.milestone.text }];
      const whole = { text: milestone.text, span: [0, milestone.text.length] };
      return [
        {
          code: 'identical-cells' as const,
          ...inMilestone(task, milestone, whole),
          data: { task: known.task.id, period: known.milestone.period },
          related,
        },
      ];
    });
  },
};
