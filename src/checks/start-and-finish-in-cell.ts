import { commonTail, matterOf, similarity } from '../meaning/compare.ts';
import type { Check } from './check.ts';
import { inEveryCell, inMilestone } from './promises.ts';

/** 同格既启动又完成: work that a cell both begins and finishes. */
export const startAndFinishInCell: Check = {
  code: 'start-and-finish-in-cell',
  explain: 'One cell both begins and finishes what seems to be the same work.',
  run: plan =>
    inEveryCell(plan, (task, milestone) => {
      const deliverables = milestone.deliverables ?? [];
      const begun = deliverables.filter(({ phase, kind }) => phase === 'begin' || kind === 'start');
      return begun.flatMap(start => {
        const matter = matterOf(start.text);
        const end = deliverables.find(one => one.phase === 'done' && one.kind !== 'start' && isSame(matter, matterOf(one.text)));
        if (!end) return [];
        const data = { text: start.text, other: end.text };
        return [{ code: 'start-and-finish-in-cell' as const, ...inMilestone(task, milestone, start), data }];
      });
    }),
};

/** Most of the words in common, and the same last word (…前期准备工作). */
function isSame(a: string, b: string): boolean {
  return a.length >= 4 && commonTail(a, b) >= 4 && similarity(a, b) >= 0.6;
}
