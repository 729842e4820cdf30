import { commonHead } from '../../meaning/compare.ts';

/** What makes another thing of a name: numbers, times, sides, seasons, parts. */
const ANOTHER = /[\d一二三四五六七八九十百第年月季春夏秋冬东西南北上下左右内外前后首#号—、-]/;
/** Words that make another document or another part of a name. */
export const GENERAL = /^(工作|初步|实施|试行|专项|年度|区|点|园|带|线|路|段|期|批)+$/;
/** Longest word left out, and longest that is left out of a short name. */
const LEFT_OUT = 8;
const WORD = 4;

/** How another text writes a name: `text` stands at `at`. */
export interface Wording {
  text: string;
  at: number;
}

/** Where a text holds a name with a word left out (青白江—广汉[交界地带融合发展]2021年工作计划), or one character exchanged (财税利益分享办法, 共享). */
export function wordingsIn(name: string, text: string): Wording[] {
  const found: Wording[] = [];
  const begin = name.slice(0, 2);
  for (let at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
    const head = commonHead(name, text.slice(at, at + name.length));
    if (head === name.length) continue;
    const length = isExchangedAt(name, head, text, at) ? name.length : withoutWord(name, head, text, at);
    if (length > 0) found.push({ text: text.slice(at, at + length), at });
  }
  return found;
}

function isExchangedAt(name: string, head: number, text: string, at: number): boolean {
  const [mine, other] = [name[head]!, text[at + head] ?? ''];
  return (
    name.length >= 7 &&
    head + 2 < name.length &&
    isHan(other) &&
    !ANOTHER.test(mine + other) &&
    text.startsWith(name.slice(head + 1), at + head + 1)
  );
}

/** Length of what stands in the text where the name has a word more behind its first `head` characters, or 0. */
function withoutWord(name: string, head: number, text: string, at: number): number {
  for (let length = 2; length <= LEFT_OUT; length++) {
    const [word, rest] = [name.slice(head, head + length), name.slice(head + length)];
    if (rest.length < 2 || ANOTHER.test(word)) return 0;
    const long = length > WORD ? 6 : head < 4 ? 4 : 2;
    if (rest.length < long || (length > WORD && head < 4) || head + rest.length < 6 || GENERAL.test(word)) continue;
    if (text.startsWith(rest, at + head)) return head + rest.length;
  }
  return 0;
}

/** A name shortened character by character: 天府农业博览园, 天府农博园. */
export function isAbbreviated(longer: string, shorter: string): boolean {
  const from = longer.indexOf(shorter.slice(0, 2));
  if (from < 0 || shorter.length < 5 || longer.at(-1) !== shorter.at(-1)) return false;
  let [at, left] = [from, 0];
  for (const char of shorter) {
    if (longer[at] !== char) {
      at++;
      left++;
    }
    if (longer[at] !== char) return false;
    at++;
  }
  return at === longer.length && left >= 2;
}

function isHan(char: string): boolean {
  return /^\p{Script=Han}$/u.test(char);
}
