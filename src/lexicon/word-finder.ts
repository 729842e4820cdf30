/** A word with the code of its third letter, which tells most words of one beginning apart; -1 where there is none. */
interface Entry<T> {
  word: string;
  third: number;
  value: T;
}

/** Words of one beginning: those of two or more letters by their second one, and the word of one letter. */
interface Start<T> {
  longer: Map<number, Entry<T>[]>;
  single: T | undefined;
}

/**
 * Words with what is known of them, found by longest match: a step a position, however many words there are. They are put in order when a text is
 * first looked at, since many runs look at none.
 */
export class WordFinder<T> {
  readonly #entries: () => Iterable<readonly [string, T]>;
  readonly #merge: (before: T, next: T) => T;
  #ordered: (Start<T> | undefined)[] | undefined;

  /** `merge` joins what two lists say of one word. */
  constructor(entries: () => Iterable<readonly [string, T]>, merge: (before: T, next: T) => T) {
    this.#entries = entries;
    this.#merge = merge;
  }

  #order(): (Start<T> | undefined)[] {
    const all = new Map<string, T>();
    for (const [word, value] of this.#entries()) {
      const before = all.get(word);
      all.set(word, before === undefined ? value : this.#merge(before, value));
    }
    const starts: (Start<T> | undefined)[] = new Array(0x10000).fill(undefined);
    // The longest first, so that the first that fits is the longest.
    for (const [word, value] of [...all].sort(([a], [b]) => b.length - a.length)) {
      const start = starts[word.charCodeAt(0)] ?? { longer: new Map(), single: undefined };
      starts[word.charCodeAt(0)] = start;
      if (word.length === 1) start.single = value;
      else {
        const entry = { word, third: word.length > 2 ? word.charCodeAt(2) : -1, value };
        const others = start.longer.get(word.charCodeAt(1));
        if (others) others.push(entry);
        else start.longer.set(word.charCodeAt(1), [entry]);
      }
    }
    return starts;
  }

  /** The longest word that begins at `at`, as its end and value; null where none does. */
  at(text: string, at: number): { end: number; value: T } | null {
    this.#ordered ??= this.#order();
    const start = this.#ordered[text.charCodeAt(at)];
    if (!start) return null;
    const words = at + 1 < text.length ? start.longer.get(text.charCodeAt(at + 1)) : undefined;
    if (words) {
      const third = text.charCodeAt(at + 2);
      for (const { word, third: needed, value } of words)
        if (needed < 0 || (needed === third && (word.length === 3 || text.startsWith(word, at)))) return { end: at + word.length, value };
    }
    return start.single === undefined ? null : { end: at + 1, value: start.single };
  }
}
