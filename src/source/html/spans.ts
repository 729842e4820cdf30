import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Place } from '../../base/place.ts';
import type { Flow, FlowCell, FlowRow } from '../table-tree.ts';

/** A cell as written: spans as declared, its column not yet known. */
export interface PageCell {
  content: Flow;
  rowSpan: number;
  colSpan: number;
  place: Place;
}

export interface PageRow {
  cells: PageCell[];
  /** Rows of one thead, tbody or tfoot; no cell reaches beyond its group. */
  group: number;
  place: Place;
}

/** Spans beyond this are no table that anyone has drawn. */
const MOST_COLUMNS = 100;
/** Columns in which covering cells are followed. */
const LAST_COLUMN = 2000;

/** A declared span as browsers read it: leading digits; 1 for anything else. `rowspan=0` reaches to the end of its group. */
export function readSpan(value: string | undefined, least: 0 | 1): number {
  const digits = /^[\t\n\f\r ]*\+?(\d{1,15})/.exec(value ?? '');
  return digits ? Math.max(least, Number(digits[1])) : 1;
}

/** Lays out the rows of a table: gives every cell its column, and cuts spans to the table. */
export function layOutPage(rows: readonly PageRow[], diagnostics: Diagnostic[]): FlowRow[] {
  const width = Math.max(0, ...rows.slice(0, 10_000).map(plausibleWidth));
  const ends = groupEnds(rows);
  const full = nextFullRows(rows, width);
  const until: number[] = [];
  const laid = rows.map((row, index): FlowRow => {
    let column = 0;
    const cells = row.cells.map((cell, order): FlowCell => {
      while (column < LAST_COLUMN && (until[column] ?? 0) > index) column++;
      const left = row.cells.length - order - 1;
      const colSpan = cell.colSpan <= MOST_COLUMNS ? cell.colSpan : Math.max(1, width - column - left);
      const most = ends[index]! - index;
      const rowSpan = cell.rowSpan === 0 ? most : cell.rowSpan <= most ? cell.rowSpan : Math.min(most, full[index + 1]! - index);
      if (colSpan < cell.colSpan) diagnostics.push(spanLimit(cell, cell.colSpan, colSpan));
      if (rowSpan < cell.rowSpan) diagnostics.push(spanLimit(cell, cell.rowSpan, rowSpan));
      for (let at = column; at < column + colSpan && at < LAST_COLUMN; at++) until[at] = Math.max(until[at] ?? 0, index + rowSpan);
      const placed = { content: cell.content, column, colSpan, rowSpan, place: cell.place };
      column += colSpan;
      return placed;
    });
    return { cells, place: row.place };
  });
  cutAtLastColumn(laid);
  return laid;
}

/**
 * For each row the next one that is as wide as the table by its own cells. A cell that claims more rows than its group has cannot be right,
 * so it ends before such a row.
 */
function nextFullRows(rows: readonly PageRow[], width: number): number[] {
  const next = new Array<number>(rows.length + 1).fill(rows.length);
  for (let index = rows.length - 1; index >= 0; index--) next[index] = plausibleWidth(rows[index]!) >= width ? index : next[index + 1]!;
  return next;
}

/** Columns of a row, taking absurd spans for one. */
function plausibleWidth(row: PageRow): number {
  return row.cells.reduce((sum, cell) => sum + (cell.colSpan <= MOST_COLUMNS ? cell.colSpan : 1), 0);
}

/** For each row the index after the last row of its group. */
function groupEnds(rows: readonly PageRow[]): number[] {
  const ends = new Array<number>(rows.length);
  for (let index = rows.length - 1; index >= 0; index--)
    ends[index] = rows[index + 1]?.group === rows[index]!.group ? ends[index + 1]! : index + 1;
  return ends;
}

/** A cell may declare more columns than any row has cells for (`colspan=10` over a title); such columns do not exist. */
function cutAtLastColumn(rows: readonly FlowRow[]): void {
  let last = 0;
  for (const row of rows) last = Math.max(last, row.cells.at(-1)?.column ?? 0);
  for (const row of rows) for (const cell of row.cells) cell.colSpan = Math.max(1, Math.min(cell.colSpan, last + 1 - cell.column));
}

function spanLimit(cell: PageCell, span: number, limit: number): Diagnostic {
  return { code: 'span-limit', place: cell.place, data: { span, limit } };
}
