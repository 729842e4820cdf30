import { type CivilDate, civilDate } from '../base/civil-date.ts';
import { halfWidth } from '../lexicon/fold.ts';
import { dayOf } from './ledger-text.ts';

/** A day as people and programs write it; undefined for anything else. Without a year it is in that of the plan. */
export function formDay(written: string, year: number | null): CivilDate | undefined {
  const whole = dayOf(written.replace(/[。.]$/, ''));
  if (whole !== null) return whole;
  const bare = halfWidth(written).replace(/\s/g, '');
  const short = /^(\d{1,2})(?:[/.-](\d{1,2})|月(\d{1,2})[日号]?)$/.exec(bare);
  if (short && year !== null) return civilDate(year, Number(short[1]), Number(short[2] ?? short[3])) ?? undefined;
  const foreign = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(bare);
  if (foreign) return foreignDay(Number(foreign[3]), Number(foreign[1]), Number(foreign[2]));
  const serial = /^(\d{5})(\.\d+)?$/.exec(bare);
  const day = serial ? serialDay(Number(serial[1])) : undefined;
  // 12345 is a number in the wrong column, no day of 1933.
  return day !== undefined && day >= '2000-01-01' && day < '2100-01-01' ? day : undefined;
}

/** The day of 9/28/2021 or 28/9/2021, as spreadsheets show it that are not in Chinese; undefined where it may be either. */
function foreignDay(year: number, one: number, other: number): CivilDate | undefined {
  if (one <= 12 && other <= 12 && one !== other) return undefined;
  return civilDate(year, Math.min(one, other), Math.max(one, other)) ?? undefined;
}

/** The day of a spreadsheet's serial number, counted from 1899-12-30. */
function serialDay(serial: number): CivilDate {
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
}
