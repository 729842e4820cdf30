import type { CivilDate } from '../base/civil-date.ts';
import { periodMonths } from '../base/period.ts';
import type { Deliverable, Milestone, Quantity, Time } from '../plan/schema.ts';
import { readDeliverables } from './deliverables.ts';
import { readQuantities } from './quantities.ts';
import { readTimes } from './times.ts';
import { type Lexicon, lexiconWith, type UserVerbs } from './words.ts';

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

type AddMeaning = (milestone: Milestone, context: MilestoneContext) => void;

/** Puts on a milestone what its text means: its times, its amounts and its deliverables. */
export const addMeaning: AddMeaning = reader(undefined);

const known = new WeakMap<UserVerbs, AddMeaning>();

/** The same, with verbs of the user's own. */
export function meaningWith(verbs: UserVerbs): AddMeaning {
  if (verbs.size === 0) return addMeaning;
  const made = known.get(verbs) ?? reader(lexiconWith(verbs));
  known.set(verbs, made);
  return made;
}

function reader(lexicon: Lexicon | undefined): AddMeaning {
  const kept = new Map<string, Meaning>();
  return (milestone, context) => addTo(milestone, context, lexicon, kept);
}

function addTo(
  milestone: Milestone,
  { year, roc, unit }: MilestoneContext,
  lexicon: Lexicon | undefined,
  kept: Map<string, Meaning>,
): void {
  const { id, text, due, period, dueFrom } = milestone;
  const key = `${due} ${dueFrom} ${period} ${year} ${roc} ${unit === undefined ? '' : JSON.stringify(unit)}\n${text}`;
  const meaning = kept.get(key) ?? readMeaning(milestone, { year, roc, unit }, lexicon);
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, meaning);
  milestone.times = meaning.times;
  milestone.quantities = meaning.quantities;
  milestone.deliverables = meaning.deliverables.map((deliverable, index) => ({ ...deliverable, id: `${id}.${index + 1}` }));
}

function readMeaning(
  { id, text, due, period, dueFrom }: Milestone,
  { year, roc, unit }: MilestoneContext,
  lexicon: Lexicon | undefined,
): Meaning {
  const times = readTimes(text, { year, roc, months: dueFrom === 'period' ? periodMonths(period) : null });
  const quantities = readQuantities(text, times, unit);
  return { times, quantities, deliverables: readDeliverables(text, { id, times, quantities, due: due as CivilDate | null, lexicon }) };
}
