import type { Diagnostic } from '../base/diagnostic.ts';
import { fold } from '../lexicon/fold.ts';
import { readsAsHeading } from '../lexicon/headings.ts';
import { isMetadataLabel, isMetadataLine } from '../lexicon/metadata.ts';
import { leadingMark, ordinal } from '../lexicon/numerals.ts';
import { looksLikeUnit } from '../lexicon/units.ts';
import type { RawCell, RawRow } from '../source/raw.ts';
import type { ColumnSpec } from './grid.ts';

/** What a row of a plan table is, where it is no task. */
export type RowKind = 'task' | 'heading' | 'group' | 'remark' | 'total' | 'blank';

const TOTAL = /^[（(]?(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计)[）)]?\s*[:：]?\s*([\d（(共].*)?$/;
const REMARK =
  /^[（(]?(注|备注|说明|附注|備註|註|附件|附|填表说明|填报说明|填表人|填报人|联系人|联系电话|编制(?=\s*[:：])|制表|制表人|编制人|审核(?=\s*[:：])|审核人|单位盖章|资料来源|数据来源|来源|抄送|印发)\s*[\d一二三]?\s*[:：.．、]/;
/** （此件公开发布）, （共9类20项，…）: what stands in brackets below a table. */
const CLOSING = /^[（(](?:此件|共\s*\d+\s*[类项个条].*[，,]|责任编辑)[^（()）]*[）)]$/;
/** 以上安排如有调整，…。: what may close a page whose rows are lost. */
const LAST_WORDS = /^(?:以上|本次(?:公布|下达)?)的?(?:各项)?[^，。]{0,6}(?:计划|安排|任务|事项|清单)[^。]{0,12}[，,].{4,80}。$/;
/** 备注 in a cell of its own before what it says. */
const REMARK_LABEL = /^(备\s*注|注|说\s*明|附\s*注|填表说明|備\s*註)[：:]?$/;
/** Most characters of a category; what is longer is a sentence. */
const NAME = 40;
const SENTENCE = /[。；;]$/;

/** What is known of a table when its rows are told apart. */
export interface RowTeller {
  columns: readonly ColumnSpec[];
  headings: ReadonlySet<string>;
  /** Merged cells are known: a cell over all columns is no cell among merged ones. */
  spansKnown: boolean;
  /** Tasks are numbered 1, 2, 3, so that 一, 二, 三 number something else. */
  arabic: boolean;
  /** A task stands above any row of one cell: then such rows are no categories, which begin with the first task, but measures of the task above. */
  opensWithTask: boolean;
}

/** Tells heading repeats, category rows, totals and remarks from tasks; `covered` says that cells merged from above reach into the row. */
export function kindOfRow(cells: readonly RawCell[], teller: RowTeller, covered = false): RowKind {
  const { columns, headings } = teller;
  const written = cells.filter(cell => cell.text !== '');
  if (written.length === 0) return 'blank';
  const first = written[0]!;
  if (TOTAL.test(fold(first.text))) return 'total';
  if (written.length > 1 && (isMetadataLabel(first.text) || (written.length === 2 && REMARK_LABEL.test(first.text)))) return 'remark';
  if (written.every(cell => cell.text === first.text)) {
    if (isRemark(first.text) || isSignature(first.text, columns.length)) return 'remark';
    if (columns.length < 3) return leadingMark(first.text)?.shape.includes('一') && isName(first.text) ? 'group' : 'task';
    if (written.length > 1 && written.length < Math.min(3, columns.length)) return 'task';
    if (teller.spansKnown && spreads(first, columns.length))
      return first.text.length <= 3 * NAME && !NOTICE.test(first.text) ? 'group' : 'remark';
    // One measure may be all that stands in the row of a task, where what is merged over it is known or lost.
    const task = firstTaskColumn(columns);
    if (covered || (first.column ?? 0) > task) return 'task';
    const marked = leadingMark(first.text)?.shape.includes('一') === true || NOTICE.test(first.text);
    return teller.opensWithTask && !marked && (first.column ?? task) === task ? 'task' : singleKind(first);
  }
  if (written.every(cell => headings.has(cell.text))) return 'heading';
  if (isSumRow(written, teller)) return 'group';
  if (!headings.has(first.text) && !headings.has((written[1] ?? first).text)) return 'task';
  return repeats(new Set(written.map(cell => cell.text)), headings) && readsAsHeading(cells.map(cell => cell.text)) ? 'heading' : 'task';
}

/** A total or remark is no task, and said: nothing disappears. */
export function leftOutRow({ cells, place }: RawRow): Diagnostic {
  const text = [...new Set(cells.map(cell => cell.text).filter(part => part !== ''))].join(' | ');
  return { code: 'left-out-row', place, text, data: { text: text.length > 60 ? `${text.slice(0, 59)}…` : text } };
}

/** The first column that holds what is to be done: the task itself, or what is merged over its measures. */
function firstTaskColumn(columns: readonly ColumnSpec[]): number {
  return columns.findIndex(({ role, carried }) => role === 'content' || (role === 'extra' && carried));
}

/** Date and office under a document. */
function isSignature(text: string, width: number): boolean {
  return (
    /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/.test(text) || (width < 3 && text.length <= 20 && !leadingMark(text) && looksLikeUnit(text))
  );
}

/** A cell over most of the columns. */
function spreads(cell: RawCell, width: number): boolean {
  return (cell.colSpan ?? 1) >= Math.max(2, width * 0.6);
}

/** Notices among the rows: 国庆节：10月1日至7日放假，10月12日上课. */
const NOTICE = /\d月\d{1,2}日.*[，,]|[，,].*\d月\d{1,2}日/;

function isName(text: string): boolean {
  return text.length <= NAME && !SENTENCE.test(text) && !NOTICE.test(text);
}

/** A category with the sums of its tasks: 一 | 交通水利（4个） | 96800 | 33500; 二、新建项目（6个） | 187300 | 64650. */
function isSumRow(written: readonly RawCell[], { arabic, columns }: RowTeller): boolean {
  if (columns.length < 4) return false;
  const numbered = arabic && ordinal(written[0]!.text)?.shape.includes('一');
  const name = numbered ? written[1] : leadingMark(written[0]!.text)?.shape.includes('一') ? written[0] : undefined;
  if (!name || !isName(name.text) || /[，,]/.test(name.text)) return false;
  const rest = written.slice(written.indexOf(name) + 1);
  return (numbered || rest.length > 0) && rest.every(cell => /^[\d.,，%％\s]+(个|项|件|万元|亿元)?$/.test(cell.text));
}

/** Whether the first row with text that is no heading holds several cells. */
export function beginWithTask(rows: readonly RawRow[], headings: ReadonlySet<string>): boolean {
  for (const { cells } of rows) {
    const written = cells.filter(cell => cell.text !== '');
    if (written.length === 0 || written.every(cell => headings.has(cell.text))) continue;
    return new Set(written.map(cell => cell.text)).size > 2;
  }
  return false;
}

/** Whether the tasks of a table are numbered 1, 2, 3: most rows that begin with a number do. */
export function numbersAreArabic(rows: readonly RawRow[]): boolean {
  let arabic = 0;
  let chinese = 0;
  for (const { cells } of rows) {
    const found = cells.slice(0, 3).flatMap(cell => ordinal(cell.text) ?? [])[0];
    if (found?.shape.includes('一')) chinese++;
    else if (found) arabic++;
  }
  return arabic > chinese;
}

function repeats(texts: ReadonlySet<string>, headings: ReadonlySet<string>): boolean {
  let known = 0;
  for (const text of texts) if (headings.has(text)) known++;
  return known * 2 >= texts.size;
}

const DATE = /^[一二三四五六七八九〇○零\d]{4}\s*年\s*[一二三四五六七八九十\d]{1,3}\s*月\s*[一二三四五六七八九十\d]{1,3}\s*日(?:印发)?$/;

/** Whether a text is a remark on a table: 注：…, 联系人：…. */
export function isRemark(text: string): boolean {
  return REMARK.test(text.length > 40 ? text : fold(text)) || CLOSING.test(text);
}

/**
 * Places `from`..`to` (exclusive) of the totals among texts whose rows are lost: 合计, and the figures behind it or behind a category, but the number of
 * the next task.
 */
export function totalsAmong(texts: readonly string[]): [number, number][] {
  const found: [number, number][] = [];
  const first = texts.findIndex(text => ordinal(text)?.parts[0] === 1);
  for (let from = 0; from < texts.length; from++) {
    const sums = isGroupOfSums(texts, from);
    if (!sums && !STREAM_TOTAL.test(texts[from]!)) continue;
    let to = from + 1;
    while (to < texts.length && FIGURE.test(texts[to]!)) to++;
    // 合计 over 中央 and 省级 is a heading.
    if (to === from + 1 && from < first) continue;
    // What stands last among the figures, before a text that opens no group, is the number of the next task.
    const number = texts[to - 1]!;
    const follows = number === '1' || texts.slice(Math.max(0, from - NEAR), from).includes(String(Number(fold(number)) - 1));
    if (to > from + 1 && to < texts.length && follows && leadingMark(texts[to]!) === null) to--;
    found.push([sums ? from + 1 : from, to]);
    from = to - 1;
  }
  return found;
}

/** Whether a category with a mark stands before the sums of its tasks: 一、综合交通（4个） | 431.1 | 95.3 | 1. */
function isGroupOfSums(texts: readonly string[], at: number): boolean {
  const mark = leadingMark(texts[at]!);
  return mark?.shape.includes('一') === true && [1, 2].every(next => FIGURE.test(texts[at + next] ?? '') && /\d/.test(texts[at + next]!));
}

/** Among how many texts before a total the number before the next one's stands. */
const NEAR = 60;
/** A total where rows are lost: the word alone, since 累计40% is what a period brings. */
const STREAM_TOTAL = /^[合总總小共]\s*[计計](?:\s*[（(][^（()）]{0,12}[）)])?[：:]?$/;
const FIGURE = /^共?[\d.,，%％—/-]+(个|项|件|万元|亿元)?$/;

/**
 * Where in the last texts of a table whose rows are lost the closing words begin: a remark (注：…, 抄送：…), or an office with a date below it. The
 * number of texts where there are none. Behind closing words stand no numbers and no units but the office that signs; dates are no signature where
 * several cells are dates.
 */
export function endOfRows(texts: readonly string[]): number {
  const from = Math.max(0, texts.length - 16);
  const last = texts.slice(from);
  const signed = texts.filter(text => isDay(text)).length === 1;
  const closes = (index: number): boolean =>
    last.slice(index + 1).every((text, at) => ordinal(text) === null && (!looksLikeUnit(text) || isDay(last[index + at + 2] ?? '')));
  const remark = last.findIndex((text, index) => (isRemark(text) || LAST_WORDS.test(text) || isMetadataLine(text)) && closes(index));
  const end = remark < 0 ? last.length : remark;
  const date = signed ? last.findIndex((text, index) => isDay(text) && closes(index)) : -1;
  if (date < 0 || date >= end) return from + end;
  return from + (date > 0 && looksLikeUnit(last[date - 1]!) && last[date - 1]!.length >= 6 ? date - 1 : date);
}

function isDay(text: string): boolean {
  return text.length <= 24 && DATE.test(text.trim());
}

/** A row with one text: a category, or a remark where it reads as a sentence. */
function singleKind(cell: RawCell): RowKind {
  if (leadingMark(cell.text) && cell.text.length <= 60) return 'group';
  return isName(cell.text) ? 'group' : 'remark';
}
