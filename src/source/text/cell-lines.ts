import { type HeadingRole, headingOf, readsAsHeading } from '../../lexicon/headings.ts';
import { isMetadataLine, isPageNumber } from '../../lexicon/metadata.ts';
import { leadingMark, ordinal } from '../../lexicon/numerals.ts';
import { looksLikeUnit } from '../../lexicon/units.ts';
import type { CellCutter, Line } from './lines.ts';

/** Lines in which the words of a heading must be seen. */
const MOST = 14;
const UNITS: ReadonlySet<HeadingRole> = new Set(['lead', 'support', 'responsible']);

/**
 * Whether a cell a line begins here, as old extractors write it (`text|`) and as text pasted from a page has it (`text`): then headings stand
 * below each other, of two kinds at least. Where cells end in bars, half of the first six are enough; else four known ones with at most one
 * unknown between, or of which the first is the number's: three when a 1 follows them, or five of eight; or two known ones and more up to the units'.
 */
export function isStream(lines: readonly Line[], cutter: CellCutter, from: number): boolean {
  if (isBarred(lines, from)) {
    const heads = barredCells(lines, cutter, from);
    const known = heads.slice(0, 6).filter(text => headingOf(text));
    return (heads.length >= 5 && known.length >= 3 && readsAsHeading(known)) || namesUnits(heads);
  }
  const heads: string[] = [];
  for (let index = from; index < lines.length && heads.length < MOST; index++) {
    const line = lines[index]!;
    if (line.blank) continue;
    if (line.bars > 0 || line.size > 60) break;
    heads.push(cutter.lineText(line));
  }
  // 二、项目安排：, 公司所属各单位：, 2024年3月 stand over a table, not in it.
  if (
    /[:：]$|^[\d二〇○零一九]{4} ?年 ?[\d一二三四五六七八九十]{1,2} ?月(?: ?[\d一二三四五六七八九十]{1,3} ?日)?$/.test(heads[0] ?? '') ||
    leadingMark(heads[0] ?? '') !== null
  )
    return false;
  const isNumbers = headingOf(heads[0] ?? '')?.role === 'number';
  const numbered = heads.findIndex(text => ordinal(text)?.parts[0] === 1 || (leadingMark(text)?.value === 1 && headingOf(text) === null));
  if (isNumbers && numbered >= 3) {
    const named = heads.slice(0, numbered).filter(text => headingOf(text));
    if (named.length >= Math.max(3, numbered - 1)) return readsAsHeading(named);
  }
  const known = heads.slice(0, 8).filter(text => headingOf(text));
  if (isNumbers && known.length >= 5) return readsAsHeading(known);
  if (namesUnits(heads) || opensUnknown(heads)) return true;
  const first = heads.slice(0, heads[4] !== undefined && headingOf(heads[4]) ? 5 : 4).filter(text => headingOf(text));
  return headingOf(heads[0] ?? '') !== null && first.length >= 4 && readsAsHeading(first);
}

/** Up to three short words that say nothing (项目区, 标段) before five of eight that are a heading. */
function opensUnknown(heads: readonly string[]): boolean {
  const opening = heads.findIndex(text => headingOf(text));
  const words = heads.slice(0, Math.max(0, opening));
  if (words.length === 0 || words.length > 3 || !words.every(text => WORD.test(text) && !looksLikeUnit(text))) return false;
  const known = heads.slice(opening, opening + 8).filter(text => headingOf(text));
  return known.length >= 5 && readsAsHeading(known);
}

const WORD = /^(?!附)\p{Script=Han}{2,5}$/u;

/** Whether texts read as a heading that begins with two known words and ends with the units'. */
function namesUnits(heads: readonly string[]): boolean {
  const units = heads.findIndex(text => UNITS.has(headingOf(text)?.role ?? 'note'));
  return units > 1 && heads.slice(0, 2).every(text => headingOf(text)) && readsAsHeading(heads.slice(0, units + 1));
}

/** Lines in which the bars of a cell a line must be seen. */
const SEEN = 14;

/** Whether bars divide the cells from here on, one between two lines: `text|`, `|text`, or a bar on a line of its own. */
export function isBarred(lines: readonly Line[], from: number): boolean {
  let next = from + 1;
  while (lines[next]?.blank) next++;
  // The first cell ends in a bar, or the next line begins with one.
  if (lines[from]!.bars === 0 && !lines[next]?.leads) return false;
  let texts = 0;
  let bars = 0;
  for (let index = from; index < lines.length && texts < SEEN; index++) {
    const line = lines[index]!;
    if (line.blank) continue;
    if (!barsAtEdges(line)) break;
    if (line.words) texts++;
    bars += Math.min(1, line.bars);
  }
  return bars >= 4 && bars * 2 >= texts;
}

/**
 * Whether blank lines stand between the cells of a stream, as where each was a paragraph: below each of the first, and around most lines of its
 * second half. Where they part rows, stretches are as long as these; a long stretch anywhere is of cells without blank lines.
 */
export function isParted(lines: readonly Line[], from: number, to: number): boolean {
  const stretches: number[] = [];
  for (let index = from; index <= to; index++) {
    if (lines[index]!.blank) continue;
    if (index === from || lines[index - 1]!.blank) stretches.push(0);
    stretches[stretches.length - 1]!++;
    if (stretches.at(-1)! > (stretches.length > 4 ? LONGEST_CELL : 1)) return false;
  }
  const later = stretches.slice(stretches.length >> 1);
  return later.filter(length => length === 1).length * 2 > later.length;
}

/** Lines that a cell may break into. */
const LONGEST_CELL = 15;

/** Whether the bars of a line stand at its ends, or it holds nothing else. */
function barsAtEdges({ bars, leads, trails, words }: Line): boolean {
  return !words || bars === Number(leads) + Number(trails);
}

/** The first texts of cells that bars divide. */
function barredCells(lines: readonly Line[], cutter: CellCutter, from: number): string[] {
  let to = from;
  for (let seen = 0; to + 1 < lines.length && seen < 2 * SEEN; seen++) {
    if (!barsAtEdges(lines[to + 1]!) || lines[to + 1]!.size > 60) break;
    to++;
  }
  const cells = cutter.cells(from, to, false, lines[from]!.leads, true);
  return cells.flatMap(({ text }) => (text === '' ? [] : [text])).slice(0, MOST);
}

/** The text of a line that holds one cell, less the bar at its end. */
export function cellText(cutter: CellCutter, line: Line): string {
  return cutter.lineText(line).replace(/\s{0,20}\|$/, '');
}

/** Whether a line may be the first of a cell that goes on below: a few words, no number, sentence, label or furniture of a page. */
export function isFragment(text: string): boolean {
  return (
    text.length <= 20 && leadingMark(text) === null && !/[。；;：:]$|^\d{1,4}$/.test(text) && !isPageNumber(text) && !isMetadataLine(text)
  );
}
