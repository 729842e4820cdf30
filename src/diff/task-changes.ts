import type { Task } from '../plan/schema.ts';
import type { Change } from './finding.ts';
import { textChanges } from './text-changes.ts';
import { sameCalendar, type Version } from './version.ts';

/** What changed of a task itself, but its category: number, content, units, time limit, further columns. */
export function taskChanges(old: Version, now: Version, before: Task, after: Task): Change[] {
  return [
    ...(sameNumber(before, after) ? [] : [{ kind: 'renumbered', from: before.id, to: after.id } as const]),
    ...contentChanges(old, now, before, after),
    ...unitChanges(old, now, before, after),
    ...limitChanges(old, now, before.deadline, after.deadline),
    ...extraChanges(old, now, before, after),
  ];
}

/** A task without a written number has an id by its line, which says nothing. */
function sameNumber(before: Task, after: Task): boolean {
  return before.id === after.id || [before, after].some(({ places }) => places.number === undefined);
}

/** Where the time limit is the milestone, the task's text is compared there, deliverable by deliverable. */
function contentChanges(old: Version, now: Version, before: Task, after: Task): Change[] {
  const below = (task: Task): boolean => task.milestones.some(({ dueFrom, text }) => dueFrom === 'limit' && text === task.content);
  if (below(before) && below(after)) return [];
  if (old.sense(before.content) === now.sense(after.content)) return [];
  const changes = textChanges(old, now, [before, before.content], [after, after.content]);
  const column = 'content';
  if (changes.length === 0) return [{ kind: 'renamed', from: before.content, to: after.content, column }];
  return changes.map(change => ({ ...change, column }));
}

function unitChanges(old: Version, now: Version, before: Task, after: Task): Change[] {
  const roles = [
    ['lead', before.leadUnits, after.leadUnits],
    ['support', before.supportUnits, after.supportUnits],
  ] as const;
  const changes = roles.flatMap(([field, from, to]): Change[] => {
    const [one, two] = [from.map(name => old.unit(name)), to.map(name => now.unit(name))];
    return sameSet(one, two) ? [] : [{ kind: 'unit', field, from, to }];
  });
  if (before.leadMode === after.leadMode || changes.some(({ field }) => field === 'lead')) return changes;
  return [...changes, { kind: 'unit', field: 'leadMode', from: before.leadMode, to: after.leadMode }];
}

function sameSet(one: readonly string[], two: readonly string[]): boolean {
  const [a, b] = [new Set(one), new Set(two)];
  return a.size === b.size && [...a].every(name => b.has(name));
}

function limitChanges(old: Version, now: Version, before: Task['deadline'], after: Task['deadline']): Change[] {
  const [from, to] = [before?.text ?? null, after?.text ?? null];
  const days = sameCalendar(old, now) ? ([old.day(before?.date ?? null), now.day(after?.date ?? null)] as const) : [null, null];
  if (days[0] !== null && days[1] !== null)
    return days[0] === days[1] ? [] : [{ kind: days[0] < days[1] ? 'slipped' : 'advanced', field: 'deadline', from, to }];
  if (old.sense(from ?? '') === now.sense(to ?? '')) return [];
  return [{ kind: 'deadline-changed', field: 'deadline', from, to }];
}

/**
 * Further columns, by their headings; what is promised there is told as of a deliverable. A goal that both versions have as a milestone is
 * compared there.
 */
function extraChanges(old: Version, now: Version, before: Task, after: Task): Change[] {
  // Headings that say the same (备注, 备注：) are told apart by their order.
  const entries = (version: Version, extra: Task['extra']): Map<string, { heading: string; text: string }> => {
    const found = new Map<string, { heading: string; text: string }>();
    for (const [heading, text] of Object.entries(extra)) {
      let key = version.sense(heading);
      while (found.has(key)) key += '#';
      found.set(key, { heading, text });
    }
    return found;
  };
  const [one, two] = [entries(old, before.extra), entries(now, after.extra)];
  return [...new Set([...one.keys(), ...two.keys()])].flatMap((key): Change[] => {
    const [from, to] = [one.get(key), two.get(key)];
    if (old.sense(from?.text ?? '') === now.sense(to?.text ?? '')) return [];
    if (isMilestone(before, from?.text) && isMilestone(after, to?.text)) return [];
    const column = (to ?? from)!.heading;
    const read = from && to ? textChanges(old, now, [before, from.text], [after, to.text]) : [];
    return [
      { kind: 'extra', field: column, from: from?.text ?? null, to: to?.text ?? null },
      ...read.filter(({ kind }) => kind !== 'renamed').map(change => ({ ...change, column })),
    ];
  });
}

function isMilestone(task: Task, text: string | undefined): boolean {
  return task.milestones.some(milestone => milestone.text === text);
}
