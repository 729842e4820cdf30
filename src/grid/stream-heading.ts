import { type Heading, type HeadingNames, type HeadingRole, headingOf, readsAsHeading } from '../lexicon/headings.ts';
import { ordinal } from '../lexicon/numerals.ts';
import type { RawCell, RawRow, RawTable } from '../source/raw.ts';
import type { ColumnSpec } from './grid.ts';
import { findHeading, type TableHeading } from './heading.ts';
import type { Looker } from './look.ts';
import { LONE_YEAR, underOne } from './ordered-heading.ts';
import { settleRoles } from './settle-roles.ts';
import { scoreStream } from './split-stream.ts';
import { opensGroup } from './stream-pieces.ts';

/** Cells that a heading is tried on, and the most headings a table may have. */
const SAMPLE = 240;
const MOST = 30;
/** What a known, and an unknown, word says for being a heading; in the same measure as how well cells suit columns. */
const KNOWN = 3;
const UNKNOWN = -1;
/** What each known word says against a heading that ends before it. */
const CUT = 20;
/** What a reading loses by which the first row has no category, though one stands before its number: there is none above to be merged with. */
const NO_CATEGORY = 15;
/** The same where a row begins with the category, and the first one's begins with a 1. */
const NO_FIRST = 40;
/** What a reading of two lines loses. */
const SPLIT = 8;
/** What an unknown word at the end loses, which may be the first row's. */
const TRAILING = 5;
/** What each period loses a reading that stands behind a later one. */
const DISORDER = 30;
/** What one line loses that ends in 牵头单位, 配合单位 apart from its 责任单位: they stand below that, in a second line. */
const HANGING = 30;
const OFFICES: ReadonlySet<HeadingRole> = new Set(['lead', 'support', 'responsible']);
/** What can stand in a second line of a heading. */
const BELOW: ReadonlySet<HeadingRole> = new Set([...OFFICES, 'period', 'person', 'limit', 'schedule']);

/**
 * The heading at the begin of a stream of cells, whose rows are lost: where it ends, and which of its words stand below another, is told by how
 * well the cells behind it can be read with it. `next` counts cells. Null where no reading makes a plan.
 */
export function findStreamHeading(cells: readonly RawCell[], look: Looker, names?: HeadingNames): TableHeading | null {
  const last = latestEnd(cells, look, names);
  const number = cells.slice(0, last).findIndex(({ text }) => headingOf(text, names)?.role === 'number');
  const first = cells[last];
  const numbered =
    number >= 0 && first !== undefined && (ordinal(first.text)?.parts[0] === 1 || (number === 0 && opensGroup(look(first.text))));
  let best: TableHeading | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (let next = 2; next <= last; next++) {
    const heads = cells.slice(0, next);
    // Behind the units, words such as 主要经济指标 are likelier a row's.
    const answered = heads.some(({ text }) => isOffice(headingOf(text, names)));
    const left = cells.slice(next, last).map(({ text }) => headingOf(text, names));
    const words = left.map(
      heading => heading !== null && (!answered || isBelow(heading) || heading.role === 'number' || heading.weight === 1),
    );
    // Between the heading and the first number or category row no words of a heading can stand, but the cells of columns before the numbers'.
    const cut = numbered ? words.slice(0, Math.max(0, left.length - number)).filter(Boolean).length : [...words, false].indexOf(false);
    const lined = [wholeHeadings(heads, names, true), wholeHeadings(heads, names)];
    const told = (form: readonly RawCell[] | undefined): string => form?.map(({ text }) => text).join(' ') ?? '';
    const forms = [...lined, heads].filter((form, index, all) => told(form) !== told(all[index + 1]));
    for (const lines of forms.flatMap(form => readings(form, names))) {
      // Words that a line break parted say as much together as one by one.
      const said = saidBy(lines, names) + KNOWN * (heads.length - lines.flat().length);
      const trailing = lines.length === 1 && headingOf(heads.at(-1)!.text, names) === null ? TRAILING : 0;
      const found = columnsOf(lines, next === (numbered ? last - number : last), names);
      for (const columns of found.flatMap(groupedToo).flatMap(read => numberedToo(read, cells.slice(next, next + 3), look))) {
        const lacking = lackOfCategory(columns, cells[next]);
        const against =
          lacking +
          trailing +
          (lines.length === 1 && hangsOver(heads, names) ? HANGING : 0) +
          DISORDER * stepsBack(columns) +
          SPLIT * (lines.length - 1);
        const score = said - CUT * cut - against + scoreStream(cells.slice(next, Math.max(SAMPLE, next)), columns, look);
        if (score > most) [best, most] = [{ columns, first: 0, next }, score];
      }
    }
  }
  return best;
}

/** What the words of heading lines say for being headings: in a second line only those that stand below others. */
function saidBy([above = [], below = []]: readonly RawCell[][], names?: HeadingNames): number {
  const known =
    above.filter(({ text }) => headingOf(text, names)).length + below.filter(({ text }) => isBelow(headingOf(text, names))).length;
  return KNOWN * known + UNKNOWN * (above.length + below.length - known);
}

function hangsOver(heads: readonly RawCell[], names?: HeadingNames): boolean {
  const roles = heads.map(({ text }) => headingOf(text, names)?.role);
  const over = roles.indexOf('responsible');
  return over >= 0 && over < roles.length - 3 && roles.at(-2) === 'lead' && roles.at(-1) === 'support';
}

function isOffice(heading: Heading | null): boolean {
  return heading !== null && OFFICES.has(heading.role);
}

function isBelow(heading: Heading | null): boolean {
  return heading !== null && BELOW.has(heading.role);
}

/** How often a period column stands right of a later one, under the same heading. */
function stepsBack(columns: readonly ColumnSpec[]): number {
  const periods = columns.filter(({ period }) => period !== undefined);
  return periods.filter(({ period, over }, index) => {
    const before = periods[index - 1];
    return (
      before !== undefined &&
      before.period![0] === period![0] &&
      before.period! >= period! &&
      (over === undefined || before.over === over || before.over === undefined)
    );
  }).length;
}

function lackOfCategory(columns: readonly ColumnSpec[], first: RawCell | undefined): number {
  const category = columns.findIndex(({ role }) => role === 'category');
  const number = columns.findIndex(({ role }) => role === 'number');
  const text = first?.text ?? '';
  if (number < 0) return category === 0 && /^1[.、．]/.test(text) ? NO_FIRST : 0;
  return category >= 0 && number > category && ordinal(text)?.parts[0] === 1 ? NO_CATEGORY : 0;
}

/** Columns as they are, and with those as categories that may be some. */
function groupedToo(columns: ColumnSpec[]): ColumnSpec[][] {
  if (!columns.some(column => column.mayGroup)) return [columns];
  return [columns, columns.map(column => (column.mayGroup ? { ...column, role: 'category' } : column))];
}

/** Columns as they are, and with one of numbers whose heading is blank, where what follows begins with a 1: before them, or behind the names over measures. */
function numberedToo(columns: ColumnSpec[], next: readonly RawCell[], look: Looker): ColumnSpec[][] {
  if (columns.some(({ role }) => role === 'number')) return [columns];
  const cells = next.filter(cell => !opensGroup(look(cell.text)));
  const isFirst = (cell: RawCell | undefined): boolean => ordinal(cell?.text ?? '')?.parts[0] === 1;
  if (isFirst(cells[0])) return [columns, [NUMBERS, ...columns]];
  const [names, measures, ...rest] = columns;
  if (!isFirst(cells[1]) || names?.role !== 'content' || !measures?.measure) return [columns];
  return [columns, [{ ...names, role: 'category' }, NUMBERS, { ...measures, role: 'content' }, ...rest]];
}

const NUMBERS: ColumnSpec = { heading: '序号', role: 'number' };

/** The heading ends before the first number, category or sentence; where no numbers say how long it is, before two words in a row that are no headings. */
function latestEnd(cells: readonly RawCell[], look: Looker, names?: HeadingNames): number {
  const first = cells
    .slice(0, MOST)
    .findIndex(({ text }) => (ordinal(text) !== null && headingOf(text, names) === null) || opensGroup(look(text)) || /[。；;]/.test(text));
  const end = first < 0 ? Math.min(cells.length, MOST) : first;
  const row = first < 0 ? undefined : cells[first]!;
  const counts = row !== undefined && (ordinal(row.text)?.parts[0] === 1 || opensGroup(look(row.text)));
  const numbered = counts && headingOf(cells[0]!.text, names)?.role === 'number';
  const texts = cells.slice(0, end).map(({ text }) => text);
  const units = texts.findIndex(text => isOffice(headingOf(text, names)));
  const answered = readsAsHeading(texts.slice(0, units + 1), names) ? units : -1;
  let unknown = 0;
  for (let at = 0; at < end; at++) {
    if (isLonePeriod(cells, at)) return at;
    if (numbered || at <= answered) continue;
    unknown = headingOf(cells[at]!.text, names) ? 0 : unknown + 1;
    if (unknown > 2) return at - 1;
  }
  return end;
}

/** Most characters of a heading that stands in two lines, and of its first line. */
const LONGEST = 8;
const FIRST_LINE = 4;

/** Headings that a line break parts put together: 分管 / 领导, 完成 / 时限, 牵头 / 单位; `all`: also those of which each part may be one (责任 / 领导). */
function wholeHeadings(heads: readonly RawCell[], names?: HeadingNames, all = false): RawCell[] {
  const whole: RawCell[] = [];
  for (const cell of heads) {
    const last = whole.at(-1);
    const joined =
      last && (partsOfOne(last.text, cell.text, names) || (all && mayBeOne(last.text, cell.text, names))) ? last.text + cell.text : null;
    if (joined === null) whole.push(cell);
    else whole[whole.length - 1] = { ...last!, text: joined, place: { ...last!.place, end: cell.place.end } };
  }
  return whole;
}

/** Whether two words make one heading: the first is none by itself, or the whole says another thing, or the same more surely. */
function partsOfOne(first: string, second: string, names?: HeadingNames): boolean {
  const short = first.length <= FIRST_LINE || LONE_YEAR.test(first);
  const joined = short && first.length + second.length <= LONGEST ? headingOf(first + second, names) : null;
  if (!joined) return false;
  const [a, b] = [headingOf(first, names), headingOf(second, names)];
  if (LONE_YEAR.test(first) || /^(?:是否|有无)$/.test(first)) return true;
  if (!a) return (first.length <= 2 && second.length <= 3) || !b || joined.role !== b.role || joined.weight > b.weight;
  if (!b) return joined.role !== a.role || joined.weight > a.weight;
  if (a.role === b.role) return joined.role === a.role && first.length <= 2 && a.role !== 'number';
  return joined.weight > Math.max(a.weight, b.weight) || (a.weight < 0.7 && b.weight < 0.7);
}

/** The last word of many headings, which is one by itself, too. */
const LAST_WORD = /^(?:任务|目标|内容|要求|措施|单位|部门|科室|处室|领导|时限)$/;

function mayBeOne(first: string, second: string, names?: HeadingNames): boolean {
  return (
    first.length <= FIRST_LINE && LAST_WORD.test(second) && !/(?:任务|单位|部门)$/.test(first) && headingOf(first + second, names) !== null
  );
}

const KEYED_BY_MONTHS = /^(?:月\s*份?|时\s*间|日\s*期|周\s*次|月度|时段)$/;

/** A period that no other stands beside is a row's: the first month under 月份, or a quarter over tasks, where another comes later. */
function isLonePeriod(cells: readonly RawCell[], at: number): boolean {
  const kindAt = (index: number): string => headingOf(cells[index]?.text ?? '')?.period?.[0] ?? '';
  const kind = kindAt(at);
  if (kind === '' || kindAt(at + 1) === kind || kindAt(at - 1) === kind) return false;
  if (kind === 'M' && cells.slice(0, at).some(({ text }) => KEYED_BY_MONTHS.test(text))) return true;
  const { text } = cells[at]!;
  return cells.slice(at + 2, SAMPLE).some((cell, index) => cell.text !== text && kindAt(at + 2 + index) === kind);
}

/** Most words of a second line whose meaning is open. */
const MOST_BELOW = 8;

/** One line; or two, cut before each word from which on all can stand below another: periods, offices, short words that say little by themselves. */
function readings(heads: readonly RawCell[], names?: HeadingNames): RawCell[][][] {
  const found = [[[...heads]]];
  let open = 0;
  for (let cut = heads.length - 1; cut > 1; cut--) {
    const heading = headingOf(heads[cut]!.text, names);
    if (!isBelow(heading)) open++;
    if (open > MOST_BELOW || heading?.role === 'number' || heading?.role === 'category' || heads[cut]!.text.length > 12) break;
    if (heads.length - cut > 1) found.push([heads.slice(0, cut), heads.slice(cut)]);
  }
  return found;
}

/** The columns of some heading lines, in all the ways in which the words of the second can stand under the first; `open`: also words of any kind. */
function columnsOf(lines: readonly RawCell[][], open: boolean, names?: HeadingNames): ColumnSpec[][] {
  const [above, below = []] = lines;
  const known = headingsOfLines(lines, names);
  if (!open || below.length < 2 || below.some(({ text }) => isBelow(headingOf(text, names)))) return known;
  if (
    !readsAsHeading(
      above!.map(({ text }) => text),
      names,
    )
  )
    return known;
  return [
    ...known,
    ...underOne(lines, names)
      .map(settleRoles)
      .filter(columns => columns.length > 0),
  ];
}

/** The columns of some heading lines, by known words: where all of the second stand under one heading, and under two next to each other. */
function headingsOfLines(lines: readonly RawCell[][], names?: HeadingNames): ColumnSpec[][] {
  const one = headingOfLines(lines, names)?.columns ?? [];
  const two = lines.length > 1 ? (headingOfLines(lines, names, lines.flat().length - 2)?.columns ?? []) : one;
  const alike = two.length === one.length && two.every(({ over }, index) => over === one[index]!.over);
  return [one, ...(alike ? [] : [two])].filter(columns => columns.length > 0);
}

function headingOfLines(lines: readonly RawCell[][], names?: HeadingNames, width?: number): TableHeading | null {
  const rows = lines.map((cells): RawRow => ({ cells, place: cells[0]!.place }));
  const table: RawTable = { kind: 'table', layout: 'ordered', rows, place: rows[0]!.place };
  const heading = findHeading(table, names, width);
  const whole = heading !== null && heading.first === 0 && heading.next === rows.length && heading.columns.length > 2;
  // A second line that belongs under no heading of the first adds no column.
  return whole && (rows.length === 1 || heading.columns.length >= lines[0]!.length + lines[1]!.length - 3) ? heading : null;
}
