/** Kinds of token: `text` between bars, `blank` (white space beside a border), `bar`, `newline`. */
export const TEXT = 0;
export const BLANK = 1;
export const BAR = 2;
export const NEWLINE = 3;

/**
 * Pipe text cut into tokens. Token i is the slice `[start[i], start[i + 1])` of the text, so that all slices joined give the text back;
 * `start` has one entry more than there are tokens. `\|` is text; every other bar is a border. Nothing is judged here.
 */
export interface PipeTokens {
  text: string;
  kind: Uint8Array;
  start: Uint32Array;
  count: number;
}

const NEWLINE_CODE = 10;
const RETURN_CODE = 13;
const BAR_CODE = 124;
const BACKSLASH_CODE = 92;

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200a);
}

/** Cuts a text into tokens in one pass. */
export function tokenizePipes(text: string): PipeTokens {
  let kind = new Uint8Array(1024);
  let start = new Uint32Array(1025);
  let count = 0;
  const push = (what: number, from: number): void => {
    if (count === kind.length) {
      const moreKinds = new Uint8Array(count * 2);
      moreKinds.set(kind);
      kind = moreKinds;
      const moreStarts = new Uint32Array(count * 2 + 1);
      moreStarts.set(start);
      start = moreStarts;
    }
    kind[count] = what;
    start[count++] = from;
  };
  const size = text.length;
  const borders = bordersOf(text);
  let at = 0;
  while (at < size) {
    const code = text.charCodeAt(at);
    if (code === BAR_CODE) push(BAR, at++);
    else if (code === NEWLINE_CODE) push(NEWLINE, at++);
    else if (code === RETURN_CODE) {
      push(NEWLINE, at);
      at += text.charCodeAt(at + 1) === NEWLINE_CODE ? 2 : 1;
    } else at = pushSpan(text, at, borders(at), push);
  }
  start[count] = size;
  return { text, kind, start, count };
}

/**
 * Finds where a stretch that begins at a place, no later than the last one asked for, meets a bar or a line end. Each is looked for once: a search
 * for a character takes a tenth of the time of a look at each.
 */
function bordersOf(text: string): (from: number) => number {
  const next = (char: string): ((from: number) => number) => {
    let found = -1;
    return from => {
      if (found < from) {
        found = text.indexOf(char, from);
        if (found < 0) found = text.length;
      }
      return found;
    };
  };
  const [newline, back] = [next('\n'), next('\r')];
  const bar = text.includes('\\|') ? (from: number) => unescapedBar(text, from) : next('|');
  return from => Math.min(bar(from), newline(from), back(from));
}

/** The first bar that no backslash stands before, or the end. */
function unescapedBar(text: string, from: number): number {
  let at = from;
  for (let escaped = false; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE_CODE || (code === BAR_CODE && !escaped)) break;
    escaped = code === BACKSLASH_CODE && !escaped;
  }
  return at;
}

/** A stretch without border or line end, up to `end`: blank, text, blank, where each may be missing. Returns where it ends. */
function pushSpan(text: string, from: number, end: number, push: (what: number, from: number) => void): number {
  let first = from;
  while (first < end && isBlank(text.charCodeAt(first))) first++;
  if (first > from) push(BLANK, from);
  if (first === end) return end;
  let last = end;
  while (isBlank(text.charCodeAt(last - 1))) last--;
  push(TEXT, first);
  if (last < end) push(BLANK, last);
  return end;
}
