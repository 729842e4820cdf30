import { fold } from '../lexicon/fold.ts';
import { readWords } from './words.ts';

/** A text for comparing: folded, without punctuation. */
export function bare(text: string): string {
  return fold(text).replace(/[\p{P}\p{S}]/gu, '');
}

/** How much two bare texts have in common: the share (0-1) of their pairs of neighbouring characters (Dice's coefficient). */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = new Map<number, number>();
  for (let at = 0; at + 1 < a.length; at++) pairs.set(pairAt(a, at), (pairs.get(pairAt(a, at)) ?? 0) + 1);
  let common = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const left = pairs.get(pairAt(b, at));
    if (left === undefined) continue;
    if (left > 0) common++;
    pairs.set(pairAt(b, at), left - 1);
  }
  return a.length + b.length < 4 ? 0 : (2 * common) / (a.length + b.length - 2);
}

/** A pair of neighbouring characters as a number, which is faster to look up than a text. */
function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** The share (0-1) of a bare text's pairs of neighbouring characters that another text has too. */
export function coverage(part: string, whole: string): number {
  if (part.length < 2) return whole.includes(part) ? 1 : 0;
  let found = 0;
  for (let at = 0; at + 1 < part.length; at++) if (whole.includes(part.slice(at, at + 2))) found++;
  return found / (part.length - 1);
}

/** Length of the longest text that ends both. */
export function commonTail(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}

/** Length of the longest text that begins both. */
export function commonHead(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}

/** What two texts differ in: what stands in each between what begins and what ends both. */
export function differing(a: string, b: string): [string, string] {
  const head = commonHead(a, b);
  const tail = Math.min(commonTail(a, b), a.length - head, b.length - head);
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
}

/** What a deliverable is about: its bare text without the adverbs and verbs at its head (争取, 加快推进, 建成) and the verb at its end (完工). */
export function matterOf(text: string): string {
  return bare(matterIn(text));
}

/** The same as it is written, with its punctuation. */
export function matterIn(text: string): string {
  const { tokens, folded } = readWords(text);
  let from = 0;
  for (const { at, end, word } of tokens) {
    if (at > from || !(word.verb || word.adverb || word.cue || word.joins)) break;
    from = end;
  }
  let to = folded.length;
  for (const { at, end, word } of [...tokens].reverse()) {
    if (end < to || at <= from || !word.verb || word.verb.noun) break;
    to = at;
  }
  return text.slice(from, to);
}

/** Length of the longest sequence of characters that both texts hold in order, with others between. */
export function commonSequence(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const char of a) {
    const next = [0];
    for (let at = 0; at < b.length; at++) next.push(char === b[at] ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    row = next;
  }
  return row[b.length]!;
}
