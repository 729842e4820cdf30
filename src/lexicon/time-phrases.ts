import { addDays, type CivilDate, civilDate, daysInMonth } from '../base/civil-date.ts';
import { festival } from './festivals.ts';
import { foldInPlace } from './fold.ts';
import { numberValue } from './numerals.ts';
import {
  DAY,
  DURATION,
  EVERY,
  FESTIVAL,
  FESTIVAL_TAIL,
  FIRST,
  FIVE_YEARS,
  JOINER,
  MEASURED,
  SEASON_EDGE,
  TRIGGER,
} from './time-patterns.ts';
import { type Edge, matchAt, type Point, PointReader, type TimeFrame, type TimeKind } from './time-points.ts';

export type { TimeFrame } from './time-points.ts';

/** A time phrase in a text (span in UTF-16 units) with the first and last day it names; null where it names none. */
export interface TimePhrase {
  start: number;
  end: number;
  from: CivilDate | null;
  to: CivilDate | null;
  kind: TimeKind;
  edge: Edge;
  /** From one time to another (3—6月). */
  range: boolean;
}

/** Finds the time phrases of a text, in order. Takes time in proportion to the text: every pattern has a bounded length. */
export function timePhrases(text: string, frame: TimeFrame): TimePhrase[] {
  const folded = foldInPlace(text);
  let at = FIRST.next(folded);
  if (at < 0) return [];
  const scanner = new TimeScanner(folded, frame);
  const found: TimePhrase[] = [];
  while (at >= 0) {
    const begun = matchAt(folded, TRIGGER, at);
    const { phrase, end } = begun ? scanner.phraseAt(at) : { phrase: null, end: at };
    if (phrase) found.push(phrase);
    at = FIRST.next(folded, Math.max(at + (begun?.[0].length ?? 1), end));
  }
  return found;
}

class TimeScanner {
  private readonly text: string;
  private readonly frame: TimeFrame;
  private readonly points: PointReader;

  constructor(text: string, frame: TimeFrame) {
    this.text = text;
    this.frame = frame;
    this.points = new PointReader(text, frame);
  }

  /** The phrase that begins at a place, if one does, and where to go on. */
  phraseAt(at: number): { phrase: TimePhrase | null; end: number } {
    if (/[\d.A-Za-z]/.test(this.text[at - 1] ?? '') && /[\dH]/.test(this.text[at]!)) return { phrase: null, end: at };
    const every = matchAt(this.text, EVERY, at);
    if (every) return this.everyYear(at, every);
    const phrase = this.duration(at) ?? this.fiveYears(at) ?? this.festivals(at, at, null) ?? this.season(at) ?? this.stretch(at);
    return { phrase, end: phrase?.end ?? at };
  }

  /** 每年6月底前 has a day in the plan's year; 每月5日前 and 每季度末 have none. */
  private everyYear(at: number, every: RegExpExecArray): { phrase: TimePhrase | null; end: number } {
    const end = at + every[0].length;
    const point = this.points.point(end);
    if (every[1] === '年' && point) {
      const phrase = this.finish(at, point);
      return { phrase, end: phrase.end };
    }
    const day = matchAt(this.text, DAY, end);
    return { phrase: null, end: day ? end + day[0].length : end };
  }

  private duration(at: number): TimePhrase | null {
    const match = matchAt(this.text, DURATION, at);
    if (!match || MEASURED.test(this.text.slice(Math.max(0, at - 6), at))) return null;
    return { start: at, end: at + match[0].length, from: null, to: null, kind: 'duration', edge: 'before', range: false };
  }

  private fiveYears(at: number): TimePhrase | null {
    const match = matchAt(this.text, FIVE_YEARS, at);
    if (!match) return null;
    const [whole, opening = '', short, full, closing = '', tail = ''] = match;
    // A quotation mark belongs to the phrase only where a word behind it does.
    const start = opening !== '' && (tail === '' || closing === '') ? at + 1 : at;
    const end = at + whole.length - (closing !== '' && (tail === '' || opening === '') ? 1 : 0);
    const first = 2021 + (numberValue((short ?? full)!)! - 4) * 5;
    const edge: Edge = /末/.test(tail) ? 'end' : /以来/.test(tail) ? 'since' : tail === '' ? null : 'within';
    const from = edge === 'end' ? null : `${first}-01-01`;
    const to = edge === 'since' ? null : `${/初/.test(tail) ? first : first + 4}-12-31`;
    return { start, end, from, to, kind: 'fiveYears', edge, range: false };
  }

  /** One festival or several (元旦、春节期间) with a word that makes them a time. */
  private festivals(start: number, at: number, written: number | null): TimePhrase | null {
    const names: string[] = [];
    let end = at;
    for (let match = matchAt(this.text, FESTIVAL, end); match && names.length < 4; match = matchAt(this.text, FESTIVAL, end)) {
      names.push(match[1]!);
      end += match[0].length;
    }
    if (names.length === 0 || /[、和及与]/.test(this.text[end - 1]!)) return null;
    const tail = matchAt(this.text, FESTIVAL_TAIL, end)!;
    const preposition = /[在于]$/.test(this.text.slice(0, start).slice(-1)) && this.text[end - 1] === '节';
    // 元宵节推出灯会: a festival by its full name before what is done on it.
    const acts =
      /[节日]$/.test(this.text.slice(at, end)) && /^(?:推出|举办|举行|开展|组织|发布|启动|正式)/.test(this.text.slice(end, end + 2));
    // 中秋赏月晚会: what is held for a festival of one day is held on it.
    const held = ONE_DAY.test(names[0]!) && HELD.test(this.text.slice(end, end + 30));
    if (tail[0] === '' && !preposition && !acts && !held) return null;
    if ((tail[0] === '节' || tail[0] === '双节') && !held) return null;
    end += tail[0].length;
    const edge: Edge = /^前夕|^之前|^以前|^前$/.test(tail[1] ?? '')
      ? 'before'
      : /后$/.test(tail[1] ?? '') && tail[1] !== '前后'
        ? 'after'
        : 'within';
    return { start, end, ...this.festivalDays(names, edge, written), kind: 'festival', edge, range: false };
  }

  private festivalDays(names: readonly string[], edge: Edge, written: number | null): Pick<TimePhrase, 'from' | 'to'> {
    const { months, year: planned } = this.frame;
    const none = { from: null, to: null };
    if (written === null && planned === null) return none;
    // In the last quarter these are the next year's; 元旦前 always ends the plan's year.
    const ahead = (name: string): boolean =>
      (EARLY.has(name) && months != null && months[0] >= 10) || (name === '元旦' && (edge === 'before' || (!months && names.length === 1)));
    const days = names.flatMap(name => festival(name, written ?? planned! + (ahead(name) ? 1 : 0)) ?? []);
    const [first] = days.map(({ from }) => from).sort();
    const [last] = days.map(({ to }) => to).sort((a, b) => (a < b ? 1 : -1));
    if (!first || !last || days.length < names.length) return none;
    // 中秋、国庆假期: where the one falls into the week of the other, the holiday has a day more (notices of 2019-11-21 and 2024-11-12).
    const joint = names.includes('国庆') && names.includes('中秋') && days.every(({ day }) => /-10-0[1-7]$/.test(day));
    if (edge === 'before') return { from: null, to: addDays(days.map(({ day }) => day).sort()[0]!, -1) };
    const end = joint ? addDays(`${last.slice(0, 4)}-10-07`, 1) : last;
    return edge === 'after' ? { from: addDays(end, 1), to: null } : { from: first, to: end };
  }

  private season(at: number): TimePhrase | null {
    const match = matchAt(this.text, SEASON_EDGE, at);
    if (!match) return null;
    const edge = /期间$|^暑[期假]$/.test(match[0]) ? 'within' : 'before';
    const { year } = this.frame;
    // Schools begin on 1 September all over the country; every other season ends on another day in each province or year.
    const summer = edge === 'within' && year !== null && /^暑[期假]/.test(match[0]);
    const autumn = edge === 'before' && year !== null && match[0].startsWith('秋季');
    const from = summer ? civilDate(year, 7, 1) : null;
    const to = summer || (autumn && match[0].includes('开学')) ? civilDate(year!, 8, 31) : null;
    return { start: at, end: at + match[0].length, from, to, kind: 'season', edge, range: false };
  }

  /** A time, or a stretch from one to another (7月1日至8月15日). */
  private stretch(at: number): TimePhrase | null {
    const point = this.points.point(at) ?? this.points.dayAlone(at);
    if (!point) return null;
    if (point.kind === 'year' && point.edge === null) {
      const named = this.festivals(at, point.end, point.year);
      if (named) return named;
    }
    const within = point.edge === 'after' ? this.within(at, point) : null;
    if (within) return within;
    const joiner = point.edge === null || point.edge === 'end' || point.edge === 'after' ? matchAt(this.text, JOINER, point.end) : null;
    const month = this.points.month;
    if (joiner) {
      this.points.month = point.last[0];
      const other = this.points.point(point.end + joiner[0].length) ?? this.points.dayAlone(point.end + joiner[0].length);
      if (other) return this.finish(at, joined(point, other));
      this.points.month = month;
    }
    return this.finish(at, point);
  }

  /** 2025年3月起9个月内: a duration from a day on. */
  private within(start: number, point: Point): TimePhrase | null {
    const match = matchAt(this.text, DURATION, point.end);
    const { from } = this.finish(start, point);
    if (!match || from === null) return null;
    const count = numberValue(/^(?:\d+|[一二三四五六七八九十两]+)/.exec(match[0])![0]);
    const to = count === null ? null : lastDayOf(from, count, match[1]!);
    return { start, end: point.end + match[0].length, from, to, kind: 'duration', edge: 'before', range: true };
  }

  private finish(start: number, point: Point): TimePhrase {
    const { end, kind, edge, range } = point;
    const year = point.year ?? this.frame.year;
    if (year === null || point.first[0] === 0) return { start, end, from: null, to: null, kind, edge, range };
    const wraps = point.lastYear === undefined && point.last[0] < point.first[0] ? 1 : 0;
    const from = dayOf(year, point.first);
    const to = dayOf((point.lastYear ?? year) + wraps, point.last);
    if (edge === 'after' && kind === 'day') return { start, end, from, to: null, kind, edge, range };
    const open = edge === 'after' || edge === 'since';
    const ends = edge === 'before' || edge === 'end';
    return { start, end, from: ends && !range ? null : from, to: open ? null : to, kind, edge, range };
  }
}

/** The last of so many units of time from a day on; null for working days, which need a calendar. */
function lastDayOf(from: CivilDate, count: number, unit: string): CivilDate | null {
  const days: Readonly<Record<string, number>> = { 日: 1, 天: 1, 自然日: 1, 周: 7, 星期: 7 };
  if (days[unit]) return addDays(from, count * days[unit] - 1);
  const months = unit === '月' ? count : unit === '年' ? count * 12 : 0;
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const length = daysInMonth(Math.floor(index / 12), (index % 12) + 1);
  const next = civilDate(Math.floor(index / 12), (index % 12) + 1, Math.min(day, length));
  // From the 31st, a month ends with the shorter month itself.
  return months === 0 || next === null ? null : addDays(next, day > length ? 0 : -1);
}

/** Festivals of one day, and what is held for them, on them: 教师节感恩活动. */
const ONE_DAY = /^(?:元宵|端午|七夕|中秋|重阳|教师节|儿童节|妇女节|植树节|青年节|世界读书日|世界环境日|世界水日)$/;
const HELD =
  /^节?(?:赏月|晚会|灯会|游园|龙舟|诗会|(?!.*(?:评选|表彰))[^，,。；;、的]{0,20}(?:活动|晚会|汇演|志愿服务|联欢会|游园会|庆祝大会|慰问)(?:$|[，,。；;、]))/;
/** Festivals of the first two months. */
const EARLY = new Set(['元旦', '春节', '新春', '元宵']);

function joined(a: Point, b: Point): Point {
  const year = a.year ?? null;
  const lastYear = b.lastYear ?? b.year ?? undefined;
  const both = lastYear === undefined ? {} : { lastYear };
  return { ...b, year: year ?? null, ...both, first: a.first, range: true, edge: b.edge === 'end' ? null : b.edge };
}

function dayOf(year: number, [month, day]: readonly [number, number]): CivilDate | null {
  if (year < 1900 || year > 2199) return null;
  return civilDate(year, month, day === 0 ? daysInMonth(year, month) : day);
}
