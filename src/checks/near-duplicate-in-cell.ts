import { bare, commonTail, matterOf } from '../meaning/compare.ts';
import type { Deliverable } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { inEveryCell, inMilestone } from './promises.ts';

/** Shortest thing (bare characters) that is taken for the same when it stands in two deliverables. */
const LEAST = 6;
/** Deliverables with one end that a later one is held against. */
const MOST = 20;

interface Entry {
  deliverable: Deliverable;
  matter: string;
  text: string;
}

/** 同格近似重复: two deliverables of a cell about one and the same thing, one of them perhaps under a longer name. */
export const nearDuplicateInCell: Check = {
  code: 'near-duplicate-in-cell',
  explain: 'Two deliverables of one cell are about the same thing.',
  run: plan =>
    inEveryCell(plan, (task, milestone) => {
      const earlier = new Map<string, Entry[]>();
      return (milestone.deliverables ?? []).flatMap(deliverable => {
        const matter = matterOf(deliverable.text);
        const entry: Entry = { deliverable, matter, text: bare(deliverable.text) };
        const alike = earlier.get(matter.slice(-LEAST)) ?? [];
        const other = alike.find(one => isSame(one.matter, matter) && one.text !== entry.text);
        if (alike.length < MOST) earlier.set(matter.slice(-LEAST), [...alike, entry]);
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
