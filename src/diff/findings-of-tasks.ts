import type { Plan, Task } from '../plan/schema.ts';
import type { Finding } from './finding.ts';
import type { Pair } from './matching.ts';

/** What is left of only one version still belongs to a task of both; what went from one task to another is told under that where it is now. */
export function tellTasks(findings: readonly Finding[], pairs: readonly Pair<Task>[]): void {
  const after = new Map(pairs.map(pair => [pair.old, pair.now]));
  const before = new Map(pairs.map(pair => [pair.now, pair.old]));
  for (const { under } of findings) {
    if (under.now) under.old = before.get(under.now) ?? null;
    else if (under.old) under.now = after.get(under.old) ?? null;
  }
}

/** What a reader says of a row whose cells it could not place for sure. */
const UNPLACED: ReadonlySet<string> = new Set(['ambiguous-columns', 'missing-cell', 'surplus-cell']);

/** Says of findings whose task was read with doubt, that they may come from the reading. */
export function tellUnsure(findings: readonly Finding[], before: Plan, after: Plan): void {
  const unplaced = (plan: Plan) => new Set(plan.diagnostics.filter(({ code }) => UNPLACED.has(code)).map(({ task }) => task));
  const [old, now] = [unplaced(before), unplaced(after)];
  for (const found of findings) {
    const sides = [
      found.under.old && old.has(found.under.old.id) ? ['old'] : [],
      found.under.now && now.has(found.under.now.id) ? ['new'] : [],
    ];
    found.unsure = sides.flat() as Finding['unsure'];
  }
}

/** Findings by task in the new order, a dropped task behind the one it stood behind; of one task, itself first, then by column. */
export function inPlanOrder(before: Plan, after: Plan, pairs: readonly Pair<Task>[], found: ReadonlyMap<Task, Finding[]>): Finding[] {
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
