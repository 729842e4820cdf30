import { textWidth } from '../../src/base/text-width.ts';
import type { RandomPlan } from './plans.ts';
import { type DrawnTable, drawTable, gridOf } from './tables.ts';

const oneLine = (text: string): string => text.replaceAll('\n', ' ');
const escapedBar = (text: string): string => oneLine(text).replaceAll('|', '\\|');

/** A table of GitHub's Markdown, with outer bars. */
export function markdownTable(plan: RandomPlan): string {
  const [head, ...rows] = gridOf(drawTable(plan, true)).map(row => `| ${row.map(escapedBar).join(' | ')} |`);
  return [head, `|${'---|'.repeat(drawTable(plan, true).width)}`, ...rows].join('\n');
}

/** Every cell between bars, as extractors write that know all cells. */
export function fullGrid(plan: RandomPlan): string {
  return gridOf(drawTable(plan))
    .map(row => `| ${row.map(escapedBar).join(' | ')} |`)
    .join('\n');
}

/** A backslash before what Markdown would take for markup, as pandoc writes it. */
const markup = (text: string): string => text.replace(/[\\*_`<>|]/g, '\\$&');
const pad = (text: string, width: number): string => text + ' '.repeat(width - textWidth(text));

function columnWidths(lines: readonly (readonly string[][])[], width: number): number[] {
  return Array.from({ length: width }, (_, column) => Math.max(3, ...lines.flatMap(row => row[column]!.map(textWidth))));
}

/** Rows of cells, each as its lines, broken as Markdown breaks them: by a backslash before the line end. */
function brokenCells(table: Parameters<typeof gridOf>[0]): string[][][] {
  return gridOf(table).map(row =>
    row.map(text =>
      markup(text)
        .split('\n')
        .map((line, at, all) => (at < all.length - 1 ? `${line}\\` : line)),
    ),
  );
}

/** pandoc's grid table: cells of several lines, rules between rows. */
export function pandocGrid(plan: RandomPlan): string {
  const table = drawTable(plan, true);
  const rows = brokenCells(table);
  const widths = columnWidths(rows, table.width);
  const rule = (dash: string): string => `+${widths.map(width => dash.repeat(width + 2)).join('+')}+`;
  const lines = [rule('-')];
  rows.forEach((row, index) => {
    const height = Math.max(...row.map(cell => cell.length));
    for (let at = 0; at < height; at++) lines.push(`|${row.map((cell, column) => ` ${pad(cell[at] ?? '', widths[column]!)} `).join('|')}|`);
    lines.push(rule(index === 0 ? '=' : '-'));
  });
  return lines.join('\n');
}

/** pandoc's simple table: a line a row, dashes under the heading and below the last row. */
export function pandocSimple(plan: RandomPlan): string {
  const table = drawTable(plan, true);
  const rows = gridOf(table).map(row => row.map(text => [markup(oneLine(text))]));
  const widths = columnWidths(rows, table.width);
  const line = (cells: readonly string[]): string => `  ${cells.map((cell, column) => pad(cell, widths[column]!)).join('  ')}`.trimEnd();
  const rule = `  ${widths.map(width => '-'.repeat(width)).join('  ')}`;
  const [head, ...body] = rows.map(row => line(row.map(cell => cell[0]!)));
  return [head, rule, ...body, rule].join('\n');
}

/** pandoc's multiline table: rows of several lines, set apart by blank ones. */
export function pandocMultiline(plan: RandomPlan): string {
  const table = drawTable(plan, true);
  const rows = brokenCells(table);
  const widths = columnWidths(rows, table.width);
  const written = rows.map(row => {
    const height = Math.max(...row.map(cell => cell.length));
    return Array.from({ length: height }, (_, at) =>
      `  ${row.map((cell, column) => pad(cell[at] ?? '', widths[column]!)).join('  ')}`.trimEnd(),
    ).join('\n');
  });
  const all = `  ${'-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2))}`;
  const rule = `  ${widths.map(width => '-'.repeat(width)).join('  ')}`;
  return [all, written[0], rule, written.slice(1).join('\n\n'), all, ''].join('\n');
}

/** A cell a line; empty and covered ones are absent. */
export function cellLines(plan: RandomPlan, bar: boolean): string {
  const { cells } = drawTable(plan, true);
  return cells.flatMap(({ text }) => (text === '' ? [] : [`${oneLine(text)}${bar ? '|' : ''}`])).join('\n');
}

/** Numbered items with label lines below, categories as lines between them. */
export function labelledItems({ tasks, headings, parts }: RandomPlan): string {
  const lines: string[] = [];
  tasks.forEach((task, index) => {
    if (task.category !== '' && task.category !== tasks[index - 1]?.category) lines.push(task.category);
    lines.push(`${index + 1}. ${oneLine(task.content)}`);
    for (const part of ['lead', 'support', 'limit', 'note'] as const)
      if (parts.includes(part) && task[part] !== '') lines.push(`${headings[part]}：${oneLine(task[part])}`);
  });
  return lines.join('\n');
}

/** Separated values; cells with quotes, separators or line breaks are quoted, as are all with `always`. */
export function separated(table: DrawnTable, separator: string, always: boolean): string {
  const special = new RegExp(`["\\n${separator}]`);
  const cell = (text: string): string => (always || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${gridOf(table)
    .map(row => row.map(cell).join(separator))
    .join('\r\n')}\r\n`;
}
