import type { PeriodKey } from '../../base/period.ts';
import type { Milestone } from '../schema.ts';

/** The last day that a text names for what it promises; none where what it ends with has no day: 3月底前制定方案，推进实施. */
export function lastDay({ deliverables = [] }: Milestone): Milestone['due'] {
  const days = deliverables.map(({ deadline }) => deadline.date);
  return days.at(-1) ? days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last)) : null;
}

/** The key of a cell that spans columns from one period to another: Q1 and Q2 are Q1-2. */
export function spanKey(first: PeriodKey, last: PeriodKey | undefined): PeriodKey {
  if (!last || last === first || first.includes('-')) return first;
  return first[0] === last[0] ? `${first}-${last.split('-').at(-1)}` : first;
}

/** Two columns of one period (计划 and 完成情况 of Q1) make two milestones: `1.Q1`, `1.Q1#2`. */
export function uniqueIds(milestones: Milestone[]): Milestone[] {
  const periods = new Set<PeriodKey>();
  for (const { period } of milestones) periods.add(period);
  if (periods.size === milestones.length) return milestones;
  const seen = new Map<string, number>();
  return milestones.map(milestone => {
    const count = (seen.get(milestone.id) ?? 0) + 1;
    seen.set(milestone.id, count);
    return count === 1 ? milestone : { ...milestone, id: `${milestone.id}#${count}` };
  });
}
