import { columnName, type HeadingNames } from '../lexicon/headings.ts';
import type { RawTable } from '../source/raw.ts';
import type { ColumnSpec } from './grid.ts';
import { inferRoles } from './infer-roles.ts';
import type { Looker } from './look.ts';
import type { DraftColumn } from './ordered-heading.ts';
import { settleRoles } from './settle-roles.ts';

/**
 * Columns of a table without a heading, told by what the user says of them, else by its cells alone: then it must have as many cells in most rows,
 * a column of units, and one of numbers or of time limits. The task is the column with the longest texts among the rest. Null where that does not
 * make a plan. Columns are called 第1列….
 */
export function guessHeading(table: RawTable, look: Looker, names: HeadingNames | undefined): ColumnSpec[] | null {
  const rows = table.rows.slice(0, 200).map(row => row.cells.map(cell => cell.text));
  const width = commonWidth(rows.map(cells => cells.length));
  const complete = rows.filter(cells => cells.length === width);
  const drafts = Array.from({ length: width }, (_, index): DraftColumn => {
    const text = columnName(index + 1);
    return { text, heading: names?.get(text) ?? null };
  });
  const told = drafts.some(({ heading }) => heading !== null);
  if (!told && (width < 3 || complete.length < 3 || complete.length * 2 < rows.length)) return null;
  const cells = drafts.map((_, index) => complete.map(row => row[index]!));
  if (told) return inferRoles(settleRoles(withTask(drafts, cells)), cells, look);
  const blank = drafts.map(({ text }): ColumnSpec => ({ heading: text, role: 'extra', unknown: true }));
  const columns = inferRoles(blank, cells, look);
  const roles = new Set(columns.map(column => column.role));
  const content = longest(columns, cells);
  if (content < 0 || !roles.has('lead') || !(roles.has('number') || roles.has('limit'))) return null;
  return columns.map((column, index) => (index === content ? { ...column, role: 'content' } : column));
}

/** Columns of which some are told: where none of those is the task, it is the longest of the others. */
function withTask(drafts: readonly DraftColumn[], cells: readonly (readonly string[])[]): DraftColumn[] {
  if (drafts.some(({ heading }) => heading?.role === 'task')) return [...drafts];
  const open = drafts.map(({ text, heading }): ColumnSpec => ({ heading: text, role: heading ? 'person' : 'extra' }));
  const content = longest(open, cells);
  return drafts.map((draft, index) => (index === content ? { ...draft, heading: { role: 'task', weight: 1 } } : draft));
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
