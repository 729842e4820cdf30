import { createHash } from 'node:crypto';
import { fold, halfWidth } from '../lexicon/fold.ts';
import type { Plan } from '../plan/schema.ts';

/** Something a plan promises and a unit can report on. */
export interface Promised {
  id: string;
  level: 'task' | 'milestone' | 'deliverable';
  /** Ids of what it is part of, the nearest first. */
  within: readonly string[];
  text: string;
  /** What it promises, all of it, as the fingerprint is made from. */
  matter: string;
}

/** Characters of a promise that the ledger shows. */
const SHOWN = 40;

/** Everything a plan promises by its id: tasks, their milestones, their deliverables, in the plan's order. Where ids meet, the part goes before the whole. */
export function promisesOf(plan: Plan): Map<string, Promised> {
  const found = new Map<string, Promised>();
  for (const task of plan.tasks) {
    const parts: Promised[] = [];
    for (const milestone of task.milestones) {
      const matter = [task.content, milestone.period, milestone.text].join('\n');
      parts.push({ id: milestone.id, level: 'milestone', within: [task.id], text: milestone.text, matter });
      for (const { id, text } of milestone.deliverables ?? [])
        parts.push({
          id,
          level: 'deliverable',
          within: [milestone.id, task.id],
          text,
          matter: [task.content, milestone.period, text].join('\n'),
        });
    }
    const matter = [task.content, ...task.milestones.map(({ period, text }) => `${period} ${text}`)].join('\n');
    for (const promised of [{ id: task.id, level: 'task', within: [], text: task.content, matter } as const, ...parts])
      if (!found.has(promised.id) || promised.level !== 'task') found.set(promised.id, promised);
  }
  return found;
}

/** Fingerprint of a promise, twelve hexadecimal digits: the same for the same words, whatever their width, spaces and punctuation marks' form. */
export function fingerprint({ matter }: Promised): string {
  return createHash('sha256').update(fold(matter).replace(/\s+/g, '')).digest('hex').slice(0, 12);
}

/** Fingerprint of all that a plan promises: forms say by it which edition of the plan they were made from. */
export function planFingerprint(plan: Plan): string {
  const hash = createHash('sha256');
  for (const promised of promisesOf(plan).values()) hash.update(`${promised.id} ${fingerprint(promised)}\n`);
  return hash.digest('hex').slice(0, 12);
}

/** The words of a promise, shortened for one line. */
export function shortText({ text }: Promised): string {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return line.length > SHOWN ? `${line.slice(0, SHOWN).join('')}…` : line.join('');
}

/**
 * The items that a word names: one by its id (`17.Q3`), or a range: `17.Q1-Q3` (milestones of a task), `17.Q3.1-3` (deliverables of one),
 * `3-8` (tasks), `3-8.Q3` and `3.Q3-8.Q3` (the same period of several tasks). null where it names none.
 */
export function itemsNamed(promises: ReadonlyMap<string, Promised>, word: string): Promised[] | null {
  const given = halfWidth(word.trim()).replace(/\.([qhm])(?=\d)/g, letter => letter.toUpperCase());
  const one = promises.get(given);
  if (one) return [one];
  for (const dash of given.matchAll(/[-~—–至]+/g)) {
    const from = promises.get(given.slice(0, dash.index));
    const end = given.slice(dash.index + dash[0].length);
    if (!from) continue;
    const to = [end.toUpperCase(), end, ...[from.id, ...from.within].map(whole => `${whole}.${end.toUpperCase()}`)].flatMap(
      id => promises.get(id) ?? [],
    );
    const found = to.map(last => between(promises, from, last)).find(some => some.length > 0);
    if (found) return found;
  }
  return null;
}

/** What lies from one item to another, both included, at the level of the second; [] where they are no two ends of a range. */
function between(promises: ReadonlyMap<string, Promised>, from: Promised, to: Promised): Promised[] {
  const all = [...promises.values()];
  const order = (id: string): number => all.findIndex(one => one.id === id);
  const task = (one: Promised): string => one.within.at(-1) ?? one.id;
  const tail = to.id.slice(task(to).length);
  const sameTask = task(from) === task(to) && from.level === to.level;
  if (!sameTask && from.level !== 'task' && from.id.slice(task(from).length) !== tail) return [];
  const [first, last] = sameTask ? [order(from.id), order(to.id)] : [order(task(from)), order(to.id)];
  return all
    .slice(first, last + 1)
    .filter(one => one.level === to.level && (sameTask || one.id.slice(task(one).length) === tail || to.level === 'task'));
}
