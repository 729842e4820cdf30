import { bare, coverage, matterOf } from '../meaning/compare.ts';
import { readDeliverables } from '../meaning/index.ts';
import type { Check } from './check.ts';
import { cellsOf } from './promises.ts';

/** Kinds of goals whose end can be seen; only of these a milestone must speak. */
const SEEN = new Set(['draft', 'issue', 'sign', 'build']);
/** Least share of a goal's words that its milestones must hold, and shortest goal. */
const SHARE = 0.35;
const LEAST = 6;

/** 目标无节点: a goal of the task that no milestone mentions. */
export const goalWithoutMilestone: Check = {
  code: 'goal-without-milestone',
  explain: 'The task sets a goal that none of its milestones mentions.',
  run: plan =>
    plan.tasks.flatMap(task => {
      const cells = cellsOf(task);
      if (cells.length < 2) return [];
      const all = bare(cells.map(({ text }) => text).join('\n'));
      const goals = readDeliverables(task.content, { id: task.id, times: [], quantities: [], due: null });
      if (goals.length < 2) return [];
      return goals.flatMap(goal => {
        const matter = matterOf(goal.text);
        const named = goal.names.some(name => coverage(bare(name), all) >= 0.6);
        if (!SEEN.has(goal.kind) || matter.length < LEAST || named || coverage(matter, all) >= SHARE) return [];
        return [{ code: 'goal-without-milestone' as const, place: task.place, task: task.id, text: goal.text, data: { text: goal.text } }];
      });
    }),
};
