import CliTable from 'cli-table3';
import { padText, textWidth, wrapText } from '../../base/text-width.ts';
import type { Column, Row } from '../../report/model.ts';
import { type Entry, headingOf, isLong, type Scissors } from './entry.ts';
import type { Ink } from './ink.ts';

/** How a table is drawn; `scissors` cut cells to one line instead of wrapping them. */
export interface TableStyle {
  ink: Ink;
  ascii: boolean;
  scissors: Scissors | null;
}

/**
 * Draws a table. Cells come wrapped and filled to their width, since the library's own wrapping loses Chinese text, and would cut where
 * it measures a character otherwise than we do.
 */
export function drawTable(columns: readonly Column[], entries: readonly Entry[], widths: readonly number[], style: TableStyle): string {
  const { ink, ascii, scissors } = style;
  const filled = (line: string, at: number): string =>
    columns[at]!.kind === 'number' ? ' '.repeat(Math.max(0, widths[at]! - textWidth(line))) + line : padText(line, widths[at]!);
  const cell = (text: string, at: number, row: Row): string => {
    const width = widths[at]!;
    const lines = scissors && isLong(columns[at]!) ? [scissors.cut(text, width)] : wrapText(text, width);
    return lines.map(line => filled(columns[at]!.kind === 'status' ? ink.status(row, line) : line, at)).join('\n');
  };
  const table = new CliTable({
    head: columns.map((column, at) =>
      wrapText(headingOf(column), widths[at]!)
        .map(line => ink.bold(filled(line, at)))
        .join('\n'),
    ),
    style: { head: [], border: [], compact: scissors !== null },
    ...(ascii ? { chars: ASCII } : {}),
  });
  for (const { row, texts } of entries) table.push(texts.map((text, at) => cell(text, at, row)));
  return table.toString();
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
