import { grouped } from '../base/grouped.ts';
import { commonTail, matterOf, similarity } from '../meaning/compare.ts';
import type { Check } from './check.ts';
import { inEveryCell, inMilestone } from './promises.ts';

/** Characters at the end that must be the same, and deliverables with one end that a beginning is held against. */
const TAIL = 4;
const MOST = 20;

/** 同格既启动又完成: work that a cell both begins and finishes. */
export const startAndFinishInCell: Check = {
  code: 'start-and-finish-in-cell',
  explain: 'One cell both begins and finishes what seems to be the same work.',
  run: plan =>
    inEveryCell(plan, (task, milestone) => {
      const deliverables = milestone.deliverables ?? [];
      const begun = deliverables.filter(({ phase, kind }) => phase === 'begin' || kind === 'start');
      if (begun.length === 0) return [];
      const done = deliverables.filter(({ phase, kind }) => phase === 'done' && kind !== 'start');
      const finished = grouped(
        done.map(one => ({ text: one.text, matter: matterOf(one.text) })),
        ({ matter }) => matter.slice(-TAIL),
      );
      return begun.flatMap(start => {
        const matter = matterOf(start.text);
        const end = finished
          .get(matter.slice(-TAIL))
          ?.slice(0, MOST)
          .find(one => isSame(matter, one.matter));
        if (!end) return [];
        const data = { text: start.text, other: end.text };
        return [{ code: 'start-and-finish-in-cell' as const, ...inMilestone(task, milestone, start), data }];
      });
    }),
};

/** Most of the words in common, and the same last word (…前期准备工作). */
function isSame(a: string, b: string): boolean {
  return a.length >= TAIL && commonTail(a, b) >= TAIL && similarity(a, b) >= 0.6;
}
