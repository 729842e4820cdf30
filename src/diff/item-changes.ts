import type { Deliverable, Quantity } from '../plan/schema.ts';
import type { Change } from './finding.ts';
import { coreOf } from './item-pairs.ts';
import { Matching } from './matching.ts';
import { type Item, sameCalendar, type Version } from './version.ts';

/** What changed of a deliverable (or of a whole milestone, where the meaning is not known). */
export function itemChanges(old: Version, now: Version, before: Item, after: Item): Change[] {
  const moved = whenChanges(old, before, now, after);
  // The same text set otherwise promises the same, even where a space in a word made it read otherwise.
  const reset = before.text !== after.text && old.sense(before.text) === now.sense(after.text);
  if (reset) return moved;
  const [one, two] = [before.deliverable, after.deliverable];
  const firmness = one && two ? commitmentChanges(one, two) : [];
  const reworded = coreOf(before, old) !== coreOf(after, now);
  // From 力争 to 基本 nothing was gained or lost, but it is not the same promise.
  const other = one && two && one.commitment !== two.commitment && firmness.length === 0;
  return [
    ...(reworded || other ? [{ kind: 'renamed', from: before.text, to: after.text } as const] : []),
    ...moved,
    ...(moved.length === 0 && one && two ? deadlineChanges(old, before, now, after) : []),
    ...firmness,
    ...(one && two ? quantityChanges(old, one.quantities, now, two.quantities) : []),
  ];
}

/** Whether it stands in a later or earlier column. The time limit of a task is compared with the task. */
function whenChanges(old: Version, before: Item, now: Version, after: Item): Change[] {
  const month = (version: Version, { milestone }: Item): number | null => {
    const day = milestone.dueFrom === 'limit' && sameCalendar(old, now) ? version.day(milestone.due) : null;
    return day === null ? version.month(milestone) : Math.floor(day / 100);
  };
  if (before.milestone.dueFrom === 'limit' && after.milestone.dueFrom === 'limit') return [];
  const [from, to] = [month(old, before), month(now, after)];
  if (from === null || to === null || from === to) return [];
  return [{ kind: from < to ? 'slipped' : 'advanced', from: before.milestone.period, to: after.milestone.period }];
}

/** A day of its own (6月底前) that moved within the column. */
function deadlineChanges(old: Version, before: Item, now: Version, after: Item): Change[] {
  const [one, two] = [before.deliverable!.deadline, after.deliverable!.deadline];
  if (one.text === null && two.text === null) return [];
  // A task's time limit has been compared with the task.
  const limits = [before, after].every(({ task, deliverable }) => deliverable!.deadline.date === task.deadline?.date);
  if (limits) return [];
  const [from, to] = [one.text ?? one.date, two.text ?? two.date];
  const days = sameCalendar(old, now) ? ([old.day(one.date), now.day(two.date)] as const) : ([null, null] as const);
  if (days[0] !== null && days[1] !== null)
    return days[0] === days[1] ? [] : [{ kind: days[0] < days[1] ? 'deadline-later' : 'deadline-earlier', from, to }];
  if (old.sense(one.text ?? '') === now.sense(two.text ?? '')) return [];
  return [{ kind: 'deadline-changed', from, to }];
}

function commitmentChanges(one: Deliverable, two: Deliverable): Change[] {
  const [from, to] = [one.commitment, two.commitment];
  if (from === to || (from !== 'firm' && to !== 'firm')) return [];
  return [{ kind: from === 'firm' ? 'softened' : 'hardened', from, to }];
}

/** Numbers that were lowered or raised; one that is gone counts as lowered, one that is new as raised. */
function quantityChanges(old: Version, before: readonly Quantity[], now: Version, after: readonly Quantity[]): Change[] {
  const sense = (text: string, isOld: boolean): string => (isOld ? old : now).sense(text);
  const pairs = new Matching(before, after)
    .byKey((one, isOld) => `${sense(one.unit, isOld)} ${one.value} ${sense(one.metric, isOld)}`)
    .byKey((one, isOld) => `${sense(one.unit, isOld)} ${sense(one.metric, isOld)}`)
    .byKey((one, isOld) => sense(one.unit, isOld));
  const changed = pairs.pairs
    .filter(pair => pair.old.value !== pair.now.value)
    .map(({ old: { value: from, metric, unit }, now: { value: to } }): Change => {
      return { kind: to < from ? 'lowered' : 'raised', field: metric, from, to, unit };
    });
  const [gone, come] = [pairs.dropped, pairs.added];
  // One unit in place of another (公里, 米) is told as a change of the text.
  if (gone.length > 0 && come.length > 0) return changed;
  return [
    ...changed,
    ...gone.map(({ metric, value, unit }): Change => ({ kind: 'lowered', field: metric, from: value, to: null, unit })),
    ...come.map(({ metric, value, unit }): Change => ({ kind: 'raised', field: metric, from: null, to: value, unit })),
  ];
}
