import { bare, commonHead, commonSequence } from '../../meaning/compare.ts';
import type { Milestone, Plan, Task } from '../../plan/schema.ts';
import { cellsOf } from '../promises.ts';
import { type Thing, thingsOf } from './things.ts';
import { wordingsIn } from './wordings.ts';

/** One thing under two names within a task: `other` stands in the task's text where `at` is null. */
export interface Reworded {
  thing: Thing;
  other: string;
  at: Milestone | null;
}

/** Pairs that are told of a task at most: one that has more is a list of like things. */
const MOST = 60;
/** Longest cell (characters) that is searched. */
const LONGEST = 20_000;
/** Share of a goal's characters that a cell's name must hold in order. */
const ALIKE = 0.65;

/** Things of a task that it names otherwise elsewhere: with a word left out or a character exchanged, without the place before, in other words. */
export function reworded(task: Task, places: ReadonlySet<string>): Reworded[] {
  const texts = [{ text: task.content, milestone: null }, ...cellsOf(task).map(milestone => ({ text: milestone.text, milestone }))];
  if (texts.length < 2) return [];
  const things = thingsOf(task);
  const searched = texts.filter(({ text }) => text.length <= LONGEST);
  const named = things.filter(thing => thing.named).map(({ text }) => text);
  const found: Reworded[] = [];
  const pairs = new Set<string>();
  for (const thing of things) {
    for (const { text, milestone } of searched) {
      const others = wordingsIn(thing.text, text).map(({ text: other }) => ({ thing, other, at: milestone }));
      for (const one of [...others, ...withoutPlace(thing, text, places, milestone, named)]) {
        const key = `${thing.text}\u0000${one.other}`;
        if (!pairs.has(key) && found.length < MOST) found.push(one);
        pairs.add(key);
      }
    }
  }
  const told = found.flatMap(({ thing, other }) => [thing.text, other]);
  return longest([...found, ...renamed(things, texts.slice(1), told)]);
}

/** Of pairs that say the same (…工作计划, …工作计划和项目清单; one the other way round), the longest or first. */
function longest(all: readonly Reworded[]): Reworded[] {
  const pairs = all.map(({ thing, other }): [string, string] => [thing.text, other]);
  return all.filter((_, index) => {
    const [a, b] = pairs[index]!;
    return !pairs.some(([c, d], at) => {
      const holds = (c.includes(a) && d.includes(b)) || (c.includes(b) && d.includes(a));
      const longer = c.length + d.length - a.length - b.length;
      return at !== index && holds && (longer > 0 || at < index);
    });
  });
}

/** A thing with a place before it, that stands elsewhere in its task without one (成都未来医学城, 未来医学城). */
function withoutPlace(thing: Thing, text: string, places: ReadonlySet<string>, at: Milestone | null, named: readonly string[]): Reworded[] {
  if (at === thing.milestone) return [];
  const length = [3, 2].find(end => places.has(thing.text.slice(0, end)));
  if (length === undefined) return [];
  const other = thing.text.slice(length);
  if (other.length < 4 || places.has(other.slice(0, 2)) || !named.some(name => name.startsWith(other))) return [];
  return text.replaceAll(thing.text, '').includes(other) ? [{ thing, other, at }] : [];
}

/** A goal that no cell calls by its name, while one calls something nearly so (机场南支线高速, 机场高速南线; 用地指标协同供给机制, 用地指标统筹使用机制). */
function renamed(
  things: readonly Thing[],
  cells: readonly { text: string; milestone: Milestone | null }[],
  told: readonly string[],
): Reworded[] {
  const all = cells.map(({ text }) => bare(text)).join('\n');
  const goals = things.filter(
    ({ milestone, text }) => milestone === null && text.length >= 6 && !told.includes(text) && !all.includes(bare(text)),
  );
  return goals.flatMap(goal => {
    const alike = things.filter(({ milestone, text }) => milestone !== null && isRenamed(goal.text, text));
    const thing = alike.sort((one, other) => unlike(goal.text, one.text) - unlike(goal.text, other.text))[0];
    return thing ? [{ thing, other: goal.text, at: null }] : [];
  });
}

function isRenamed(goal: string, name: string): boolean {
  const begin = commonHead(goal, name);
  if (name.length < 6) return false;
  if (goal.slice(-2) !== name.slice(-2)) return begin >= 4 && isShuffled(goal, name);
  return (begin >= 2 || name.includes(goal.slice(0, 4))) && commonSequence(goal, name) >= ALIKE * goal.length;
}

/** All but a character or two are the same, in whatever order. */
function isShuffled(a: string, b: string): boolean {
  const left = [...b];
  const missing = [...a].filter(char => {
    const at = left.indexOf(char);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return missing.length + left.length <= 2;
}

/** How many characters of both are not in what they have in common. */
function unlike(a: string, b: string): number {
  return a.length + b.length - 2 * commonSequence(a, b);
}

/** The places that a plan's units are named after (成都市: 成都) and that its tasks join (简阳—雁江). */
export function placesOf(plan: Plan): ReadonlySet<string> {
  const units = plan.units.flatMap(({ name }) => /^(\p{Script=Han}{2,3})[省市县区州]$/u.exec(name)?.[1] ?? []);
  const pairs = plan.tasks.flatMap(({ content }) => [...content.matchAll(/(\p{Script=Han}{2})—(\p{Script=Han}{2})/gu)]);
  return new Set([...units, ...pairs.flatMap(([, one, other]) => [one!, other!])]);
}
