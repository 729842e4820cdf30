import { grouped } from '../base/grouped.ts';
import { bare, coverage, matterOf } from '../meaning/compare.ts';
import type { Check } from './check.ts';
import { inMilestone, type Promised, promisedInCells, relatedTo } from './promises.ts';

/** Least length (bare characters) of a clause that is looked for, and of all clauses that one cell has from another task. */
const LEAST = 6;
const LEAST_TOGETHER = 14;
/** Longest clause that is looked for. */
const LONGEST = 200;
/** The share of a clause that the text of the task it belongs to holds at least, and that of another at most. */
const OWN = 0.4;
const FOREIGN = 0.12;

/** 串入他项: clauses that stand in two tasks and are about one of them only. */
export const clauseOfOtherTask: Check = {
  code: 'clause-of-other-task',
  explain: 'Clauses of one task stand word for word in a cell of another task, with whose text they have nothing in common.',
  run: plan => {
    const clauses = grouped(plan.tasks.flatMap(promisedInCells), ({ deliverable }) => bare(deliverable.text));
    const foreign = [...clauses].flatMap(([text, same]) =>
      text.length < LEAST || text.length > LONGEST || same.length < 2 || same.length > 4 ? [] : strayed(same),
    );
    const byCell = grouped(foreign, ({ one, own }) => `${one.milestone.id}\u0000${own.task.id}`);
    return [...byCell.values()].flatMap(found => {
      const length = found.reduce((sum, { one }) => sum + bare(one.deliverable.text).length, 0);
      const { one, own } = found[0]!;
      if (length < LEAST_TOGETHER) return [];
      const data = { task: own.task.id, text: one.deliverable.text };
      const place = inMilestone(one.task, one.milestone, one.deliverable);
      return [{ code: 'clause-of-other-task' as const, ...place, data, related: relatedTo([own]) }];
    });
  },
};

/** Where a clause stands in a task that it is not about, with where it belongs. */
function strayed(same: readonly Promised[]): { one: Promised; own: Promised }[] {
  const shares = same.map(({ task, deliverable }) => coverage(matterOf(deliverable.text).replace(/\d+\D?/g, ''), bare(task.content)));
  const own = same[shares.findIndex(share => share >= OWN)];
  return own ? same.flatMap((one, index) => (one.task !== own.task && shares[index]! <= FOREIGN ? [{ one, own }] : [])) : [];
}
