import type { CivilDate } from '../base/civil-date.ts';
import { lightOf, statusOf } from '../ledger/status.ts';
import { fold } from '../lexicon/fold.ts';
import type { Deliverable, Plan } from '../plan/schema.ts';
import { firmnessOf } from './firmness.ts';
import { type Match, type Query, select } from './query.ts';

export const kinds = [
  'start',
  'draft',
  'issue',
  'sign',
  'build',
  'hold',
  'establish',
  'advance',
  'survey',
  'approve',
  'other',
] as const satisfies readonly Deliverable['kind'][];
export const commitments = ['firm', 'strive', 'partial'] as const satisfies readonly Deliverable['commitment'][];

/** What is asked of deliverables, as data; what is left out does not restrict. One deliverable has to meet all of it. */
export interface DeliverableQuery {
  kinds?: readonly Deliverable['kind'][];
  commitments?: readonly Deliverable['commitment'][];
  /** First and last day of the deadline, both included; a deliverable without a date is in no such span. */
  dueAfter?: CivilDate;
  dueBefore?: CivilDate;
  /** Stands in the text, whatever the width, script and case of either. */
  text?: string;
}

/** A deliverable that a query found, with its milestone and task; `status` is that of its own deadline. */
export interface DeliverableMatch extends Match {
  deliverable: Deliverable;
}

/** Whether a plan was saved without what its texts mean (`plan parse --no-meaning`), so that nothing can be asked of its deliverables. */
export function lacksMeaning(plan: Plan): boolean {
  return plan.tasks.some(task => task.milestones.some(milestone => milestone.deliverables === undefined));
}

/** Whether anything is asked that only deliverables can answer. */
export function asksMeaning(query: DeliverableQuery): boolean {
  return [query.kinds, query.commitments, query.dueAfter, query.dueBefore].some(asked => asked !== undefined);
}

/** The milestones in which one deliverable meets the query; where only words are asked for, those whose whole text has them. */
export function selectMilestones(plan: Plan, query: Query, wanted: DeliverableQuery, asOf: CivilDate, within: number): Match[] {
  const matches = select(plan, query, asOf, within);
  if (wanted.text === undefined && !asksMeaning(wanted)) return matches;
  const meets = meeting(wanted);
  if (asksMeaning(wanted)) return matches.filter(({ milestone }) => milestone.deliverables?.some(meets));
  const { text = '' } = wanted;
  const has = holding(text);
  return matches.filter(({ milestone }) => has(milestone.text));
}

/** The deliverables that meet the query, in the plan's order; a status asked for is that of the deliverable. */
export function selectDeliverables(
  plan: Plan,
  query: Query,
  wanted: DeliverableQuery,
  asOf: CivilDate,
  within: number,
): DeliverableMatch[] {
  const { statuses, ...rest } = query;
  const meets = meeting(wanted);
  return select(plan, rest, asOf, within).flatMap(({ reported: _, ...match }) =>
    (match.milestone.deliverables ?? []).filter(meets).flatMap(deliverable => {
      const reported = query.reports?.get(deliverable.id);
      const status = statusOf(deliverable.deadline.date, reported, asOf, within);
      const light = lightOf(status, query.lights);
      const firmness = firmnessOf([deliverable]);
      const found = { ...match, deliverable, status, light, firmness, ...(query.reports ? { reported: reported ?? null } : {}) };
      return !statuses || statuses.includes(status) ? [found] : [];
    }),
  );
}

/** Whether a text holds some words, whatever the width, script and case of either. */
export function holding(words: string): (text: string) => boolean {
  const wanted = fold(words).toLowerCase();
  return text => fold(text).toLowerCase().includes(wanted);
}

function meeting({ kinds, commitments, dueAfter, dueBefore, text }: DeliverableQuery): (deliverable: Deliverable) => boolean {
  const has = text === undefined ? () => true : holding(text);
  return deliverable => {
    const { date } = deliverable.deadline;
    if (kinds && !kinds.includes(deliverable.kind)) return false;
    if (commitments && !commitments.includes(deliverable.commitment)) return false;
    if (dueAfter !== undefined && (date === null || date < dueAfter)) return false;
    if (dueBefore !== undefined && (date === null || date > dueBefore)) return false;
    return has(deliverable.text);
  };
}
