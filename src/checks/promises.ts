import type { Diagnostic } from '../base/diagnostic.ts';
import { grouped } from '../base/grouped.ts';
import type { Deliverable, Milestone, Plan, Task } from '../plan/schema.ts';

/** A deliverable with the milestone and the task it belongs to. */
export interface Promised {
  task: Task;
  milestone: Milestone;
  deliverable: Deliverable;
}

/** The deliverables of a task, in the order of its milestones. */
export function promisedBy(task: Task): Promised[] {
  return task.milestones.flatMap(milestone => (milestone.deliverables ?? []).map(deliverable => ({ task, milestone, deliverable })));
}

/** Those of its milestones that stand in cells of their own. */
export function promisedInCells(task: Task): Promised[] {
  return promisedBy(task).filter(({ milestone }) => milestone.dueFrom !== 'limit');
}

/** Milestones that stand in cells of their own: not the task's text again under its time limit. */
export function cellsOf(task: Task): Milestone[] {
  return task.milestones.filter(milestone => milestone.dueFrom !== 'limit');
}

/** Looks at every milestone that stands in a cell of its own. */
export function inEveryCell(plan: Plan, look: (task: Task, milestone: Milestone) => Diagnostic[]): Diagnostic[] {
  return plan.tasks.flatMap(task => cellsOf(task).flatMap(milestone => look(task, milestone)));
}

/** What a finding on a part of a milestone's cell always says: the place of the part, task, period, text. */
export function inMilestone(
  task: Task,
  milestone: Milestone,
  part: { text: string; span: readonly number[] },
): Pick<Diagnostic, 'place' | 'task' | 'period' | 'text'> {
  const { place } = milestone;
  const start = place.start + part.span[0]!;
  // Cells that were joined or decoded do not count characters as their source does: then the cell itself is named.
  const exact = place.end - place.start === milestone.text.length && part.span[0]! <= firstLineOf(milestone);
  const at = exact ? { ...place, column: place.column + part.span[0]!, start, end: start + part.text.length } : place;
  return { place: at, task: task.id, period: milestone.period, text: part.text };
}

const firstLines = new WeakMap<Milestone, number>();

/** Length of a cell's first line: a cell has many findings, and is looked through once. */
function firstLineOf(milestone: Milestone): number {
  let length = firstLines.get(milestone);
  if (length === undefined) {
    const end = milestone.text.indexOf('\n');
    length = end < 0 ? milestone.text.length : end;
    firstLines.set(milestone, length);
  }
  return length;
}

/** A finding's other places. */
export function relatedTo(others: readonly Promised[]): NonNullable<Diagnostic['related']> {
  return others.map(({ task, milestone, deliverable }) => ({ task: task.id, period: milestone.period, text: deliverable.text }));
}

/** Tasks by category path, in the plan's order. */
export function byCategory(plan: Plan): Task[][] {
  return [...grouped(plan.tasks, task => task.category.join('\u0000')).values()];
}
