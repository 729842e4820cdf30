import { addDays, type CivilDate, civilDate } from '../base/civil-date.ts';

/**
 * Days of the Chinese calendar as `MMDD` by year: Spring Festival (正月初一), 端午, 七夕, 中秋, 重阳. Source: the calendar of the Purple Mountain
 * Observatory (GB/T 33661-2017), as in Unicode's ICU.
 */
const LUNAR: Readonly<Record<number, string>> = {
  2010: '0214 0616 0816 0922 1016',
  2011: '0203 0606 0806 0912 1005',
  2012: '0123 0623 0824 0930 1023',
  2013: '0210 0612 0813 0919 1013',
  2014: '0131 0602 0802 0908 1002',
  2015: '0219 0620 0820 0927 1021',
  2016: '0208 0609 0809 0915 1009',
  2017: '0128 0530 0828 1004 1028',
  2018: '0216 0618 0817 0924 1017',
  2019: '0205 0607 0807 0913 1007',
  2020: '0125 0625 0825 1001 1025',
  2021: '0212 0614 0814 0921 1014',
  2022: '0201 0603 0804 0910 1004',
  2023: '0122 0622 0822 0929 1023',
  2024: '0210 0610 0810 0917 1011',
  2025: '0129 0531 0829 1006 1029',
  2026: '0217 0619 0819 0925 1018',
  2027: '0207 0609 0808 0915 1008',
  2028: '0126 0528 0826 1003 1026',
  2029: '0213 0616 0816 0922 1016',
  2030: '0202 0605 0805 0912 1005',
  2031: '0123 0624 0824 1001 1024',
  2032: '0211 0612 0812 0919 1012',
  2033: '0131 0601 0801 0908 1001',
  2034: '0219 0620 0820 0927 1020',
  2035: '0208 0610 0810 0916 1009',
};

/** How long a festival is: one day, the three days that the holiday of one day is joined to by its weekend, or a fixed number of days. */
type Length = 'day' | 'weekend' | Days;

interface Days {
  before: number;
  after: number;
}

interface Festival {
  /** `MMDD`, or which of the days of LUNAR, and how many days behind it. */
  day: string | { lunar: number; later?: number } | 'qingming';
  length: Length;
  /** Where a notice changed the length, by the year from which it holds. */
  since?: Readonly<Record<number, Days>>;
}

const NEW_YEAR: Festival = { day: '0101', length: 'weekend' };
/** Spring Festival has eight days since 2024, from its eve since 2025 (notices of 2023-10-25 and 2024-11-12), and nine in 2026. */
const SPRING: Festival = {
  day: { lunar: 0 },
  length: { before: 1, after: 5 },
  since: { 2024: { before: 0, after: 7 }, 2025: { before: 1, after: 6 }, 2026: { before: 2, after: 6 }, 2027: { before: 1, after: 6 } },
};
const LABOUR: Festival = { day: '0501', length: { before: 0, after: 4 } };
const NATIONAL: Festival = { day: '1001', length: { before: 0, after: 6 } };

/** Festivals and days of remembrance by name. The holidays' lengths are those of the State Council's yearly notices. */
export const FESTIVALS: Readonly<Record<string, Festival>> = {
  元旦: NEW_YEAR,
  春节: SPRING,
  新春: SPRING,
  元宵: { day: { lunar: 0, later: 14 }, length: 'day' },
  妇女节: { day: '0308', length: 'day' },
  三八: { day: '0308', length: 'day' },
  植树节: { day: '0312', length: 'day' },
  世界水日: { day: '0322', length: 'day' },
  国际博物馆日: { day: '0518', length: 'day' },
  全民健身日: { day: '0808', length: 'day' },
  清明: { day: 'qingming', length: 'weekend' },
  世界读书日: { day: '0423', length: 'day' },
  劳动节: LABOUR,
  五一: LABOUR,
  青年节: { day: '0504', length: 'day' },
  儿童节: { day: '0601', length: 'day' },
  六一: { day: '0601', length: 'day' },
  世界环境日: { day: '0605', length: 'day' },
  端午: { day: { lunar: 1 }, length: 'weekend' },
  建党节: { day: '0701', length: 'day' },
  七一: { day: '0701', length: 'day' },
  建军节: { day: '0801', length: 'day' },
  八一: { day: '0801', length: 'day' },
  七夕: { day: { lunar: 2 }, length: 'day' },
  教师节: { day: '0910', length: 'day' },
  中秋: { day: { lunar: 3 }, length: 'weekend' },
  国庆: NATIONAL,
  十一: NATIONAL,
  重阳: { day: { lunar: 4 }, length: 'day' },
  宪法日: { day: '1204', length: 'day' },
};

/** Names that are dates only beside a word of time (国庆期间) and something else elsewhere (八一路, 十一中学). */
export const FESTIVAL_NAMES: readonly string[] = Object.keys(FESTIVALS).sort((a, b) => b.length - a.length);

/** The festival of a year, from the holiday's first day to its last; null beyond the years the calendar is known for. */
export function festival(name: string, year: number): { from: CivilDate; to: CivilDate; day: CivilDate } | null {
  const { day: rule, length: usual, since = {} } = FESTIVALS[name]!;
  const changed = Object.entries(since).findLast(([first]) => year >= Number(first));
  const length = changed?.[1] ?? usual;
  const day = dayOf(rule, year);
  if (day === null) return null;
  const [before, after] = length === 'day' ? [0, 0] : length === 'weekend' ? besideWeekend(day) : [length.before, length.after];
  return { from: addDays(day, -before), to: addDays(day, after), day };
}

function dayOf(rule: Festival['day'], year: number): CivilDate | null {
  if (rule === 'qingming') {
    // The usual formula of the solar term 清明, right for 2000 to 2099.
    const short = year - 2000;
    return short < 0 || short > 99 ? null : civilDate(year, 4, Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4));
  }
  const date = typeof rule === 'string' ? rule : LUNAR[year]?.split(' ')[rule.lunar];
  if (date === undefined) return null;
  const first = civilDate(year, Number(date.slice(0, 2)), Number(date.slice(2)));
  return first && typeof rule === 'object' && rule.later ? addDays(first, rule.later) : first;
}

/** Days before and after that a holiday of one day gets by its weekend, by weekday from Sunday; a Wednesday gets none. */
const BESIDE: readonly [number, number][] = [
  [1, 1],
  [2, 0],
  [2, 0],
  [0, 0],
  [0, 2],
  [0, 2],
  [0, 2],
];

function besideWeekend(day: CivilDate): [number, number] {
  const [year, month, date] = day.split('-').map(Number);
  return BESIDE[new Date(Date.UTC(year!, month! - 1, date)).getUTCDay()]!;
}
