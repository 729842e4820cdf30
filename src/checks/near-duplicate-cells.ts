import type { Diagnostic } from '../base/diagnostic.ts';
import { bare, differing, similarity } from '../meaning/compare.ts';
import type { Milestone, Task } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { byCategory, cellsOf, inMilestone } from './promises.ts';

const LEAST = 16;
const ALIKE = 0.9;
/** Tasks written after one pattern (简阳—雁江, 简阳—乐至): how alike their texts are, and how many of them a task is held against. */
const PATTERN = 0.75;
const SIBLINGS = 8;

/** 整格近似: cells of one task, or of two after one pattern, that differ in a few characters other than numbers and the pattern's own. */
export const nearDuplicateCells: Check = {
  code: 'near-duplicate-cells',
  explain: 'Two cells of one task, or of tasks written after one pattern, differ in no more than a few characters, none of them a number.',
  run: plan => [...plan.tasks.flatMap(withinTask), ...byCategory(plan).flatMap(betweenSiblings)],
};

function withinTask(task: Task): Diagnostic[] {
  const cells = cellsOf(task).map(milestone => ({ milestone, text: bare(milestone.text) }));
  return cells.flatMap(({ milestone, text }, index) => {
    const other = cells
      .slice(Math.max(0, index - 11), index)
      .find(one => one.text !== text && Math.min(one.text.length, text.length) >= LEAST && isNear(one.text, text));
    return other ? [finding(task, milestone, task, other.milestone)] : [];
  });
}

/** Cells that say the same of two tasks' different objects are the pattern; cells that name the same ones are copied. */
function betweenSiblings(tasks: readonly Task[]): Diagnostic[] {
  return tasks.flatMap((task, index) =>
    tasks.slice(Math.max(0, index - SIBLINGS), index).flatMap(sibling => {
      if (similarity(bare(task.content), bare(sibling.content)) < PATTERN) return [];
      const [own, theirs] = differing(task.content, sibling.content);
      return cellsOf(task).flatMap(milestone => {
        const other = cellsOf(sibling).find(({ period }) => period === milestone.period);
        if (!other || other.text === milestone.text || !own || !theirs) return [];
        const named = [own, theirs].some(word => milestone.text.includes(word) !== other.text.includes(word));
        const [a, b] = [bare(milestone.text), bare(other.text)];
        return named || Math.min(a.length, b.length) < 2 * LEAST || similarity(a, b) < ALIKE
          ? []
          : [finding(task, milestone, sibling, other)];
      });
    }),
  );
}

function finding(task: Task, milestone: Milestone, elsewhere: Task, other: Milestone): Diagnostic {
  const whole = { text: milestone.text, span: [0, milestone.text.length] };
  const related = [{ task: elsewhere.id, period: other.period, text: other.text }];
  return {
    code: 'near-duplicate-cells',
    ...inMilestone(task, milestone, whole),
    data: { task: elsewhere.id, period: other.period },
    related,
  };
}

/** A few characters apart, or one the whole of the other with something added. A series (第4期, 第5期) is none. */
function isNear(a: string, b: string): boolean {
  const numbers = (text: string): string => text.replace(/[^\d一二三四五六七八九十百]/g, '');
  if (a.includes(b) || b.includes(a)) return true;
  return Math.abs(a.length - b.length) <= 3 && numbers(a) === numbers(b) && similarity(a, b) >= ALIKE;
}
