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

/** Every text of a task that was written in a cell of its own: category, content, milestones, units, other columns. */
export function* textCells(plan: Plan): Generator<TextCell> {
  const seen = new Set<string>();
  for (const task of plan.tasks) {
    const category = task.category.at(-1);
    const at = task.places.category;
    if (category !== undefined && at && !seen.has(`${at.source}:${at.line}:${at.column}`)) {
      seen.add(`${at.source}:${at.line}:${at.column}`);
      yield { task, column: '类别', text: category, place: at };
    }
    yield { task, column: '任务内容', text: task.content, place: task.place };
    for (const milestone of task.milestones) {
      if (milestone.dueFrom !== 'limit')
        yield { task, column: periodName(milestone.period), text: milestone.text, place: milestone.place, period: milestone.period };
    }
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
