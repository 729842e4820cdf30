/** Words of one beginning: those of two or more letters by their second one, and the word of one letter. */
interface Start<T> {
  longer: Map<number, [string, T][]>;
  single: T | undefined;
}

/** Words with what is known of them, found by longest match: a step a position, however many words there are. */
export class WordFinder<T> {
  readonly #starts: (Start<T> | undefined)[] = new Array(0x10000).fill(undefined);

  /** `merge` joins what two lists say of one word. */
  constructor(entries: Iterable<readonly [string, T]>, merge: (before: T, next: T) => T) {
    const all = new Map<string, T>();
    for (const [word, value] of entries) {
      const before = all.get(word);
      all.set(word, before === undefined ? value : merge(before, value));
    }
    for (const [word, value] of all) {
      const start = this.#starts[word.charCodeAt(0)] ?? { longer: new Map(), single: undefined };
      this.#starts[word.charCodeAt(0)] = start;
      if (word.length === 1) start.single = value;
      else {
        const others = start.longer.get(word.charCodeAt(1));
        if (others) others.push([word, value]);
        else start.longer.set(word.charCodeAt(1), [[word, value]]);
      }
    }
    for (const start of this.#starts) for (const words of start?.longer.values() ?? []) words.sort((a, b) => b[0].length - a[0].length);
  }

  /** The longest word that begins at `at`, as its end and value; null where none does. */
  at(text: string, at: number): { end: number; value: T } | null {
    const start = this.#starts[text.charCodeAt(at)];
    if (!start) return null;
    const words = at + 1 < text.length ? start.longer.get(text.charCodeAt(at + 1)) : undefined;
    if (words)
      for (const [word, value] of words) if (word.length === 2 || text.startsWith(word, at)) return { end: at + word.length, value };
    return start.single === undefined ? null : { end: at + 1, value: start.single };
  }
}
