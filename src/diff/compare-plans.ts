import type { Plan, Task } from '../plan/schema.ts';
import { categoryChanges } from './category-changes.ts';
import { type Change, type Finding, inOrder, type Side } from './finding.ts';
import { inPlanOrder, tellTasks, tellUnsure } from './findings-of-tasks.ts';
import { itemChanges } from './item-changes.ts';
import { matchItems, matchMoved, openItems } from './item-pairs.ts';
import type { Pair } from './matching.ts';
import { taskChanges } from './task-changes.ts';
import { matchTasks } from './task-pairs.ts';
import { type Item, keepsMerged, Version } from './version.ts';

/** What two versions of a plan differ in. */
export interface Comparison {
  /** In the order of the new version; what was dropped stands where it was. */
  findings: Finding[];
  /** Numbers of tasks: old = same + changed + dropped, new = same + changed + added. */
  tasks: { old: number; now: number; same: number; changed: number; dropped: number; added: number };
  /** Whether whole milestones were compared, since a version was saved without its meaning. */
  byMilestone: boolean;
  /** Whether cells over several periods counted for the first of them, since only one version is of a format that keeps merged cells. */
  firstColumns: boolean;
}

/** Compares two versions of a plan by what they mean: how a text is set, quoted or laid out makes no difference. */
export function comparePlans(before: Plan, after: Plan): Comparison {
  const byMilestone = [before, after].some(({ tasks }) => tasks.some(lacksMeaning));
  const [old, now] = [new Version(before, after, !byMilestone), new Version(after, before, !byMilestone)];
  const tasks = matchTasks(old, now);
  const categories = categoryChanges(old, now, tasks.pairs);
  const found: Found = { byTask: new Map([...before.tasks, ...after.tasks].map(task => [task, []])), olds: [], nows: [] };
  for (const pair of tasks.pairs) compareTask(old, now, pair, categories.moved.get(pair.old), found);
  for (const task of tasks.dropped) {
    found.byTask.get(task)!.push(finding('task', [{ kind: 'dropped' }], sideOf(task), null));
    for (const item of itemsOf(old, task)) found.olds.push(item);
  }
  for (const task of tasks.added) {
    found.byTask.get(task)!.push(finding('task', [{ kind: 'added' }], null, sideOf(task)));
    for (const item of itemsOf(now, task)) found.nows.push(item);
  }
  addMoved(old, now, found, new Set([...tasks.dropped, ...tasks.added]));
  const findings = inPlanOrder(before, after, tasks.pairs, found.byTask);
  tellTasks(findings, tasks.pairs);
  tellUnsure(findings, before, after);
  const counts = { old: before.tasks.length, now: after.tasks.length, dropped: tasks.dropped.length, added: tasks.added.length };
  const touched = new Set(findings.flatMap(one => [one.old?.task, one.now?.task]));
  const changed = tasks.pairs.filter(pair => touched.has(pair.now) || touched.has(pair.old)).length;
  const same = tasks.pairs.length - changed;
  const spans = [before, after].some(plan => plan.tasks.some(({ milestones }) => milestones.some(({ period }) => period.includes('-'))));
  const firstColumns = spans && keepsMerged(before) !== keepsMerged(after);
  return { findings: [...categories.findings, ...findings], tasks: { ...counts, same, changed }, byMilestone, firstColumns };
}

/** What has been found so far: findings by the task they are told under, and items of either version that have no counterpart yet. */
interface Found {
  byTask: Map<Task, Finding[]>;
  olds: Item[];
  nows: Item[];
}

/** Compares a task of both versions and what it promises; `moved` is its change of category. */
function compareTask(old: Version, now: Version, pair: Pair<Task>, moved: Change | undefined, found: Found): void {
  const changes = [...taskChanges(old, now, pair.old, pair.now), ...(moved ? [moved] : [])];
  if (changes.length > 0) found.byTask.get(pair.now)!.push(finding('task', changes, sideOf(pair.old), sideOf(pair.now), pair.likeness));
  const open = openItems(old, now, pair);
  const items = matchItems(old, now, open.olds, open.nows);
  for (const item of items.pairs) pushItem(found, item, itemChanges(old, now, item.old, item.now));
  for (const item of items.dropped) found.olds.push(item);
  for (const item of items.added) found.nows.push(item);
}

/** What stands in another task now; all else that is left was dropped or added, of whole tasks together with them. */
function addMoved(old: Version, now: Version, found: Found, whole: ReadonlySet<Task>): void {
  const moved = matchMoved(old, now, found.olds, found.nows);
  for (const pair of moved.pairs) {
    const change: Change = { kind: 'moved', from: pair.old.task.id, to: pair.now.task.id };
    pushItem(found, pair, [change, ...itemChanges(old, now, pair.old, pair.now)]);
  }
  for (const item of moved.dropped)
    if (!whole.has(item.task))
      found.byTask.get(item.task)!.push(finding(levelOf(item), [{ kind: 'dropped' }], sideOf(item.task, item), null));
  for (const item of moved.added)
    if (!whole.has(item.task))
      found.byTask.get(item.task)!.push(finding(levelOf(item), [{ kind: 'added' }], null, sideOf(item.task, item)));
}

function pushItem(found: Found, { old, now, likeness }: Pair<Item>, changes: readonly Change[]): void {
  if (changes.length === 0) return;
  const sides = [sideOf(old.task, old), sideOf(now.task, now)] as const;
  found.byTask.get(now.task)!.push(finding(levelOf(now), changes, ...sides, likeness));
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
