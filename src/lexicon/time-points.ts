import { numberValue } from './numerals.ts';
import {
  AFTER,
  BEFORE,
  CHINESE_YEAR,
  DAY,
  EDGE_OF_YEAR,
  END,
  HALF,
  JOINED,
  MONTH,
  MONTH_END,
  NEXT,
  NUMERIC,
  NUMERIC_MONTH,
  NUMERIC_QUARTER,
  Q,
  QUARTER,
  QUARTER_END,
  RELATIVE_YEAR,
  ROC_NUMERIC,
  SEASON,
  SINCE,
  TENTH,
  TENTH_ALONE,
  WITHIN,
  YEAR,
  YEAR_WORD,
  YEARS,
} from './time-patterns.ts';

/** What time phrases are read with: the plan's year, whether it counts years of the Republic, and the months of the cell, where it has some. */
export interface TimeFrame {
  year: number | null;
  roc: boolean;
  /** First and last month (1-12) of the period a text stands under: 月底前 in the column of May is 31 May. */
  months?: readonly [number, number] | null;
}

/** How a phrase bounds its time: 前 and 底, 内 and 期间, 起 and 后, 以来; null for the bare time. */
export type Edge = 'before' | 'end' | 'within' | 'after' | 'since' | null;

/** What a time is a stretch of. */
export type TimeKind = 'year' | 'wholeYear' | 'fiveYears' | 'half' | 'quarter' | 'month' | 'day' | 'festival' | 'season' | 'duration';

/** A stretch of months and days within a year, as far as it is written. `last` is inclusive; day 0 is the month's last. */
export interface Point {
  end: number;
  year: number | null;
  /** Years from `year` to the last one (2021—2025年). */
  lastYear?: number;
  first: readonly [month: number, day: number];
  last: readonly [month: number, day: number];
  kind: TimeKind;
  edge: Edge;
  range: boolean;
}

const UNKNOWN: Omit<Point, 'end'> = { year: null, first: [0, 0], last: [0, 0], kind: 'month', edge: null, range: false };
const WHOLE: Omit<Point, 'end'> = { ...UNKNOWN, first: [1, 1], last: [12, 0], kind: 'year' };
/** First and last day of the thirds of a month; 0 is its last day. */
const TENTHS: Readonly<Record<string, readonly [number, number]>> = { 上: [1, 10], 中: [11, 20], 下: [21, 0] };
/** A school year runs from 1 September to 31 August. */
const SCHOOL_YEAR: Pick<Point, 'first' | 'last'> = { first: [9, 1], last: [8, 0] };

/** What a pattern finds at a place. */
export function matchAt(text: string, pattern: RegExp, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Reads years, quarters, months and days at places of a folded text. */
export class PointReader {
  private readonly text: string;
  private readonly frame: TimeFrame;
  /** The month spoken of last, for a day without one. */
  month: number | null;

  constructor(text: string, frame: TimeFrame) {
    this.text = text;
    this.frame = frame;
    this.month = frame.months && frame.months[0] === frame.months[1] ? frame.months[0] : null;
  }

  /** 25日前 and 月底前, whose month is told elsewhere. */
  dayAlone(at: number): Point | null {
    const months = this.frame.months;
    const end = matchAt(this.text, MONTH_END, at) ?? matchAt(this.text, QUARTER_END, at);
    if (end) {
      const month = /季/.test(end[0]) ? (months && months[1] - months[0] <= 2 ? months[1] : null) : this.month;
      return this.edged({ ...UNKNOWN, end: at + end[0].length, first: [month ?? 0, 1], last: [month ?? 0, 0], edge: 'end' });
    }
    const tenth = matchAt(this.text, TENTH_ALONE, at);
    if (tenth) {
      const [first, last] = TENTHS[tenth[1]!]!;
      const month = this.month ?? 0;
      return this.edged({ ...UNKNOWN, end: at + tenth[0].length, first: [month, first], last: [month, last] });
    }
    const day = matchAt(this.text, DAY, at);
    if (!day || /[第每]/.test(this.text[at - 1] ?? '')) return null;
    const point = { ...UNKNOWN, end: at + day[0].length, ...this.days(day, this.month ?? 0), kind: 'day' as const };
    const edged = this.edged(point);
    return edged.edge === 'before' || day[1] !== undefined || (at > 0 && JOINED.test(this.text[at - 1]!)) ? edged : null;
  }

  /** A year, a part of one, or both, with the words that bound it. */
  point(at: number): Point | null {
    const numeric = this.numeric(at);
    if (numeric) return this.edged(numeric);
    const year = this.year(at);
    const rest = year?.end ?? at;
    const gap = year && this.text[rest] === ' ' ? 1 : 0;
    const part = year?.lastYear === undefined ? this.part(rest + gap, year !== null) : null;
    if (part) return this.edged({ ...part, year: year?.year ?? null });
    return year && this.edged(year);
  }

  private numeric(at: number): Point | null {
    const full = matchAt(this.text, NUMERIC, at);
    if (full) return this.dated(at, full[0], Number(full[1]), Number(full[3]), Number(full[4]));
    const month = matchAt(this.text, NUMERIC_MONTH, at);
    if (month) return this.dated(at, month[0], Number(month[1]), Number(month[2]), 0);
    const quarter = matchAt(this.text, NUMERIC_QUARTER, at);
    if (quarter) {
      const [, year, one, half] = quarter;
      const last = half === undefined ? Number(one) * 3 : Number(half) * 6;
      const first = half === undefined ? last - 2 : last - 5;
      const kind = half === undefined ? 'quarter' : 'half';
      return { ...UNKNOWN, end: at + quarter[0].length, year: Number(year), first: [first, 1], last: [last, 0], kind };
    }
    const roc = this.frame.roc ? matchAt(this.text, ROC_NUMERIC, at) : null;
    return roc && Number(roc[2]) <= 12 ? this.dated(at, roc[0], Number(roc[1]) + 1911, Number(roc[2]), Number(roc[3] ?? 0)) : null;
  }

  private dated(at: number, written: string, year: number, month: number, day: number): Point {
    this.month = month;
    return { ...UNKNOWN, end: at + written.length, year, first: [month, day || 1], last: [month, day], kind: day ? 'day' : 'month' };
  }

  private year(at: number): Point | null {
    const years = matchAt(this.text, YEARS, at);
    if (years) return { ...WHOLE, end: at + years[0].length, year: Number(years[1] ?? years[3]), ...lastYearOf(years), range: true };
    const chinese = matchAt(this.text, CHINESE_YEAR, at);
    if (chinese) return { ...WHOLE, end: at + chinese[0].length, year: numberValue(chinese[1]!.replace(/[○零]/g, '〇')) };
    const match = matchAt(this.text, YEAR, at);
    if (match) return this.numberedYear(at, match);
    const relative = matchAt(this.text, RELATIVE_YEAR, at);
    if (!relative || this.frame.year === null) return relative ? { ...WHOLE, end: at + relative[0].length } : null;
    return { ...WHOLE, end: at + relative[0].length, year: this.frame.year + (NEXT[relative[1]!] ?? 0) };
  }

  private numberedYear(at: number, match: RegExpExecArray): Point | null {
    const [whole, digits = ''] = match;
    const end = at + whole.length;
    const value = Number(digits);
    const republic = digits.length < 4 && (/民国/.test(whole) || (this.frame.roc && value >= 80));
    const short =
      digits.length === 2 && !republic && /^ ?(?:\d{1,2} ?月|第?[一二三四] ?季度|底|[上下]半年)/.test(this.text.slice(end, end + 6));
    if (!republic && !short && (value < 1900 || value > 2199)) return null;
    const school = /学年/.test(whole) ? { lastYear: value + 1, ...SCHOOL_YEAR } : {};
    return { ...WHOLE, end, year: value + (republic ? 1911 : short ? 2000 : 0), ...school };
  }

  private part(at: number, hasYear: boolean): Point | null {
    const month = matchAt(this.text, MONTH, at);
    if (month) return this.months(at, month);
    const quarter = matchAt(this.text, QUARTER, at) ?? matchAt(this.text, Q, at) ?? matchAt(this.text, SEASON, at);
    if (quarter) return this.quarters(at, quarter);
    const half = matchAt(this.text, HALF, at);
    if (half) {
      const [first, last] = half[1] === '上' || half[2] === '1' ? [1, 6] : [7, 12];
      return { ...UNKNOWN, end: at + half[0].length, first: [first!, 1], last: [last!, 0], kind: 'half' };
    }
    return this.partOfYear(at, hasYear);
  }

  private partOfYear(at: number, hasYear: boolean): Point | null {
    const match = (hasYear ? matchAt(this.text, EDGE_OF_YEAR, at) : null) ?? matchAt(this.text, YEAR_WORD, at);
    if (!match || (!hasYear && /[\d一二三四五六七八九十两近历百]/.test(this.text[at - 1] ?? ''))) return null;
    const end = at + match[0].length;
    const whole: Point = { ...WHOLE, end, kind: 'wholeYear' };
    if (/岁末年初|年末岁初/.test(match[0])) return { ...whole, first: [12, 1], last: [1, 0], range: true };
    if (match[1] === '初') return { ...whole, last: [1, 0], kind: 'month' };
    if (match[1] === '中') return { ...whole, last: [6, 0], edge: 'end' };
    return { ...whole, edge: match[1] === '内' ? 'within' : /^全年/.test(match[0]) ? null : 'end' };
  }

  private months(at: number, match: RegExpExecArray): Point | null {
    const [first, last] = [numberValue(match[1] ?? match[2]!)!, numberValue(match[2]!)!];
    if (first < 1 || first > 12 || last < 1 || last > 12) return null;
    let end = at + match[0].length;
    // 三月三 is a feast, no month.
    if (match[0] === '三月' && this.text[end] === '三') return null;
    this.month = last;
    const point: Point = { ...UNKNOWN, end, first: [first, 1], last: [last, 0], kind: 'month', range: first !== last };
    const day = matchAt(this.text, DAY, end);
    if (day) return { ...point, end: end + day[0].length, ...this.days(day, last), kind: 'day', range: day[1] !== undefined };
    const tenth = matchAt(this.text, TENTH, end);
    if (!tenth) return point;
    end += tenth[0].length;
    if (/[底末]/.test(tenth[1]!)) return { ...point, end, edge: 'end' };
    if (tenth[1] === '中') return { ...point, end, last: [last, 15] };
    const [from, to] = TENTHS[tenth[1]![0]!] ?? TENTHS.上!;
    return { ...point, end, first: [first, from], last: [last, to] };
  }

  private days(match: RegExpExecArray, month: number): Pick<Point, 'first' | 'last' | 'range'> {
    const last = numberValue(match[2]!)!;
    const first = match[1] === undefined ? last : numberValue(match[1])!;
    return { first: [month, first], last: [month, last || -1], range: first !== last };
  }

  private quarters(at: number, match: RegExpExecArray): Point {
    // QUARTER has a group for 前 (前三季度) before those of the numbers; Q counts them first and last; SEASON has one.
    const isQ = this.text[at] === 'Q';
    const groups = match.slice(1).filter(group => group !== '前' && group !== undefined) as string[];
    const first = match[1] === '前' && !isQ ? 1 : numberValue(groups[0]!)!;
    const last = numberValue(groups.at(-1)!)!;
    let end = at + match[0].length;
    const point: Point = { ...UNKNOWN, end, first: [first * 3 - 2, 1], last: [last * 3, 0], kind: 'quarter', range: first !== last };
    const tenth = matchAt(this.text, TENTH, end);
    if (!tenth || !/[底末初]/.test(tenth[1]!)) return point;
    end += tenth[0].length;
    return tenth[1] === '初' ? { ...point, end, last: [last * 3 - 2, 10] } : { ...point, end, edge: 'end' };
  }

  /** Takes in the words that bound a time. */
  private edged(point: Point): Point {
    const bounds: readonly [RegExp, Edge][] = [
      [WITHIN, 'within'],
      [BEFORE, 'before'],
      [SINCE, 'since'],
      [AFTER, 'after'],
    ];
    for (const [pattern, edge] of bounds) {
      const match = matchAt(this.text, pattern, point.end);
      if (match) return { ...point, end: point.end + match[0].length, edge };
    }
    const end = point.kind === 'year' ? matchAt(this.text, END, point.end) : null;
    return end ? { ...point, end: point.end + end[0].length, edge: 'end' } : point;
  }
}

function lastYearOf(match: RegExpExecArray): Partial<Point> {
  return { lastYear: Number(match[2] ?? match[4]), ...(/学年/.test(match[0]) ? SCHOOL_YEAR : {}) };
}
