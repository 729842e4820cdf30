/** A mistake in JSON: where the text stops making sense, and what could have stood there. `twice` is a key that comes again in its object. */
export class JsonMistake extends Error {
  readonly at: number;
  readonly expected: string;
  readonly twice: string | null;
  constructor(at: number, expected: string, twice: string | null = null) {
    super(expected);
    this.at = at;
    this.expected = expected;
    this.twice = twice;
  }
}

/** What JSON text says, and where each value and key stands, by path. */
export interface LocatedJson {
  value: unknown;
  /** UTF-16 offset of the value at a path; of the key where `key` is given; of the nearest value around it where there is none. */
  placeOf(path: readonly PropertyKey[], key?: string): number;
}

/** Nested deeper, no file of settings makes sense, and reading it would take the stack. */
const DEEPEST = 50;

/** Reads JSON and remembers where everything stands, which JSON.parse does not tell. Throws JsonMistake. */
export function locateJson(text: string): LocatedJson {
  const reader = new Reader(text);
  const value = reader.whole();
  const placeOf = (path: readonly PropertyKey[], key?: string): number => {
    if (key !== undefined) return reader.keys.get(pathKey([...path, key])) ?? placeOf(path);
    return reader.values.get(pathKey(path)) ?? (path.length === 0 ? 0 : placeOf(path.slice(0, -1)));
  };
  return { value, placeOf };
}

function pathKey(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

class Reader {
  readonly values = new Map<string, number>();
  readonly keys = new Map<string, number>();
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  whole(): unknown {
    if (this.text.charCodeAt(0) === 0xfeff) this.at = 1;
    const value = this.read([]);
    this.blank();
    if (this.at < this.text.length) throw new JsonMistake(this.at, 'EOF');
    return value;
  }

  private blank(): void {
    while (' \t\r\n'.includes(this.text[this.at] ?? '-')) this.at++;
  }

  private take(char: string): boolean {
    this.blank();
    if (this.text[this.at] !== char) return false;
    this.at++;
    return true;
  }

  private read(path: readonly PropertyKey[]): unknown {
    this.blank();
    if (path.length > DEEPEST) throw new JsonMistake(this.at, `< ${DEEPEST}`);
    this.values.set(pathKey(path), this.at);
    if (this.take('{')) return this.object(path);
    if (this.take('[')) return this.array(path);
    return this.plain(/"(?:[^"\\\u0000-\u001f]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y, '" [ {');
  }

  private object(path: readonly PropertyKey[]): Record<string, unknown> {
    const entries: [string, unknown][] = [];
    const seen = new Set<string>();
    if (this.take('}')) return {};
    do {
      this.blank();
      const from = this.at;
      const key = String(this.plain(/"(?:[^"\\\u0000-\u001f]|\\.)*"/y, '"'));
      if (seen.has(key)) throw new JsonMistake(from, '', key);
      seen.add(key);
      this.keys.set(pathKey([...path, key]), from);
      if (!this.take(':')) throw new JsonMistake(this.at, ':');
      entries.push([key, this.read([...path, key])]);
    } while (this.take(','));
    if (!this.take('}')) throw new JsonMistake(this.at, ', }');
    return Object.fromEntries(entries);
  }

  private array(path: readonly PropertyKey[]): unknown[] {
    const items: unknown[] = [];
    if (this.take(']')) return items;
    do items.push(this.read([...path, items.length]));
    while (this.take(','));
    if (!this.take(']')) throw new JsonMistake(this.at, ', ]');
    return items;
  }

  private plain(pattern: RegExp, expected: string): unknown {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) throw new JsonMistake(this.at, expected);
    try {
      const value: unknown = JSON.parse(found);
      this.at += found.length;
      return value;
    } catch {
      throw new JsonMistake(this.at, expected);
    }
  }
}
