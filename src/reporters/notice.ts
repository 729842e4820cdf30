import type { Notice } from '../report/notice.ts';
import { escaped } from './markdown/escaped.ts';

/** A notice as Markdown: title, addressees, body, items and, last, the date. Nothing in it can become markup. */
export function renderNotice({ title, to, body, items, date }: Notice): string {
  const numbered = items.map((item, index) => `${index + 1}. ${escaped(item)}`).join('\n');
  const blocks = [`# ${escaped(title)}`, escaped(to), ...body.map(escaped), numbered, escaped(date)];
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}
