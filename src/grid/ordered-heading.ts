import { fold } from '../lexicon/fold.ts';
import { type Heading, type HeadingNames, type HeadingRole, headingOf } from '../lexicon/headings.ts';
import { leadingMark, ordinal } from '../lexicon/numerals.ts';
import { WATCHERS } from '../lexicon/office-words.ts';
import type { RawCell, RawRow } from '../source/raw.ts';

/** A column before its neighbours are taken into account. */
export interface DraftColumn {
  text: string;
  heading: Heading | null;
  over?: string;
}

/** 2023年, 2024年: years stand below the heading that spans them as quarters do. */
export const LONE_YEAR = /^20\d{2}年度?$/;

/** Columns of a table whose cells must be placed anew, which takes time for each pair of cell and column; no plan has as many. */
const MOST_ORDERED = 200;
const OFFICES: ReadonlySet<HeadingRole> = new Set(['lead', 'support', 'responsible', 'person']);
/** From which fitness on a heading says by its very word that it spans others. */
const SURE = 4;
/** What sums of money stand under: 资金安排, 投资情况. */
const FUNDS = /资金|投资|经费|预算/;

export function isFunds(text: string): boolean {
  return FUNDS.test(fold(text));
}

/** 总投资, 社会资金 below 资金安排, 期数, 人数 below 培训规模: words that fill up the rows where they stand under one of the headings above. */
export function isNounLine(rows: readonly RawRow[], first: number): boolean {
  const [above, line] = [written(rows[first]!), rows[first + 1] ? written(rows[first + 1]!) : []];
  const wordy = line.every(
    ({ text }) => text.length <= 14 && !/^\d|[。；;，,]/.test(text) && ordinal(text) === null && leadingMark(text) === null,
  );
  if (line.length < 2 || !wordy) return false;
  const width = above.length - 1 + line.length;
  const widths = rows.slice(first + 2, first + 32).map(row => written(row).length);
  // A cell that breaks over lines makes a row longer than the table is wide.
  return widths.filter(cells => cells === width).length > 2 * widths.filter(cells => cells > width).length;
}

/** The ways in which the words of a lower line can stand under one of the headings above. */
export function underOne(lines: readonly RawCell[][], names?: HeadingNames): DraftColumn[][] {
  const [above = [], below = []] = lines.map(line => line.map(cell => ({ text: cell.text, heading: headingOf(cell.text, names) })));
  return above.flatMap((column, index) => {
    if (column.heading?.role === 'number' || isPeriod(column) || /名\s*称$/.test(column.text)) return [];
    return [[...above.slice(0, index), ...below.map(sub => ({ ...sub, over: column.text })), ...above.slice(index + 1)]];
  });
}

export function written(row: RawRow): RawCell[] {
  return row.cells.filter(cell => cell.text !== '');
}

export function widest(rows: readonly RawRow[]): number {
  return Math.max(0, ...rows.map(row => written(row).length));
}

/**
 * Heading lines whose empty cells are lost: a lower line's headings go under the cells above that span such columns. `width` is how many cells the
 * fullest of the rows below has.
 */
export function orderedColumns(lines: readonly RawCell[][], width: number, names?: HeadingNames): DraftColumn[] {
  const read = (line: readonly RawCell[]): DraftColumn[] => line.map(cell => ({ text: cell.text, heading: headingOf(cell.text, names) }));
  const [first, ...lower] = lines.map(read);
  return lower
    .flatMap(halvesApart)
    .reduce((columns, below) => withLine(columns, below, width), first ?? [])
    .slice(0, MOST_ORDERED);
}

/** 上半年, 下半年, 一季度, 二季度…: two lines whose break is lost, since quarters stand under the halves of a year, not beside them. */
function halvesApart(line: readonly DraftColumn[]): DraftColumn[][] {
  const quarters = line.findIndex(({ heading }) => heading?.period?.startsWith('Q'));
  const halves = line.slice(0, Math.max(0, quarters)).every(({ heading }) => heading?.period?.startsWith('H'));
  return quarters > 0 && halves ? [line.slice(0, quarters), line.slice(quarters)] : [[...line]];
}

/** The columns with a lower heading line under those that it belongs to. */
function withLine(columns: DraftColumn[], below: readonly DraftColumn[], width: number): DraftColumn[] {
  if (isRepeated(below, columns.filter(isPeriod).length)) return underneath(columns, below, column => (isPeriod(column) ? SURE : 0));
  if (isOfWhich(below)) {
    const over =
      columns.findLast(({ text }) => isFunds(text) && /计划|安排|情况/.test(fold(text))) ??
      columns.findLast(column => spansPeriods(column) > 1);
    return over ? under(columns, [over], below) : columns;
  }
  if (below.every(({ text }) => LONE_YEAR.test(text.trim()))) return underneath(columns, below, spansPeriods);
  if (!below.some(sub => isPeriod(sub) || isOffice(sub))) {
    // 2025年计划 spans what stands beside 总投资.
    const planned = columns.filter(column => column.heading?.period === 'year' || /(?:计划|安排|情况)$/.test(fold(column.text)));
    const over = planned.length > 0 ? planned : columns.filter(({ text }) => isFunds(text));
    return under(columns, over, below);
  }
  // What stands behind the last period among offices is one too, whatever it is called.
  const behind = below.findIndex((sub, index) => isOffice(sub) && !below.slice(index).some(isPeriod));
  const isAmong = (sub: DraftColumn, index: number): boolean => isOffice(sub) || (behind >= 0 && sub.heading === null && index > behind);
  const apart = underneath(columns, below.filter(isAmong), spansOffices);
  const others = below.filter((sub, index) => !isAmong(sub, index));
  const ahead = beforeFirst(others);
  const after = others.slice(others.findLastIndex(isPeriod) + 1);
  const led = beforePeriods(apart, ahead);
  const around = afterPeriods(led, after);
  const split = underneath(around, others.slice(ahead.length, others.length - (around === led ? 0 : after.length)), spansPeriods);
  if (ahead.length + after.length > 0 && split.length === width) return split;
  const side = besideOffices(apart, below, isAmong);
  if (side === null) return underneath(apart, others, spansPeriods);
  const shares = (column: DraftColumn): number => (others.some(({ text }) => sharesWord(text, column.text)) ? 2 : 0);
  return underneath(apart, others, column => (side.has(column) ? Math.min(SURE, spansPeriods(column) + shares(column)) : 0));
}

/** Puts all of a lower line under each of some headings. */
function under(columns: readonly DraftColumn[], over: readonly DraftColumn[], below: readonly DraftColumn[]): DraftColumn[] {
  return columns.flatMap(column => (over.includes(column) ? below.map(sub => fundedYear({ ...sub, over: column.text })) : [column]));
}

/** 小计, 其中: what a heading counts, and what its periods stand under. */
export function isOfWhich(line: readonly { text: string }[]): boolean {
  const texts = line.map(({ text }) => fold(text).replace(/[:\s]/g, ''));
  return texts.length > 1 && texts.at(-1) === '其中' && texts.every(text => /^(?:小计|合计|总计|其中)$/.test(text));
}

/** What stands before the first period; a year among other words (总投资, 年度计划) is none yet. */
function beforeFirst(line: readonly DraftColumn[]): DraftColumn[] {
  const first = line.findIndex(isPeriod);
  const finer = line.findIndex(sub => isPeriod(sub) && sub.heading!.period !== 'year');
  return line.slice(0, Math.max(0, first > 0 ? Math.max(first, finer) : first));
}

/** Headings of a lower line stand in the order of those they go under: what all stands before the offices goes under a column before theirs. */
function besideOffices(
  columns: readonly DraftColumn[],
  below: readonly DraftColumn[],
  isAmong: (sub: DraftColumn, index: number) => boolean,
): ReadonlySet<DraftColumn> | null {
  const offices = below.filter(isAmong);
  const first = columns.findIndex(({ over, text }) => over !== undefined && text === offices[0]?.text);
  if (first < 0) return null;
  if (below.slice(0, below.length - offices.length).every((sub, index) => !isAmong(sub, index))) return new Set(columns.slice(0, first));
  return below.slice(0, offices.length).every(isAmong) ? new Set(columns.slice(first + offices.length)) : null;
}

/** Whether the same headings stand so many times: 形象进度, 投资 under each of several periods. */
export function isRepeated(line: readonly { text: string }[], times: number): boolean {
  const each = line.length / times;
  return times >= 2 && each >= 2 && Number.isInteger(each) && line.every(({ text }, index) => text === line[index % each]!.text);
}

function isOffice({ heading }: DraftColumn): boolean {
  return heading !== null && OFFICES.has(heading.role);
}

function isPeriod({ heading }: DraftColumn): boolean {
  return heading?.role === 'period';
}

/** Puts headings under the one before the periods' own, where a word says that they belong there: 总投资, 本年投资 under 投资情况. */
function beforePeriods(columns: DraftColumn[], below: readonly DraftColumn[]): DraftColumn[] {
  const fit = columns.map(column => (column.over === undefined ? spansPeriods(column) : 0));
  const over = columns[fit.lastIndexOf(Math.max(...fit)) - 1];
  if (!over || over.over !== undefined || below.length < 2) return columns;
  const ends = TERM.test(over.text) && below.every(({ text }) => ENDS.test(text));
  if (!ends && !below.some(({ text }) => sharesWord(text, over.text))) return columns;
  return under(columns, [over], below);
}

/** The same behind them: 预算数, 来源 under 经费 behind 预定期程. */
function afterPeriods(columns: DraftColumn[], below: readonly DraftColumn[]): DraftColumn[] {
  const fit = columns.map(column => (column.over === undefined ? spansPeriods(column) : 0));
  const over = columns[fit.lastIndexOf(Math.max(...fit)) + 1];
  if (!over || over.over !== undefined || below.length === 0 || !isFunds(over.text)) return columns;
  return under(columns, [over], below);
}

/** 年度计划 under 投资 is a sum of money, no period. */
export function fundedYear(column: DraftColumn): DraftColumn {
  const isSum = column.heading?.period === 'year' && isFunds(column.over ?? '');
  return isSum ? { ...column, heading: { role: 'note', weight: 1 } } : column;
}

/** 开工, 竣工 below 建设起止时间. */
const TERM = /起止|工期|年限|时间|日期/;
const ENDS = /^(?:计划|预计|拟)?(?:开工|动工|开始|起始|启动|竣工|完工|建成|结束|终止|投产|投用|起|止)(?:时间|日期|年月)?$/;

export function sharesWord(a: string, b: string): boolean {
  for (let at = 0; at + 2 <= b.length; at++) if (a.includes(b.slice(at, at + 2))) return true;
  return false;
}

/** Puts headings of a lower line under those above that can best span them, each the same number. */
function underneath(columns: DraftColumn[], below: readonly DraftColumn[], fitness: (column: DraftColumn) => number): DraftColumn[] {
  if (below.length === 0) return columns;
  // A heading under another may span a third line: 时间进度, 上半年, 一季度.
  const free = columns.map(column => (column.over === undefined || fitness(column) === SURE ? fitness(column) : 0));
  const best = Math.max(...free);
  if (best === 0) return columns;
  // Words that say what they span may stand several times (2024年, 2025年); of other words only the last, which is next to the units.
  const spanning = best >= SURE ? columns.filter((_, index) => free[index]! >= SURE) : [columns[free.lastIndexOf(best)]!];
  const share = below.length / spanning.length;
  return columns.flatMap(column => {
    const index = spanning.indexOf(column);
    if (index < 0) return [column];
    return below.slice(Math.round(index * share), Math.round((index + 1) * share)).map(sub => ({ ...sub, over: column.text }));
  });
}

/** How well a heading can stand over periods: 0 not at all, from SURE on by its very word. */
function spansPeriods({ heading, text }: DraftColumn): number {
  if (/^其中[：:]?$/.test(text)) return SURE;
  if (!heading) return /[进度目标计划安排年节]/.test(text) ? 3 : 2;
  if (heading.role === 'schedule' || heading.period === 'year' || heading.period?.startsWith('H')) return SURE;
  if (heading.role === 'target' || (heading.role === 'limit' && /期程|进度|时段|计划|安排|节点/.test(fold(text)))) return 3;
  return heading.role === 'task' || heading.role === 'detail' ? 1 : 0;
}

const WATCHED = new RegExp(`^(?:${WATCHERS})`);

/** How well a heading can stand over units and people; 督导单位 stands beside them. */
function spansOffices({ heading, text }: DraftColumn): number {
  if (WATCHED.test(text)) return 0;
  if (heading?.role === 'responsible' || (/分工|责任|单位/.test(text) && heading?.role !== 'lead')) return SURE;
  return heading ? 0 : 1;
}
