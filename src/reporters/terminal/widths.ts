import { textWidth } from '../../base/text-width.ts';
import type { Column } from '../../report/model.ts';
import { type Entry, headingOf, oneLine } from './entry.ts';

/** Least width of running text and of lists: narrower columns crush them, and cards take over. Cut to one line, a glimpse is enough. */
const LEAST = { text: 20, list: 10 };
const LEAST_CUT = { text: 16, list: 8 };

/** Names of lists up to this width are not broken in a table that has the room. */
const WIDEST_NAME = 24;

/** What a column needs: the width of its longest line, and the least at which it can still be read. */
export interface Need {
  natural: number;
  least: number;
}

/**
 * Widths at which all columns stand side by side in `width` columns, borders included, the names of lists unbroken where there is room for it;
 * null where they do not fit. Among `figures` headings may be broken.
 */
export function tableWidths(
  columns: readonly Column[],
  entries: readonly Entry[],
  width: number,
  { cut, figures = false }: { cut: boolean; figures?: boolean },
): number[] | null {
  const room = width - 3 * columns.length - 1;
  const widest = (at: number, from: number, enough = Infinity): number => {
    let found = from;
    for (let row = 0; row < entries.length && found < enough; row++) found = Math.max(found, naturalWidth(entries[row]!.texts[at]!, cut));
    return found;
  };
  const floors = columns.map((column, at) => {
    const heading = naturalWidth(headingOf(column), false);
    if (figures && column.kind === 'number') return { heading, least: widest(at, brokenWidth(headingOf(column), heading)) };
    if (column.kind !== 'text' && column.kind !== 'list') return { heading, least: widest(at, heading) };
    // No more cells are measured than it takes: often the table turns out not to fit.
    const floor = Math.max(heading, (cut ? LEAST_CUT : LEAST)[column.kind]);
    return { heading, least: Math.min(floor, widest(at, heading, floor)) };
  });
  if (floors.reduce((sum, { least }) => sum + least, 0) > room) return null;
  const needs = floors.map(({ heading, least }, at): Need => ({ natural: widest(at, heading), least }));
  const names = columns.map(({ kind }, at) =>
    kind === 'list' && !cut ? entries.reduce((most, { texts }) => Math.max(most, nameWidth(texts[at]!)), 0) : 0,
  );
  for (let longest = WIDEST_NAME; longest > LEAST.list; longest -= 2) {
    const unbroken = needs.map(({ natural, least }, at) => ({
      natural,
      least: Math.min(natural, Math.max(least, Math.min(longest, names[at]!))),
    }));
    const widths = shareWidths(unbroken, room);
    if (widths) return widths;
  }
  return shareWidths(needs, room);
}

/** Width of a heading over numbers, which are short, in two lines; only Chinese words may be broken anywhere. */
function brokenWidth(heading: string, width: number): number {
  return /^\p{Script=Han}{4,}%?$/u.test(heading) ? 2 * Math.ceil(width / 4) : width;
}

/** Width of the longest name of a list, with the mark behind it. */
function nameWidth(text: string): number {
  return text.split(/(?<=、)/).reduce((widest, name) => Math.max(widest, textWidth(name)), 0);
}

/** Display width of the longest line of a cell. */
function naturalWidth(text: string, joined: boolean): number {
  if (!text.includes('\n')) return textWidth(text);
  if (joined) return textWidth(oneLine(text));
  let widest = 0;
  for (const line of text.split('\n')) widest = Math.max(widest, textWidth(line));
  return widest;
}

/**
 * Shares out `room` columns: narrow columns get all they need, the rest is shared by how much text the wide ones hold (the square root of it,
 * so that a long column does not starve a short one). Null where the columns cannot all have their least.
 */
function shareWidths(needs: readonly Need[], room: number): number[] | null {
  const widths = needs.map(need => Math.min(need.natural, need.least));
  let left = room - widths.reduce((sum, width) => sum + width, 0);
  if (left < 0) return null;
  let open = needs.map((_, index) => index).filter(index => needs[index]!.natural > widths[index]!);
  while (left > 0 && open.length > 0) {
    const weights = open.map(index => Math.sqrt(needs[index]!.natural));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const before = left;
    open.forEach((index, at) => {
      const more = Math.min(Math.max(1, Math.floor((before * weights[at]!) / total)), needs[index]!.natural - widths[index]!, left);
      widths[index]! += more;
      left -= more;
    });
    open = open.filter(index => needs[index]!.natural > widths[index]!);
  }
  return widths;
}
