import type { Plan, Task } from '../plan/schema.ts';
import { categoryChanges } from './category-changes.ts';
import { type Change, type Finding, inOrder, type Side } from './finding.ts';
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
  return { level, changes: inOrder(changes), old, now, similarity: likeness < 1 ? Math.round(likeness * 100) / 100 : null, unsure: [] };
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

/** What a reader says of a row whose cells it could not place for sure. */
const UNPLACED: ReadonlySet<string> = new Set(['ambiguous-columns', 'missing-cell', 'surplus-cell']);

function tellUnsure(findings: readonly Finding[], before: Plan, after: Plan): void {
  const unplaced = (plan: Plan) => new Set(plan.diagnostics.filter(({ code }) => UNPLACED.has(code)).map(({ task }) => task));
  const [old, now] = [unplaced(before), unplaced(after)];
  for (const found of findings) {
    const sides = [
      found.old?.task && old.has(found.old.task.id) ? ['old'] : [],
      found.now?.task && now.has(found.now.task.id) ? ['new'] : [],
    ];
    found.unsure = sides.flat() as Finding['unsure'];
  }
}

function lacksMeaning({ milestones }: Task): boolean {
  return milestones.some(({ deliverables }) => deliverables === undefined);
}

/** Findings by task in the new order, a dropped task behind the one it stood behind; of one task, itself first, then by column. */
function inPlanOrder(before: Plan, after: Plan, pairs: readonly Pair<Task>[], found: ReadonlyMap<Task, Finding[]>): Finding[] {
  const counterpart = new Map(pairs.map(pair => [pair.old, pair.now]));
  const behind = new Map<Task | null, Task[]>();
  let last: Task | null = null;
  for (const task of before.tasks) {
    const now: Task | undefined = counterpart.get(task);
    if (now) last = now;
    else if (behind.has(last)) behind.get(last)!.push(task);
    else behind.set(last, [task]);
  }
  const original = new Map(pairs.map(pair => [pair.now, pair.old]));
  const of = (task: Task): Finding[] => {
    const old = original.get(task);
    return [...found.get(task)!, ...(old ? found.get(old)! : [])].sort((a, b) => placeOf(a) - placeOf(b));
  };
  return [null, ...after.tasks].flatMap(task => [...(task ? of(task) : []), ...(behind.get(task) ?? []).flatMap(of)]);
}

/** The task first, then its items by where they stand in the new version, or stood in the old. */
function placeOf({ level, old, now }: Finding): number {
  if (level === 'task') return -1;
  const { task, item } = (now ?? old)!;
  const { milestone, deliverable } = item!;
  return task!.milestones.indexOf(milestone) * 1e6 + (deliverable?.span[0] ?? 0);
}
