import type { Part, RandomPlan, RandomTask } from './plans.ts';

/** A cell where it stands: covered cells are absent, empty ones are not. */
export interface DrawnCell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
}

/** A table drawn on a grid of rows and columns. */
export interface DrawnTable {
  height: number;
  width: number;
  /** Number of heading rows. */
  heads: number;
  cells: DrawnCell[];
}

/** Columns that are merged over rows with the same text next to each other. */
const MERGED: ReadonlySet<Part> = new Set(['category', 'number', 'content', 'lead', 'support', 'limit']);

/** Draws a plan as a table. `flat`: one heading line only, since a dialect has no more. */
export function drawTable(plan: RandomPlan, flat = false): DrawnTable {
  const spread = plan.schedule && !flat && plan.periods.length > 0;
  const heads = spread ? 2 : 1;
  const cells: DrawnCell[] = [];
  let column = 0;
  for (const part of plan.parts) {
    if (part === 'periods') {
      if (spread) cells.push({ text: '进度安排', row: 0, column, rowSpan: 1, colSpan: plan.periods.length });
      plan.periods.forEach(([text], at) => void cells.push({ text, row: heads - 1, column: column + at, rowSpan: 1, colSpan: 1 }));
      plan.tasks.forEach((task, row) => void cells.push(...periodCells(task, row + heads, column)));
      column += plan.periods.length;
    } else {
      cells.push({ text: plan.headings[part], row: 0, column, rowSpan: heads, colSpan: 1 });
      cells.push(...columnCells(plan, part, heads, column));
      column++;
    }
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { height: plan.tasks.length + heads, width: column, heads, cells };
}

function periodCells(task: RandomTask, row: number, from: number): DrawnCell[] {
  return task.periods.flatMap((text, at) =>
    text === null ? [] : [{ text, row, column: from + at, rowSpan: 1, colSpan: task.periods[at + 1] === null ? 2 : 1 }],
  );
}

function columnCells(plan: RandomPlan, part: Exclude<Part, 'periods'>, heads: number, column: number): DrawnCell[] {
  const cells: DrawnCell[] = [];
  plan.tasks.forEach((task, row) => {
    const last = cells.at(-1);
    if (last && last.text !== '' && isMerged(plan, part, row) && last.text === task[part]) last.rowSpan++;
    else cells.push({ text: task[part], row: row + heads, column, rowSpan: 1, colSpan: 1 });
  });
  return cells;
}

/** Whether a task's cell is the one of the task above: the same text within a category; for the task text and its number, the same task. */
export function isMerged({ parts, tasks }: RandomPlan, part: Part, row: number): boolean {
  const [task, above] = [tasks[row]!, tasks[row - 1]];
  if (!above || !MERGED.has(part) || task.category !== above.category) return false;
  if (part === 'number' || part === 'content')
    return parts.includes('measure') && task.content === above.content && task.number === above.number;
  return task[part as Exclude<Part, 'periods'>] === above[part as Exclude<Part, 'periods'>];
}

/** All cells of a table by row and column, '' where one is covered. */
export function gridOf({ height, width, cells }: DrawnTable): string[][] {
  const grid = Array.from({ length: height }, () => new Array<string>(width).fill(''));
  for (const { text, row, column } of cells) grid[row]![column] = text;
  return grid;
}
