import type { Diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import type { RawCell } from '../source/raw.ts';
import type { Alignment } from './align.ts';
import type { ColumnSpec, GridCell } from './grid.ts';
import type { Profile } from './suitability.ts';

/** A reading is called ambiguous when another one is less than this much worse (log-odds: about 4 to 1). */
const SURE = 1.5;

/** Marks that stand for “then”: ticks, dots, stars. */
const MARK = /^[√✓✔☑●○◎■□▲△★☆*＊]$/;

/** What is known of a table. */
interface Table {
  columns: readonly ColumnSpec[];
  profiles: readonly Profile[];
  loses: boolean;
}

/** What is to be said of a row's reading. */
export class Doubts {
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
    const gap = doubtful < 0 && this.loses ? (this.openPeriod(placed) ?? this.openUnits(placed)) : null;
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

  /** The only units of a measure whose name is merged: with it the lead may be, so that they support. */
  private openUnits(placed: readonly (GridCell | null)[]): { cell: number; column: number } | null {
    const at = (role: string): number => this.columns.findIndex(column => column.role === role);
    const [lead, column] = [at('lead'), at('support')];
    const merged = this.columns.some(({ parent }, index) => parent && placed[index] === null);
    if (!merged || column < 0 || !placed[lead] || placed[column] || !this.profiles[column]!.usuallyFilled) return null;
    return { cell: this.reading.column.indexOf(lead), column };
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
