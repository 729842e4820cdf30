import type { Diagnostic } from '../base/diagnostic.ts';
import type { RawCell, RawRow } from '../source/raw.ts';
import { align } from './align.ts';
import { absence, fit, Profile } from './fit.ts';
import type { ColumnSpec, GridCell } from './grid.ts';
import { type Look, lookAt } from './look.ts';

/** A row whose cells have been put into columns. */
export interface PlacedRow {
  cells: (GridCell | null)[];
  surplus: GridCell[];
  diagnostics: Diagnostic[];
}

/** A reading is called ambiguous when another one is less than this much worse (log-odds: about 4 to 1). */
const SURE = 1.5;

/**
 * Puts the cells of rows whose columns are lost back into columns. Two passes: the first reads by roles alone and learns from rows that can
 * be read in one way only what stands in each column and how often it is empty; the second reads every row with that knowledge.
 */
export function placeRows(rows: readonly RawRow[], columns: readonly ColumnSpec[]): PlacedRow[] {
  const drafts = rows.map(row => new RowReading(row, columns));
  const profiles = columns.map(() => new Profile());
  for (const draft of drafts) draft.teach(profiles);
  return drafts.map(draft => draft.place(profiles));
}

/** How well rows read with these columns, before anything is learned: to choose between two readings of a heading. */
export function scoreRows(rows: readonly RawRow[], columns: readonly ColumnSpec[]): number {
  return rows.slice(0, 200).reduce((sum, row) => sum + new RowReading(row, columns).score(), 0);
}

class RowReading {
  private readonly row: RawRow;
  private readonly columns: readonly ColumnSpec[];
  private readonly looks = new Map<string, Look>();

  constructor(row: RawRow, columns: readonly ColumnSpec[]) {
    this.row = row;
    this.columns = columns;
  }

  /** A complete row without soft borders has one reading only. */
  private get complete(): boolean {
    const { cells } = this.row;
    return cells.length === this.columns.length && cells.every(cell => cell.text !== '' && cell.border !== 'newline');
  }

  private look(text: string): Look {
    let look = this.looks.get(text);
    if (!look) {
      look = lookAt(text);
      this.looks.set(text, look);
    }
    return look;
  }

  teach(profiles: readonly Profile[]): void {
    if (this.complete) {
      this.row.cells.forEach((cell, index) => void profiles[index]!.add(this.look(cell.text)));
      return;
    }
    const { column, margin } = this.align(undefined);
    if (margin.some(value => value < 3)) return;
    this.columns.forEach((_, index) => {
      const text = this.joined(column, index)?.text;
      profiles[index]!.add(text === undefined ? null : this.look(text));
    });
  }

  score(): number {
    return this.align(undefined).score;
  }

  place(profiles: readonly Profile[]): PlacedRow {
    if (this.complete) return { cells: this.row.cells.map(cell => written(cell)), surplus: [], diagnostics: [] };
    const reading = this.align(profiles);
    const cells = this.columns.map((_, index) => this.joined(reading.column, index));
    const surplus = this.row.cells.filter((cell, index) => reading.column[index] === -1 && cell.text !== '').map(cell => written(cell));
    return { cells, surplus, diagnostics: this.doubts(reading, cells, surplus) };
  }

  private align(profiles: readonly Profile[] | undefined): ReturnType<typeof align> {
    const { cells } = this.row;
    const pieces = cells.map(cell => ({ border: cell.border ?? 'bar', empty: cell.text === '' }) as const);
    return align(pieces, {
      columns: this.columns.length,
      fit: (first, last, column) => {
        const text = first === last ? cells[first]!.text : joinTexts(cells.slice(first, last + 1));
        return fit(this.look(text), this.columns[column]!, profiles?.[column]);
      },
      skip: column => {
        const spec = this.columns[column]!;
        return profiles ? profiles[column]!.absence(spec) : absence(spec);
      },
    });
  }

  /** The pieces of one column as one cell; null where there is none. */
  private joined(column: Int16Array, index: number): GridCell | null {
    const pieces = this.row.cells.filter((_, at) => column[at] === index);
    const first = pieces.find(cell => cell.text !== '');
    const last = pieces.findLast(cell => cell.text !== '');
    if (!first || !last) return null;
    return { text: joinTexts(pieces), place: { ...first.place, end: last.place.end }, origin: 'written' };
  }

  private doubts(reading: ReturnType<typeof align>, cells: (GridCell | null)[], surplus: GridCell[]): Diagnostic[] {
    const found: Diagnostic[] = [];
    const { place } = this.row;
    if (surplus.length > 0) {
      const text = surplus.map(cell => cell.text).join(' | ');
      found.push({ code: 'surplus-cell', place: surplus[0]!.place, text, data: { count: surplus.length, text } });
    }
    const doubtful = this.row.cells.findIndex((cell, index) => cell.text !== '' && reading.column[index]! >= 0 && reading.margin[index]! < SURE);
    if (doubtful >= 0) found.push(this.ambiguous(doubtful, reading));
    const missing = this.columns.filter((column, index) => cells[index] === null && isExpected(column));
    if (missing.length > 0) found.push({ code: 'missing-cell', place, data: { columns: missing.map(column => column.heading).join('、') } });
    return [...found, ...this.literalBars(reading.column)];
  }

  private ambiguous(index: number, reading: ReturnType<typeof align>): Diagnostic {
    const cell = this.row.cells[index]!;
    const name = (column: number): string => this.columns[column]?.heading ?? '—';
    const text = cell.text.length > 24 ? `${cell.text.slice(0, 23)}…` : cell.text;
    return { code: 'ambiguous-columns', place: cell.place, text: cell.text, data: { text, column: name(reading.column[index]!), other: name(reading.other[index]!) } };
  }

  private literalBars(column: Int16Array): Diagnostic[] {
    return this.row.cells.flatMap((cell, index) => {
      if (cell.border !== 'tight-bar' || index === 0 || column[index] === -1 || column[index] !== column[index - 1]) return [];
      const text = `${this.row.cells[index - 1]!.text}|${cell.text}`;
      return [{ code: 'literal-bar' as const, place: cell.place, text, data: { text } }];
    });
  }
}

/** A row without one of these has lost something, or its cell is merged with another's. */
function isExpected(column: ColumnSpec): boolean {
  return !column.carried && (column.role === 'content' || column.role === 'lead' || column.role === 'number');
}

function written(cell: RawCell): GridCell {
  return { text: cell.text, place: cell.place, origin: 'written' };
}

function joinTexts(cells: readonly RawCell[]): string {
  let text = '';
  for (const cell of cells) {
    if (cell.text === '') continue;
    const glue = text === '' ? '' : cell.border === 'newline' ? '\n' : cell.border === 'tight-bar' ? '|' : ' | ';
    text += glue + cell.text;
  }
  return text;
}
