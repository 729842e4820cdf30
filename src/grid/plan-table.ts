import type { Diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import { ordinal } from '../lexicon/numerals.ts';
import type { RawCell, RawRow, RawTable } from '../source/raw.ts';
import {
  type ColumnSpec,
  countCells,
  countRow,
  emptyTally,
  type Grid,
  type GridCell,
  type GridRow,
  type RowFate,
  type Tally,
} from './grid.ts';
import { areUnits, GroupPath, groupCells } from './group-path.ts';
import { inferRoles } from './infer-roles.ts';
import type { Looker } from './look.ts';
import { ColumnPlacer, type PlacedRow, scoreRows, shareWithout } from './place-columns.ts';
import { Carrier, MergedCells, SpanPlacer } from './place-spans.ts';
import { asMeasures } from './settle-roles.ts';
import { beginWithTask, kindOfRow, leftOutRow, numbersAreArabic, type RowKind, type RowTeller } from './special-rows.ts';

/** One stretch of a plan table: the rows of a raw table after its heading. A table that a page break cut in two has two of them. */
interface Part {
  table: RawTable;
  rows: readonly RawRow[];
  headings: ReadonlySet<string>;
  look: Looker;
  /** What has been learned of its columns, once its rows are read. */
  placer?: ColumnPlacer;
}

/** How rows are counted. */
const FATES: Readonly<Record<RowKind, RowFate>> = {
  task: 'tasks',
  heading: 'headings',
  group: 'groups',
  remark: 'remarks',
  total: 'remarks',
  blank: 'blanks',
};

/** How many rows at a table's end may be remarks. */
const LAST = 12;

/** A plan table with its columns known and its rows still to be read. */
export class PlanTable implements Grid {
  readonly columns: ColumnSpec[];
  readonly place: Place;
  /** Columns whose role was told by their cells, since their heading is unknown. */
  readonly guessed: readonly ColumnSpec[];
  readonly leftOut: Diagnostic[] = [];
  private readonly parts: Part[] = [];

  constructor(columns: ColumnSpec[], part: Part) {
    const settled = inferFrom(part, columns);
    this.guessed = settled.filter((column, index) => column.role !== columns[index]!.role || (column.unknown && column.role === 'content'));
    this.columns = withCategories(part, chooseColumns(part, settled));
    this.place = part.rows[0]?.place ?? part.table.place;
    this.parts.push(part);
  }

  /** Goes on with the rows of a table that has no heading of its own. */
  extend(part: Part): void {
    this.parts.push(part);
  }

  sample(most: number): string[] {
    const texts: string[] = [];
    for (const { rows } of this.parts) {
      for (const row of rows) {
        if (texts.length >= most) return texts;
        for (const cell of row.cells) if (cell.text !== '') texts.push(cell.text);
      }
    }
    return texts;
  }

  *rows(tally: Tally): Generator<GridRow> {
    const suspects = this.parts.some(part => part.table.spansKnown !== true) ? this.mergedColumns() : [];
    for (const row of this.placedRows(tally, one => this.leftOut.push(leftOutRow(one)))) {
      for (const { heading, merged } of suspects) {
        if (merged.lacks(row, row.group)) row.diagnostics.push({ code: 'missing-cell', place: row.place, data: { columns: heading } });
      }
      yield row;
    }
  }

  /** The columns whose cells the first rows show to be merged over groups, to go through all rows with. */
  private mergedColumns(): { heading: string; merged: MergedCells }[] {
    const roles = this.columns.flatMap(({ role }, index) => (role === 'support' || role === 'limit' ? [index] : []));
    if (roles.length === 0) return [];
    const categories = this.columns.filter(({ role }) => role === 'category').length;
    const depths = Array.from({ length: Math.max(1, categories) }, (_, level) => Math.min(categories, level + 1));
    const looked = roles.map(index => depths.map(depth => ({ depth, merged: new MergedCells(this.columns, index, depth) })));
    let seen = 0;
    for (const row of this.placedRows(emptyTally())) {
      for (const { merged } of looked.flat()) merged.lacks(row, row.group);
      if (++seen === 120) break;
    }
    return roles.flatMap((index, at) => {
      const found = looked[at]!.find(({ merged }) => merged.likely);
      return found ? [{ heading: this.columns[index]!.heading, merged: new MergedCells(this.columns, index, found.depth) }] : [];
    });
  }

  /** `left` hears of rows that are left out. */
  private *placedRows(tally: Tally, left: (row: RawRow) => void = () => {}): Generator<GridRow> {
    const groups = new GroupPath(this.ledByGroups());
    let carrier: Carrier | null = null;
    let opens = true;
    for (const part of this.parts) {
      const placer = makePlacer(part, this.columns);
      const positional = part.table.layout === 'placed';
      const teller = tellerOf(part, this.columns);
      if (part.table.spansKnown === true) carrier = null;
      else carrier ??= new Carrier(this.columns, positional, positional ? loneGaps(part, this.columns) : new Set());
      for (const row of part.rows) {
        const { cells } = row;
        // Merged cells reach over rows of any kind, so that all are laid out.
        const spread = positional ? placer(cells, row.place, opens) : null;
        const kind = kindOfRow(cells, teller, spread?.cells.some(cell => cell?.origin === 'spanned') ?? false);
        countRow(tally, FATES[kind], cells);
        if (kind === 'group') {
          const { name, mark } = groupCells(cells);
          groups.enter(name, mark);
          carrier?.forget();
        } else if (kind === 'task') {
          const placed = spread ?? placer(cells, row.place, opens);
          opens = false;
          carrier?.carry(placed, row.place);
          placed.diagnostics.push(...(row.diagnostics ?? []));
          yield this.finish(placed, cells, groups, row.place, tally);
        } else if (kind === 'total' || kind === 'remark') left(row);
      }
    }
  }

  /** Whether no column names who leads, but the categories do. */
  private ledByGroups(): boolean {
    const first = this.parts[0]!;
    if (this.columns.some(column => column.role === 'lead')) return false;
    const teller = tellerOf(first, this.columns);
    const groups = first.rows.slice(0, 500).filter(row => kindOfRow(row.cells, teller) === 'group');
    return areUnits(groups.map(row => groupCells(row.cells).name.text));
  }

  /** Rows at a table's end may speak of all of it; the last rows of a page are looked at, since remarks stand there. */
  get remarks(): string[] {
    return this.parts.flatMap(({ rows }) =>
      rows.slice(-LAST).flatMap(({ cells }) => {
        const written = [...new Set(cells.map(cell => cell.text).filter(text => text !== ''))];
        return written.length === 1 ? written : [];
      }),
    );
  }

  private finish(placed: PlacedRow, raw: readonly RawCell[], groups: GroupPath, place: Place, tally: Tally): GridRow {
    countCells(tally, placed);
    this.nameTask(placed.cells);
    const diagnostics = [...placed.diagnostics, ...strayNewlines(raw, placed.cells, this.columns)];
    return { cells: placed.cells, group: groups.path, given: groups.given, surplus: placed.surplus, place, diagnostics };
  }

  /** A row without a measure is a task by the name that would stand over its measures. */
  private nameTask(cells: (GridCell | null)[]): void {
    const content = this.columns.findIndex(({ role }) => role === 'content');
    const parent = this.columns.findIndex(column => column.parent);
    const cell = cells[parent];
    if (cell?.origin !== 'written' || (cells[content] && cells[content].text !== '')) return;
    cells[content] = cell;
    cells[parent] = null;
  }
}

/** How the cells of a part's rows are put into columns. */
function makePlacer(part: Part, columns: readonly ColumnSpec[]): (cells: readonly RawCell[], place: Place, opens: boolean) => PlacedRow {
  if (part.table.layout === 'placed') {
    const placer = new SpanPlacer(columns, part.table.spansKnown === true);
    return cells => placer.place(cells);
  }
  part.placer ??= new ColumnPlacer(columns, taskRows(part, columns, 500), part.look);
  const { placer } = part;
  return (cells, place, opens) => placer.place(cells, place, opens);
}

/** Least rows that have a cell in a column where the only one that has none is taken for left out, not for covered by a merged cell. */
const ALL_BUT_ONE = 12;

/** The columns with a cell in every row but one: nothing is merged there. */
function loneGaps(part: Part, columns: readonly ColumnSpec[]): ReadonlySet<number> {
  const placer = new SpanPlacer(columns, part.table.spansKnown === true);
  const rows = taskRows(part, columns, 500).map(({ cells }) => placer.place(cells).cells);
  const gaps = columns.map((_, index) => rows.filter(cells => !cells[index]).length);
  return new Set(gaps.flatMap((count, index) => (count === 1 && rows.length > ALL_BUT_ONE ? [index] : [])));
}

/** The first rows of a part that are tasks. */
function taskRows(part: Part, columns: readonly ColumnSpec[], most: number): RawRow[] {
  const teller = tellerOf(part, columns);
  return part.rows.slice(0, most).filter(row => kindOfRow(row.cells, teller) === 'task');
}

function tellerOf({ table, rows, headings }: Part, columns: readonly ColumnSpec[]): RowTeller {
  const spansKnown = table.spansKnown === true;
  const opensWithTask = !spansKnown && beginWithTask(rows.slice(0, 20), headings);
  return { columns, headings, spansKnown, arabic: numbersAreArabic(rows.slice(0, 200)), opensWithTask };
}

/** Tells unknown columns by the cells of the first rows; where columns are lost, by the rows that are complete. */
function inferFrom(part: Part, columns: ColumnSpec[]): ColumnSpec[] {
  if (!columns.some(column => column.unknown)) return columns;
  const rows = taskRows(part, columns, 200).map(row => row.cells);
  const placer = new SpanPlacer(columns, part.table.spansKnown === true);
  const placed =
    part.table.layout === 'placed' ? rows.map(cells => placer.place(cells).cells) : rows.filter(cells => cells.length === columns.length);
  return inferRoles(
    columns,
    columns.map((_, index) => placed.map(cells => cells[index]?.text ?? '')),
    part.look,
  );
}

/** Least share of the rows over which names are merged in a table of measures. */
const MERGED_ROWS = 0.1;
/** The same where each measure has a number, so that nothing but the names tells of them. */
const NUMBERED_ROWS = 0.2;

/** Reads a table as one of measures where its rows speak for it: their task cells are merged, or the rows fit better that way. */
function chooseColumns(part: Part, columns: ColumnSpec[]): ColumnSpec[] {
  const measures = columns.flatMap((column, index) => (column.measure ? [index] : []));
  if (measures.length === 0 || columns.some(({ role, counted }) => role === 'content' && counted)) return columns;
  const rows = taskRows(part, columns, 500);
  const number = columns.findIndex(column => column.role === 'number');
  if (part.table.layout !== 'placed') {
    // A category merged over tasks leaves their rows short, too.
    const whole = columns.length - (number >= 0 ? 0 : columns.filter(({ role }) => role === 'category').length);
    const short = rows.filter(({ cells }) => cells.filter(cell => cell.text !== '').length < whole);
    const numbered = short.filter(({ cells }) => number >= 0 && cells.some(cell => ordinal(cell.text) !== null)).length;
    const enough = (count: number): boolean => count >= Math.max(1, rows.length * MERGED_ROWS);
    const readings = [
      columns,
      ...(enough(short.length - numbered) ? measures.map(measure => asMeasures(columns, measure)) : []),
      ...(enough(numbered) ? measures.filter(index => !columns[index]!.target).map(measure => asMeasures(columns, measure, true)) : []),
    ];
    const scores = readings.map(reading => (readings.length === 1 ? 0 : scoreRows(rows, reading, part.look)));
    const best = readings[scores.indexOf(Math.max(...scores))]!;
    const parent = best.findIndex(column => column.parent);
    if (parent < 0) return best;
    const isNumbered = best[parent]!.role === 'category';
    const share = isNumbered ? learnedWithout(parent, rows, best, part.look) : shareWithout(parent, rows, best, part.look);
    if (share >= (isNumbered ? NUMBERED_ROWS : MERGED_ROWS))
      return best.map((column, index) => (index === parent ? { ...column, groups: true } : column));
    // Names that are not merged are the tasks, unless bars within cells make rows longer than the table is wide.
    const longer = rows.filter(({ cells }) => cells.filter(cell => cell.text !== '').length > columns.length).length;
    return !isNumbered && longer >= rows.length * MERGED_ROWS ? best : columns;
  }
  const content = columns.findIndex(column => column.role === 'content');
  const placer = new SpanPlacer(columns, part.table.spansKnown === true);
  const covered = rows.map(row => placer.place(row.cells).cells).filter(row => row[content]?.origin !== 'written');
  for (const measure of measures) {
    const merged = covered.filter(row => row[measure]?.origin === 'written');
    if (merged.length < Math.max(1, rows.length * MERGED_ROWS)) continue;
    const numbered = number >= 0 && merged.every(row => row[number]?.origin === 'written');
    return asMeasures(columns, measure, numbered).map(column => (column.parent ? { ...column, groups: true } : column));
  }
  return columns;
}

/** The share of rows in which a column has no cell, with what has been learned of them. */
function learnedWithout(column: number, rows: readonly RawRow[], columns: readonly ColumnSpec[], look: Looker): number {
  // What may be merged over tasks is taken for it first.
  const grouped = columns.map(spec => (spec.mayGroup ? { ...spec, role: 'category' as const } : spec));
  const placer = new ColumnPlacer(grouped, rows, look);
  return rows.filter(({ cells, place }) => placer.place(cells, place, false).cells[column] === null).length / rows.length;
}

/** Columns that may be categories by their headings are, where their cells are merged over tasks. */
function withCategories(part: Part, columns: ColumnSpec[]): ColumnSpec[] {
  if (!columns.some(column => column.mayGroup)) return columns;
  const rows = taskRows(part, columns, 500);
  const positional = part.table.layout === 'placed';
  const placer = positional ? new SpanPlacer(columns, part.table.spansKnown === true) : new ColumnPlacer(columns, rows, part.look);
  const placed = rows.map(({ cells, place }) => placer.place(cells, place, false).cells);
  const isMerged = (index: number): boolean =>
    placed.filter(cells => cells[index]?.origin !== 'written').length >= placed.length * MERGED_ROWS;
  return columns.map((column, index) => (column.mayGroup ? { ...column, role: isMerged(index) ? 'category' : 'extra' } : column));
}

/** Cells that ended in a line break: harmless, but worth mending at the source. */
function strayNewlines(raw: readonly RawCell[], cells: readonly (GridCell | null)[], columns: readonly ColumnSpec[]): Diagnostic[] {
  if (!raw.some(cell => cell.broken)) return [];
  return raw.flatMap(cell => {
    if (!cell.broken || cell.text === '') return [];
    const index = cells.findIndex(
      placed => placed !== null && placed.place.start <= cell.place.start && cell.place.end <= placed.place.end,
    );
    return [{ code: 'stray-newline' as const, place: cell.place, text: cell.text, data: { column: columns[index]?.heading ?? '' } }];
  });
}
