import type { Diagnostic } from '../base/diagnostic.ts';
import type { RawCell, RawRow, RawTable } from '../source/raw.ts';
import type { ColumnSpec } from './grid.ts';
import type { TableHeading } from './heading.ts';
import type { Looker } from './look.ts';
import { StreamPath } from './stream-path.ts';
import { isBare, looksOf } from './stream-pieces.ts';

/** A stream cut into rows, and the cells that belong to none (a signature below the table). */
export interface SplitStream {
  table: RawTable;
  columns: ColumnSpec[];
  outside: RawCell[];
}

/**
 * Cuts a stream of cells (a cell a line, ends of rows lost) into rows: the best path of all cells through the columns, where going back to an
 * earlier column begins a row. A cell that reads as a category heading may make a row of its own; one that fits no column is left outside.
 */
export function splitStream(table: RawTable, heading: TableHeading, look: Looker): SplitStream {
  // Every cell ends in a line break here, which says nothing.
  const all = table.rows.flatMap(row => row.cells.map(({ broken: _, ...cell }): RawCell => cell));
  const { cells, repeated } = withoutHeadings(all.slice(heading.next), all.slice(0, heading.next));
  const bare = isBare(cells);
  const pieces = looksOf(cells, look);
  const first = new StreamPath(heading.columns, bare).counting(pieces);
  const { columns } = first;
  const begun = first.best(pieces);
  const whole = first.learn(pieces, begun, true);
  const second = whole ? new StreamPath(columns, bare, whole).best(pieces) : begun;
  const path = new StreamPath(columns, bare, first.learn(pieces, second));
  const best = path.best(pieces);
  const rows: RawRow[] = [];
  const outside: RawCell[] = [];
  let current: RawCell[] = [];
  let doubts: Diagnostic[] = [];
  let passed: Diagnostic[] = [];
  /** What stands between the last row and the next, and may be the last one's. */
  let left: Diagnostic[] = [];
  let before = -1;
  const close = (): void => {
    if (current.length > 0) {
      const last = rows.at(-1);
      if (last) rows[rows.length - 1] = { ...last, diagnostics: [...last.diagnostics!, ...left] };
      left = [];
      rows.push({
        cells: current,
        place: current[0]!.place,
        diagnostics: doubts,
        ...(before === path.more ? { kind: 'task' as const } : {}),
      });
    }
    current = [];
    doubts = passed;
    passed = [];
  };
  best.states.forEach((state, index) => {
    const cell = cells[index]!;
    const piece = pieces[index]!;
    const again = repeated.get(index);
    if (path.begins(before, state, piece) || again) close();
    if (again) rows.push({ cells: again, place: again[0]!.place, diagnostics: [] });
    if (state === path.outside) {
      outside.push(cell);
      left.push({ code: 'unplaced-text', place: cell.place, text: cell.text, data: { text: cell.text.slice(0, 60) } });
    }
    // Where no line ends in a bar, a line end is a border like any other.
    else current.push(path.bare && !path.joins(before, state, piece) ? { ...cell, border: 'bar' } : cell);
    // The last cell of a row could as well be the first of the next, which then is as doubtful.
    const other = best.others[index]!;
    if (path.begins(before, other, piece) !== path.begins(before, state, piece) && current.length > 0) {
      doubts.push(path.doubt(cell, state, other));
      if (path.begins(before, other, piece)) passed.push(path.doubt(cell, state, other));
    } else if (path.joins(before, state, piece) !== path.joins(before, other, piece)) doubts.push(path.doubt(cell, state, other));
    before = state;
  });
  close();
  // Cut off below the heading of a page that holds no more.
  const last = repeated.get(cells.length);
  if (last) rows.push({ cells: last, place: last[0]!.place, diagnostics: [] });
  return { table: { kind: 'table', layout: 'ordered', rows, place: table.place }, columns: [...columns], outside };
}

/** Cells without the heading that is repeated among them, on each page or in the middle; `repeated`: what is left out, by the cell before which it stood. */
function withoutHeadings(
  cells: readonly RawCell[],
  heading: readonly RawCell[],
): { cells: RawCell[]; repeated: ReadonlyMap<number, RawCell[]> } {
  const kept: RawCell[] = [];
  const repeated = new Map<number, RawCell[]>();
  for (let at = 0; at < cells.length; ) {
    const next = at + heading.length;
    if (next <= cells.length && heading.every(({ text }, index) => cells[at + index]!.text === text)) {
      repeated.set(kept.length, [...(repeated.get(kept.length) ?? []), ...cells.slice(at, next)]);
      at = next;
    } else kept.push(cells[at++]!);
  }
  return { cells: kept, repeated };
}

/** How well cells can be read as rows of these columns: the score of the best path. */
export function scoreStream(cells: readonly RawCell[], columns: readonly ColumnSpec[], look: Looker): number {
  const pieces = looksOf(cells, look);
  return new StreamPath(columns, isBare(cells)).counting(pieces).best(pieces).score;
}
