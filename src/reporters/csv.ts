import { stringify } from 'csv-stringify/sync';
import { visible } from '../base/visible.ts';
import type { Report, Style, Value } from '../report/model.ts';

/**
 * Tidy CSV: one heading row, a record a row. Text that a spreadsheet would take for a formula (= + - @, tab, CR, also full-width) gets an
 * apostrophe in front; numbers stay numbers; control and direction characters are written as ‹U+001B›. Lines end in CRLF (RFC 4180), with a byte order mark in files, so that Excel opens it right.
 */
export function renderCsv({ table }: Report, style: Style): string {
  const headings = table.columns.map(column => visible(column.over ? `${column.over} ${column.heading}` : column.heading));
  const rows = table.groups.flatMap(group => group.rows.map(row => table.columns.map((_, index) => plain(row.values[index] ?? null))));
  return stringify([headings, ...rows], { bom: style.bom, record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true });
}

function plain(value: Value): string | number | null {
  return value === null || typeof value === 'number' ? value : visible(typeof value === 'string' ? value : value.join('、'));
}
