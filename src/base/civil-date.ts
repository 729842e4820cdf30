/** A calendar date as `YYYY-MM-DD`; such texts sort and compare as dates. No time zone is involved anywhere. */
export type CivilDate = string;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Number of days of a month (1-12) in the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : DAYS[month - 1]!;
}

/** The date, or null where the calendar has no such day (2月30日): nothing rolls over. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Last day of a month. */
export function monthEnd(year: number, month: number): CivilDate {
  return civilDate(year, month, daysInMonth(year, month))!;
}

/** Reads `2021-10-01`, `2021/10/1`, `20211001` or `2021年10月1日`; null for anything else or for a day that does not exist. */
export function parseCivilDate(text: string): CivilDate | null {
  const match =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$|^(\d{4})\/(\d{1,2})\/(\d{1,2})$|^(\d{4})(\d{2})(\d{2})$|^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(
      text.trim(),
    );
  if (!match) return null;
  const [year, month, day] = match.slice(1).filter(part => part !== undefined);
  return civilDate(Number(year), Number(month), Number(day));
}

/** The date some days later (earlier for a negative count). */
export function addDays(date: CivilDate, days: number): CivilDate {
  const [year, month, day] = date.split('-').map(Number);
  return new Date(Date.UTC(year!, month! - 1, day! + days)).toISOString().slice(0, 10);
}

/** The day it is in China (Asia/Shanghai, UTC+8 without daylight saving) at an instant. */
export function chinaDate(instant: Date): CivilDate {
  return new Date(instant.getTime() + 8 * 3600_000).toISOString().slice(0, 10);
}
