import type { Diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import type { RawCell } from '../source/raw.ts';
import { surplusFound } from './doubts.ts';
import type { ColumnSpec, GridCell } from './grid.ts';
import type { PlacedRow } from './place-columns.ts';

/**
 * Lays out rows, one after the other, whose cells know their columns. Where merged cells are known, a cell's text is repeated in the rows it
 * covers (origin `spanned`) and a cell over several periods says so in `across`. Cells beyond the heading's columns are surplus.
 */
export class SpanPlacer {
  private readonly columns: readonly ColumnSpec[];
  private readonly spansKnown: boolean;
  private readonly covering: { cell: GridCell; rows: number }[] = [];
  constructor(columns: readonly ColumnSpec[], spansKnown: boolean) {
    this.columns = columns;
    this.spansKnown = spansKnown;
  }

  place(raw: readonly RawCell[]): PlacedRow {
    const cells = this.columns.map((_, index): GridCell | null => {
      const cover = this.covering[index];
      if (!cover || cover.rows === 0) return null;
      cover.rows--;
      return { ...cover.cell, origin: 'spanned' };
    });
    const surplus: GridCell[] = [];
    raw.forEach((cell, order) => {
      const index = cell.column ?? order;
      if (cell.text === '' && !this.spansKnown) return;
      if (index < this.columns.length) this.put(cell, index, cells);
      else if (cell.text !== '') surplus.push({ text: cell.text, place: cell.place, origin: 'written' });
    });
    return { cells: cells.map(cell => (cell && cell.text !== '' ? cell : null)), surplus, diagnostics: surplusFound(surplus) };
  }

  private put(raw: RawCell, index: number, cells: (GridCell | null)[]): void {
    const cell: GridCell = { text: raw.text, place: raw.place, origin: 'written' };
    const across = Math.min(raw.colSpan ?? 1, this.columns.length - index);
    if (across > 1) cell.across = across;
    if (raw.text !== '') cells[index] = cell;
    const rows = (raw.rowSpan ?? 1) - 1;
    for (let at = index; at < index + across; at++) this.covering[at] = { cell: at === index ? cell : { ...cell, text: '' }, rows };
  }
}

/**
 * The column whose cell is a row's task where the column of tasks has none: the names over measures, or a cell before it that reaches over both. Where
 * merged cells are lost, only a heading that may name tasks (考核指标) says so, none of kinds (类别). -1 where there is none.
 */
export function nameOver(columns: readonly ColumnSpec[], cells: readonly (GridCell | null)[]): number {
  const parent = columns.findIndex(column => column.parent);
  if (parent >= 0) return parent;
  const before = columns.findIndex(({ role }) => role === 'content') - 1;
  const reaches = (cells[before]?.across ?? 1) > 1 || columns[before]?.mayGroup === true;
  return columns[before]?.role === 'category' && reaches ? before : -1;
}

const NONE = /^(?:[-—–/／]{1,2}|无|無)$/;

/**
 * Whether cells of a column (support units, time limits) are merged over the tasks of a group, where a text gives no merged cells: the first task
 * of every group has one, and most of the others have none. Then those have lost theirs. Of tables with two groups, none of the others may have one.
 */
export class MergedCells {
  private readonly column: number;
  private readonly categories: readonly number[];
  private readonly lead: number;
  private group = '';
  /** Whether the group's first row, and any of its rows so far, has one. */
  private first = false;
  private seen = false;
  private elsewhere = 0;
  private groups = 0;
  private without = 0;
  private followers = 0;
  /** Whether something says that units are merged over rows in this table. */
  private merged = false;

  /** `depth`: how many of the category columns, from the outermost on, make a group. */
  constructor(columns: readonly ColumnSpec[], column: number, depth: number) {
    this.column = column;
    this.categories = columns.flatMap(({ role }, index) => (role === 'category' ? [index] : [])).slice(0, depth);
    this.lead = columns.findIndex(column => column.role === 'lead');
  }

  /** Takes the next row; returns whether it lacks what the first row of its group has. */
  lacks({ cells }: PlacedRow, group: readonly GridCell[]): boolean {
    const name = [...group.map(cell => cell.text), ...this.categories.map(index => cells[index]?.text ?? '')].join('\n');
    const has = cells[this.column] !== null;
    // A lead that is merged, or a mark for none (—), says that an empty cell is no cell without units.
    if (cells[this.lead]?.origin === 'guessed' || NONE.test(cells[this.column]?.text ?? '')) this.merged = true;
    const seen = this.seen && name === this.group;
    this.seen = has || seen;
    if (name !== this.group) {
      this.group = name;
      this.first = has;
      if (has) this.groups++;
      else this.without++;
      return false;
    }
    if (has) this.elsewhere++;
    else if (this.first) this.followers++;
    return !has && (this.first || (this.merged && seen));
  }

  /** Whether something but the rows' own count says that cells are merged. */
  get told(): boolean {
    return this.merged;
  }

  /** What the rows so far say of the table. */
  get likely(): boolean {
    if (this.elsewhere === 0 && this.groups >= 2 && this.followers >= 2) return true;
    return this.without === 0 && this.groups >= 3 && this.followers >= Math.max(3, 2 * this.elsewhere);
  }
}

/**
 * Carries values down where a text gives no merged cells: categories and other columns before the task (a group's unit, month or number) are
 * merged in such tables, so that an empty cell there is a covered one. A lead unit and a time limit are expected of every task: an empty
 * one is taken from above, and said; where even its place is lost, only for a measure below others of one task.
 */
export class Carrier {
  private readonly columns: readonly ColumnSpec[];
  private readonly positional: boolean;
  private readonly lone: ReadonlySet<number>;
  private readonly content: number;
  private readonly number: number;
  private readonly above: (GridCell | null)[];
  /** What was said of the row that a category comes from, where it may be none. */
  private readonly doubts: (Diagnostic | undefined)[] = [];

  /** `lone` are columns in which only one row has no cell: it is missing there, not covered. */
  constructor(columns: readonly ColumnSpec[], positional: boolean, lone: ReadonlySet<number>) {
    this.columns = columns;
    this.lone = lone;
    this.positional = positional;
    this.content = columns.findIndex(column => column.role === 'content');
    this.number = columns.findIndex(column => column.role === 'number');
    this.above = columns.map(() => null);
  }

  /** A category row begins a new group: nothing is carried over it. */
  forget(): void {
    this.above.fill(null);
  }

  carry(placed: PlacedRow, place: Place): void {
    this.columns.forEach((column, index) => {
      const cell = placed.cells[index];
      if (cell) {
        this.above[index] = cell;
        if (column.role === 'category') {
          this.forgetInner(index);
          this.doubts[index] = placed.diagnostics.find(
            ({ code, text, data }) => code === 'ambiguous-columns' && text === cell.text && data?.column === column.heading,
          );
        }
        return;
      }
      const last = this.above[index];
      if (last) this.fill(placed, index, column, last, place);
    });
    if (this.positional && placed.cells[this.content] === null && !this.isNamed(placed))
      placed.diagnostics.push({ code: 'missing-cell', place, data: { columns: this.columns[this.content]!.heading } });
  }

  /** A new outer category ends the inner ones. */
  private forgetInner(index: number): void {
    for (let at = index + 1; at < this.content; at++) if (this.columns[at]!.role === 'category') this.above[at] = null;
  }

  private fill(placed: PlacedRow, index: number, column: ColumnSpec, last: GridCell, place: Place): void {
    const { role } = column;
    const leading = role === 'category' || column.carried || (index < this.content && role !== 'number' && role !== 'support');
    const numbered = role === 'number' && placed.cells[this.content] !== null;
    // A number of its own begins a task of its own: its text is missing, not merged.
    const same =
      role === 'content' && placed.cells.some(Boolean) && placed.cells[this.number]?.origin !== 'written' && !this.isNamed(placed);
    if (leading || (this.positional && (numbered || same))) {
      // Where a row has lost its columns, that its number is the one above is a guess, unless the name behind it is merged, too.
      const alone = role === 'number' && !this.positional && !this.columns.some(({ parent }, at) => parent && placed.cells[at] === null);
      placed.cells[index] = { ...last, origin: alone ? 'guessed' : 'spanned' };
      // A category in doubt is as doubtful in the rows below it.
      const doubt = this.doubts[index];
      if (doubt) placed.diagnostics.push(doubt);
    } else if (this.lone.has(index) && (role === 'lead' || role === 'limit')) {
      placed.diagnostics.push({ code: 'missing-cell', place, data: { columns: column.heading } });
    } else if ((this.positional && (role === 'lead' || role === 'limit')) || (role === 'lead' && this.isMeasure(placed))) {
      placed.cells[index] = { ...last, origin: 'guessed' };
      placed.diagnostics = placed.diagnostics.filter(({ code, data }) => code !== 'missing-cell' || data?.columns !== column.heading);
      placed.diagnostics.push({
        code: 'guessed-column',
        place,
        text: last.text,
        data: { column: column.heading, from: last.text },
      });
    }
  }

  /** Whether a row without a measure is a task by the name that would stand over its measures, or reaches over their column. */
  private isNamed({ cells }: PlacedRow): boolean {
    const name = nameOver(this.columns, cells);
    return cells[name]?.origin === 'written';
  }

  /** Whether a row is a further measure of the task above, whose text is merged over it. */
  private isMeasure({ cells }: PlacedRow): boolean {
    return this.columns.some(({ role, carried }, index) => role === 'extra' && carried && cells[index]?.origin === 'spanned');
  }
}
