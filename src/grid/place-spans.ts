import type { Diagnostic } from '../base/diagnostic.ts';
import type { RawRow, RawTable } from '../source/raw.ts';
import type { ColumnSpec, GridCell } from './grid.ts';
import type { PlacedRow } from './place-columns.ts';

/**
 * Lays out rows whose cells know their columns. Where merged cells are known, a cell's text is repeated in the rows it covers (origin
 * `spanned`) and a cell over several periods says so in `across`. Cells beyond the heading's columns are surplus.
 */
export function layOutRows(table: RawTable, rows: readonly RawRow[], columns: readonly ColumnSpec[]): PlacedRow[] {
  const covering: { cell: GridCell; rows: number }[] = [];
  return rows.map(row => {
    const cells: (GridCell | null)[] = columns.map((_, index) => {
      const cover = covering[index];
      if (!cover || cover.rows === 0) return null;
      cover.rows--;
      return { ...cover.cell, origin: 'spanned' };
    });
    const surplus: GridCell[] = [];
    row.cells.forEach((raw, order) => {
      const index = raw.column ?? order;
      const cell: GridCell = { text: raw.text, place: raw.place, origin: 'written' };
      if (raw.text === '' && table.spansKnown !== true) return;
      if (index >= columns.length) {
        if (raw.text !== '') surplus.push(cell);
        return;
      }
      const across = Math.min(raw.colSpan ?? 1, columns.length - index);
      if (across > 1) cell.across = across;
      if (raw.text !== '') cells[index] = cell;
      for (let at = index; at < index + across; at++) covering[at] = { cell: at === index ? cell : { ...cell, text: '' }, rows: (raw.rowSpan ?? 1) - 1 };
    });
    return { cells: cells.map(cell => (cell && cell.text !== '' ? cell : null)), surplus, diagnostics: surplusFound(surplus) };
  });
}

function surplusFound(surplus: readonly GridCell[]): Diagnostic[] {
  if (surplus.length === 0) return [];
  const text = surplus.map(cell => cell.text).join(' | ');
  return [{ code: 'surplus-cell', place: surplus[0]!.place, text, data: { count: surplus.length, text } }];
}

/**
 * Carries values down where a text gives no merged cells: categories and other columns before the task (a group's unit, month or number) are
 * merged in such tables, so that an empty cell there is a covered one. A task needs a lead unit: an empty one is taken from above, and said.
 */
export function carryDown(rows: readonly { placed: PlacedRow; fresh: boolean }[], columns: readonly ColumnSpec[], positional: boolean): void {
  const content = columns.findIndex(column => column.role === 'content');
  const above: (GridCell | null)[] = columns.map(() => null);
  for (const { placed, fresh } of rows) {
    if (fresh) above.fill(null);
    columns.forEach((column, index) => {
      const cell = placed.cells[index];
      if (cell) {
        above[index] = cell;
        if (column.role === 'category') for (let at = index + 1; at < content; at++) if (columns[at]!.role === 'category') above[at] = null;
        return;
      }
      const last = above[index];
      if (!last) return;
      if (column.role === 'category' || column.carried || (index < content && column.role !== 'number')) placed.cells[index] = { ...last, origin: 'spanned' };
      else if (positional && column.role === 'number' && placed.cells[content]) placed.cells[index] = { ...last, origin: 'spanned' };
      else if (positional && column.role === 'content' && placed.cells.some(Boolean)) placed.cells[index] = { ...last, origin: 'spanned' };
      else if (positional && column.role === 'lead') {
        placed.cells[index] = { ...last, origin: 'guessed' };
        placed.diagnostics.push({ code: 'guessed-column', place: last.place, text: last.text, data: { column: column.heading, from: last.text } });
      }
    });
  }
}
