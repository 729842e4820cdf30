/**
 * Display width in terminal columns: East Asian wide and full-width characters and emoji take two, combining and invisible characters none,
 * ambiguous ones (— “ ” ① ·) one, as in string-width's defaults and cli-table3. Escape sequences (SGR and OSC 8 links) take none.
 */
export function textWidth(text: string): number {
  const quick = simpleWidth(text);
  if (quick >= 0) return quick;
  let width = 0;
  for (const cluster of clusters(text.replace(ANSI, ''))) width += clusterWidth(cluster);
  return width;
}

/**
 * Width of each plain character, one that is a cluster by itself, by its code: blocks that make up nearly all Chinese text; 0 for what needs a
 * closer look. A table, since most runs end before a function called for each character would be optimized.
 */
const PLAIN = new Uint8Array(0x10000);
for (const [first, last] of [
  [0x20, 0x7e],
  [0xb7, 0xb7],
  [0x2010, 0x2027],
  [0x2460, 0x24ff],
  [0x2500, 0x257f],
] as const)
  PLAIN.fill(1, first, last + 1);
for (const [first, last] of [
  [0x3000, 0x3029],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xff01, 0xff60],
] as const)
  PLAIN.fill(2, first, last + 1);

/** Width of a text of plain characters only; -1 where there are others. */
function simpleWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const own = PLAIN[text.charCodeAt(at)]!;
    if (own === 0) return -1;
    width += own;
  }
  return width;
}

/** SGR sequences and OSC 8 hyperlinks, the only ones our own output holds. */
const ANSI = /\u001b\[[0-9;]*m|\u001b\]8;[^\u0007\u001b]*(?:\u0007|\u001b\\)/g;
const ZERO = /^[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}\p{Surrogate}]+$/u;
let emoji: RegExp | undefined;
let segmenter: Intl.Segmenter | undefined;

/** Grapheme clusters of a text; runs of plain characters take a short way round the segmenter. */
export function clusters(text: string): string[] {
  if (simpleWidth(text) >= 0) return text.split('');
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), part => part.segment);
}

function clusterWidth(cluster: string): number {
  if (cluster.length === 1) {
    const own = PLAIN[cluster.charCodeAt(0)]!;
    if (own > 0) return own;
  }
  if (ZERO.test(cluster)) return 0;
  emoji ??= /^\p{RGI_Emoji}$/v;
  if (emoji.test(cluster)) return 2;
  return isWide(cluster.codePointAt(0)!) ? 2 : 1;
}

/** East Asian Width W or F (Unicode 17), by range; unassigned characters in between are taken for wide as their neighbours are. */
function isWide(code: number): boolean {
  for (let i = 0; i < WIDE.length; i += 2) if (code <= WIDE[i + 1]!) return code >= WIDE[i]!;
  return false;
}

/** First and last code point of each range, as pairs in order. */
const WIDE = (
  '1100-115f 231a-231b 2329-232a 23e9-23ec 23f0 23f3 25fd-25fe 2614-2615 2630-2637 2648-2653 267f 268a-268f 2693 26a1 ' +
  '26aa-26ab 26bd-26be 26c4-26c5 26ce 26d4 26ea 26f2-26f3 26f5 26fa 26fd 2705 270a-270b 2728 274c 274e 2753-2755 2757 ' +
  '2795-2797 27b0 27bf 2b1b-2b1c 2b50 2b55 2e80-303e 3041-3247 3250-33ff 3400-4dbf 4dc0-a4c6 a960-a97c ac00-d7a3 f900-faff ' +
  'fe10-fe19 fe30-fe6b ff01-ff60 ffe0-ffe6 16fe0-191d2 1aff0-1b2fb 1d300-1d376 1f004 1f0cf 1f18e 1f191-1f19a 1f1ae ' +
  '1f200-1f320 1f32d-1f335 1f337-1f37c 1f37e-1f393 1f3a0-1f3ca 1f3cf-1f3d3 1f3e0-1f3f0 1f3f4 1f3f8-1f43e 1f440 1f442-1f4fc ' +
  '1f4ff-1f53d 1f54b-1f54e 1f550-1f567 1f57a 1f595-1f596 1f5a4 1f5fb-1f64f 1f680-1f6c5 1f6cc 1f6d0-1f6d2 1f6d5-1f6d9 ' +
  '1f6dc-1f6df 1f6eb-1f6ec 1f6f4-1f6fc 1f7da 1f7e0-1f7eb 1f7f0 1f90c-1f93a 1f93c-1f945 1f947-1f9ff 1fa70-1faff 20000-3fffd'
)
  .split(' ')
  .flatMap(range => {
    const [first, last = first] = range.split('-').map(code => Number.parseInt(code, 16));
    return [first!, last!];
  });

/** Characters that must not begin a line (closing marks) and that must not end one (opening marks): 避头尾 of GB/T 15834. */
const NOT_FIRST = new Set('，。、；：？！,.;:?!）)】》〉」』”’…·%％‰℃');
const NOT_LAST = new Set('（(【《〈「『“‘');

/**
 * Breaks a text into lines of at most `width` columns without losing a character: the lines joined give the text back, less the line breaks
 * that stood in it. Latin words and numbers stay whole where they fit; closing marks do not begin a line where a few characters can move down.
 * A cluster wider than the whole line stands alone on its line.
 */
export function wrapText(text: string, width: number): string[] {
  const room = Math.max(1, width);
  return /[\r\n]/.test(text) ? text.split(/\r\n|\r|\n/).flatMap(line => wrapLine(line, room)) : wrapLine(text, room);
}

function wrapLine(line: string, width: number): string[] {
  const plain = simpleWidth(line);
  if (plain >= 0 ? plain <= width : textWidth(line) <= width) return [line];
  const parts = plain >= 0 ? line : clusters(line);
  const widthAt = (at: number): number => (typeof parts === 'string' ? PLAIN[parts.charCodeAt(at)]! : clusterWidth(parts[at]!));
  const piece = (from: number, to: number): string => (typeof parts === 'string' ? parts.slice(from, to) : parts.slice(from, to).join(''));
  const lines: string[] = [];
  let from = 0;
  let used = 0;
  for (let at = 0; at < parts.length; at++) {
    const size = typeof parts === 'string' ? PLAIN[parts.charCodeAt(at)]! : clusterWidth(parts[at]!);
    if (used + size > width && at > from) {
      let cut = breakBefore(parts, from, at);
      used = 0;
      for (let rest = cut; rest < at; rest++) used += widthAt(rest);
      if (used + size > width) [cut, used] = [at, 0];
      lines.push(piece(from, cut));
      from = cut;
    }
    used += size;
  }
  lines.push(piece(from, parts.length));
  return lines;
}

/** How many characters move down at most so that a closing mark does not begin a line: 以赛兴|业”。 */
const CLOSING = 3;
const LATIN = /^[A-Za-z0-9.#+\-_/%]$/;

/** Where to break the full line `from`..`at` (exclusive) of some clusters: an index in it, `at` itself when the break may stand right there. */
function breakBefore(parts: string | readonly string[], from: number, at: number): number {
  let cut = at;
  while (cut > from + 1 && at - cut < CLOSING && NOT_FIRST.has(parts[cut]!)) cut -= 1;
  while (cut > from + 1 && NOT_LAST.has(parts[cut - 1]!)) cut -= 1;
  if (LATIN.test(parts[cut]!)) {
    let start = cut;
    while (start > from && LATIN.test(parts[start - 1]!)) start -= 1;
    if (start > from) cut = start;
  }
  return (cut - from) * 2 > at - from ? cut : at;
}

/** Cuts a text to at most `width` columns, ending in … where something was cut. */
export function cutText(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let cut = '';
  let used = 0;
  for (const cluster of clusters(text)) {
    const size = clusterWidth(cluster);
    if (used + size > width - 1) break;
    cut += cluster;
    used += size;
  }
  return `${cut}…`;
}

/** Fills a text with spaces at its end up to `width` columns. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}
