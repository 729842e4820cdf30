import { bare } from '../meaning/compare.ts';
import type { Check } from './check.ts';
import { inEveryCell, inMilestone } from './promises.ts';

/** Shortest clause (bare characters) whose repeat is a mistake and no manner of speaking. */
const LEAST = 6;

/** 同格重复: one deliverable written twice in a cell. */
export const duplicateInCell: Check = {
  code: 'duplicate-in-cell',
  explain: 'The same deliverable stands twice in one cell.',
  run: plan =>
    inEveryCell(plan, (task, milestone) => {
      const seen = new Set<string>();
      return (milestone.deliverables ?? []).flatMap(deliverable => {
        const text = bare(deliverable.text);
        if (text.length < LEAST) return [];
        if (seen.has(text)) {
          const data = { text: deliverable.text };
          return [{ code: 'duplicate-in-cell' as const, ...inMilestone(task, milestone, deliverable), data }];
        }
        seen.add(text);
        return [];
      });
    }),
};
