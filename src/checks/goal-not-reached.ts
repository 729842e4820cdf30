import { bare } from '../meaning/compare.ts';
import { readDeliverables } from '../meaning/index.ts';
import type { Check } from './check.ts';
import { inMilestone, type Promised, promisedBy, relatedTo } from './promises.ts';

/** 目标未达到: a task that says "built", and milestones that leave it, or a part of it, unfinished. */
export const goalNotReached: Check = {
  code: 'goal-not-reached',
  explain: 'The task promises a completed work, and its last milestone about it leaves it, or a part excepted before, unfinished.',
  run: plan =>
    plan.tasks.flatMap(task => {
      const promised = promisedBy(task).filter(({ milestone }) => milestone.dueFrom !== 'limit');
      if (promised.length < 2) return [];
      const goals = readDeliverables(task.content, { id: task.id, times: [], quantities: [], due: null });
      const names = goals
        .filter(({ kind, phase, commitment }) => kind === 'build' && phase === 'done' && commitment === 'firm')
        .flatMap(goal => goal.names);
      return [...new Set(names)].flatMap(name => {
        const about = promised.filter(({ deliverable }) => bare(deliverable.text).includes(bare(name)));
        const rest = about.flatMap(one => exceptedOf(one.deliverable.text)).flatMap(part => lastOf(promised, part));
        const last = rest.find(({ deliverable }) => deliverable.phase !== 'done') ?? unfinished(about);
        if (!last) return [];
        const data = { name, text: last.deliverable.text };
        const related = relatedTo(about.filter(one => one !== last).slice(-1));
        return [{ code: 'goal-not-reached' as const, ...inMilestone(task, last.milestone, last.deliverable), data, related }];
      });
    }),
};

/** What a clause leaves out: (除沱江大桥), 除沱江大桥外. */
function exceptedOf(text: string): string[] {
  return [...text.matchAll(/除(?!了)([^()（），,。；;]{2,20}?)(?:外|以外|[)）])/g)].map(match => match[1]!);
}

function lastOf(promised: readonly Promised[], part: string): Promised[] {
  return promised.filter(({ deliverable }) => deliverable.text.includes(part) && exceptedOf(deliverable.text).length === 0).slice(-1);
}

/** The last milestone about a work that no milestone completes. */
function unfinished(about: readonly Promised[]): Promised | null {
  const last = about.at(-1);
  return last && about.length > 1 && about.every(({ deliverable }) => deliverable.phase !== 'done') ? last : null;
}
