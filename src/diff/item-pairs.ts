import { PARTIAL, STRIVE } from '../lexicon/clause-words.ts';
import type { Milestone, Task } from '../plan/schema.ts';
import { likenessOf, Matching, type Pair } from './matching.ts';
import { type Item, monthOf, type Version } from './version.ts';

/** Likeness from which two items of one task are taken for the same. */
const LEAST = 0.5;
/** What an item in the same column has before one in another. */
const SAME_COLUMN = 0.15;
/** Shortest text (characters) by which an item is found again in another task. */
const LEAST_MOVED = 8;

const CUES = {
  firm: null,
  strive: cueOf(STRIVE),
  partial: cueOf(PARTIAL),
};

function cueOf(words: string): RegExp {
  return new RegExp(
    words
      .split(' ')
      .sort((a, b) => b.length - a.length)
      .join('|'),
  );
}

/** What an item is about: its text without how firmly, how much and until when, each of which is compared by itself. */
export function coreOf({ text, deliverable }: Item, version: Version): string {
  if (!deliverable) return version.sense(text);
  let core = '';
  let from = 0;
  const begin = deliverable.span[0];
  for (const { span, comparator, unit } of [...deliverable.quantities].sort((a, b) => a.span[0] - b.span[0])) {
    const [start, end] = [span[0] - begin, span[1] - begin];
    if (start < from || end > text.length) continue;
    core += `${text.slice(from, start)}${comparator}${unit}`;
    from = end;
  }
  core += text.slice(from);
  if (deliverable.deadline.text !== null) core = core.replace(deliverable.deadline.text, () => '');
  const cue = CUES[deliverable.commitment];
  if (cue) core = core.replace(cue, '');
  return version.sense(core);
}

/** The items of two versions of a task that are not the same already: cells that read the same are left out whole, however they were cut. */
export function openItems(old: Version, now: Version, task: Pair<Task>): { olds: Item[]; nows: Item[] } {
  const column = (one: Milestone): string => (one.dueFrom === 'limit' ? 'limit' : one.period);
  const cells = new Matching(task.old.milestones, task.now.milestones)
    .byKey(one => `${column(one)} ${one.text}`)
    .byKey((one, isOld) => `${column(one)} ${(isOld ? old : now).sense(one.text)}`);
  return {
    olds: cells.dropped.flatMap(milestone => old.items(task.old, milestone)),
    nows: cells.added.flatMap(milestone => now.items(task.now, milestone)),
  };
}

/** Matches the items of two versions of a task: equal texts first, in the same column before others, then what is most alike. */
export function matchItems(old: Version, now: Version, olds: readonly Item[], nows: readonly Item[]): Matching<Item> {
  const texts = new Map<Item, { whole: string; core: string }>();
  const enter = (version: Version) => (item: Item) => texts.set(item, { whole: version.sense(item.text), core: coreOf(item, version) });
  olds.forEach(enter(old));
  nows.forEach(enter(now));
  const whole = (item: Item): string => texts.get(item)!.whole;
  const core = (item: Item): string => texts.get(item)!.core;
  return new Matching(olds, nows)
    .byKey(item => `${columnOf(item)} ${whole(item)}`)
    .byKey(whole)
    .byKey(item => `${columnOf(item)} ${core(item)}`)
    .byKey(item => core(item) || null)
    .byLikeness({
      text: core,
      of: (a, b) => likenessOf(core(a), core(b)),
      bonus: (a, b) => (columnOf(a) === columnOf(b) ? SAME_COLUMN : 0),
      least: () => LEAST,
    });
}

/** Matches what is left of all tasks: items that stand in another task now, word for word. */
export function matchMoved(old: Version, now: Version, olds: readonly Item[], nows: readonly Item[]): Matching<Item> {
  const key = (item: Item, isOld: boolean): string | null => {
    const text = (isOld ? old : now).sense(item.text);
    return text.length < LEAST_MOVED ? null : text;
  };
  return new Matching(olds, nows)
    .byKey((item, isOld) => {
      const text = key(item, isOld);
      return text === null ? null : `${columnOf(item)} ${text}`;
    })
    .byKey(key);
}

function columnOf({ milestone }: Item): string {
  return String(monthOf(milestone));
}
