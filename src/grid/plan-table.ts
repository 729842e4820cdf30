import type { Diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import type { RawCell, RawRow } from '../source/raw.ts';
import { chooseColumns, inferFrom, numbersFirst, type Part, taskRows, tellerOf, withCategories } from './choose-columns.ts';
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
import { ColumnPlacer, type PlacedRow } from './place-columns.ts';
import { Carrier, MergedCells, nameOver, SpanPlacer } from './place-spans.ts';
import { kindOfRow, leftOutRow, type RowKind } from './special-rows.ts';

/** How rows are counted. */
const FATES: Readonly<Record<RowKind, RowFate>> = {
  task: 'tasks',
  heading: 'headings',
  group: 'groups',
  remark: 'remarks',
  total: 'remarks',
  blank: 'blanks',
};

/** Columns and levels of categories that are looked at for merged cells. */
const MOST_LOOKED = 12;
const MOST_DEEP = 3;

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
    this.columns = withCategories(part, chooseColumns(part, numbersFirst(part, settled)));
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
    const roles = this.columns.flatMap(({ role }, index) => (role === 'support' || role === 'limit' ? [index] : [])).slice(0, MOST_LOOKED);
    if (roles.length === 0) return [];
    const categories = this.columns.filter(({ role }) => role === 'category').length;
    const depths = Array.from({ length: Math.min(MOST_DEEP, Math.max(1, categories)) }, (_, level) => Math.min(categories, level + 1));
    const looked = roles.map(index => depths.map(depth => ({ depth, merged: new MergedCells(this.columns, index, depth) })));
    let seen = 0;
    for (const row of this.placedRows(emptyTally())) {
      for (const { merged } of looked.flat()) merged.lacks(row, row.group);
      if (++seen === 120) break;
    }
    return roles.flatMap((index, at) => {
      const found = looked[at]!.find(({ merged }) => merged.likely) ?? looked[at]!.filter(({ merged }) => merged.told).at(-1);
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
        const covered = spread?.cells.some(cell => cell?.origin === 'spanned') ?? false;
        const kind = row.kind ?? kindOfRow(cells, teller, covered);
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
    const groups = first.rows.slice(0, 500).filter(row => (row.kind ?? kindOfRow(row.cells, teller)) === 'group');
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

  /** A row without a measure is a task by the name that would stand over its measures, or reaches over their column. */
  private nameTask(cells: (GridCell | null)[]): void {
    const content = this.columns.findIndex(({ role }) => role === 'content');
    const parent = nameOver(this.columns, cells);
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
