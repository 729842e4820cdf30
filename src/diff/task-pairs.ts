import type { Task } from '../plan/schema.ts';
import { likenessOf, Matching } from './matching.ts';
import type { Version } from './version.ts';

/** Likeness from which tasks are taken for the same; less is asked of tasks with one number. */
const LEAST = 0.5;
const LEAST_NUMBERED = 0.35;

/**
 * Matches the tasks of two versions: by what they are about first, by number only among equals, so that a plan numbered anew still matches. What
 * is left is matched by likeness, half of it that of the tasks' contents, half that of what they promise.
 */
export function matchTasks(old: Version, now: Version): Matching<Task> {
  const [before, after] = [neighbours(old.plan.tasks), neighbours(now.plan.tasks)];
  const texts = new Map<Task, { content: string; cells: string }>();
  for (const version of [old, now])
    for (const task of version.plan.tasks) texts.set(task, { content: version.sense(task.content), cells: '' });
  const content = (task: Task): string => texts.get(task)!.content;
  const category = (task: Task, isOld: boolean): string => (isOld ? old : now).sense(task.category.join('>'));
  const matching = new Matching(old.plan.tasks, now.plan.tasks)
    .byKey((task, isOld) => JSON.stringify([task.id, content(task), category(task, isOld)]))
    .byKey(task => JSON.stringify([task.id, content(task)]))
    .byKey((task, isOld) => JSON.stringify([content(task), category(task, isOld), task.milestones.map(({ text }) => text)]))
    .byKey((task, isOld) => JSON.stringify([content(task), category(task, isOld)]))
    .byKey(task => (content(task) === '' ? null : content(task)));
  const cellsOf = (task: Task, version: Version): string =>
    task.milestones
      .filter(({ dueFrom }) => dueFrom !== 'limit')
      .map(({ text }) => version.sense(text))
      .join('');
  for (const task of matching.dropped) texts.get(task)!.cells = cellsOf(task, old);
  for (const task of matching.added) texts.get(task)!.cells = cellsOf(task, now);
  const byNumber = new Map(now.plan.tasks.map(task => [task.id, task]));
  const known = new Map(matching.pairs.map(pair => [pair.old, pair.now]));
  return matching.byLikeness({
    text: content,
    of: (a, b) => taskLikeness(texts.get(a)!, texts.get(b)!),
    bonus: (a, b) => (a.id === b.id ? 0.1 : 0),
    least: (a, b) => (a.id === b.id ? LEAST_NUMBERED : LEAST),
    near: function* (task) {
      const numbered = byNumber.get(task.id);
      if (numbered) yield numbered;
      const { previous, next } = before.get(task)!;
      const behind = previous && known.get(previous) && after.get(known.get(previous)!)!.next;
      const ahead = next && known.get(next) && after.get(known.get(next)!)!.previous;
      if (behind) yield behind;
      if (ahead) yield ahead;
    },
  });
}

function taskLikeness(a: { content: string; cells: string }, b: { content: string; cells: string }): number {
  const contents = likenessOf(a.content, b.content);
  return a.cells === '' || b.cells === '' ? contents : (contents + likenessOf(a.cells, b.cells)) / 2;
}

function neighbours(tasks: readonly Task[]): Map<Task, { previous: Task | undefined; next: Task | undefined }> {
  return new Map(tasks.map((task, at) => [task, { previous: tasks[at - 1], next: tasks[at + 1] }]));
}
