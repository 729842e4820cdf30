import type { RawTable } from '../source/raw.ts';
import type { ColumnSpec } from './grid.ts';
import { inferRoles } from './infer-roles.ts';

/**
 * Columns of a table without a heading, told by its cells alone: it must have as many cells in most rows, a column of units, and one of numbers or
 * of time limits; the task is the column with the longest texts among the rest. Null where that does not make a plan. Columns are called 第1列…
 */
export function guessHeading(table: RawTable): ColumnSpec[] | null {
  const rows = table.rows.slice(0, 200).map(row => row.cells.map(cell => cell.text));
  const width = commonWidth(rows.map(cells => cells.length));
  const complete = rows.filter(cells => cells.length === width);
  if (width < 3 || complete.length < 3 || complete.length * 2 < rows.length) return null;
  const blank = Array.from({ length: width }, (_, index): ColumnSpec => ({ heading: `第${index + 1}列`, role: 'extra', unknown: true }));
  const cells = blank.map((_, index) => complete.map(row => row[index]!));
  const columns = inferRoles(blank, cells);
  const roles = new Set(columns.map(column => column.role));
  const content = longest(columns, cells);
  if (content < 0 || !roles.has('lead') || !(roles.has('number') || roles.has('limit'))) return null;
  return columns.map((column, index) => (index === content ? { ...column, role: 'content' } : column));
}

function commonWidth(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}

/** The undecided column with the longest texts on the whole; -1 where none has texts of four characters. */
function longest(columns: readonly ColumnSpec[], cells: readonly (readonly string[])[]): number {
  const means = columns.map((column, index) =>
    column.role === 'extra' ? cells[index]!.reduce((sum, text) => sum + text.length, 0) / cells[index]!.length : 0,
  );
  const best = means.indexOf(Math.max(...means));
  return means[best]! >= 4 ? best : -1;
}
