import type { Diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import type { RawCell, RawRow } from '../source/raw.ts';
import { type Alignment, align } from './align.ts';
import type { ColumnSpec, GridCell } from './grid.ts';
import { type Look, type Looker, lookAt } from './look.ts';
import { absence, Profile, suitability } from './suitability.ts';

/** A row whose cells have been put into columns. */
export interface PlacedRow {
  cells: (GridCell | null)[];
  surplus: GridCell[];
  diagnostics: Diagnostic[];
}

/** A reading is called ambiguous when another one is less than this much worse (log-odds: about 4 to 1). */
const SURE = 1.5;

/** Rows that are learned from. */
const SAMPLE = 400;

/**
 * Puts the cells of rows whose columns are lost back into columns. First it reads a sample by roles alone and learns, from the rows that can be
 * read in one way only, what stands in each column and how often it is empty; with that knowledge it reads every row. Rows whose cells look the
 * same are aligned once.
 */
export class ColumnPlacer {
  readonly columns: readonly ColumnSpec[];
  readonly profiles: Profile[];
  private readonly readings = new Map<string, Alignment>();
  /** Cost of leaving each column out, when all is learned. */
  private readonly skips: number[];

  private readonly look: Looker;
  /** Whether empty cells before filled ones are lost. */
  readonly loses: boolean;

  constructor(columns: readonly ColumnSpec[], sample: readonly RawRow[], look: Looker = lookAt) {
    this.columns = columns;
    this.look = look;
    this.loses = losesEmpty(sample);
    this.profiles = columns.map(() => new Profile());
    const first = columns.map(absence);
    for (const { cells } of sample.slice(0, SAMPLE)) this.learn(cells, first);
    this.readings.clear();
    this.skips = columns.map((column, index) => this.profiles[index]!.absence(column));
  }

  private learn(cells: readonly RawCell[], skips: readonly number[]): void {
    const looks = cells.map(cell => this.look(cell.text));
    if (isComplete(cells, this.columns)) {
      looks.forEach((look, index) => void this.profiles[index]!.add(look));
      return;
    }
    const key = readingKey(cells, looks);
    const reading = this.readings.get(key) ?? alignCells(cells, looks, this.columns, skips, null, this.look);
    this.readings.set(key, reading);
    const { column, margin, other } = reading;
    const unsure = new Set<number>();
    margin.forEach((value, piece) => {
      if (value < 3) unsure.add(column[piece]!).add(other[piece]!);
    });
    this.columns.forEach((_, index) => {
      if (unsure.has(index)) return;
      const cell = joinedCell(cells, column, index);
      this.profiles[index]!.add(cell && this.look(cell.text));
    });
  }

  place(cells: readonly RawCell[], rowPlace: Place): PlacedRow {
    if (isComplete(cells, this.columns))
      return { cells: cells.map(cell => (cell.text === '' ? null : written(cell))), surplus: [], diagnostics: [] };
    const reading = this.read(cells);
    const placed: (GridCell | null)[] = new Array(this.columns.length).fill(null);
    const surplus: GridCell[] = [];
    cells.forEach((cell, at) => {
      const column = reading.column[at]!;
      if (cell.text === '') return;
      if (column === -1) surplus.push(written(cell));
      else placed[column] = placed[column] === null ? written(cell) : joinedCell(cells, reading.column, column);
    });
    return { cells: placed, surplus, diagnostics: new Doubts(cells, reading, this).all(placed, surplus, rowPlace) };
  }

  private read(cells: readonly RawCell[]): Alignment {
    const looks = cells.map(cell => this.look(cell.text));
    const key = readingKey(cells, looks);
    let reading = this.readings.get(key);
    if (!reading) {
      if (this.readings.size > 20_000) this.readings.clear();
      reading = alignCells(cells, looks, this.columns, this.skips, this.profiles, this.look);
      this.readings.set(key, reading);
    }
    return reading;
  }
}

/** Whether a dialect loses empty cells: no row has one before a filled cell. How many there are at an end then says nothing of where they were. */
function losesEmpty(rows: readonly RawRow[]): boolean {
  return rows.every(({ cells }) => {
    const last = cells.findLastIndex(cell => cell.text !== '');
    return cells.every((cell, index) => index > last || cell.text !== '');
  });
}

/** How well rows read with these columns, before anything is learned: to choose between two readings of a heading. */
export function scoreRows(rows: readonly RawRow[], columns: readonly ColumnSpec[], look: Looker): number {
  const skips = columns.map(absence);
  return rows.slice(0, 200).reduce(
    (sum, { cells }) =>
      sum +
      alignCells(
        cells,
        cells.map(cell => look(cell.text)),
        columns,
        skips,
        null,
        look,
      ).score,
    0,
  );
}

/** Rows with the same key are read alike. */
function readingKey(cells: readonly RawCell[], looks: readonly Look[]): string {
  let key = '';
  for (let at = 0; at < cells.length; at++) key += `${cells[at]!.border ?? ''}${looks[at]!.key}|`;
  return key;
}

/**
 * A row that has one reading only: a cell for every column, no soft borders, and either none of them empty or an empty one before a filled one
 * (dialects that lose empty cells write none of those).
 */
function isComplete(cells: readonly RawCell[], columns: readonly ColumnSpec[]): boolean {
  if (cells.length !== columns.length || cells.some(cell => cell.border === 'newline' || cell.border === 'tight-bar')) return false;
  const last = cells.findLastIndex(cell => cell.text !== '');
  return (
    last >= 0 && (cells.every(cell => cell.text !== '') || cells.some((cell, index) => index < last && cell.text === '' && !cell.broken))
  );
}

function alignCells(
  cells: readonly RawCell[],
  looks: readonly Look[],
  columns: readonly ColumnSpec[],
  skips: readonly number[],
  profiles: readonly Profile[] | null,
  lookAtText: Looker,
): Alignment {
  const pieces = cells.map(cell => ({ border: cell.border ?? 'bar', empty: cell.text === '' }) as const);
  return align(pieces, {
    columns: columns.length,
    fit: (first, last, column) => {
      const look = first === last ? looks[first]! : lookAtText(joinTexts(cells.slice(first, last + 1)));
      return suitability(look, columns[column]!, profiles?.[column]);
    },
    skip: column => skips[column]!,
  });
}

/** The pieces of one column as one cell; null where there is none. */
function joinedCell(cells: readonly RawCell[], column: Int16Array, index: number): GridCell | null {
  let first: RawCell | null = null;
  let last: RawCell | null = null;
  for (let at = 0; at < cells.length; at++) {
    if (column[at] !== index || cells[at]!.text === '') continue;
    first ??= cells[at]!;
    last = cells[at]!;
  }
  if (!first || !last) return null;
  if (first === last) return written(first);
  const joined = cells.filter((cell, at) => column[at] === index && cell.text !== '');
  return { text: joinTexts(joined), place: { ...first.place, end: last.place.end }, origin: 'written', pieces: joined.length };
}

/** Marks that stand for “then”: ticks, dots, stars. */
const MARK = /^[√✓✔☑●○◎■□▲△★☆*＊]$/;

/** What is known of a table. */
interface Table {
  columns: readonly ColumnSpec[];
  profiles: readonly Profile[];
  loses: boolean;
}

/** What is to be said of a row's reading. */
class Doubts {
  private readonly cells: readonly RawCell[];
  private readonly reading: Alignment;
  private readonly columns: readonly ColumnSpec[];
  private readonly profiles: readonly Profile[];
  private readonly loses: boolean;

  constructor(cells: readonly RawCell[], reading: Alignment, { columns, profiles, loses }: Table) {
    this.cells = cells;
    this.reading = reading;
    this.columns = columns;
    this.profiles = profiles;
    this.loses = loses;
  }

  all(placed: readonly (GridCell | null)[], surplus: readonly GridCell[], place: Place): Diagnostic[] {
    const { column, margin } = this.reading;
    const found = surplusFound(surplus);
    const doubtful = this.cells.findIndex(
      (cell, index) => cell.text !== '' && column[index]! >= 0 && (margin[index]! < SURE || this.isLooseMark(cell, placed)),
    );
    const gap = doubtful < 0 && this.loses ? this.openPeriod(placed) : null;
    if (doubtful >= 0) found.push(this.ambiguous(doubtful, this.reading.other[doubtful]!));
    else if (gap) found.push(this.ambiguous(gap.cell, gap.column));
    const content = this.columns.findIndex(({ role }) => role === 'content');
    const missing = this.columns.filter(
      (spec, index) => placed[index] === null && isExpected(spec, this.profiles[index]!, index < content),
    );
    if (missing.length > 0) found.push({ code: 'missing-cell', place, data: { columns: missing.map(spec => spec.heading).join('、') } });
    return [...found, ...this.literalBars()];
  }

  /** A bare mark in one of several period columns, some of which are empty: nothing but its place, which is lost, says for which it stands. */
  private isLooseMark({ text }: RawCell, placed: readonly (GridCell | null)[]): boolean {
    return this.loses && MARK.test(text) && this.columns.some(({ role }, index) => role === 'period' && placed[index] === null);
  }

  /** Periods at the end of a row of which one is empty: which one, is lost with the places of empty cells. */
  private openPeriod(placed: readonly (GridCell | null)[]): { cell: number; column: number } | null {
    const cell = this.cells.findLastIndex(({ text }) => text !== '');
    if (this.columns[this.reading.column[cell]!]?.role !== 'period') return null;
    const column = this.columns.findIndex(({ role }, index) => role === 'period' && placed[index] === null);
    return column < 0 ? null : { cell, column };
  }

  private ambiguous(index: number, other: number): Diagnostic {
    const { reading } = this;
    const cell = this.cells[index]!;
    const name = (column: number): string => this.columns[column]?.heading ?? '—';
    const text = cell.text.length > 24 ? `${cell.text.slice(0, 23)}…` : cell.text;
    return {
      code: 'ambiguous-columns',
      place: cell.place,
      text: cell.text,
      data: { text, column: name(reading.column[index]!), other: name(other) },
    };
  }

  private literalBars(): Diagnostic[] {
    if (!this.cells.some(cell => cell.border === 'tight-bar')) return [];
    const { column } = this.reading;
    return this.cells.flatMap((cell, index) => {
      if (cell.border !== 'tight-bar' || index === 0 || column[index] === -1 || column[index] !== column[index - 1]) return [];
      const text = `${this.cells[index - 1]!.text}|${cell.text}`;
      return [{ code: 'literal-bar' as const, place: cell.place, text, data: { text } }];
    });
  }
}

/** What is said of cells beyond the columns. */
export function surplusFound(surplus: readonly GridCell[]): Diagnostic[] {
  if (surplus.length === 0) return [];
  const text = surplus.map(cell => cell.text).join(' | ');
  return [{ code: 'surplus-cell', place: surplus[0]!.place, text, data: { count: surplus.length, text } }];
}

/** A row without one of these has lost something, or its cell is merged with another's. Units and limits before the task are: tables begin with them to group by them. */
function isExpected(column: ColumnSpec, profile: Profile, leading: boolean): boolean {
  if (leading && (column.role === 'limit' || column.role === 'lead')) return false;
  if (column.role === 'limit') return profile.usuallyFilled;
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
