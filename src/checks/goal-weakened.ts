import { bare, coverage, matterOf } from '../meaning/compare.ts';
import type { Check } from './check.ts';
import { inMilestone, promisedInCells, relatedTo } from './promises.ts';
import { goalsOf } from './things/things.ts';

/** Shortest goal (bare characters), and the share of it that a clause must hold to be about it. */
const LEAST = 4;
const SHARE = 0.7;
/** Goals and promises of a task that are compared at most. */
const MOST = 300;

/** 目标弱化: a goal that the task sets firmly, and that its last milestone only strives for (力争, 争取, 推动实现). */
export const goalWeakened: Check = {
  code: 'goal-weakened',
  explain: 'The task promises firmly what its last milestone about it only strives for.',
  run: plan =>
    plan.tasks.flatMap(task => {
      const promised = promisedInCells(task).slice(0, MOST);
      const weakened = goalsOf(task)
        .slice(0, MOST)
        .flatMap(goal => {
          const matter = matterOf(goal.text);
          if (goal.commitment !== 'firm' || goal.phase === 'ongoing' || matter.length < LEAST) return [];
          const about = promised.filter(({ deliverable: { kind, text } }) => kind === goal.kind && coverage(matter, bare(text)) >= SHARE);
          const last = about.at(-1);
          return last?.deliverable.commitment === 'strive' ? [{ goal, last, before: about.slice(-2, -1) }] : [];
        });
      // One 力争 reaches over all clauses behind it.
      const first = weakened.filter(({ last }, index) => weakened.findIndex(one => one.last.milestone === last.milestone) === index);
      return first.map(({ goal, last, before }) => ({
        code: 'goal-weakened' as const,
        ...inMilestone(task, last.milestone, last.deliverable),
        data: { name: goal.text, text: last.deliverable.text },
        related: relatedTo(before),
      }));
    }),
};
