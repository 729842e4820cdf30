import { bare, similarity } from '../meaning/compare.ts';
import type { Check } from './check.ts';
import { cellsOf, inMilestone } from './promises.ts';

const LEAST = 16;
const ALIKE = 0.9;

/** 整格近似: cells of one task that differ in a few characters other than numbers. */
export const nearDuplicateCells: Check = {
  code: 'near-duplicate-cells',
  explain: 'Two cells of one task differ in no more than a few characters, none of them a number.',
  run: plan =>
    plan.tasks.flatMap(task => {
      const cells = cellsOf(task).map(milestone => ({ milestone, text: bare(milestone.text) }));
      return cells.flatMap(({ milestone, text }, index) => {
        const other = cells
          .slice(Math.max(0, index - 11), index)
          .find(one => one.text !== text && Math.min(one.text.length, text.length) >= LEAST && isNear(one.text, text));
        if (!other) return [];
        const whole = { text: milestone.text, span: [0, milestone.text.length] };
        const related = [{ task: task.id, period: other.milestone.period, text: other.milestone.text }];
        const data = { period: other.milestone.period };
        return [{ code: 'near-duplicate-cells' as const, ...inMilestone(task, milestone, whole), data, related }];
      });
    }),
};

/** A series (第4期, 第5期) is none. */
function isNear(a: string, b: string): boolean {
  const numbers = (text: string): string => text.replace(/[^\d一二三四五六七八九十百]/g, '');
  return Math.abs(a.length - b.length) <= 3 && numbers(a) === numbers(b) && similarity(a, b) >= ALIKE;
}
