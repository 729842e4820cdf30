import chineseDays from 'chinese-days';
import { addDays, type CivilDate } from '../base/civil-date.ts';
import type { OwnDays } from './within.ts';

/**
 * How many calendar days ahead the last of some working days lies (法定工作日: weekends and public holidays are off, the days shifted to make up for
 * them are worked, as the State Council announces them for each year). For years it does not know, weekends are off: they are `unknown`.
 */
export function workingDaysAhead(from: CivilDate, count: number, own: OwnDays): { days: number; unknown: string[] } {
  const off = new Set(own.holidays);
  const worked = new Set(own.workdays);
  const unknown = new Set<string>();
  let days = 0;
  for (let left = count; left > 0; ) {
    days++;
    const day = addDays(from, days);
    const year = day.slice(0, 4);
    if (!isAnnounced(year)) unknown.add(year);
    if (worked.has(day) || (!off.has(day) && chineseDays.isWorkday(day))) left--;
  }
  return { days, unknown: [...unknown] };
}

/** Whether the holidays of a year are known: 国庆节 is among them. */
function isAnnounced(year: string): boolean {
  return chineseDays.getDayDetail(`${year}-10-01`).name.includes('国庆');
}
