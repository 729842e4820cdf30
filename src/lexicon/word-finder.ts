/** Words with what is known of them, found by longest match in one step a position, however many words there are. */
export class WordFinder<T> {
  readonly #byStart = new Map<number, [string, T][]>();
  readonly #single = new Map<number, T>();

  /** `merge` joins what two lists say of one word. */
  constructor(entries: Iterable<readonly [string, T]>, merge: (before: T, next: T) => T) {
    const all = new Map<string, T>();
    for (const [word, value] of entries) {
      const before = all.get(word);
      all.set(word, before === undefined ? value : merge(before, value));
    }
    for (const [word, value] of all) {
      if (word.length === 1) this.#single.set(word.charCodeAt(0), value);
      else {
        const key = startKey(word, 0);
        const others = this.#byStart.get(key);
        if (others) others.push([word, value]);
        else this.#byStart.set(key, [[word, value]]);
      }
    }
    for (const words of this.#byStart.values()) words.sort((a, b) => b[0].length - a[0].length);
  }

  /** The longest word that begins at `at`, as its end and value; null where none does. */
  at(text: string, at: number): { end: number; value: T } | null {
    const words = this.#byStart.get(startKey(text, at));
    if (words)
      for (const [word, value] of words) if (word.length === 2 || text.startsWith(word, at)) return { end: at + word.length, value };
    const single = this.#single.get(text.charCodeAt(at));
    return single === undefined ? null : { end: at + 1, value: single };
  }
}

function startKey(text: string, at: number): number {
  return text.charCodeAt(at) * 65536 + (at + 1 < text.length ? text.charCodeAt(at + 1) : 0);
}
