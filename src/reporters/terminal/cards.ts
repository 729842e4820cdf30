import type { ChalkInstance } from 'chalk';
import { padText, textWidth, wrapText } from '../../base/text-width.ts';
import type { Column, Row } from '../../report/model.ts';

/** A row as lines: its short values on the first, then every other value under its label, wrapped with a hanging indent. */
export function card(
  columns: readonly Column[],
  texts: readonly string[],
  row: Row,
  width: number,
  paint: (row: Row, text: string) => string,
  chalk: ChalkInstance,
): string[] {
  const filled = columns.map((column, index) => ({ column, text: texts[index]! })).filter(({ text }) => text !== '');
  const short = filled.filter(({ column, text }) => isHead(column, text));
  const lines = headLines(short, row, width, paint, chalk);
  const rest = filled.filter(({ column, text }) => !isHead(column, text));
  const label = Math.max(0, ...rest.map(({ column }) => textWidth(column.heading)));
  for (const { column, text } of rest) {
    const body = wrapText(text, Math.max(2, width - label - 4));
    body.forEach((line, index) => {
      const before = index === 0 ? chalk.dim(padText(column.heading, label)) : ' '.repeat(label);
      lines.push(`  ${before}  ${line}`);
    });
  }
  return lines;
}

/** Number, period, date and status stand in the first line of a card. */
function isHead(column: Column, text: string): boolean {
  return (
    (column.kind !== 'text' && column.kind !== 'list' && column.kind !== 'number') ||
    ((column.id === 'task' || column.id === 'period') && textWidth(text) <= 12)
  );
}

function headLines(
  short: readonly { column: Column; text: string }[],
  row: Row,
  width: number,
  paint: (row: Row, text: string) => string,
  chalk: ChalkInstance,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { column, text } of short) {
    const part = column.kind === 'status' ? paint(row, text) : column.id === 'task' ? chalk.bold(text) : text;
    if (line !== '' && textWidth(line) + textWidth(text) + 3 > width) {
      lines.push(line);
      line = part;
    } else line += (line === '' ? '' : ' · ') + part;
  }
  if (line !== '') lines.push(line);
  return lines;
}
