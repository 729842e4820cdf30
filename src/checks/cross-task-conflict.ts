import { grouped } from '../base/grouped.ts';
import { bare } from '../meaning/compare.ts';
import type { Check } from './check.ts';
import { inMilestone, type Promised, promisedBy, relatedTo } from './promises.ts';

/** Shortest name (bare characters) that stands for one thing in a whole plan. */
const LEAST = 3;

/** 任务间不一致: two tasks promise the completion of one named thing, one firmly, the other not. */
export const crossTaskConflict: Check = {
  code: 'cross-task-conflict',
  explain: 'Two tasks promise the same named work, one of them firmly and the other only as an aim.',
  run: plan => {
    const built = plan.tasks.flatMap(promisedBy).filter(({ deliverable }) => deliverable.kind === 'build' && deliverable.phase === 'done');
    const firm = namesOf(built.filter(({ deliverable }) => deliverable.commitment === 'firm'));
    const ending = grouped(firm, ([name]) => name.slice(-2));
    const soft = namesOf(built.filter(({ deliverable }) => deliverable.commitment === 'strive'));
    return [...soft].flatMap(([name, weak]) => {
      const strong = (ending.get(name.slice(-2)) ?? []).filter(([other]) => isSame(name, other)).flatMap(([, promised]) => promised);
      const others = strong.filter(one => weak.every(({ task }) => task !== one.task));
      if (others.length === 0) return [];
      const { task, milestone, deliverable } = others[0]!;
      const data = { name, task: weak[0]!.task.id, text: weak.at(-1)!.deliverable.text };
      const related = relatedTo(weak);
      return [{ code: 'cross-task-conflict' as const, ...inMilestone(task, milestone, deliverable), data, related }];
    });
  },
};

function namesOf(promised: readonly Promised[]): Map<string, Promised[]> {
  const named = promised.flatMap(one => one.deliverable.names.map(bare).map(name => ({ name, one })));
  const byName = grouped(
    named.filter(({ name }) => name.length >= LEAST),
    ({ name }) => name,
  );
  return new Map([...byName].map(([name, all]) => [name, all.map(({ one }) => one)]));
}

/** One name, or the short one at the end of the long one (环湖路, 三岔湖环湖路). */
function isSame(a: string, b: string): boolean {
  return a === b || a.endsWith(b) || b.endsWith(a);
}
