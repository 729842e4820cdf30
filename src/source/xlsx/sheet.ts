import * as XLSX from 'xlsx';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { firstIndex } from '../../base/first-index.ts';
import type { Place } from '../../base/place.ts';
import type { RawCell, RawRow } from '../raw.ts';
import { shownText } from './formats.ts';

export interface SheetContext {
  sheet: string;
  source: number;
  date1904: boolean;
}

interface SheetCell {
  row: number;
  column: number;
  text: string;
}

/** A few cells beyond so many empty rows or columns belong to no table. */
const FAR_ROWS = 1000;
const FAR_COLUMNS = 50;
const FEW = 20;
/** Rows in which merged cells are followed, all merges together. */
const MOST_MERGED_ROWS = 2_000_000;

/** The rows of a sheet that hold anything, with merged cells. Only cells that exist are looked at, whatever size the sheet claims. */
export function readSheet(sheet: XLSX.WorkSheet, context: SheetContext): { rows: RawRow[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const cells = writtenCells(sheet, context);
  const stray = strayCells(cells);
  for (const cell of stray)
    diagnostics.push({ code: 'unplaced-text', place: placeOf(cell, context), text: cell.text, data: { text: cell.text.slice(0, 60) } });
  const byRow = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    if (stray.has(cell)) continue;
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  const numbers = [...byRow.keys()].sort((a, b) => a - b);
  const lastColumn = cells.reduce((last, cell) => (stray.has(cell) ? last : Math.max(last, cell.column)), 0);
  const merges = new Merges(sheet['!merges'] ?? [], { rows: numbers, lastColumn }, context, diagnostics);
  const rows = numbers.map((row): RawRow => {
    const raw = byRow.get(row)!.sort((a, b) => a.column - b.column);
    return { cells: raw.flatMap(cell => merges.rawCell(cell)), place: placeOf({ row, column: 0 }, context) };
  });
  return { rows, diagnostics };
}

function writtenCells(sheet: XLSX.WorkSheet, { date1904 }: SheetContext): SheetCell[] {
  const cells: SheetCell[] = [];
  for (const key of Object.keys(sheet)) {
    if (key.startsWith('!')) continue;
    const text = shownText(sheet[key], date1904);
    if (text === '') continue;
    const { r, c } = XLSX.utils.decode_cell(key);
    cells.push({ row: r, column: c, text });
  }
  return cells;
}

/** Cells that stand alone far from all others, if they are few. */
function strayCells(cells: readonly SheetCell[]): Set<SheetCell> {
  const stray = new Set<SheetCell>();
  for (const [side, far] of [
    ['row', FAR_ROWS],
    ['column', FAR_COLUMNS],
  ] as const) {
    const used = [...new Set(cells.map(cell => cell[side]))].sort((a, b) => a - b);
    const gap = used.findIndex((at, index) => index > 0 && at - used[index - 1]! > far);
    if (gap < 0) continue;
    const beyond = cells.filter(cell => cell[side] >= used[gap]!);
    if (beyond.length <= FEW && beyond.length < cells.length / 2) for (const cell of beyond) stray.add(cell);
  }
  return stray;
}

function placeOf({ row, column }: Omit<SheetCell, 'text'>, { sheet, source }: SheetContext): Place {
  return { source, line: row + 1, column: column + 1, start: 0, end: 0, sheet, cell: XLSX.utils.encode_cell({ r: row, c: column }) };
}

/** Merged ranges, counted in the rows and columns that hold anything. */
class Merges {
  private readonly context: SheetContext;
  private readonly lastColumn: number;
  private readonly diagnostics: Diagnostic[];
  private readonly byCorner = new Map<string, { range: XLSX.Range; rows: number; text: string }>();
  /** Ranges that reach into a row, by row. */
  private readonly byRow = new Map<number, XLSX.Range[]>();

  constructor(
    ranges: readonly XLSX.Range[],
    { rows, lastColumn }: { rows: readonly number[]; lastColumn: number },
    context: SheetContext,
    diagnostics: Diagnostic[],
  ) {
    this.context = context;
    this.lastColumn = lastColumn;
    this.diagnostics = diagnostics;
    let budget = MOST_MERGED_ROWS;
    for (const range of ranges) {
      const first = lowerBound(rows, range.s.r);
      const last = lowerBound(rows, range.e.r + 1);
      budget -= last - first;
      if (budget < 0) {
        const place = placeOf({ row: range.s.r, column: range.s.c }, context);
        diagnostics.push({ code: 'span-limit', place, data: { span: ranges.length, limit: this.byCorner.size } });
        break;
      }
      this.byCorner.set(`${range.s.r},${range.s.c}`, { range, rows: last - first, text: '' });
      for (const row of rows.slice(first, last)) {
        const reaching = this.byRow.get(row);
        if (reaching) reaching.push(range);
        else this.byRow.set(row, [range]);
      }
    }
  }

  /** The cell with its spans; none where a merged cell covers it, which is told if it holds another text. */
  rawCell(cell: SheetCell): RawCell[] {
    const raw: RawCell = { text: cell.text, place: placeOf(cell, this.context), column: cell.column };
    const own = this.byCorner.get(`${cell.row},${cell.column}`);
    if (own) {
      own.text = cell.text;
      const across = Math.min(own.range.e.c, this.lastColumn) - own.range.s.c + 1;
      if (across > 1) raw.colSpan = across;
      if (own.rows > 1) raw.rowSpan = own.rows;
      return [raw];
    }
    const cover = this.byRow.get(cell.row)?.find(range => range.s.c <= cell.column && cell.column <= range.e.c);
    if (!cover) return [raw];
    if (this.byCorner.get(`${cover.s.r},${cover.s.c}`)?.text !== cell.text) {
      this.diagnostics.push({ code: 'unplaced-text', place: raw.place, text: cell.text, data: { text: cell.text.slice(0, 60) } });
    }
    return [];
  }
}

/** Index of the first number that is not below `value`. */
function lowerBound(sorted: readonly number[], value: number): number {
  return firstIndex(sorted.length, index => sorted[index]! < value);
}
