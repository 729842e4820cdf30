import type { Diagnostic } from '../base/diagnostic.ts';
import { periodEnd, periodMonths } from '../base/period.ts';
import type { Plan, Time } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { inEveryCell, inMilestone } from './promises.ts';

/** How far around a time its clause is looked at (characters). */
const AROUND = 30;

/** 时间与所在栏不符: a deadline or a time of doing that lies outside the period of its cell. */
export const dateOutsidePeriod: Check = {
  code: 'date-outside-period',
  explain: 'A cell promises something for a day that lies outside the period of its column.',
  run: plan => [
    ...pastLimits(plan),
    ...beyondLimits(plan),
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
  if (to === null || to >= first) return false;
  const before = whole.slice(Math.max(0, span[0] - AROUND), span[0]);
  const after = whole.slice(span[1], span[1] + AROUND);
  // 举办2024年消费者权益日活动: the year of the plan before; its report and its review are another thing.
  if (/(?:举办|召开|举行)$/.test(before) && /^(?!度)[^，,。；;]*(?:活动|大会|比赛|论坛|展览|仪式)/.test(after)) return true;
  return /前$/.test(text) && /(?:^|[，,。；;])\s*$/.test(before) && !/^[^，,。；;]{0,12}[已未的]/.test(after);
}

/** What a goal promises for a day behind the task's own time limit. */
function beyondLimits({ tasks }: Plan): Diagnostic[] {
  return tasks.flatMap(task =>
    task.milestones.flatMap(milestone => {
      const { due, dueFrom, times = [] } = milestone;
      if (due === null || dueFrom !== 'limit') return [];
      return times
        .filter(
          ({ role, to, text }) =>
            role === 'deadline' && to !== null && to > due && to.slice(0, 4) === due.slice(0, 4) && /[前底末]$/.test(text),
        )
        .map(time => {
          const data = { text: time.text, date: time.to!, first: `${due.slice(0, 4)}-01-01`, last: due };
          return { code: 'date-outside-period' as const, ...inMilestone(task, milestone, time), data };
        });
    }),
  );
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
