import type { Code, Diagnostic } from '../base/diagnostic.ts';
import { periodName } from '../base/period.ts';
import type { Place } from '../base/place.ts';
import type { Plan, Task } from '../plan/schema.ts';

/** A check of a whole plan. `explain` says what it looks for, for the docs. */
export interface Check {
  code: Code;
  explain: string;
  run(plan: Plan): Diagnostic[];
}

/** A text cell of a task, with the name of its column. */
export interface TextCell {
  task: Task;
  column: string;
  text: string;
  place: Place;
  period?: string;
}

/** Every text of a task that was written in a cell of its own: categories, content, milestones, time limit, units, other columns. */
export function* textCells(plan: Plan): Generator<TextCell> {
  const seen = new Set<string>();
  for (const task of plan.tasks) {
    const at = task.places.category;
    for (const [level, text] of at ? task.category.entries() : []) {
      // The innermost level stands at its place; of the outer ones only their names are known.
      const own = level + 1 === task.category.length;
      const key = own ? `${at!.source}:${at!.line}:${at!.column}` : task.category.slice(0, level + 1).join('\n');
      if (!seen.has(key)) yield { task, column: '类别', text, place: at! };
      seen.add(key);
    }
    yield { task, column: '任务内容', text: task.content, place: task.place };
    for (const milestone of task.milestones) {
      if (milestone.dueFrom !== 'limit')
        yield { task, column: periodName(milestone.period), text: milestone.text, place: milestone.place, period: milestone.period };
    }
    if (task.deadline !== null) yield { task, column: '完成时限', text: task.deadline.text, place: task.places.deadline ?? task.place };
    if (task.leadUnits.length > 0)
      yield { task, column: '牵头单位', text: task.leadUnits.join('、'), place: task.places.lead ?? task.place };
    if (task.supportUnits.length > 0)
      yield { task, column: '配合单位', text: task.supportUnits.join('、'), place: task.places.support ?? task.place };
    for (const [column, text] of Object.entries(task.extra)) {
      yield { task, column, text, place: (Object.hasOwn(task.places, column) && task.places[column]) || task.place };
    }
  }
}

/** What a finding in a cell always says: place, task, period, text. */
export function inCell(cell: TextCell): Pick<Diagnostic, 'place' | 'task' | 'text' | 'period'> {
  return { place: cell.place, task: cell.task.id, text: cell.text, ...(cell.period === undefined ? {} : { period: cell.period }) };
}
