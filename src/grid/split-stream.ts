import type { RawCell, RawRow, RawTable } from '../source/raw.ts';
import type { ColumnSpec } from './grid.ts';
import type { TableHeading } from './heading.ts';
import { lookAt } from './look.ts';
import { absence, suitability } from './suitability.ts';

/**
 * Cuts a stream of cells (a cell a line, ends of rows lost) into rows: the best path of all cells through the columns, where going back to an
 * earlier column begins a row. A cell that reads as a category heading may make a row of its own.
 */
export function splitStream(table: RawTable, heading: TableHeading): RawTable {
  const cells = table.rows.flatMap(row => row.cells).slice(heading.next);
  const rows: RawRow[] = [];
  let current: RawCell[] = [];
  let column = -1;
  const close = (): void => {
    if (current.length > 0) rows.push({ cells: current, place: current[0]!.place });
    current = [];
  };
  viterbi(cells, heading.columns).forEach((next, index) => {
    if (next <= column || next === heading.columns.length || column === heading.columns.length) close();
    current.push(cells[index]!);
    column = next;
  });
  close();
  return { kind: 'table', layout: 'ordered', rows, place: table.place };
}

/** For each cell the column of the best path; the number of columns stands for a category row. */
function viterbi(cells: readonly RawCell[], columns: readonly ColumnSpec[]): number[] {
  const width = columns.length;
  const before = [0, ...columns.map(column => absence(column))];
  for (let index = 1; index <= width; index++) before[index]! += before[index - 1]!;
  const skipped = (from: number, to: number): number => before[to]! - before[from]!;
  let scores = new Float64Array(width + 1).fill(-1e9);
  const back: Int16Array[] = [];
  cells.forEach((cell, index) => {
    const look = lookAt(cell.text);
    const next = new Float64Array(width + 1);
    const from = new Int16Array(width + 1);
    for (let to = 0; to <= width; to++) {
      const own = to === width ? (look.mark && look.mark !== '①' && !look.sentence ? 5 : -12) : suitability(look, columns[to]!, undefined);
      let best = index === 0 ? -skipped(0, to % width) : -1e9;
      let source = -1;
      for (let last = 0; index > 0 && last <= width; last++) {
        const rest = last === width ? 0 : skipped(last + 1, width);
        const head = to === width ? 0 : skipped(0, to);
        const step = last < to && to < width ? skipped(last + 1, to) : rest + head;
        if (scores[last]! - step > best) {
          best = scores[last]! - step;
          source = last;
        }
      }
      next[to] = best + own;
      from[to] = source;
    }
    back.push(from);
    scores = next;
  });
  const path = new Array<number>(cells.length);
  let at = scores.reduce((best, score, index) => (score > scores[best]! ? index : best), 0);
  for (let index = cells.length - 1; index >= 0; index--) {
    path[index] = at;
    at = back[index]![at]!;
  }
  return path;
}
