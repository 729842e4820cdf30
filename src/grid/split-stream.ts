import type { RawCell, RawRow, RawTable } from '../source/raw.ts';
import type { ColumnSpec } from './grid.ts';
import type { TableHeading } from './heading.ts';
import type { Look, Looker } from './look.ts';
import { absence, suitability } from './suitability.ts';

/** A stream cut into rows, and the cells that belong to none (a signature below the table). */
export interface SplitStream {
  table: RawTable;
  outside: RawCell[];
}

/**
 * Cuts a stream of cells (a cell a line, ends of rows lost) into rows: the best path of all cells through the columns, where going back to an
 * earlier column begins a row. A cell that reads as a category heading may make a row of its own; one that fits no column is left outside.
 */
export function splitStream(table: RawTable, heading: TableHeading, look: Looker): SplitStream {
  const all = table.rows.flatMap(row => row.cells).slice(heading.next);
  const bare = all.filter(cell => cell.border === 'newline').length > all.length * 0.9;
  // Where no line ends in a bar, a line end is a border like any other.
  const cells = bare ? all.map((cell): RawCell => ({ ...cell, border: 'bar' })) : all;
  const path = new StreamPath(heading.columns);
  const rows: RawRow[] = [];
  const outside: RawCell[] = [];
  let current: RawCell[] = [];
  let before = -1;
  const close = (): void => {
    if (current.length > 0) rows.push({ cells: current, place: current[0]!.place });
    current = [];
  };
  path.best(cells.map(cell => look(cell.text))).forEach((state, index) => {
    if (state <= before || state >= path.group || before >= path.group) close();
    if (state === path.outside) outside.push(cells[index]!);
    else current.push(cells[index]!);
    before = state;
  });
  close();
  return { table: { kind: 'table', layout: 'ordered', rows, place: table.place }, outside };
}

/** States of the path: a column, a category row, or outside the table. */
class StreamPath {
  readonly group: number;
  readonly outside: number;
  private readonly columns: readonly ColumnSpec[];
  private readonly hasCategory: boolean;
  /** Cost of leaving out the first n columns. */
  private readonly skips: number[] = [0];

  constructor(columns: readonly ColumnSpec[]) {
    this.columns = columns;
    this.group = columns.length;
    this.outside = columns.length + 1;
    this.hasCategory = columns.some(column => column.role === 'category');
    for (const column of columns) this.skips.push(this.skips.at(-1)! + absence(column));
  }

  /** The best state for each cell. */
  best(looks: readonly Look[]): number[] {
    const states = this.outside + 1;
    let scores: number[] = [];
    const back: number[][] = [];
    for (const look of looks) {
      const from: number[] = [];
      const next: number[] = [];
      for (let to = 0; to < states; to++) {
        let source = -1;
        let best = scores.length === 0 ? -this.head(to) : Number.NEGATIVE_INFINITY;
        for (let last = 0; last < scores.length; last++) {
          const score = scores[last]! - this.step(last, to);
          if (score > best) [best, source] = [score, last];
        }
        next.push(best + this.own(look, to));
        from.push(source);
      }
      back.push(from);
      scores = next;
    }
    return trace(scores, back);
  }

  private own(look: Look, state: number): number {
    if (state === this.outside) return -6;
    if (state < this.group) return suitability(look, this.columns[state]!, undefined);
    return look.mark && look.mark !== '①' && !look.sentence && !this.hasCategory ? 5 : -12;
  }

  /** Cost of the columns left out between two cells; going back to an earlier column ends the row. */
  private step(last: number, to: number): number {
    if (last < to && to < this.group) return this.skips[to]! - this.skips[last + 1]!;
    return (last >= this.group ? 0 : this.skips[this.group]! - this.skips[last + 1]!) + this.head(to);
  }

  private head(to: number): number {
    return to >= this.group ? 0 : this.skips[to]!;
  }
}

function trace(scores: readonly number[], back: readonly (readonly number[])[]): number[] {
  const path = new Array<number>(back.length);
  let at = scores.reduce((best, score, index) => (score > scores[best]! ? index : best), 0);
  for (let index = back.length - 1; index >= 0; index--) {
    path[index] = at;
    at = back[index]![at]!;
  }
  return path;
}
