import { padText, textWidth, wrapText } from '../../base/text-width.ts';
import type { Column } from '../../report/model.ts';
import { type Entry, isLong, type Scissors } from './entry.ts';
import type { Ink } from './ink.ts';

const BETWEEN = ' · ';

/** A column and its text in one row. */
interface Field {
  column: Column;
  text: string;
}

/** A row as lines: what names it and its short values first, then every other value under its label, wrapped with a hanging indent. */
export function drawCard(columns: readonly Column[], { row, texts }: Entry, width: number, ink: Ink, scissors: Scissors | null): string {
  const fields = columns.map((column, at): Field => ({ column, text: texts[at]! })).filter(({ text }) => text !== '');
  const head = fields.filter((field, at) => isHead(field, at, width));
  const painted = head.map(({ column, text }, at) => {
    if (column.kind === 'status') return ink.status(row, text);
    if (column.kind === 'number') return `${column.heading} ${text}`;
    return at === 0 ? ink.bold(text.replace(/\n/g, BETWEEN)) : text;
  });
  const parts = labelled(fields.filter(field => !head.includes(field)));
  const label = Math.min(Math.max(0, ...parts.map(({ heading }) => textWidth(heading))), Math.max(2, Math.floor(width / 3)));
  const room = Math.max(2, width - label - 4);
  const lines = packLines(painted, BETWEEN, width);
  for (const { heading, text, long } of parts) {
    const body = scissors && long ? [scissors.cut(text, room)] : wrapText(text, room);
    const names = wrapText(heading, label);
    for (let at = 0; at < Math.max(body.length, names.length); at++)
      lines.push(`  ${ink.dim(names[at] ?? '')}${padText('', label - textWidth(names[at] ?? ''))}  ${body[at] ?? ''}`);
  }
  return lines.join('\n');
}

/** The first line: what comes first, then period, date, status and single numbers, where they are as short as they should be. */
function isHead({ column, text }: Field, at: number, width: number): boolean {
  const first = at === 0 && column.kind === 'text';
  const short = column.kind === 'date' || column.kind === 'status' || column.id === 'task' || column.id === 'period';
  const single = column.kind === 'number' && column.over === undefined;
  const room = first ? Math.min(40, width) : single ? width - textWidth(column.heading) - 1 : Math.min(16, width);
  const line = first ? text.replace(/\n/g, BETWEEN) : text;
  return (first || short || single) && !line.includes('\n') && textWidth(line) <= room;
}

/** What stands under its own label each; numbers under one spanning heading stand on one line together. */
function labelled(fields: readonly Field[]): { heading: string; text: string; long: boolean }[] {
  const parts: { heading: string; text: string; long: boolean; over?: string }[] = [];
  for (const { column, text } of fields) {
    const { heading, over } = column;
    const last = parts.at(-1);
    if (column.kind !== 'number' || over === undefined) parts.push({ heading, text, long: isLong(column) });
    else if (last !== undefined && last.over === over) last.text += `${BETWEEN}${heading} ${text}`;
    else parts.push({ heading: over, text: `${heading} ${text}`, long: false, over });
  }
  return parts;
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
