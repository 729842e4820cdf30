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

// First and last code point of each range. Left as it is: the formatter would write one number a line, 180 lines in all.
// biome-ignore format: pairs belong side by side, many to a line
const WIDE = [
  0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3, 0x25fd, 0x25fe, 0x2614, 0x2615, 0x2630, 0x2637,
  0x2648, 0x2653, 0x267f, 0x267f, 0x268a, 0x268f, 0x2693, 0x2693, 0x26a1, 0x26a1, 0x26aa, 0x26ab, 0x26bd, 0x26be, 0x26c4, 0x26c5, 0x26ce, 0x26ce,
  0x26d4, 0x26d4, 0x26ea, 0x26ea, 0x26f2, 0x26f3, 0x26f5, 0x26f5, 0x26fa, 0x26fa, 0x26fd, 0x26fd, 0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728,
  0x274c, 0x274c, 0x274e, 0x274e, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797, 0x27b0, 0x27b0, 0x27bf, 0x27bf, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50,
  0x2b55, 0x2b55, 0x2e80, 0x303e, 0x3041, 0x3247, 0x3250, 0x33ff, 0x3400, 0x4dbf, 0x4dc0, 0xa4c6, 0xa960, 0xa97c, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19,
  0xfe30, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x191d2, 0x1aff0, 0x1b2fb, 0x1d300, 0x1d376, 0x1f004, 0x1f004, 0x1f0cf, 0x1f0cf,
  0x1f18e, 0x1f18e, 0x1f191, 0x1f19a, 0x1f1ae, 0x1f1ae, 0x1f200, 0x1f320, 0x1f32d, 0x1f335, 0x1f337, 0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0, 0x1f3ca, 0x1f3cf, 0x1f3d3,
  0x1f3e0, 0x1f3f0, 0x1f3f4, 0x1f3f4, 0x1f3f8, 0x1f43e, 0x1f440, 0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff, 0x1f53d, 0x1f54b, 0x1f54e, 0x1f550, 0x1f567,
  0x1f57a, 0x1f57a, 0x1f595, 0x1f596, 0x1f5a4, 0x1f5a4, 0x1f5fb, 0x1f64f, 0x1f680, 0x1f6c5, 0x1f6cc, 0x1f6cc, 0x1f6d0, 0x1f6d2, 0x1f6d5, 0x1f6d9,
  0x1f6dc, 0x1f6df, 0x1f6eb, 0x1f6ec, 0x1f6f4, 0x1f6fc, 0x1f7da, 0x1f7da, 0x1f7e0, 0x1f7eb, 0x1f7f0, 0x1f7f0, 0x1f90c, 0x1f93a, 0x1f93c, 0x1f945, 0x1f947, 0x1f9ff,
  0x1fa70, 0x1faff, 0x20000, 0x3fffd,
];

/** Characters that must not begin a line (closing marks) and that must not end one (opening marks): 避头尾 of GB/T 15834. */
const NOT_FIRST = new Set('，。、；：？！,.;:?!）)】》〉」』”’…·%％‰℃');
const NOT_LAST = new Set('（(【《〈「『“‘');

/**
 * Breaks a text into lines of at most `width` columns without losing a character: the lines joined give the text back, less the line breaks
 * that stood in it. Latin words and numbers stay whole where they fit; closing marks do not begin a line where one character can move down.
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

const LATIN = /^[A-Za-z0-9.#+\-_/%]$/;

/** Where to break the full line `from`..`at` (exclusive) of some clusters: an index in it, `at` itself when the break may stand right there. */
function breakBefore(parts: string | readonly string[], from: number, at: number): number {
  let cut = at;
  if (NOT_FIRST.has(parts[at]!)) cut -= 1;
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
