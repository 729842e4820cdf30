import { textWidth, wrapText } from '../../base/text-width.ts';
import type { Column } from '../../report/model.ts';
import { type Entry, isLong, once, type Scissors } from './entry.ts';
import type { Ink } from './ink.ts';

const BETWEEN = ' · ';

/** A column and its text in one row. */
interface Field {
  column: Column;
  text: string;
}

/**
 * Draws rows as lines: what names a row and its short values first, then every other value under its label, wrapped with a hanging indent.
 */
export function cardDrawer(columns: readonly Column[], width: number, ink: Ink, scissors: Scissors | null): (entry: Entry) => string {
  const widthOf = once(textWidth);
  /** The lines of a label, and of a text beside it, for each width of the labels. */
  const layoutOf = once((label: number) => {
    const room = Math.max(2, width - label - 4);
    return {
      names: once((heading: string) =>
        wrapText(heading, label).map(line => `  ${ink.dim(line)}${' '.repeat(Math.max(0, label - textWidth(line)))}  `),
      ),
      margin: ' '.repeat(label + 4),
      room,
      wrapped: once((text: string) => wrapText(text, room)),
    };
  });
  return ({ row, texts }) => {
    const painted: string[] = [];
    const rest: Field[] = [];
    let at = 0;
    columns.forEach((column, index) => {
      const text = texts[index]!;
      if (text === '') return;
      if (!isHead(column, text, at, width)) rest.push({ column, text });
      else if (column.kind === 'status') painted.push(ink.status(row, text));
      else if (column.kind === 'number') painted.push(`${column.heading} ${text}`);
      else painted.push(painted.length === 0 ? ink.bold(text.replace(/\n/g, BETWEEN)) : text);
      at++;
    });
    const parts = labelled(rest);
    const label = Math.min(Math.max(0, ...parts.map(({ heading }) => widthOf(heading))), Math.max(2, Math.floor(width / 3)));
    const { names, margin, room, wrapped } = layoutOf(label);
    const lines = packLines(painted, BETWEEN, width);
    for (const { heading, text, long } of parts) {
      const body = scissors && long ? [scissors.cut(text, room)] : wrapped(text);
      const beside = names(heading);
      for (let line = 0; line < Math.max(body.length, beside.length); line++) lines.push((beside[line] ?? margin) + (body[line] ?? ''));
    }
    return lines.join('\n');
  };
}

/** The first line: what comes first, then period, date, status and single numbers, where they are as short as they should be. */
function isHead(column: Column, text: string, at: number, width: number): boolean {
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
