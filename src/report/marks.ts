import { fold } from '../lexicon/fold.ts';

/** Longest texts (the product of their lengths) that are compared character by character; of longer ones the whole middle counts as changed. */
const MOST = 250_000;

/** Marks that stand around what changed. */
const OPEN = '【';
const CLOSE = '】';

/** A text that changed as a whole. */
export function inMarks(text: string): string {
  return `${OPEN}${text}${CLOSE}`;
}

/** Two versions of a text, what only one of them has in marks: 启动招标 and 力争启动招标 give 启动招标 and 【力争】启动招标. */
export function markChanges(old: string, now: string): [old: string, now: string] {
  const [a, b] = [[...old], [...now]];
  const [one, two] = [a.map(same), b.map(same)];
  let head = 0;
  while (head < a.length && head < b.length && one[head] === two[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && one[a.length - 1 - tail] === two[b.length - 1 - tail]) tail++;
  const kept = keptOf(one.slice(head, a.length - tail), two.slice(head, b.length - tail));
  return [marked(a, head, tail, kept.a), marked(b, head, tail, kept.b)];
}

/** A character as it is compared: its width makes no difference. */
function same(char: string): string {
  return /[一-鿿\w]/.test(char) ? char : fold(char);
}

/** Which characters of two texts stand in the longest text they have in common. */
function keptOf(a: readonly string[], b: readonly string[]): { a: boolean[]; b: boolean[] } {
  const kept = { a: a.map(() => false), b: b.map(() => false) };
  if (a.length * b.length > MOST) return kept;
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      kept.a[i++] = true;
      kept.b[j++] = true;
    } else if (common[(i + 1) * width + j]! >= common[i * width + j + 1]!) i++;
    else j++;
  }
  return kept;
}

/** What reads as changed: also a single character kept between two changes, and all digits of a number that has changed. */
function marked(text: readonly string[], head: number, tail: number, kept: readonly boolean[]): string {
  const changed = text.map((_, at) => at >= head && at < text.length - tail && kept[at - head] === false);
  const filled = changed.map((mark, at) => mark || (changed[at - 1] === true && changed[at + 1] === true));
  const digit = (at: number): boolean => /[\d.]/.test(text[at] ?? '');
  for (let at = 1; at < text.length; at++) if (filled[at - 1] && digit(at - 1) && digit(at)) filled[at] = true;
  for (let at = text.length - 2; at >= 0; at--) if (filled[at + 1] && digit(at + 1) && digit(at)) filled[at] = true;
  let out = '';
  let open = false;
  text.forEach((char, at) => {
    // White space alone is no change.
    const mark = filled[at]! && (!/\s/.test(char) || filled[at - 1] === true || filled[at + 1] === true);
    if (mark !== open) out += mark ? OPEN : CLOSE;
    open = mark;
    out += char;
  });
  return open ? out + CLOSE : out;
}
