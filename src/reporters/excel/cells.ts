import type { Cell, CellValue } from 'hucre/xlsx';
import { visible } from '../../base/visible.ts';
import type { Column, Value } from '../../report/model.ts';

/** The most characters Excel takes in a cell; with more it calls the file damaged. */
const MOST = 32_767;

/** A value as Excel holds it: numbers and dates as such, everything else as text, with what XML forbids made visible. */
export function cellValue(value: Value, column: Column): CellValue {
  if (value === null || value === '' || typeof value === 'number') return value === '' ? null : value;
  if (column.kind === 'date' && typeof value === 'string') return dateOf(value) ?? cellText(value);
  if (column.id === 'task' && typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value)) return Number(value);
  return cellText(value) || null;
}

/** What makes the writer keep a value as it is; it would take a text like #N/A for an error unless given as formatted text. */
export function kept(value: CellValue): Partial<Cell> {
  if (typeof value === 'string') return value.startsWith('#') ? { type: 'richText', richText: [{ text: value }] } : { type: 'string' };
  return { type: value === null ? 'empty' : value instanceof Date ? 'date' : 'number' };
}

/** A value as text that can be shown, lists joined. */
export function cellText(value: Value): string {
  const text = visible(value === null ? '' : typeof value === 'object' ? value.join('、') : String(value)).replace(/\r\n|\r/g, '\n');
  return text.length > MOST ? `${text.slice(0, MOST - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** Text as a workbook holds it, in which _x0041_ would stand for a character (ECMA-376 22.9.2.19): its own bar is written so instead. */
export function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** A civil date as midnight in UTC; null where it is none. */
function dateOf(text: string): Date | null {
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.getUTCFullYear() >= 1901 ? date : null;
}

/** Column letters: 0 is A, 26 is AA. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
