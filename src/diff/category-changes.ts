import { leadingMark } from '../lexicon/numerals.ts';
import type { Task } from '../plan/schema.ts';
import type { Change, Finding } from './finding.ts';
import type { Pair } from './matching.ts';
import type { Version } from './version.ts';

/** What became of the categories: those renamed as a whole, and the tasks that went from one to another. */
export interface CategoryChanges {
  findings: Finding[];
  moved: ReadonlyMap<Task, Change>;
}

/**
 * Compares the categories of matched tasks. Where all tasks of one went to one other, and it holds no others, the category has got another name
 * or number: one finding, not one for each of its tasks.
 */
export function categoryChanges(old: Version, now: Version, pairs: readonly Pair<Task>[]): CategoryChanges {
  const keys = pairs.map(pair => ({ pair, from: keyOf(old, pair.old), to: keyOf(now, pair.now) }));
  const [goes, comes] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const { from, to } of keys) {
    goes.set(from, (goes.get(from) ?? new Set()).add(to));
    comes.set(to, (comes.get(to) ?? new Set()).add(from));
  }
  // A category that the new version still has is not another's old name, though all that is matched of it has gone.
  const still = new Set(now.plan.tasks.map(task => keyOf(now, task)));
  const findings: Finding[] = [];
  const moved = new Map<Task, Change>();
  const told = new Set<string>();
  for (const { pair, from, to } of keys) {
    if (from === to) continue;
    const [before, after] = [pair.old.category, pair.now.category];
    if (before.length === 0 || after.length === 0 || still.has(from) || goes.get(from)!.size > 1 || comes.get(to)!.size > 1)
      moved.set(pair.old, { kind: 'category', from: before, to: after });
    else if (!told.has(from)) {
      told.add(from);
      const [one, two] = [
        { category: before, task: null, item: null },
        { category: after, task: null, item: null },
      ];
      findings.push({
        level: 'category',
        changes: namesChanged(old, now, before, after),
        old: one,
        now: two,
        under: { old: null, now: null },
        similarity: null,
        unsure: [],
      });
    }
  }
  return { findings, moved };
}

function keyOf(version: Version, { category }: Task): string {
  return category.map(name => version.sense(name)).join('>');
}

/** Another number (二、 for 一、), another name, or both. */
function namesChanged(old: Version, now: Version, before: readonly string[], after: readonly string[]): Change[] {
  const parts = (version: Version, path: readonly string[]) => {
    const marks = path.map(name => leadingMark(name));
    return {
      numbers: marks.map(mark => version.sense(mark?.mark ?? '')).join('>'),
      names: path.map((name, at) => version.sense(marks[at]?.rest ?? name)).join('>'),
    };
  };
  const [one, two] = [parts(old, before), parts(now, after)];
  return [
    ...(one.numbers === two.numbers ? [] : [{ kind: 'renumbered', from: before, to: after } as const]),
    ...(one.names === two.names ? [] : [{ kind: 'renamed', from: before, to: after } as const]),
  ];
}
