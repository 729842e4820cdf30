import { addMeaning } from '../meaning/index.ts';
import type { Milestone, Task } from '../plan/schema.ts';
import type { Change } from './finding.ts';
import { itemChanges } from './item-changes.ts';
import { matchItems } from './item-pairs.ts';
import type { Item, Version } from './version.ts';

/**
 * What changed of a text of a task that is no milestone: its content, or what stands in a further column (年度目标). It is read as a milestone is, so
 * that a number lowered there is told as such; `renamed` where more than that changed. Empty where nothing was read.
 */
export function textChanges(old: Version, now: Version, before: readonly [Task, string], after: readonly [Task, string]): Change[] {
  if (!old.withMeaning || !now.withMeaning) return [];
  const matching = matchItems(old, now, itemsIn(old, ...before), itemsIn(now, ...after));
  const changes = matching.pairs.flatMap(pair => itemChanges(old, now, pair.old, pair.now));
  const reworded = matching.dropped.length + matching.added.length > 0 || changes.some(({ kind }) => kind === 'renamed');
  return [
    ...(reworded ? [{ kind: 'renamed', from: before[1], to: after[1] } as const] : []),
    ...changes.filter(({ kind }) => kind !== 'renamed'),
  ];
}

function itemsIn(version: Version, task: Task, text: string): Item[] {
  if (text === '') return [];
  const milestone: Milestone = { id: '', period: 'year', text, due: null, dueFrom: 'stated', place: task.place };
  addMeaning(milestone, { year: version.plan.year, roc: false });
  return version.items(task, milestone);
}
