import { fold } from '../lexicon/fold.ts';

/** Longest texts (the product of their lengths) that are compared character by character; of longer ones the whole middle counts as changed. */
const MOST = 250_000;

/** Marks that stand around what changed. */
const OPEN = '【';
const CLOSE = '】';

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

/** A single character kept between two changes reads as changed too. */
function marked(text: readonly string[], head: number, tail: number, kept: readonly boolean[]): string {
  const changed = kept.map((same, at) => !same || (kept[at - 1] === false && kept[at + 1] === false));
  // White space alone is no change.
  changed.forEach((mark, at) => {
    if (mark && /\s/.test(text[head + at]!) && !changed[at - 1] && !changed[at + 1]) changed[at] = false;
  });
  let out = text.slice(0, head).join('');
  let open = false;
  changed.forEach((mark, at) => {
    if (mark !== open) out += mark ? OPEN : CLOSE;
    open = mark;
    out += text[head + at];
  });
  return `${out}${open ? CLOSE : ''}${text.slice(text.length - tail).join('')}`;
}
