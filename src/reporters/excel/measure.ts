import { textWidth, wrapText } from '../../base/text-width.ts';
import type { Column, Row } from '../../report/model.ts';
import { cellText } from './cells.ts';

/** Widest column of each kind, in characters of half width; merged cells are tall, so they can be narrow; LibreOffice does not wrap links. */
const WIDEST: Record<Column['kind'], number> = { text: 48, list: 28, status: 14, date: 12, number: 10 };
const WIDEST_MERGED = 20;
const WIDEST_LINK = 60;
/** Width at which 11 points are printed at 9 on A3 landscape: a wider sheet takes from its columns of running text, down to the least. */
const PAGE = 240;
const LEAST = 26;
/** Lines a cell may take before its column grows past its widest: Excel shows at most 409 points of a row, about 26 lines. */
const MOST_LINES = 24;
/** Points of a line of text at 11 points, and of what stands above and below it. */
const LINE = 15;
const AROUND = 6;
export const TALLEST = 409;

/** Widths of a sheet's columns in characters of half width. */
export function columnWidths(columns: readonly Column[], rows: readonly Row[]): number[] {
  const linked = rows.some(row => row.link !== undefined);
  const wished = columns.map((column, index) => columnWidth(column, index === 0 && linked, textsOf(index, rows)));
  const excess = wished.reduce((sum, { width }) => sum + width, 0) - PAGE;
  const spare = wished.map(({ width, least }) => Math.max(0, width - Math.max(LEAST, least)));
  const total = spare.reduce((sum, one) => sum + one, 0);
  if (excess <= 0 || total === 0) return wished.map(({ width }) => width);
  return wished.map(({ width }, index) => width - Math.floor((spare[index]! * Math.min(excess, total)) / total));
}

function textsOf(index: number, rows: readonly Row[]): string[] {
  return rows.map(row => cellText(row.values[index] ?? null));
}

/** Width of a column by its longest line: short texts on one line, long ones wider with the root of their length. */
function columnWidth(column: Column, link: boolean, texts: readonly string[]): { width: number; least: number } {
  let longest = 0;
  let most = 0;
  for (const text of texts) {
    most = Math.max(most, textWidth(text));
    for (const line of text.split('\n')) longest = Math.max(longest, textWidth(line));
  }
  const widest = link ? WIDEST_LINK : column.merge ? WIDEST_MERGED : WIDEST[column.kind];
  const fitting = longest <= 24 || link ? longest : Math.max(24, Math.round(5 * Math.sqrt(longest)));
  const least = Math.min(120, Math.ceil(most / MOST_LINES)) + 2;
  return { width: Math.max(6, least, Math.min(widest, Math.max(fitting, headingWidth(column.heading))) + 2), least };
}

/** Headings longer than ten columns may stand on two lines. */
function headingWidth(heading: string): number {
  const width = textWidth(heading);
  return width <= 10 ? width : Math.max(10, Math.ceil(width / 2) + 1);
}

/** Height in points of a text in a column of `width`, as wrapped by Excel: a little narrower than the column's nominal width. */
export function textHeight(text: string, width: number): number {
  return wrapText(text, Math.max(2, Math.floor(width * 0.95) - 1)).length * LINE + AROUND;
}
