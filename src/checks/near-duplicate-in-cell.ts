import { bare, commonTail, matterOf } from '../meaning/compare.ts';
import type { Deliverable } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { inEveryCell, inMilestone } from './promises.ts';

/** Shortest thing (bare characters) that is taken for the same when it stands in two deliverables. */
const LEAST = 6;

/** 同格近似重复: two deliverables of a cell about one and the same thing, one of them perhaps under a longer name. */
export const nearDuplicateInCell: Check = {
  code: 'near-duplicate-in-cell',
  explain: 'Two deliverables of one cell are about the same thing.',
  run: plan =>
    inEveryCell(plan, (task, milestone) => {
      const earlier: { deliverable: Deliverable; matter: string }[] = [];
      return (milestone.deliverables ?? []).flatMap(deliverable => {
        const matter = matterOf(deliverable.text);
        const other = earlier.find(one => isSame(one.matter, matter) && bare(one.deliverable.text) !== bare(deliverable.text));
        earlier.push({ deliverable, matter });
        if (!other) return [];
        const [before, now] = [other.deliverable.phase, deliverable.phase];
        // Begun and then finished in one cell is another check's finding; finished and then begun is one of this.
        if (before !== now && before !== 'done') return [];
        const data = { text: deliverable.text, other: other.deliverable.text };
        return [{ code: 'near-duplicate-in-cell' as const, ...inMilestone(task, milestone, deliverable), data }];
      });
    }),
};

/** The shorter name whole at the end of the longer. */
function isSame(a: string, b: string): boolean {
  const tail = commonTail(a, b);
  return tail >= LEAST && tail >= Math.min(a.length, b.length);
}
