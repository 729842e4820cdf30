import type { Column, Report, Value } from '../report/model.ts';
import { escaped } from './markdown/escaped.ts';

/** GitHub-flavoured Markdown; nothing a document holds can become markup, a link or HTML, or break the table. */
export function renderMarkdown({ heading, title, facts, table, notes }: Report): string {
  const shown = table.columns.map((column, index) => ({ column, index })).filter(({ column }) => column.priority < 9);
  const head = shown.map(({ column }) => escaped(headingOf(column)));
  const rule = shown.map(({ column }) => (column.kind === 'number' ? '---:' : '---'));
  const blocks = [
    `# ${escaped([heading, ...(title === null ? [] : [title])].join(' · '))}`,
    facts.map(([label, value]) => `- ${escaped(label)}: ${escaped(value)}`).join('\n'),
  ];
  for (const group of table.groups) {
    if (group.title !== '') blocks.push(`## ${escaped(group.title)}`);
    const rows = group.rows.map(row => shown.map(({ index }) => escaped(plain((row.shown ?? row.values)[index] ?? null))));
    blocks.push([head, rule, ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n'));
  }
  if (notes.length > 0) blocks.push(notes.map(note => `- ${escaped(note)}`).join('\n'));
  return `${blocks.filter(block => block !== '').join('\n\n')}\n`;
}

function headingOf({ heading, over }: Column): string {
  return over === undefined ? heading : `${over} ${heading}`;
}

function plain(value: Value): string {
  return value === null ? '' : typeof value === 'object' ? value.join('、') : String(value);
}
