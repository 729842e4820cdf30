import type { Diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import type { RawCell, RawRow } from '../source/raw.ts';
import { type Alignment, align } from './align.ts';
import { Doubts } from './doubts.ts';
import type { ColumnSpec, GridCell } from './grid.ts';
import { type Look, type Looker, lookAt } from './look.ts';
import { absence, innerAbsence, Profile, suitability } from './suitability.ts';

/** A row whose cells have been put into columns. */
export interface PlacedRow {
  cells: (GridCell | null)[];
  surplus: GridCell[];
  diagnostics: Diagnostic[];
}

/** What a category that the first row leaves out costs more than in others. */
const WRITTEN_FIRST = 2.5;

/** Cost of leaving a cell over that has text, or none but stands between others that have: bars at the end and where lines broke say nothing. */
const SURPLUS = 9;
const GAP = 5;

/** Rows that are learned from, and how few with a cell in each column teach how to read the others. */
const SAMPLE = 400;
const LEAST_WHOLE = 3;

/**
 * Puts the cells of rows whose columns are lost back into columns. First it reads a sample by roles alone and learns, from the rows that can be
 * read in one way only, what stands in each column and how often it is empty; with that knowledge it reads every row. Rows whose cells look the
 * same are aligned once.
 */
export class ColumnPlacer {
  readonly columns: readonly ColumnSpec[];
  readonly profiles: Profile[];
  /** What rows with a cell in each column teach; null where there are too few. */
  readonly whole: readonly Profile[] | null;
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
    this.whole = this.wholeRows(sample);
    for (const { cells } of sample.slice(0, SAMPLE)) this.learn(cells, first, this.whole);
    this.readings.clear();
    this.skips = columns.map((column, index) => this.profiles[index]!.absence(column));
  }

  /** What stands in each column by the rows with a cell for each, which leave nothing open; null where there are too few. */
  private wholeRows(sample: readonly RawRow[]): Profile[] | null {
    const rows = sample.slice(0, SAMPLE).filter(({ cells }) => isComplete(cells, this.columns) && cells.every(({ text }) => text !== ''));
    if (rows.length < LEAST_WHOLE) return null;
    return this.columns.map((_, index) => {
      const profile = new Profile();
      for (const { cells } of rows) profile.add(this.look(cells[index]!.text));
      return profile;
    });
  }

  private learn(cells: readonly RawCell[], skips: readonly number[], whole: readonly Profile[] | null): void {
    const looks = cells.map(cell => this.look(cell.text));
    if (isComplete(cells, this.columns)) {
      looks.forEach((look, index) => void this.profiles[index]!.add(look));
      return;
    }
    const key = readingKey(cells, looks);
    const reading = this.readings.get(key) ?? alignCells(cells, looks, this.columns, skips, whole, this.look);
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

  /** `opens`: no task stands above the row from which a merged cell could reach into it. */
  place(cells: readonly RawCell[], rowPlace: Place, opens: boolean): PlacedRow {
    if (isComplete(cells, this.columns))
      return { cells: cells.map(cell => (cell.text === '' ? null : written(cell))), surplus: [], diagnostics: [] };
    const reading = this.read(cells, opens);
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

  private read(cells: readonly RawCell[], opens: boolean): Alignment {
    const looks = cells.map(cell => this.look(cell.text));
    const key = `${opens ? '^' : ''}${readingKey(cells, looks)}`;
    let reading = this.readings.get(key);
    if (!reading) {
      if (this.readings.size > 20_000) this.readings.clear();
      reading = alignCells(cells, looks, this.columns, opens ? this.opening() : this.skips, this.profiles, this.look);
      this.readings.set(key, reading);
    }
    return reading;
  }

  /** Costs in a first row: a category that is merged over the rows of a table is written in their first. */
  private opening(): number[] {
    return this.columns.map(({ role }, index) => this.skips[index]! + (role === 'category' ? WRITTEN_FIRST : 0));
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
  return readRows(rows, columns, look).reduce((sum, { score }) => sum + score, 0);
}

function readRows(rows: readonly RawRow[], columns: readonly ColumnSpec[], look: Looker): Alignment[] {
  const skips = columns.map(absence);
  return rows.slice(0, 200).map(({ cells }) => {
    const looks = cells.map(cell => look(cell.text));
    return alignCells(cells, looks, columns, skips, null, look);
  });
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
  const last = cells.findLastIndex(cell => cell.text !== '');
  const pieces = cells.map(({ text, border = 'bar', broken }, index) => ({
    border,
    drop: text !== '' ? SURPLUS : index < last && !broken ? GAP : 0,
  }));
  return align(pieces, {
    columns: columns.length,
    fit: (first, last, column) => {
      const look = first === last ? looks[first]! : lookAtText(joinTexts(cells.slice(first, last + 1)));
      return suitability(look, columns[column]!, profiles?.[column]);
    },
    skip: (column, follows) => skips[column]! + (follows ? innerAbsence(columns, column) : 0),
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
