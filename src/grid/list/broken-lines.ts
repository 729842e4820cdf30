import { textWidth } from '../../base/text-width.ts';
import type { RawParagraph } from '../../source/raw.ts';
import { leadingLabel } from './labels.ts';
import { markOf } from './list-line.ts';

/** Lines of full width that show a text to be broken at its right margin, and how much shorter such lines may be. */
const LEAST = 5;
const SLACK = 4;
/** Lines that an open bracket may take. */
const MOST = 6;

/**
 * Puts lines together that an extractor broke at the margin: a line as wide as the widest ones goes on with the next, unless that begins an item
 * or a label; so does a line with a bracket that the next ones close.
 */
export function joinBrokenLines(paragraphs: readonly RawParagraph[]): RawParagraph[] {
  const margin = rightMargin(paragraphs);
  const joined: RawParagraph[] = [];
  let open = 0;
  let lines = 0;
  let full = false;
  for (const paragraph of paragraphs) {
    const { text, place } = paragraph;
    const last = joined.at(-1);
    const begins = markOf(text) !== null || leadingLabel(text) !== null;
    const adjacent = last !== undefined && place.line - last.place.line <= lines;
    if (last && !begins && adjacent && (full || (open > 0 && lines < MOST && closes(text, open)))) {
      joined[joined.length - 1] = { ...last, text: last.text + text, place: { ...last.place, end: place.end } };
      lines++;
      open = Math.max(0, open + balance(text));
    } else {
      joined.push(paragraph);
      lines = 1;
      open = Math.max(0, balance(text));
    }
    full = margin > 0 && textWidth(text) >= margin - SLACK && !text.endsWith('。');
  }
  return joined;
}

/** 8.35个村 behind an item 7 is item 8, not a decimal: parts the number from the digits it stands before. */
export function partNumbers(paragraphs: readonly RawParagraph[]): RawParagraph[] {
  const marks = paragraphs.map(({ text }) => markOf(text.trimStart()));
  const numbers = new Set(marks.flatMap(mark => (mark?.shape === '1.' ? [mark.value] : [])));
  let last = 0;
  return paragraphs.map((paragraph, index) => {
    const { text } = paragraph;
    const glued = /^\s*(\d{1,2})[.．](?=\d+(?![\d.．%％万亿千百月日号]|公里|公顷|米|平|亩|倍|吨|元|公斤|小时|分))/.exec(text);
    if (glued && last > 0 && Number(glued[1]) === last + 1 && !numbers.has(last + 1)) {
      last++;
      return { ...paragraph, text: `${glued[0]} ${text.slice(glued[0].length)}` };
    }
    const mark = marks[index];
    if (mark?.shape === '1.') last = mark.value;
    return paragraph;
  });
}

/** Width at which lines are broken; 0 where too few are as wide as the widest. */
function rightMargin(paragraphs: readonly RawParagraph[]): number {
  const widths = paragraphs.map(({ text }) => (text.length > 200 ? 0 : textWidth(text)));
  if (paragraphs.some(({ text }) => text.length > 200)) return 0;
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const full = widths.filter(width => width >= widest - SLACK).length;
  return widest >= 40 && full >= LEAST && full >= widths.length * 0.15 ? widest : 0;
}

/** Opening brackets less closing ones. */
function balance(text: string): number {
  let depth = 0;
  for (const char of text) depth += '（(【〔'.includes(char) ? 1 : '）)】〕'.includes(char) ? -1 : 0;
  return depth;
}

function closes(text: string, open: number): boolean {
  return balance(text) <= -open || !/[）)】〕]/.test(text);
}
