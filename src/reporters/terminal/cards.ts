import { padText, textWidth, wrapText } from '../../base/text-width.ts';
import type { Column } from '../../report/model.ts';
import { type Entry, isLong, type Scissors } from './entry.ts';
import type { Ink } from './ink.ts';

const BETWEEN = ' · ';

/** A row as lines: its short values on the first, then every other value under its label, wrapped with a hanging indent. */
export function drawCard(columns: readonly Column[], { row, texts }: Entry, width: number, ink: Ink, scissors: Scissors | null): string {
  const filled = columns.map((column, at) => ({ column, text: texts[at]! })).filter(({ text }) => text !== '');
  const short = filled.filter(({ column, text }) => isShort(column, text, width));
  const painted = short.map(({ column, text }) => {
    if (column.kind === 'status') return ink.status(row, text);
    return column.id === 'task' ? ink.bold(text) : text;
  });
  const lines = packLines(painted, BETWEEN, width);
  const rest = filled.filter(one => !short.includes(one));
  const label = Math.min(Math.max(0, ...rest.map(({ column }) => textWidth(column.heading))), Math.max(2, Math.floor(width / 3)));
  const room = Math.max(2, width - label - 4);
  for (const { column, text } of rest) {
    const body = scissors && isLong(column) ? [scissors.cut(text, room)] : wrapText(text, room);
    const heading = wrapText(column.heading, label);
    for (let at = 0; at < Math.max(body.length, heading.length); at++)
      lines.push(`  ${ink.dim(padText(heading[at] ?? '', label))}  ${body[at] ?? ''}`.trimEnd());
  }
  return lines.join('\n');
}

/** Number, period, date and status stand in the first line of a card, where they are as short as they should be. */
function isShort(column: Column, text: string, width: number): boolean {
  const named = column.kind === 'date' || column.kind === 'status' || column.id === 'task' || column.id === 'period';
  return named && !text.includes('\n') && textWidth(text) <= Math.min(16, width);
}

/** Joins parts to as few lines as they need; a part is never broken. */
export function packLines(parts: readonly string[], between: string, width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(last) + textWidth(between) + textWidth(part) <= width)
      lines[lines.length - 1] = last + between + part;
    else lines.push(part);
  }
  return lines;
}
