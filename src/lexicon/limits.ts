import { type CivilDate, civilDate, monthEnd } from '../base/civil-date.ts';
import { fold } from './fold.ts';
import { arabicQuarters, numberValue } from './numerals.ts';
import { type TimePhrase, timePhrases } from './time-phrases.ts';

/** What a time limit means: a day, no fixed day (持续推进, 长期), an impossible day, or nothing known. */
export type Limit =
  | { kind: 'date'; date: CivilDate }
  | { kind: 'open' }
  | { kind: 'yearless' }
  | { kind: 'impossible' }
  | { kind: 'unknown' };

const N = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const YEAR = '(?:(\\d{4}|\\d{2,3})\\s*年度?\\s*)?';
const BEFORE = '(?:\\s*(?:之?前|以前|内|份|完成|底|末|止|截止|启动|见效|到位|推进|持续推进|投入使用|投用|竣工|开工|动工|建成))*';
const DAY = new RegExp(`^${YEAR}${N}月${N}日?${BEFORE}$`);
const MONTH = new RegExp(`^${YEAR}${N}月(份|底|末|上旬|中旬|下旬)?${BEFORE}$`);
const QUARTER = new RegExp(`^${YEAR}(?:第?${N}季度?|Q(\\d))(末|底)?${BEFORE}$`, 'i');
const HALF = new RegExp(`^${YEAR}(上半年|下半年|年中|半年)${BEFORE}$`);
const WHOLE = new RegExp(`^${YEAR}(?:全年|年度|年底|年末|年内|当年|岁末|本年度?|年)${BEFORE}$|^(\\d{4})年?度?${BEFORE}$`);
const NUMERIC = /^(\d{4}|\d{3})[-./](\d{1,2})(?:[-./](\d{1,2}))?\s*(?:之?前|以前)?$/;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)前?$/;
/** 6.30 and 6.30前: a day without its year. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})(?:之?前|以前)?$/;
const YEARS = /^\d{4}[-~—–至到](\d{4})$/;
const OPEN =
  /^(长期|常年|持续|全程|[全本]学[期年]|常态|按.{0,12}(要求|进度|计划|时序|序时|节点)|根据|随时|立即|适时|跨年|分年度|逐年|每(年|月|季|季度|周|半年)|即知即改|已完成|视情|待定|另行|中长期|不定期|定期|立[行查]立改|即[行查]即改)/;

/** Days that hang on another: 开幕前一天, 会议当天, 会后3个工作日内. */
const RELATIVE =
  /^[一-鿿]{1,8}(?:前|后)(?:的?前)?[一二两三四五六七八九十\d]{1,3}个?(?:工作)?(?:天|日|周|月)(?:之?内)?$|^(?!.*\d月)[一-鿿]{1,8}(?:当天|当日|前夕)$/;

/**
 * Reads a time limit (6月底前, 2024年8月, 第三季度, 113年12月31日) as its last day. Two- and three-digit years are those of the Republic
 * calendar (民國113年 = 2024) where `roc` is set. A limit without a year takes `year`; with neither it is `yearless`. Of several times in one cell
 * (6月底前完成方案，12月底前完成) the last is the limit; 20个工作日内 and 汛期前 have no day.
 */
export function readLimit(text: string, year: number | null, roc = false): Limit {
  const whole = readWhole(text, year, roc);
  return whole.kind === 'unknown' || whole.kind === 'open' ? (lastTime(text, year, roc, whole.kind) ?? whole) : whole;
}

/** The last of the times in a text that is no limit as a whole. A plain year is none: it may be that of a document. */
function lastTime(text: string, year: number | null, roc: boolean, kind: 'unknown' | 'open'): Limit | null {
  const binding = (phrase: TimePhrase): boolean => phrase.edge === 'before' || phrase.edge === 'end';
  const phrases = timePhrases(text, { year, roc }).filter(phrase =>
    kind === 'open' ? binding(phrase) : phrase.kind !== 'year' || binding(phrase),
  );
  const dates = phrases.flatMap(({ to }) => to ?? []).sort();
  if (dates.length > 0) return { kind: 'date', date: dates.at(-1)! };
  return phrases.length > 0 && year !== null ? { kind: 'open' } : null;
}

/** Reads a cell that is a time limit from end to end. */
function readWhole(text: string, year: number | null, roc: boolean): Limit {
  // A limit is a few words; the patterns below are not made for more.
  if (text.length > 100) return { kind: 'unknown' };
  const bare = arabicQuarters(fold(text))
    .replace(/^(中华民国|民国|公元|截至|截止|于|在|至|到|力争|确保|争取|最迟)+/, '')
    .replace(/[。;,、]+$/, '')
    .replace(/[(（].*[)）]$/, '');
  const to = /^.+?[-~—–至到](.+[月日年].*|(?:\d{4}|\d{1,2})[./]\d{1,2}(?:[./]\d{1,2})?)$/.exec(bare);
  const whole = readPoint(bare, year, roc);
  if (whole.kind !== 'unknown' || !to) return whole;
  const firstYear = /^(\d{4})年/.exec(bare);
  return readPoint(to[1]!, firstYear ? Number(firstYear[1]) : year, roc);
}

function readPoint(bare: string, year: number | null, roc: boolean): Limit {
  // From a day on (3月起) is no day by which.
  if (OPEN.test(bare) || RELATIVE.test(bare) || /[日月年度]起$/.test(bare)) return { kind: 'open' };
  const at = (written: string | undefined, month: number, day: number | null): Limit => {
    const y = written === undefined ? year : fullYear(Number(written), roc);
    if (month < 1 || month > 12) return { kind: 'impossible' };
    if (y === null) return { kind: 'yearless' };
    const date = day === null ? monthEnd(y, month) : civilDate(y, month, day);
    return date && y >= 1900 && y < 2200 ? { kind: 'date', date } : { kind: 'impossible' };
  };
  let m = NUMERIC.exec(bare) ?? COMPACT.exec(bare);
  if (m) return at(m[1], Number(m[2]), m[3] === undefined ? null : Number(m[3]));
  m = DOTTED.exec(bare);
  if (m && Number(m[1]) <= 12) return at(undefined, Number(m[1]), Number(m[2]));
  m = YEARS.exec(bare);
  if (m) return at(m[1], 12, null);
  m = DAY.exec(bare);
  if (m) return at(m[1], numberValue(m[2]!)!, numberValue(m[3]!)!);
  m = MONTH.exec(bare);
  if (m) {
    const month = numberValue(m[2]!)!;
    if (m[3] === '上旬') return at(m[1], month, 10);
    return at(m[1], month, m[3] === '中旬' ? 20 : null);
  }
  m = QUARTER.exec(bare);
  if (m) {
    const quarter = numberValue(m[2] ?? m[3]!)!;
    return quarter >= 1 && quarter <= 4 ? at(m[1], quarter * 3, null) : { kind: 'impossible' };
  }
  m = HALF.exec(bare);
  if (m) return at(m[1], m[2] === '下半年' ? 12 : 6, null);
  m = WHOLE.exec(bare);
  if (m) return at(m[1] ?? m[2], 12, null);
  return { kind: 'unknown' };
}

function fullYear(written: number, roc: boolean): number {
  if (written >= 1000) return written;
  if (roc || written >= 100) return written + 1911;
  return written + 2000;
}

/** Whether a whole cell reads as a time limit: what the column of limits must look like. */
export function looksLikeLimit(text: string): boolean {
  // A column of plain decimals is one of figures, though 6.30 can be a day.
  if (text.length > 30 || /^[\d.\s]+$/.test(text))
    return /^(?:19|20)\d\d[.\d]+$/.test(text.trim()) && readWhole(text, 2000, false).kind === 'date';
  // 按市财政局规定时间: a time that stands elsewhere.
  if (/^按.{2,16}(?:规定|要求|通知|部署|安排|确定)的?(?:时间|时限|期限|节点)$/.test(text)) return true;
  // How often is no time by which: 每月一次.
  if (/^每.{1,6}[次回遍天]$/.test(text)) return false;
  const limit = readWhole(text, 2000, false);
  return limit.kind === 'date' || limit.kind === 'open' || limit.kind === 'impossible' || saysOnlyTimes(text);
}

/** What may stand between and behind times that are all of a cell: 4月、11月, 上、下半年各1次, 6月底前并长期坚持. */
const BESIDE_TIMES = /^上|[、，,；;和及与并\s]|各?[一二两三\d]{1,2}次|底|初|前|完成|启动|结束|(?:长期|持续)(?:坚持|推进)?/g;

/** Whether a cell holds times and nothing else. */
function saysOnlyTimes(text: string): boolean {
  const phrases = timePhrases(text, { year: 2000, roc: false });
  if (phrases.length === 0 || /后|左右/.test(text)) return false;
  let rest = '';
  let from = 0;
  for (const { start, end } of phrases) {
    rest += text.slice(from, start);
    from = end;
  }
  return (rest + text.slice(from)).replace(BESIDE_TIMES, '') === '';
}
