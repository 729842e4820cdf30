import { similarity } from '../meaning/compare.ts';

/** Two things of two versions that are taken for the same; `likeness` is 1 where a key said so, else the share of their texts in common. */
export interface Pair<T> {
  old: T;
  now: T;
  likeness: number;
}

/** How things are held against each other that have no key in common. */
export interface Likeness<T> {
  /** What candidates are looked for by. */
  text: (thing: T) => string;
  /** How like two things are (0-1); symmetric. */
  of: (old: T, now: T) => number;
  /** What goes before of several equally like, such as one period; below what counts as a difference of texts. */
  bonus?: (old: T, now: T) => number;
  least: (old: T, now: T) => number;
  /** Candidates for other reasons than their text. */
  near?: (old: T) => Iterable<T>;
}

/** A pair of characters that stands in more texts than this leads to none of them. */
const COMMON = 64;
/** Candidates that one thing is held against, by its text. */
const MOST = 4;

/**
 * Matches the things of two versions, in passes from the surest to the least sure. What has been matched stays so. The order of the arguments
 * makes no difference but for their names: the versions swapped give the same pairs.
 */
export class Matching<T> {
  readonly pairs: Pair<T>[] = [];
  private readonly olds: Set<T>;
  private readonly nows: Set<T>;

  constructor(olds: Iterable<T>, nows: Iterable<T>) {
    this.olds = new Set(olds);
    this.nows = new Set(nows);
  }

  /** What has no counterpart so far, in order. */
  get dropped(): T[] {
    return [...this.olds];
  }

  get added(): T[] {
    return [...this.nows];
  }

  /** Takes things out that need no counterpart. */
  without(some: ReadonlySet<T>): this {
    for (const one of some) {
      this.olds.delete(one);
      this.nows.delete(one);
    }
    return this;
  }

  /** Matches things with the same key, the first with the first; null is no key. */
  byKey(keyOf: (thing: T, old: boolean) => string | null): this {
    if (this.olds.size === 0 || this.nows.size === 0) return this;
    const queues = new Map<string, T[]>();
    for (const now of [...this.nows].reverse()) {
      const key = keyOf(now, false);
      if (key === null) continue;
      const queue = queues.get(key);
      if (queue) queue.push(now);
      else queues.set(key, [now]);
    }
    for (const old of this.olds) {
      const key = keyOf(old, true);
      const now = key === null ? undefined : queues.get(key)?.pop();
      if (now !== undefined) this.join(old, now, 1);
    }
    return this;
  }

  /** Matches what is like each other, the most like first. */
  byLikeness(how: Likeness<T>): this {
    const [olds, nows] = [this.dropped, this.added];
    const found = candidates(olds, nows, how).flatMap(([i, j]) => {
      const [old, now] = [olds[i]!, nows[j]!];
      const likeness = how.of(old, now);
      if (likeness < how.least(old, now)) return [];
      return [{ i, j, likeness, rank: likeness + (how.bonus?.(old, now) ?? 0) }];
    });
    // Ties go by place, so that swapping the versions changes nothing.
    found.sort((a, b) => b.rank - a.rank || a.i + a.j - (b.i + b.j) || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
    for (const { i, j, likeness } of found) if (this.olds.has(olds[i]!) && this.nows.has(nows[j]!)) this.join(olds[i]!, nows[j]!, likeness);
    return this;
  }

  private join(old: T, now: T, likeness: number): void {
    this.pairs.push({ old, now, likeness });
    this.olds.delete(old);
    this.nows.delete(now);
  }
}

/** How much two senses have in common; texts of very different lengths are not looked at, since they cannot have half in common. */
export function likenessOf(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 1 : 0;
  return Math.max(a.length, b.length) > 4 * Math.min(a.length, b.length) ? 0 : similarity(a, b);
}

/** Pairs worth a look, each once: those that share rare pairs of characters, looked for from both sides, and those near for other reasons. */
function candidates<T>(olds: readonly T[], nows: readonly T[], { text, near }: Likeness<T>): [number, number][] {
  if (olds.length === 0 || nows.length === 0) return [];
  const [before, after] = [olds.map(one => bigrams(text(one))), nows.map(one => bigrams(text(one)))];
  const found = new Map<number, [number, number]>();
  const add = (i: number, j: number): unknown => found.set(i * nows.length + j, [i, j]);
  mostShared(before, after).forEach((some, i) => {
    for (const j of some) add(i, j);
  });
  mostShared(after, before).forEach((some, j) => {
    for (const i of some) add(i, j);
  });
  // Where everything is much the same, the place is the best clue.
  for (let rank = 0; rank < Math.min(olds.length, nows.length); rank++) {
    add(rank, rank);
    add(olds.length - 1 - rank, nows.length - 1 - rank);
  }
  if (near) {
    const places = new Map(nows.map((now, j) => [now, j]));
    olds.forEach((old, i) => {
      for (const now of near(old)) if (places.has(now)) add(i, places.get(now)!);
    });
  }
  return [...found.values()];
}

function bigrams(text: string): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) found.add(text.slice(at, at + 2));
  return found;
}

/** For each of `some`, the places of those among `others` that share most with it. */
function mostShared(some: readonly Set<string>[], others: readonly Set<string>[]): number[][] {
  const places = new Map<string, number[]>();
  others.forEach((pairs, at) => {
    for (const pair of pairs) {
      const list = places.get(pair);
      if (!list) places.set(pair, [at]);
      else if (list.length <= COMMON) list.push(at);
    }
  });
  return some.map(pairs => {
    const shared = new Map<number, number>();
    for (const pair of pairs) {
      const list = places.get(pair) ?? [];
      if (list.length <= COMMON) for (const at of list) shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST)
      .map(([at]) => at);
  });
}
