import { grouped } from '../base/grouped.ts';
import { bare } from '../meaning/compare.ts';
import type { Milestone } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { cellsOf, inMilestone } from './promises.ts';

/** Shortest cell (bare characters) that is told when it comes again: 持续推进 comes every quarter. */
const LEAST = 12;
/** The same for two tasks in one period; steps that every project takes are shorter, or stand in more than two. */
const LEAST_ELSEWHERE = 24;

/** 整格相同: the same text in two cells of a plan. */
export const identicalCells: Check = {
  code: 'identical-cells',
  explain: 'Two cells of periods hold the same text: copied by mistake, or nothing planned anew.',
  run: plan => {
    const cells = grouped(
      plan.tasks.flatMap(task => cellsOf(task).map(milestone => ({ task, milestone, text: bare(milestone.text) }))),
      ({ text }) => text,
    );
    return [...cells.values()].flatMap(same => {
      const { text, task: own, milestone: first } = same[0]!;
      if (text.length < LEAST) return [];
      return same.slice(1).flatMap(({ task, milestone }) => {
        if (task === own && isInstalment(milestone)) return [];
        // Tasks of several places often promise the same for the same period.
        if (task !== own && first.period === milestone.period && (same.length > 2 || text.length < LEAST_ELSEWHERE)) return [];
        const related = [{ task: own.id, period: first.period, text: first.text }];
        const whole = { text: milestone.text, span: [0, milestone.text.length] };
        const data = { task: own.id, period: first.period };
        return [{ code: 'identical-cells' as const, ...inMilestone(task, milestone, whole), data, related }];
      });
    });
  },
};

/** 检查机构8家 in every quarter: so much each time; a figure that counts from the begin of the year (累计) must move. */
function isInstalment({ text, deliverables = [] }: Milestone): boolean {
  return (
    !/累计|进度|完成率/.test(text) &&
    deliverables.every(({ quantities }) => quantities.some(({ unit, cumulative }) => unit !== '%' && !cumulative))
  );
}
