import { type CivilDate, monthEnd } from './civil-date.ts';

/** A period key: `Q1`…`Q4`, `H1`, `H2`, `M01`…`M12`, a span such as `Q1-Q2`, or `year`. */
export type PeriodKey = string;

const months = new Map<PeriodKey, [first: number, last: number] | null>();

/** First and last month (1-12) of a period key, or null for what is no period key. */
export function periodMonths(key: PeriodKey): [first: number, last: number] | null {
  let found = months.get(key);
  if (found === undefined) {
    found = readMonths(key);
    if (months.size < 1000) months.set(key, found);
  }
  return found;
}

function readMonths(key: PeriodKey): [first: number, last: number] | null {
  if (key === 'year') return [1, 12];
  const span = key.split('-');
  if (span.length === 2) {
    const from = periodMonths(span[0]!);
    const to = periodMonths(span[1]!);
    return from && to ? [from[0], to[1]] : null;
  }
  const match = /^([QHM])(\d{1,2})$/.exec(key);
  if (!match) return null;
  const index = Number(match[2]);
  const length = { Q: 3, H: 6, M: 1 }[match[1]!]!;
  return index >= 1 && index * length <= 12 ? [(index - 1) * length + 1, index * length] : null;
}

/** The last days of the months of the year that was asked for last. */
let ends: { year: number; days: (CivilDate | undefined)[] } = { year: 0, days: [] };

/** Last day of a period in a year; null where the year is unknown or the key is none. */
export function periodEnd(key: PeriodKey, year: number | null): CivilDate | null {
  const span = periodMonths(key);
  if (!span || year === null) return null;
  if (ends.year !== year) ends = { year, days: [] };
  ends.days[span[1]] ??= monthEnd(year, span[1]);
  return ends.days[span[1]]!;
}

/** Orders keys by their months, the shorter period first. */
export function comparePeriods(a: PeriodKey, b: PeriodKey): number {
  const [aFirst, aLast] = periodMonths(a) ?? [13, 13];
  const [bFirst, bLast] = periodMonths(b) ?? [13, 13];
  return aLast - bLast || bFirst - aFirst;
}

/** Whether two periods share a month. */
export function periodsOverlap(a: PeriodKey, b: PeriodKey): boolean {
  const one = periodMonths(a);
  const two = periodMonths(b);
  return one !== null && two !== null && one[0] <= two[1] && two[0] <= one[1];
}

const CHINESE = ['一', '二', '三', '四'];

/** How a key is called in a heading: 一季度, 上半年, 7月, 全年; `Q1-Q2` is 一至二季度. */
export function periodName(key: PeriodKey, lang: 'zh' | 'en' = 'zh'): string {
  if (lang === 'en') return key === 'year' ? 'year' : key;
  if (key === 'year') return '全年';
  const span = key.split('-');
  if (span.length === 2) {
    const [from, to] = [periodName(span[0]!), periodName(span[1]!)];
    return `${from.replace(/季度$|月$/, '')}至${to}`;
  }
  const index = Number(key.slice(1));
  if (key.startsWith('Q')) return `${CHINESE[index - 1]}季度`;
  if (key.startsWith('H')) return index === 1 ? '上半年' : '下半年';
  return key.startsWith('M') ? `${index}月` : key;
}
