import type { CivilDate } from '../base/civil-date.ts';
import { periodMonths } from '../base/period.ts';
import type { Milestone } from '../plan/schema.ts';
import { readDeliverables } from './deliverables.ts';
import { readQuantities } from './quantities.ts';
import { readTimes } from './times.ts';

export { type DeliverableContext, readDeliverables } from './deliverables.ts';
export { readQuantities } from './quantities.ts';
export { readTimes, type TimeContext } from './times.ts';

/** What a milestone is read with: the plan's year and calendar, and the unit that its column's heading gives. */
export interface MilestoneContext {
  year: number | null;
  roc: boolean;
  unit?: string | undefined;
}

/** Puts on a milestone what its text means: its times, its amounts and its deliverables. */
export function addMeaning(milestone: Milestone, { year, roc, unit }: MilestoneContext): void {
  const months = milestone.dueFrom === 'period' ? periodMonths(milestone.period) : null;
  const times = readTimes(milestone.text, { year, roc, months });
  milestone.times = times;
  const quantities = readQuantities(milestone.text, times, unit);
  milestone.quantities = quantities;
  milestone.deliverables = readDeliverables(milestone.text, {
    id: milestone.id,
    times,
    quantities,
    due: milestone.due as CivilDate | null,
  });
}
