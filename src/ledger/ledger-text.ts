import { type CivilDate, parseCivilDate } from '../base/civil-date.ts';
import { fold, halfWidth } from '../lexicon/fold.ts';
import { CsvText } from '../source/csv/rows.ts';
import { chooseSeparator } from '../source/csv/separator.ts';
import { decode } from '../source/decode.ts';
import { type Entry, stateOf } from './entry.ts';

/** Columns of the ledger with their headings, in the order they are written. */
const HEADINGS = {
  recorded: '登记时间',
  by: '登记人',
  item: '事项',
  state: '状态',
  on: '发生日期',
  value: '完成值',
  note: '说明',
  evidence: '佐证',
  text: '承诺内容',
  print: '指纹',
} as const satisfies Record<keyof Entry, string>;
type Field = keyof typeof HEADINGS;
const FIELDS = Object.keys(HEADINGS) as Field[];

/** Why a line of the ledger cannot be taken as a report. */
export type LineFault = 'no-item' | 'bad-state' | 'bad-date' | 'bad-time';

/** A line of the ledger: what it reports, or why it cannot be read. The number counts from 1, the heading included. */
export interface Line {
  line: number;
  entry: Entry | null;
  fault: LineFault | null;
  /** What the line says in the column at fault, else all of it. */
  text: string;
}

/** A ledger as it was read. */
export interface LedgerText {
  lines: Line[];
  /** The columns of the file, a field or null for one that is not ours; null where the file is no ledger. */
  columns: readonly (Field | null)[] | null;
  encoding: string;
  separator: string;
  text: string;
}

/** Reads the bytes of a ledger, in whatever way a spreadsheet has saved them: encoding, separator, order of columns, forms of dates. */
export function readLedgerText(bytes: Uint8Array): LedgerText {
  if (bytes.length === 0) return { lines: [], columns: FIELDS, encoding: 'utf-8', separator: ',', text: '' };
  const { text, encoding } = decode(bytes, 0);
  const separator = chooseSeparator(text.slice(0, 65_536), true) ?? ',';
  const [heading, ...rows] = new CsvText(text, separator, 0).table().table.rows;
  const columns: (Field | null)[] = [];
  for (const { text: name, column } of heading?.cells ?? [])
    columns[column!] = FIELDS.find(field => HEADINGS[field] === fold(name).replace(/\s/g, '')) ?? null;
  for (let at = 0; at < columns.length; at++) columns[at] ??= null;
  const known = columns.includes('item') && columns.includes('state');
  if (!known) return { lines: [], columns: null, encoding, separator, text };
  const lines = rows.map(row => {
    const values: Partial<Record<Field, string>> = {};
    for (const cell of row.cells) {
      const field = columns[cell.column!];
      if (field) values[field] = bare(cell.text);
    }
    return readLine(row.place.line ?? 0, values, row.cells.map(cell => cell.text).join(separator));
  });
  return { lines, columns, encoding, separator, text };
}

/** The columns that a ledger lacks, by their headings: reports could not be written whole. */
export function missingColumns(columns: readonly (Field | null)[]): string[] {
  return FIELDS.filter(field => !columns.includes(field)).map(field => HEADINGS[field]);
}

/** The text that adds entries to a ledger: the heading too where it is empty, a line end first where the last line has none. */
export function addedText({ columns, separator, text }: LedgerText, entries: readonly Entry[]): string {
  const fields = columns ?? FIELDS;
  const line = (cells: readonly string[]): string => `${cells.map(cell => quoted(cell, separator)).join(separator)}\r\n`;
  const begin = text === '' ? `\ufeff${line(FIELDS.map(field => HEADINGS[field]))}` : /[\r\n]$/.test(text) ? '' : '\r\n';
  return begin + entries.map(entry => line(fields.map(field => (field ? (entry[field] ?? '') : '')))).join('');
}

/** One physical line a report, so that a torn one spoils no other; formula-like text is told from formulas by an apostrophe. */
function quoted(cell: string, separator: string): string {
  const flat = cell.replace(/[\r\n\v\f\u0085\u2028\u2029]+/g, ' ').replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '');
  const safe = /^'*[=+\-@\t＝＋－＠]/.test(flat) ? `'${flat}` : flat;
  return safe.includes('"') || safe.includes(separator) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function bare(cell: string): string {
  return /^'+[=+\-@\t＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

function readLine(line: number, values: Partial<Record<Field, string>>, whole: string): Line {
  const fault = (kind: LineFault, text: string): Line => ({ line, entry: null, fault: kind, text });
  const { item = '', state = '', on = '', recorded = '' } = values;
  if (item === '') return fault('no-item', whole);
  const known = stateOf(state);
  if (known === null) return fault('bad-state', state);
  const day = on === '' ? null : dayOf(on);
  if (on !== '' && day === null) return fault('bad-date', on);
  const time = recorded === '' ? '' : timeOf(recorded);
  if (time === null) return fault('bad-time', recorded);
  const { by = '', value = '', note = '', evidence = '', print = '', text = '' } = values;
  return { line, entry: { recorded: time, by, item, state: known, on: day, value, note, evidence, print, text }, fault: null, text: whole };
}

/** A day as people and spreadsheets write it: 2021-09-28, 2021/9/28, 2021.9.28, 2021年9月28日, with a time behind it or not. */
export function dayOf(written: string): CivilDate | null {
  const day = halfWidth(written)
    .trim()
    .replace(/[\sT]+\d{1,2}:.*$/, '')
    .replace(/\s/g, '');
  return parseCivilDate(day.replace(/^(\d{4})\.(\d{1,2})\.(\d{1,2})$/, '$1-$2-$3'));
}

/** `2021-09-28 15:02:11` of a day and time as a spreadsheet writes them; null where it is none. */
function timeOf(written: string): string | null {
  const day = dayOf(written);
  const time = /[ T](\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(halfWidth(written));
  if (day === null) return null;
  return `${day} ${(time?.[1] ?? '0').padStart(2, '0')}:${time?.[2] ?? '00'}:${time?.[3] ?? '00'}`;
}
