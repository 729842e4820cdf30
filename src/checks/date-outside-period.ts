import { periodEnd, periodMonths } from '../base/period.ts';
import type { Check } from './check.ts';
import { inEveryCell, inMilestone } from './promises.ts';

/** 时间与所在栏不符: a deadline or a time of doing that lies outside the period of its cell. */
export const dateOutsidePeriod: Check = {
  code: 'date-outside-period',
  explain: 'A cell promises something for a day that lies outside the period of its column.',
  run: plan =>
    inEveryCell(plan, (task, milestone) => {
      const months = periodMonths(milestone.period);
      const year = milestone.due === null ? null : Number(milestone.due.slice(0, 4));
      const last = periodEnd(milestone.period, year);
      if (!months || last === null || milestone.dueFrom !== 'period') return [];
      const first = `${year}-${String(months[0]).padStart(2, '0')}-01`;
      return (milestone.times ?? []).flatMap(time => {
        const outside = time.role !== 'reference' && time.to !== null && ((time.from ?? time.to) > last || time.to < first);
        // A whole year or a longer stretch (全年, 2021—2025年) holds the period and says nothing against it.
        if (!outside || (time.from !== null && time.from <= first && time.to! >= last)) return [];
        const data = { text: time.text, date: time.to!, first, last };
        return [{ code: 'date-outside-period' as const, ...inMilestone(task, milestone, time), data }];
      });
    }),
};
