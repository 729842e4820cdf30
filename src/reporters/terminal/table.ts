import CliTable from 'cli-table3';
import { padText, textWidth, wrapText } from '../../base/text-width.ts';
import type { Column, Row } from '../../report/model.ts';
import { type Entry, headingOf, isLong, type Scissors, wrapCell } from './entry.ts';
import type { Ink } from './ink.ts';

/** How a table is drawn; `scissors` cut cells to one line instead of wrapping them. */
export interface TableStyle {
  ink: Ink;
  ascii: boolean;
  scissors: Scissors | null;
  /** Whether a rule stands between rows. */
  ruled: boolean;
}

/**
 * Draws a table. Cells come wrapped and filled to their width, since the library's own wrapping loses Chinese text, and would cut where
 * it measures a character otherwise than we do.
 */
export function drawTable(columns: readonly Column[], entries: readonly Entry[], widths: readonly number[], style: TableStyle): string {
  const { ink, ascii, scissors, ruled } = style;
  const filled = (line: string, at: number): string =>
    columns[at]!.kind === 'number' ? ' '.repeat(Math.max(0, widths[at]! - textWidth(line))) + line : padText(line, widths[at]!);
  const cell = (text: string, at: number, row: Row): string => {
    const width = widths[at]!;
    const lines = scissors && isLong(columns[at]!) ? [scissors.cut(text, width)] : wrapCell(columns[at]!, text, width);
    return lines.map(line => filled(columns[at]!.kind === 'status' ? ink.status(row, line) : line, at)).join('\n');
  };
  const head = columns.map((column, at) =>
    wrapText(headingOf(column), evenWidth(column, widths[at]!))
      .map(line => ink.bold(filled(line, at)))
      .join('\n'),
  );
  const options = { style: { head: [], border: [], compact: !ruled }, ...(ascii ? { chars: ASCII } : {}) };
  const parts: string[][] = [];
  for (let from = 0; from < entries.length; from += PART) {
    const table = new CliTable(from === 0 ? { ...options, head } : options);
    for (const { row, texts } of entries.slice(from, from + PART)) table.push(texts.map((text, at) => cell(text, at, row)));
    parts.push(table.toString().split('\n'));
  }
  return joined(parts, ruled).join('\n');
}

/** The width at which the lines of a heading over numbers are equally long. */
function evenWidth(column: Column, width: number): number {
  const whole = textWidth(headingOf(column));
  if (column.kind !== 'number' || column.over !== undefined || whole <= width) return width;
  return Math.min(width, 2 * Math.ceil(whole / Math.ceil(whole / width) / 2));
}

/** Rows drawn at a time: the library's effort grows with the square of them. */
const PART = 50;

/** Parts of a table as one: between them a rule, or nothing, instead of the border below the one and above the other. */
function joined(parts: readonly string[][], ruled: boolean): string[] {
  return parts.flatMap((lines, index) => {
    const top = lines[0]!.replace('┌', '├').replaceAll('┬', '┼').replace('┐', '┤');
    return [...(index === 0 ? [lines[0]!] : ruled ? [top] : []), ...lines.slice(1, index === parts.length - 1 ? undefined : -1)];
  });
}

const ASCII = {
  top: '-',
  'top-mid': '+',
  'top-left': '+',
  'top-right': '+',
  bottom: '-',
  'bottom-mid': '+',
  'bottom-left': '+',
  'bottom-right': '+',
  left: '|',
  'left-mid': '+',
  mid: '-',
  'mid-mid': '+',
  right: '|',
  'right-mid': '+',
  middle: '|',
};
