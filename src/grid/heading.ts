import { columnName, type Heading, type HeadingNames, type HeadingRole, headingOf, readsAsHeading } from '../lexicon/headings.ts';
import { leadingMark, ordinal } from '../lexicon/numerals.ts';
import type { RawCell, RawRow, RawTable } from '../source/raw.ts';
import type { ColumnSpec } from './grid.ts';
import { lookAt } from './look.ts';
import {
  type DraftColumn,
  fundedYear,
  isFunds,
  isNounLine,
  isOfWhich,
  isRepeated,
  LONE_YEAR,
  orderedColumns,
  sharesWord,
  underOne,
  widest,
  written,
} from './ordered-heading.ts';
import { scoreRows } from './place-columns.ts';
import { settleRoles } from './settle-roles.ts';

/** The heading of a table: its columns and the rows it takes, `first` up to before `next`. `columns` is empty for a table that is no plan. */
export interface TableHeading {
  columns: ColumnSpec[];
  first: number;
  next: number;
}

interface HeadCell {
  text: string;
  heading: Heading | null;
  column: number;
  span: number;
}

/** Whether a row's cells read as headings. */
export function isHeadingRow(row: RawRow, names?: HeadingNames): boolean {
  return readsAsHeading(
    row.cells.map(cell => cell.text),
    names,
  );
}

/** Looks for the heading among the first rows of a table and reads it; null where there is none. `width`: how many columns it has, where no rows tell. */
export function findHeading(table: RawTable, names?: HeadingNames, width?: number): TableHeading | null {
  const limit = Math.min(table.rows.length, 15);
  for (let first = 0; first < limit; first++) {
    if (!isHeadingRow(table.rows[first]!, names)) continue;
    let next = first + mergedLines(table, first);
    const isLower = (at: number): boolean => at < table.rows.length && isSecondLine(table.rows[at]!, table.rows[first]!, names);
    while (next < first + 3 && (isLower(next) || (isLower(next + 1) && isOfWhich(written(table.rows[next]!))))) next++;
    // Where spans are lost, a text's heading lines may be shorter than its rows, though these are whole.
    const nouns = next === first + 1 && table.spansKnown !== true && isNounLine(table.rows, first);
    if (nouns) next++;
    const lines = table.rows.slice(first, next);
    const rows = table.rows.slice(next, next + 60);
    const columns = nouns
      ? bestUnder(lines.map(written), rows, names)
      : table.layout === 'placed'
        ? placedColumns(lines, names)
        : orderedColumns(lines.map(written), width ?? widest(rows.slice(0, 30)), names);
    const numbered = table.layout === 'placed' ? columns : withNumber(columns, rows.slice(0, 30));
    return { columns: settleRoles(atPlaces(withinPeriods(numbered), names)), first, next };
  }
  return null;
}

/** What words of any kind stand under: 签约项目, 到位资金 under 年度目标. */
const SPANNING = /目标|规模|情况|计划|安排|面积|要求/;

/** Where the words of a second line stand is told by the rows: each heading above is tried, one that shares a word with them is likelier. */
function bestUnder(lines: readonly RawCell[][], rows: readonly RawRow[], names?: HeadingNames): DraftColumn[] {
  let best: DraftColumn[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const drafts of underOne(lines, names)) {
    const specs = settleRoles(drafts);
    if (specs.length === 0) continue;
    const alike = drafts.some(({ text, over }) => over !== undefined && (sharesWord(text, over) || (isFunds(over) && isFunds(text))));
    const spans = drafts.some(({ over }) => over !== undefined && SPANNING.test(over));
    const score = scoreRows(rows, specs, lookAt) + (alike ? rows.length / 4 : spans ? rows.length / 8 : 0);
    if (score > most) [best, most] = [drafts, score];
  }
  return best;
}

/** How many lines a heading has whose merged cells tell it: those merged downwards stand beside others that headings stand below. */
function mergedLines({ layout, rows, spansKnown }: RawTable, first: number): number {
  if (layout !== 'placed') return 1;
  const { cells } = rows[first]!;
  if (spansKnown === true) {
    const depth = Math.max(1, ...cells.map(cell => cell.rowSpan ?? 1));
    const deep = cells.filter(cell => (cell.rowSpan ?? 1) === depth).length;
    return depth > 1 && depth <= 4 && deep * 2 >= cells.length && cells.some(cell => (cell.colSpan ?? 1) > 1) ? depth : 1;
  }
  return rows[first + 1] && fillsGaps(cells, rows[first + 1]!.cells) ? 2 : 1;
}

/** Whether a line of short words fills just the gaps that merged headings leave, and the place of the heading before each gap. */
function fillsGaps(above: readonly RawCell[], line: readonly RawCell[]): boolean {
  const filled = (cells: readonly RawCell[]): Map<number, string> =>
    new Map(cells.flatMap((cell, index) => (cell.text === '' ? [] : [[cell.column ?? index, cell.text] as const])));
  const [over, below] = [filled(above), filled(line)];
  const inGaps = [...below.keys()].filter(column => !over.has(column));
  if (inGaps.length === 0 || [...below.values()].some(text => text.length > 12 || ordinal(text) !== null || /[。；;]/.test(text)))
    return false;
  return [...below.keys()].every(column => !over.has(column) || (!over.has(column + 1) && below.has(column + 1)));
}

const NUMBER: DraftColumn = { text: '序号', heading: { role: 'number', weight: 0.5 } };

/**
 * The heading of the numbers may be blank, which a text loses: then all rows but category rows hold a number of one shape, at one place or where what
 * stands before it is merged, and the fullest rows have a cell more than there are headings.
 */
function withNumber(columns: DraftColumn[], rows: readonly RawRow[]): DraftColumn[] {
  if (columns.some(({ heading }) => heading?.role === 'number')) return columns;
  const tasks = rows.map(written).filter(cells => cells.length > 1);
  const places = tasks.map(cells => cells.slice(0, MOST_AHEAD).findIndex(({ text }) => ordinal(text) !== null));
  const shapes = new Set(tasks.map((cells, index) => ordinal(cells[places[index]!]?.text ?? '')?.shape));
  if (tasks.length < 3 || shapes.size !== 1 || shapes.has(undefined)) return columns;
  const at = Math.max(...places);
  const longer = tasks.filter((cells, index) => places[index] === at && cells.length > columns.length);
  return at === 0 || longer.length > 0 ? [...columns.slice(0, at), NUMBER, ...columns.slice(at)] : columns;
}

/** Among how many cells of a row its number stands. */
const MOST_AHEAD = 3;

/** What can stand under a spanning heading. */
const SUBHEADINGS: ReadonlySet<HeadingRole> = new Set(['period', 'lead', 'support', 'responsible', 'person', 'limit']);

/** A second heading line holds headings only, and does not repeat the first. */
function isSecondLine(row: RawRow, first: RawRow, names?: HeadingNames): boolean {
  const written = row.cells.filter(cell => cell.text !== '');
  const above = new Set(first.cells.map(cell => cell.text));
  // One cell that begins the line is a category: 第一季度.
  if (written.length < 2 && (written[0]?.column ?? 0) === 0) return false;
  if (written.some(cell => cell.text.length > 16 || leadingMark(cell.text) !== null || ordinal(cell.text) !== null)) return false;
  const headings = written.flatMap(cell => headingOf(cell.text, names) ?? []);
  const below =
    headings.some(heading => SUBHEADINGS.has(heading.role)) || written.filter(cell => LONE_YEAR.test(cell.text.trim())).length > 1;
  const known = (headings.length >= written.length * 0.6 && below) || isRepeated(written, periodsIn(first.cells));
  return known && !written.every(cell => above.has(cell.text));
}

function periodsIn(cells: readonly RawCell[]): number {
  return cells.filter(({ text }) => headingOf(text)?.role === 'period').length;
}

/**
 * Several headings under each period (形象进度, 投资 under 一季度): the first that is no sum of money is what is to be done in it, the others are
 * further columns by both names.
 */
function withinPeriods(drafts: readonly DraftColumn[]): DraftColumn[] {
  const done = new Set<string>();
  return drafts.map(fundedYear).map(draft => {
    const over = draft.over === undefined ? null : headingOf(draft.over);
    if (over?.role !== 'period' || draft.heading?.role === 'period') return draft;
    const first = !done.has(draft.over!) && !isFunds(draft.text);
    if (first) done.add(draft.over!);
    return first ? { ...draft, heading: over } : { text: `${draft.over}${draft.text}`, heading: { role: 'note', weight: 1 } };
  });
}

/** Heading lines whose cells know their columns: each column is named by its lowest filled line, under what spans it. */
function placedColumns(lines: readonly RawRow[], names?: HeadingNames): DraftColumn[] {
  const cells: HeadCell[][] = lines.map(line => line.cells.map((cell, index) => headCell(cell, index, names)));
  const width = Math.max(0, ...cells.flat().map(cell => cell.column + cell.span));
  const columns: DraftColumn[] = [];
  for (let column = 0; column < Math.min(width, 500); column++) {
    const stack = cells
      .map((line, depth) => covering(line, column, cells.slice(depth + 1)))
      .filter(cell => cell !== undefined && cell.text !== '');
    const lowest = stack.at(-1);
    const draft: DraftColumn = { text: lowest?.text ?? '', heading: lowest?.heading ?? null };
    const above = stack.at(-2);
    const over = stack.length > 1 ? (above?.heading?.role === 'period' ? above : stack[0]!).text : undefined;
    columns.push(over === undefined ? draft : { ...draft, over });
  }
  while (columns.length > 0 && columns.at(-1)!.text === '') columns.pop();
  return columns;
}

/**
 * The cell of a heading line over a column. In upper lines a heading also covers the empty cells to its right, where headings stand below both
 * (a heading merged downwards has none below it), or where its word is one that spans.
 */
function covering(line: readonly HeadCell[], column: number, below: readonly (readonly HeadCell[])[]): HeadCell | undefined {
  const own = at(line, column);
  if (own && own.text !== '') return own;
  const left = line.filter(cell => cell.text !== '' && cell.column < column).at(-1);
  if (!left) return own;
  const filled = (index: number): boolean => below.some(cells => (at(cells, index)?.text ?? '') !== '');
  return filled(column) && (spans(left) || filled(left.column)) ? left : own;
}

function at(line: readonly HeadCell[], column: number): HeadCell | undefined {
  return line.find(cell => column >= cell.column && column < cell.column + cell.span);
}

function spans(cell: HeadCell): boolean {
  return cell.heading?.role === 'schedule' || cell.heading?.role === 'responsible' || cell.heading?.role === 'period';
}

function headCell(cell: RawCell, index: number, names?: HeadingNames): HeadCell {
  return { text: cell.text, heading: headingOf(cell.text, names), column: cell.column ?? index, span: Math.min(cell.colSpan ?? 1, 500) };
}

/** Columns with what the user says of those at some places. */
function atPlaces(columns: readonly DraftColumn[], names: HeadingNames | undefined): DraftColumn[] {
  return columns.map((column, index) => ({ ...column, heading: names?.get(columnName(index + 1)) ?? column.heading }));
}
