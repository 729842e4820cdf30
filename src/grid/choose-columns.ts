import { ordinal } from '../lexicon/numerals.ts';
import type { RawRow, RawTable } from '../source/raw.ts';
import type { ColumnSpec } from './grid.ts';
import { inferRoles } from './infer-roles.ts';
import type { Looker } from './look.ts';
import { ColumnPlacer, scoreRows, shareWithout } from './place-columns.ts';
import { SpanPlacer } from './place-spans.ts';
import { asMeasures } from './settle-roles.ts';
import { beginWithTask, kindOfRow, numbersAreArabic, type RowTeller } from './special-rows.ts';

/** One stretch of a plan table: the rows of a raw table after its heading. A table that a page break cut in two has two of them. */
export interface Part {
  table: RawTable;
  rows: readonly RawRow[];
  headings: ReadonlySet<string>;
  look: Looker;
  /** What has been learned of its columns, once its rows are read. */
  placer?: ColumnPlacer;
}

/** The first rows of a part that are tasks. */
export function taskRows(part: Part, columns: readonly ColumnSpec[], most: number): RawRow[] {
  const teller = tellerOf(part, columns);
  return part.rows.slice(0, most).filter(row => kindOfRow(row.cells, teller) === 'task');
}

export function tellerOf({ table, rows, headings }: Part, columns: readonly ColumnSpec[]): RowTeller {
  const spansKnown = table.spansKnown === true;
  const opensWithTask = !spansKnown && beginWithTask(rows.slice(0, 20), headings);
  return { columns, headings, spansKnown, arabic: numbersAreArabic(rows.slice(0, 200)), opensWithTask };
}

/** Tells unknown columns by the cells of the first rows; where columns are lost, by the rows that are complete. */
export function inferFrom(part: Part, columns: ColumnSpec[]): ColumnSpec[] {
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
export function chooseColumns(part: Part, columns: ColumnSpec[]): ColumnSpec[] {
  const measures = columns.flatMap((column, index) => (column.measure ? [index] : []));
  if (measures.length === 0 || columns.some(({ role, counted }) => role === 'content' && counted?.here)) return columns;
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
export function withCategories(part: Part, columns: ColumnSpec[]): ColumnSpec[] {
  if (!columns.some(column => column.mayGroup)) return columns;
  const rows = taskRows(part, columns, 500);
  const positional = part.table.layout === 'placed';
  const placer = positional ? new SpanPlacer(columns, part.table.spansKnown === true) : new ColumnPlacer(columns, rows, part.look);
  const placed = rows.map(({ cells, place }) => placer.place(cells, place, false).cells);
  const isMerged = (index: number): boolean =>
    placed.filter(cells => cells[index]?.origin !== 'written').length >= placed.length * MERGED_ROWS;
  return columns.map((column, index) => (column.mayGroup ? { ...column, role: isMerged(index) ? 'category' : 'extra' } : column));
}
