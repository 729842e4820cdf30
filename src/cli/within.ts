import { addDays, type CivilDate } from '../base/civil-date.ts';
import type { Config } from './config.ts';
import type { Run } from './run.ts';
import { sayIn, UsageError } from './words.ts';

/** A stretch of time to come: `15d`, `15`, `2w`, or working days, `10wd`. */
export const WITHIN = /^(\d{1,4})\s*(d|w|wd|天|周|个?工作日)?$/i;
export const WITHIN_WORDS = '15d, 2w, 10wd';

/** Days off and days worked besides the official ones. */
export interface OwnDays {
  holidays: readonly CivilDate[];
  workdays: readonly CivilDate[];
}

/** How far ahead things count as due soon, in calendar days, and what is to be said of how it was counted. */
export interface Within {
  days: number;
  notes: string[];
}

/** Reads `--within`, else the setting, else the fallback; working days are counted from `asOf` by the calendar of China. */
export async function readWithin(run: Run, { within, days: own }: Config, asOf: CivilDate, fallback: number): Promise<Within> {
  const given = run.options.within ?? (fallback > 0 ? within : null) ?? String(fallback);
  const match = WITHIN.exec(String(given));
  if (!match) throw new UsageError('badValue', { option: '--within', given: String(given), choices: WITHIN_WORDS });
  const count = Number(match[1]);
  const measure = (match[2] ?? 'd').toLowerCase();
  if (measure !== 'wd' && !measure.endsWith('工作日')) return { days: /^(w|周)$/.test(measure) ? count * 7 : count, notes: [] };
  const { workingDaysAhead } = await import('./working-days.ts');
  const { days, unknown } = workingDaysAhead(asOf, count, own);
  const say = sayIn(run.reportLang);
  const notes = [say('workingDays', { count, until: addDays(asOf, days) })];
  if (unknown.length > 0) notes.push(say('holidaysUnknown', { years: unknown.join('、') }));
  return { days, notes };
}
