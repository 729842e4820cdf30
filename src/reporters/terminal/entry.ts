import { cutText, textWidth, wrapText } from '../../base/text-width.ts';
import { visible } from '../../base/visible.ts';
import type { Column, Row, Value } from '../../report/model.ts';

/** A row as it is shown: the text of each shown column, harmless for a terminal; line breaks as \n. */
export interface Entry {
  row: Row;
  texts: string[];
}

/** A value as text that does a terminal no harm. */
export function shownValue(value: Value): string {
  return visible(value === null ? '' : typeof value === 'object' ? value.join('、') : String(value)).replace(/\r\n|\r/g, '\n');
}

/** Does a piece of work once for each value: the milestones of a task have its text and its units in common. */
export function once<K, V>(work: (key: K) => V): (key: K) => V {
  const done = new Map<K, V>();
  return key => {
    let result = done.get(key);
    if (result === undefined) {
      result = work(key);
      done.set(key, result);
    }
    return result;
  };
}

/** A text on one line that does a terminal no harm. */
export function shownLine(text: string): string {
  return oneLine(visible(text));
}

/** Line ends and the white space around them as one space each. */
export function oneLine(text: string): string {
  if (!/[\r\n]/.test(text)) return text;
  const [first = '', ...others] = text.split(/[\r\n]+/);
  const last = others.pop() ?? '';
  return [first.trimEnd(), ...others.map(line => line.trim()).filter(line => line !== ''), last.trimStart()].join(' ');
}

/** Columns whose values may be cut, as opposed to numbers, dates and words of status. */
export function isLong(column: Column): boolean {
  return column.kind === 'text' || column.kind === 'list';
}

/** A cell's text in lines of at most `width` columns: lists break behind a name where they can, names that are wider as other text does. */
export function wrapCell(column: Column, text: string, width: number): string[] {
  if (column.kind !== 'list') return wrapText(text, width);
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(/(?<=、)/)) {
    if (line !== '' && textWidth(line) + textWidth(part) > width) {
      lines.push(...wrapText(line, width));
      line = '';
    }
    line += part;
  }
  return [...lines, ...wrapText(line, width)];
}

/** Heading of a column in a table: what spans it and its neighbours stands on a line above. */
export function headingOf(column: Column): string {
  return column.over === undefined ? column.heading : `${column.over}\n${column.heading}`;
}

/** Cuts texts to one line for `--brief`, and counts the cells it has cut. */
export class Scissors {
  count = 0;

  cut(text: string, width: number): string {
    const line = oneLine(text);
    if (textWidth(line) <= width) return line;
    this.count++;
    return cutText(line, width);
  }
}
