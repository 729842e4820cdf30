import type { PeriodKey } from '../base/period.ts';
import { headingUnit } from '../lexicon/heading-unit.ts';
import {
  columnName,
  type Heading,
  type HeadingNames,
  type HeadingRole,
  headingOf,
  readsAsHeading,
  yearOfHeading,
} from '../lexicon/headings.ts';
import { leadingMark, ordinal } from '../lexicon/numerals.ts';
import type { RawCell, RawRow, RawTable } from '../source/raw.ts';
import type { ColumnSpec, Role } from './grid.ts';
import { lookAt } from './look.ts';
import {
  type DraftColumn,
  FUNDS,
  isNounLine,
  isRepeated,
  LONE_YEAR,
  orderedColumns,
  sharesWord,
  underOne,
  widest,
  written,
} from './ordered-heading.ts';
import { scoreRows } from './place-columns.ts';

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

/** Looks for the heading among the first rows of a table and reads it; null where there is none. */
export function findHeading(table: RawTable, names?: HeadingNames): TableHeading | null {
  const limit = Math.min(table.rows.length, 15);
  for (let first = 0; first < limit; first++) {
    if (!isHeadingRow(table.rows[first]!, names)) continue;
    let next = first + mergedLines(table, first);
    while (next < table.rows.length && next < first + 3 && isSecondLine(table.rows[next]!, table.rows[first]!, names)) next++;
    // Where spans are lost, a text's heading lines may be shorter than its rows, though these are whole.
    const nouns = next === first + 1 && table.spansKnown !== true && isNounLine(table.rows, first);
    if (nouns) next++;
    const lines = table.rows.slice(first, next);
    const rows = table.rows.slice(next, next + 60);
    const columns = nouns
      ? bestUnder(lines.map(written), rows, names)
      : table.layout === 'placed'
        ? placedColumns(lines, names)
        : orderedColumns(lines.map(written), widest(rows.slice(0, 30)), names);
    const numbered = table.layout === 'placed' ? columns : withNumber(columns, rows.slice(0, 30));
    return { columns: settleRoles(atPlaces(withinPeriods(numbered), names)), first, next };
  }
  return null;
}

/** Where the words of a second line stand is told by the rows: each heading above is tried, one that shares a word with them is likelier. */
function bestUnder(lines: readonly RawCell[][], rows: readonly RawRow[], names?: HeadingNames): DraftColumn[] {
  let best: DraftColumn[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const drafts of underOne(lines, names)) {
    const specs = settleRoles(drafts);
    if (specs.length === 0) continue;
    const alike = drafts.some(({ text, over }) => over !== undefined && (sharesWord(text, over) || (FUNDS.test(over) && FUNDS.test(text))));
    const score = scoreRows(rows, specs, lookAt) + (alike ? rows.length / 4 : 0);
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

/** The heading of the numbers may be blank, which a text loses: then all rows but category rows begin with a number of one shape that no heading is for. */
function withNumber(columns: DraftColumn[], rows: readonly RawRow[]): DraftColumn[] {
  if (columns.some(({ heading }) => heading?.role === 'number')) return columns;
  const tasks = rows.map(written).filter(cells => cells.length > 1);
  const shapes = new Set(tasks.map(([first]) => ordinal(first!.text)?.shape));
  return tasks.length > 2 && shapes.size === 1 && !shapes.has(undefined) ? [NUMBER, ...columns] : columns;
}

/** What can stand under a spanning heading. */
const SUBHEADINGS: ReadonlySet<HeadingRole> = new Set(['period', 'lead', 'support', 'responsible', 'person', 'limit']);

/** A second heading line holds headings only, and does not repeat the first. */
function isSecondLine(row: RawRow, first: RawRow, names?: HeadingNames): boolean {
  const written = row.cells.filter(cell => cell.text !== '');
  const above = new Set(first.cells.map(cell => cell.text));
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
  return drafts.map(draft => {
    const over = draft.over === undefined ? null : headingOf(draft.over);
    if (over?.role !== 'period' || draft.heading?.role === 'period') return draft;
    const first = !done.has(draft.over!) && !FUNDS.test(draft.text);
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
      .map((line, depth) => covering(line, column, cells[depth + 1]))
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
function covering(line: readonly HeadCell[], column: number, below: readonly HeadCell[] | undefined): HeadCell | undefined {
  const own = at(line, column);
  if (!below || (own && own.text !== '')) return own;
  const left = line.filter(cell => cell.text !== '' && cell.column < column).at(-1);
  if (!left) return own;
  const filled = (index: number): boolean => (at(below, index)?.text ?? '') !== '';
  return spans(left) || (filled(column) && filled(left.column)) ? left : own;
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

const DIRECT: Partial<Record<HeadingRole, Role>> = {
  number: 'number',
  category: 'category',
  period: 'period',
  lead: 'lead',
  support: 'support',
  person: 'person',
};

const MONTHS = /^月\s*份$/;
const ANSWERS = /责\s*任|负\s*责|承\s*办|主\s*管/;

/** Weighs the headings against each other: which of several task-like columns is the task, whether 责任单位 leads or supports. */
export function settleRoles(drafts: readonly DraftColumn[]): ColumnSpec[] {
  const roleAt = (index: number): HeadingRole | undefined => drafts[index]?.heading?.role;
  const indexes = drafts.map((_, index) => index);
  if (indexes.filter(index => roleAt(index) === 'contact').length >= 2) return [];
  const content = contentColumn(drafts, indexes, roleAt);
  if (content < 0) return [];
  const number = indexes.find(index => roleAt(index) === 'number') ?? -1;
  const hasLead = indexes.some(index => roleAt(index) === 'lead');
  const responsible = indexes.filter(index => roleAt(index) === 'responsible');
  // 单位 beside 责任单位 is what figures are counted in.
  const countedIn =
    hasLead || responsible.length > 1 ? responsible.find(index => drafts[index]!.text.replace(/\s/g, '') === '单位') : undefined;
  const offices = responsible.filter(index => index !== countedIn);
  // 项目业主 or 建设单位 beside 责任单位: whose the project is, not who answers for it.
  const firstResponsible = offices.find(index => ANSWERS.test(drafts[index]!.text)) ?? offices[0];
  const byMonths = drafts.some(({ heading }) => /^M\d\d$/.test(heading?.period ?? ''));
  const limits = indexes.filter(index => roleAt(index) === 'limit');
  return drafts.map((draft, index): ColumnSpec => {
    const role = draft.heading?.role;
    let settled: Role = (role && DIRECT[role]) ?? 'extra';
    if (index === content) settled = 'content';
    else if (index === countedIn) settled = 'extra';
    else if (role === 'responsible') settled = !hasLead && index === firstResponsible ? 'lead' : 'support';
    // 月份 beside 起止日期 groups tasks.
    else if (role === 'limit') settled = limits.length > 1 && index < content && MONTHS.test(draft.text) ? 'category' : 'limit';
    // 阶段 before the task groups tasks, behind it tells how far each is.
    else if (role === 'category' && draft.heading!.weight < 0.7 && index > content) settled = 'extra';
    else if (
      index < number &&
      number < content &&
      (role === undefined || role === 'task' || role === 'detail' || (role === 'target' && index === 0))
    )
      settled = 'category';
    else if (role === 'number' && index !== number) settled = 'extra';
    const spec: ColumnSpec = { heading: oneLine(draft.text), role: settled };
    if (!draft.heading) spec.unknown = true;
    if (role === 'limit' && settled === 'category') spec.months = true;
    if (role === 'responsible' && settled === 'support') spec.responsible = true;
    if (settled === 'extra' && role === 'schedule') spec.schedule = true;
    if (settled === 'extra' && index > number && (role === 'target' || (role === 'task' && index > content && /目标/.test(draft.text))))
      spec.target = true;
    if (settled === 'period' && draft.heading?.period)
      spec.period = byMonths ? monthOf(draft.heading.period, draft.text) : draft.heading.period;
    const year = settled === 'period' ? (yearOfHeading(draft.text) ?? yearOfHeading(draft.over ?? '')) : null;
    if (year !== null) spec.year = year;
    if (settled === 'extra' && index > content && (role === 'task' || role === 'detail' || role === 'target')) spec.measure = true;
    if (draft.over !== undefined && draft.over !== draft.text) spec.over = draft.over;
    if (headingUnit(draft.text, draft.over) !== undefined || FIGURES.test(draft.text)) spec.figures = true;
    return spec;
  });
}

/** A heading without the line breaks that a narrow column makes: 建设 / 性质. */
function oneLine(text: string): string {
  return text.replace(/(?<=[^\x20-\x7e])\s*[\r\n]+\s*|\s*[\r\n]+\s*(?=[^\x20-\x7e])/g, '').replace(/\s*[\r\n]+\s*/g, ' ');
}

/** What is told in numbers: 目标数, 同比增长, 分值. */
const FIGURES = /(?:数|值|量|额|率|投资|资金|比重|比例|增长|增幅|面积|里程|人次)$/;

/** 3月底前 is a quarter among 6月底前 and 9月底前, a month among 5月底前 and 7月底前. */
function monthOf(period: PeriodKey, text: string): PeriodKey {
  return /^Q\d$/.test(period) && /月/.test(text) && !/[-~—–至到]/.test(text)
    ? `M${String(Number(period[1]) * 3).padStart(2, '0')}`
    : period;
}

/** Over periods, how they are filled; without any, what is to be done. */
const ARRANGED = /^(?:主要|重点|具体)?(?:工作|任务|活动)(?:安排|计划|部署)$/;

/** The column of the task text: a task heading, else a detail, else a target; to the right of the number where it can be. */
function contentColumn(
  drafts: readonly DraftColumn[],
  indexes: readonly number[],
  roleAt: (index: number) => HeadingRole | undefined,
): number {
  const number = indexes.find(index => roleAt(index) === 'number') ?? -1;
  for (const role of ['task', 'detail', 'target'] as const) {
    const found = indexes.filter(index => roleAt(index) === role);
    const right = found.find(index => index > number);
    if (right !== undefined) return right;
    if (
      role === 'task' &&
      found.length > 0 &&
      indexes.some(index => index > number && (roleAt(index) === 'detail' || roleAt(index) === 'target'))
    )
      continue;
    if (found.length > 0) return found[0]!;
  }
  // A table with units, limits or periods is a plan, whatever its task column is called.
  const isPlan = indexes.some(index => ['lead', 'support', 'responsible', 'limit', 'period'].includes(roleAt(index) ?? ''));
  if (!isPlan) return -1;
  const arranged = indexes.some(index => roleAt(index) === 'period') ? undefined : drafts.findIndex(({ text }) => ARRANGED.test(text));
  return arranged !== undefined && arranged > number
    ? arranged
    : (indexes.find(index => index > number && roleAt(index) === undefined) ?? -1);
}

/**
 * The other way to read a table with 重点任务 and 具体举措: several measures under one number, each a task of its own. What stands before the
 * column `measure` is then merged over the measures. Or each measure has a number, and the task column is a category (测评项目, 创建任务).
 */
export function asMeasures(columns: readonly ColumnSpec[], measure: number, numbered = false): ColumnSpec[] {
  return columns.map((column, index) => {
    if (index === measure) return { ...column, role: 'content' };
    if (column.role === 'content') return numbered ? { ...column, role: 'category' } : { ...column, role: 'extra', carried: true };
    if (numbered) return column;
    const between = column.measure === true && index < measure;
    return column.role === 'number' || between ? { ...column, carried: true } : column;
  });
}
