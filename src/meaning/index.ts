import { periodMonths } from '../base/period.ts';
import type { Milestone } from '../plan/schema.ts';
import { readQuantities } from './quantities.ts';
import { readTimes } from './times.ts';

export { readQuantities } from './quantities.ts';
export { readTimes, type TimeContext } from './times.ts';

/** What a milestone is read with: the plan's year and calendar, and the unit that its column's heading gives. */
export interface MilestoneContext {
  year: number | null;
  roc: boolean;
  unit?: string | undefined;
}

/** Puts on a milestone what its text means: its times and amounts. */
export function addMeaning(milestone: Milestone, { year, roc, unit }: MilestoneContext): void {
  const months = milestone.dueFrom === 'period' ? periodMonths(milestone.period) : null;
  const times = readTimes(milestone.text, { year, roc, months });
  milestone.times = times;
  milestone.quantities = readQuantities(milestone.text, times, unit);
}
