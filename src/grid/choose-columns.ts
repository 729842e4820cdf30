import { ordinal } from '../lexicon/numerals.ts';
import type { RawCell, RawRow, RawTable } from '../source/raw.ts';
import type { ColumnSpec, GridCell } from './grid.ts';
import { inferRoles } from './infer-roles.ts';
import type { Looker } from './look.ts';
import { ColumnPlacer, scoreRows } from './place-columns.ts';
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
  return part.rows.slice(0, most).filter(row => (row.kind ?? kindOfRow(row.cells, teller)) === 'task');
}

export function tellerOf({ table, rows, headings }: Part, columns: readonly ColumnSpec[]): RowTeller {
  const spansKnown = table.spansKnown === true;
  const opensWithTask = !spansKnown && beginWithTask(rows.slice(0, 20), headings);
  return { columns, headings, spansKnown, arabic: numbersAreArabic(rows.slice(0, 200)), opensWithTask };
}

/** Tells unknown columns by the cells of the first rows; where columns are lost, by the rows that are complete. */
export function inferFrom(part: Part, columns: ColumnSpec[]): ColumnSpec[] {
  if (!columns.some(column => column.unknown)) return columns;
  const placed = firstRows(part, columns);
  return inferRoles(
    columns,
    columns.map((_, index) => placed.map(cells => cells[index]?.text ?? '')),
    part.look,
  );
}

/** 具体要求 over two columns: the first of them holds the numbers of what stands in the second. */
export function numbersFirst(part: Part, columns: ColumnSpec[]): ColumnSpec[] {
  const content = columns.findIndex(({ role }) => role === 'content');
  const at = columns.findIndex(
    ({ heading, figures, target }, index) =>
      (index === content || index === content + 1) && !figures && !target && [heading, ''].includes(columns[index + 1]?.heading ?? '—'),
  );
  if (at < 0 || columns.some(({ role }) => role === 'number')) return columns;
  const values = firstRows(part, columns).flatMap(row => ordinal(row[at]?.text ?? '')?.parts[0] ?? []);
  if (values.length < 3 || !values.every((value, index) => value === index + 1)) return columns;
  return columns.map((column, index): ColumnSpec => {
    if (index === at) return { ...column, role: 'number' };
    if (index === at + 1) return { ...column, role: 'content' };
    return index === content ? { ...column, role: 'category' } : column;
  });
}

/** The first tasks with a cell, or none, for each column; where columns are lost, those that are complete. */
function firstRows(part: Part, columns: readonly ColumnSpec[]): (readonly ({ text: string } | null)[])[] {
  const rows = taskRows(part, columns, 200).map(({ cells }) => cells);
  if (part.table.layout !== 'placed') return wholeRows(rows, columns.length);
  const placer = new SpanPlacer(columns, part.table.spansKnown === true);
  return rows.map(cells => placer.place(cells).cells);
}

/** Rows with as many cells as there are columns, without empty ones where there are enough: those may stand where cells are lost. */
function wholeRows(rows: readonly (readonly RawCell[])[], width: number): (readonly RawCell[])[] {
  const wide = rows.filter(cells => cells.length === width);
  const whole = wide.filter(cells => cells.every(({ text }) => text !== ''));
  return whole.length >= 3 ? whole : wide;
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
    // What is merged over tasks leaves their rows short, too.
    const whole = columns.length - (number >= 0 ? 0 : columns.findIndex(({ role }) => role === 'content'));
    const width = ({ cells }: RawRow): number => cells.filter(cell => cell.text !== '').length;
    const short = rows.filter(row => width(row) < whole);
    const longer = rows.filter(row => width(row) > columns.length).length;
    const numbered = short.filter(({ cells }) => number >= 0 && cells.some(cell => ordinal(cell.text) !== null)).length;
    const enough = (count: number): boolean => count >= Math.max(1, rows.length * MERGED_ROWS);
    const readings = [
      columns,
      ...(enough(short.length - numbered) || (number < 0 && enough(longer)) ? measures.map(measure => asMeasures(columns, measure)) : []),
      ...(enough(numbered) ? measures.filter(index => !columns[index]!.target).map(measure => asMeasures(columns, measure, true)) : []),
    ];
    const scores = readings.map(reading => (readings.length === 1 ? 0 : scoreRows(rows, reading, part.look)));
    const best = readings[scores.indexOf(Math.max(...scores))]!;
    const parent = best.findIndex(column => column.parent);
    if (parent < 0) return best;
    const isNumbered = best[parent]!.role === 'category';
    if (learnedWithout(parent, rows, best, part.look) >= (isNumbered ? NUMBERED_ROWS : MERGED_ROWS))
      return best.map((column, index) => (index === parent ? { ...column, groups: true } : column));
    // Names that are not merged are the tasks, unless bars within cells make rows longer than the table is wide.
    return !isNumbered && longer >= rows.length * MERGED_ROWS ? best : columns;
  }
  const content = columns.findIndex(column => column.role === 'content');
  const placer = new SpanPlacer(columns, part.table.spansKnown === true);
  const covered = rows
    .map(row => placer.place(row.cells).cells)
    .filter(row => row[content]?.origin !== 'written' && !spreads(row, content));
  for (const measure of measures) {
    const merged = covered.filter(row => row[measure]?.origin === 'written');
    if (merged.length < Math.max(1, rows.length * MERGED_ROWS)) continue;
    const numbered = number >= 0 && merged.every(row => row[number]?.origin === 'written');
    return asMeasures(columns, measure, numbered).map(column => (column.parent ? { ...column, groups: true } : column));
  }
  return columns;
}

/** Whether the cell before a column reaches over it: 利润总额 under both 考核指标 and 考核内容. */
function spreads(row: readonly (GridCell | null)[], index: number): boolean {
  const before = row[index - 1];
  return row[index] === null && before?.origin === 'written' && ordinal(before.text) === null;
}

/** How much better a text must fit names than measures to be one of them. */
const ALIKE = 0.25;

/** The share of rows in which a column of names has no cell, with what has been learned of them; a task that looks like the names is one of them. */
function learnedWithout(column: number, rows: readonly RawRow[], columns: readonly ColumnSpec[], look: Looker): number {
  const placer = new ColumnPlacer(grouped(columns), rows, look);
  const content = columns.findIndex(({ role }) => role === 'content');
  const known = placer.whole ?? placer.profiles;
  const lacks = ({ cells, place }: RawRow): boolean => {
    const placed = placer.place(cells, place, false).cells;
    const task = placed[content];
    if (placed[column] !== null || !task) return placed[column] === null;
    const seen = look(task.text);
    const fit = (index: number): number => known[index]!.fit(seen) + known[index]!.ended(seen);
    return fit(content) > fit(column) - ALIKE;
  };
  return rows.filter(lacks).length / rows.length;
}

/** What may be merged over tasks is taken for it first. */
function grouped(columns: readonly ColumnSpec[]): ColumnSpec[] {
  return columns.map(spec => (spec.mayGroup ? { ...spec, role: 'category' } : spec));
}

/** Columns that may be categories by their headings are, where their cells are merged over tasks. */
export function withCategories(part: Part, columns: ColumnSpec[]): ColumnSpec[] {
  if (!columns.some(column => column.mayGroup)) return columns;
  const rows = taskRows(part, columns, 500);
  const positional = part.table.layout === 'placed';
  const placer = positional ? new SpanPlacer(columns, part.table.spansKnown === true) : new ColumnPlacer(grouped(columns), rows, part.look);
  const placed = rows.map(({ cells, place }) => placer.place(cells, place, false).cells);
  const isMerged = (index: number): boolean =>
    placed.filter(cells => cells[index]?.origin !== 'written').length >= placed.length * MERGED_ROWS;
  return columns.map((column, index) => (column.mayGroup ? { ...column, role: isMerged(index) ? 'category' : 'extra' } : column));
}
