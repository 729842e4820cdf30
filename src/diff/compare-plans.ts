import type { Plan, Task } from '../plan/schema.ts';
import { categoryChanges } from './category-changes.ts';
import { type Change, type Finding, inOrder, type Side } from './finding.ts';
import { inPlanOrder, tellTasks, tellUnsure } from './findings-of-tasks.ts';
import { itemChanges } from './item-changes.ts';
import { matchItems, matchMoved, openItems } from './item-pairs.ts';
import type { Pair } from './matching.ts';
import { taskChanges } from './task-changes.ts';
import { matchTasks } from './task-pairs.ts';
import { type Item, Version } from './version.ts';

/** What two versions of a plan differ in. */
export interface Comparison {
  /** In the order of the new version; what was dropped stands where it was. */
  findings: Finding[];
  /** Numbers of tasks: old = same + changed + dropped, new = same + changed + added. */
  tasks: { old: number; now: number; same: number; changed: number; dropped: number; added: number };
  /** Whether whole milestones were compared, since a version was saved without its meaning. */
  byMilestone: boolean;
}

/** Compares two versions of a plan by what they mean: how a text is set, quoted or laid out makes no difference. */
export function comparePlans(before: Plan, after: Plan): Comparison {
  const byMilestone = [before, after].some(({ tasks }) => tasks.some(lacksMeaning));
  const [old, now] = [new Version(before, after, !byMilestone), new Version(after, before, !byMilestone)];
  const tasks = matchTasks(old, now);
  const categories = categoryChanges(old, now, tasks.pairs);
  const found = new Map<Task, Finding[]>([...before.tasks, ...after.tasks].map(task => [task, []]));
  const left: { olds: Item[]; nows: Item[] } = { olds: [], nows: [] };
  for (const pair of tasks.pairs) {
    const moved = categories.moved.get(pair.old);
    const changes = [...taskChanges(old, now, pair.old, pair.now), ...(moved ? [moved] : [])];
    if (changes.length > 0) found.get(pair.now)!.push(finding('task', changes, sideOf(pair.old), sideOf(pair.now), pair.likeness));
    const open = openItems(old, now, pair);
    const items = matchItems(old, now, open.olds, open.nows);
    for (const item of items.pairs) pushItem(found, item, itemChanges(old, now, item.old, item.now));
    left.olds.push(...items.dropped);
    left.nows.push(...items.added);
  }
  for (const task of tasks.dropped) {
    found.get(task)!.push(finding('task', [{ kind: 'dropped' }], sideOf(task), null));
    left.olds.push(...itemsOf(old, task));
  }
  for (const task of tasks.added) {
    found.get(task)!.push(finding('task', [{ kind: 'added' }], null, sideOf(task)));
    left.nows.push(...itemsOf(now, task));
  }
  addMoved(old, now, left, found, new Set([...tasks.dropped, ...tasks.added]));
  const findings = inPlanOrder(before, after, tasks.pairs, found);
  tellTasks(findings, tasks.pairs);
  tellUnsure(findings, before, after);
  const touched = new Set(findings.flatMap(one => [one.old?.task, one.now?.task]));
  const changed = tasks.pairs.filter(pair => touched.has(pair.now) || touched.has(pair.old)).length;
  return {
    findings: [...categories.findings, ...findings],
    tasks: {
      old: before.tasks.length,
      now: after.tasks.length,
      same: tasks.pairs.length - changed,
      changed,
      dropped: tasks.dropped.length,
      added: tasks.added.length,
    },
    byMilestone,
  };
}

/** What stands in another task now; all else that is left was dropped or added, of whole tasks together with them. */
function addMoved(
  old: Version,
  now: Version,
  left: { olds: Item[]; nows: Item[] },
  found: Map<Task, Finding[]>,
  whole: ReadonlySet<Task>,
): void {
  const moved = matchMoved(old, now, left.olds, left.nows);
  for (const pair of moved.pairs) {
    const change: Change = { kind: 'moved', from: pair.old.task.id, to: pair.now.task.id };
    pushItem(found, pair, [change, ...itemChanges(old, now, pair.old, pair.now)]);
  }
  for (const item of moved.dropped)
    if (!whole.has(item.task)) found.get(item.task)!.push(finding(levelOf(item), [{ kind: 'dropped' }], sideOf(item.task, item), null));
  for (const item of moved.added)
    if (!whole.has(item.task)) found.get(item.task)!.push(finding(levelOf(item), [{ kind: 'added' }], null, sideOf(item.task, item)));
}

function pushItem(found: Map<Task, Finding[]>, { old, now, likeness }: Pair<Item>, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const sides = [sideOf(old.task, old), sideOf(now.task, now)] as const;
  found.get(now.task)!.push(finding(levelOf(now), changes, ...sides, likeness));
}

function finding(level: Finding['level'], changes: readonly Change[], old: Side | null, now: Side | null, likeness = 1): Finding {
  const under = { old: old?.task ?? null, now: now?.task ?? null };
  const similarity = likeness < 1 ? Math.round(likeness * 100) / 100 : null;
  return { level, changes: inOrder(changes), old, now, under, similarity, unsure: [] };
}

function levelOf({ deliverable }: Item): Finding['level'] {
  return deliverable ? 'deliverable' : 'milestone';
}

function sideOf(task: Task, item: Item | null = null): Side {
  return { category: task.category, task, item };
}

function itemsOf(version: Version, task: Task): Item[] {
  return task.milestones.flatMap(milestone => version.items(task, milestone));
}

function lacksMeaning({ milestones }: Task): boolean {
  return milestones.some(({ deliverables }) => deliverables === undefined);
}
