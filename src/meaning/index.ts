import type { CivilDate } from '../base/civil-date.ts';
import { periodMonths } from '../base/period.ts';
import type { Deliverable, Milestone, Quantity, Time } from '../plan/schema.ts';
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

/** The meaning of one text, less the ids of its deliverables. */
interface Meaning {
  times: Time[];
  quantities: Quantity[];
  deliverables: Deliverable[];
}

/** Plans repeat cells (a sentence for each county): what has been read is kept, up to this many texts. */
const KEPT = 2000;
const kept = new Map<string, Meaning>();

/** Puts on a milestone what its text means: its times, its amounts and its deliverables. */
export function addMeaning(milestone: Milestone, { year, roc, unit }: MilestoneContext): void {
  const { id, text, due, period, dueFrom } = milestone;
  const key = `${due} ${dueFrom} ${period} ${year} ${roc} ${unit === undefined ? '' : JSON.stringify(unit)}\n${text}`;
  const meaning = kept.get(key) ?? readMeaning(milestone, { year, roc, unit });
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, meaning);
  milestone.times = meaning.times;
  milestone.quantities = meaning.quantities;
  milestone.deliverables = meaning.deliverables.map((deliverable, index) => ({ ...deliverable, id: `${id}.${index + 1}` }));
}

function readMeaning({ id, text, due, period, dueFrom }: Milestone, { year, roc, unit }: MilestoneContext): Meaning {
  const times = readTimes(text, { year, roc, months: dueFrom === 'period' ? periodMonths(period) : null });
  const quantities = readQuantities(text, times, unit);
  return { times, quantities, deliverables: readDeliverables(text, { id, times, quantities, due: due as CivilDate | null }) };
}
