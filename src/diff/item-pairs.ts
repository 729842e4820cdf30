import { PARTIAL, STRIVE } from '../lexicon/clause-words.ts';
import type { Task } from '../plan/schema.ts';
import { likenessOf, Matching, type Pair } from './matching.ts';
import type { Item, Version } from './version.ts';

/** Likeness from which two items of one task are taken for the same. */
const LEAST = 0.5;
/** What an item in the same column has before one in another. */
const SAME_COLUMN = 0.15;
/** Characters by which the first of several items is found again that were one. */
const FIRST = 2;
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

/** What stands for how exact an amount is: a sign, which weighs little where items are held against each other. */
const COMPARATORS = { eq: '', ge: '≥', gt: '>', le: '≤', lt: '<', approx: '≈' } as const;

/** What an item is about: its text without how firmly, how much and until when, each of which is compared by itself. */
export function coreOf({ text, deliverable }: Item, version: Version): string {
  if (!deliverable) return version.sense(text);
  let core = '';
  let from = 0;
  const begin = deliverable.span[0];
  for (const { span, comparator, unit } of [...deliverable.quantities].sort((a, b) => a.span[0] - b.span[0])) {
    const [start, end] = [span[0] - begin, span[1] - begin];
    if (start < from || end > text.length) continue;
    core += `${text.slice(from, start)}${COMPARATORS[comparator]}${unit}`;
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
  const of = (isOld: boolean): Version => (isOld ? old : now);
  const cells = new Matching(task.old.milestones, task.now.milestones)
    .byKey((one, isOld) => `${of(isOld).column(one)} ${one.text}`)
    .byKey((one, isOld) => `${of(isOld).column(one)} ${of(isOld).sense(one.text)}`);
  return {
    olds: cells.dropped.flatMap(milestone => old.items(task.old, milestone)),
    nows: cells.added.flatMap(milestone => now.items(task.now, milestone)),
  };
}

/** Matches the items of two versions of a task: equal texts first, in the same column before others, then what is most alike. */
export function matchItems(old: Version, now: Version, olds: readonly Item[], nows: readonly Item[]): Matching<Item> {
  const texts = new Map<Item, { column: string; whole: string; core: string }>();
  for (const [version, items] of [[old, olds] as const, [now, nows] as const])
    for (const item of items)
      texts.set(item, { column: version.column(item.milestone), whole: version.sense(item.text), core: coreOf(item, version) });
  const column = (item: Item): string => texts.get(item)!.column;
  const whole = (item: Item): string => texts.get(item)!.whole;
  const core = (item: Item): string => texts.get(item)!.core;
  const matching = new Matching(olds, nows).byKey(item => `${column(item)} ${whole(item)}`);
  const cut = cutOtherwise(matching.dropped, matching.added, item => `${column(item)} `, whole);
  return matching
    .without(cut)
    .byKey(item => whole(item) || null)
    .byKey(item => `${column(item)} ${core(item)}`)
    .byKey(item => core(item) || null)
    .byLikeness({
      text: core,
      of: (a, b) => likenessOf(core(a), core(b)),
      bonus: (a, b) => (column(a) === column(b) ? SAME_COLUMN : 0),
      // Two tasks that promise one thing each by their time limit promise it in other words.
      least: (a, b) => (olds.length === 1 && nows.length === 1 && column(a) === 'limit' && column(b) === 'limit' ? 0 : LEAST),
    });
}

/** Items that read the same in one column but were cut otherwise, since a space or a mark stands elsewhere: one of a version, several of the other. */
function cutOtherwise(
  olds: readonly Item[],
  nows: readonly Item[],
  column: (item: Item) => string,
  whole: (item: Item) => string,
): Set<Item> {
  const found = new Set<Item>();
  const join = (ones: readonly Item[], manys: readonly Item[]): void => {
    const first = new Map<string, number>();
    for (const [at, item] of manys.entries()) {
      const key = column(item) + whole(item).slice(0, FIRST);
      if (!first.has(key)) first.set(key, at);
    }
    for (const one of ones) {
      const from = first.get(column(one) + whole(one).slice(0, FIRST));
      if (from === undefined) continue;
      const parts: Item[] = [];
      let rest = whole(one);
      for (let at = from; at < manys.length && rest !== '' && column(manys[at]!) === column(one); at++) {
        if (whole(manys[at]!) === '' || !rest.startsWith(whole(manys[at]!))) break;
        parts.push(manys[at]!);
        rest = rest.slice(whole(manys[at]!).length);
      }
      if (rest === '' && !parts.some(part => found.has(part))) for (const item of [one, ...parts]) found.add(item);
    }
  };
  join(olds, nows);
  join(nows, olds);
  return found;
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
      return text === null ? null : `${(isOld ? old : now).column(item.milestone)} ${text}`;
    })
    .byKey(key);
}
