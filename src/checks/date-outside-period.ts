import type { Diagnostic } from '../base/diagnostic.ts';
import { periodEnd, periodMonths } from '../base/period.ts';
import type { Plan, Time } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { inEveryCell, inMilestone } from './promises.ts';

/** 时间与所在栏不符: a deadline or a time of doing that lies outside the period of its cell. */
export const dateOutsidePeriod: Check = {
  code: 'date-outside-period',
  explain: 'A cell promises something for a day that lies outside the period of its column.',
  run: plan => [
    ...pastLimits(plan),
    ...inEveryCell(plan, (task, milestone) => {
      const months = periodMonths(milestone.period);
      const year = milestone.due === null ? null : Number(milestone.due.slice(0, 4));
      const last = periodEnd(milestone.period, year);
      if (!months || last === null || milestone.dueFrom !== 'period') return [];
      const first = `${year}-${String(months[0]).padStart(2, '0')}-01`;
      return (milestone.times ?? []).flatMap(time => {
        const outside =
          (time.role !== 'reference' || isPastLimit(time, milestone.text, first)) &&
          time.to !== null &&
          ((time.from ?? time.to) > last || time.to < first);
        // A whole year or a longer stretch (全年, 2021—2025年) holds the period and says nothing against it.
        if (!outside || (time.from !== null && time.from <= first && time.to! >= last)) return [];
        const data = { text: time.text, date: time.to!, first, last };
        return [{ code: 'date-outside-period' as const, ...inMilestone(task, milestone, time), data }];
      });
    }),
  ],
};

/** 2024年12月底前完成… in a plan for 2025: a limit that had passed before its period began, unless it says what was to be done by then. */
function isPastLimit({ to, span, text }: Time, whole: string, first: string): boolean {
  const clause = /[，,。；;、]?\s*$/.test(whole.slice(0, span[0])) && (span[0] === 0 || /[，,。；;]\s*$/.test(whole.slice(0, span[0])));
  return to !== null && to < first && /前$/.test(text) && clause && !/^[^，,。；;]{0,12}[已未的]/.test(whole.slice(span[1]));
}

/** Time limits of tasks that lie before the year of the plan. */
function pastLimits({ tasks, year }: Plan): Diagnostic[] {
  return tasks.flatMap(task => {
    const date = task.deadline?.date ?? null;
    if (year === null || date === null || date >= `${year}-01-01`) return [];
    const data = { text: task.deadline!.text, date, first: `${year}-01-01`, last: `${year}-12-31` };
    return [
      { code: 'date-outside-period' as const, place: task.places.deadline ?? task.place, task: task.id, text: task.deadline!.text, data },
    ];
  });
}
