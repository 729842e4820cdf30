import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from 'hucre/xlsx';
import { textWidth } from '../../base/text-width.ts';
import { visible } from '../../base/visible.ts';
import type { Column, Report, Row, Table, Value } from '../../report/model.ts';
import { body, heading, title as titleStyle } from './styles.ts';

/** Widest column, in characters of half width. */
const WIDEST: Record<Column['kind'], number> = { text: 46, list: 24, status: 12, date: 12, number: 10 };
/** Points of a line of text, and the height Excel allows a row. */
const LINE = 15;
const TALLEST = 400;

/** Where the row of each anchor stands: `任务!A5`, for links between sheets. */
export type Anchors = ReadonlyMap<string, string>;

/** Name of a sheet as all spreadsheet programs take it, without characters that would need quoting in references. */
export function sheetName(table: Table): string {
  return table.name.replace(/[^\p{L}\p{N}_.]/gu, '').slice(0, 31) || 'Sheet';
}

/** Number of rows above the first row of data: the title, and one or two lines of headings. */
export function headRows(table: Table): number {
  return table.columns.some(column => column.over !== undefined) ? 3 : 2;
}

/** Lays a table out as a sheet: title, headings (two lines where columns are grouped), rows, merges, widths, heights, page setup. */
export function makeSheet(table: Table, report: Report, anchors: Anchors): WriteSheet {
  return new SheetMaker(table, report, anchors).make();
}

class SheetMaker {
  private readonly table: Table;
  private readonly report: Report;
  private readonly anchors: Anchors;
  private readonly cells = new Map<string, Partial<Cell>>();
  private readonly merges: MergeRange[] = [];
  private readonly rowDefs = new Map<number, { height: number }>();
  private readonly grid: CellValue[][] = [];
  private readonly rows: readonly Row[];
  private readonly widths: number[];
  private readonly head: number;

  constructor(table: Table, report: Report, anchors: Anchors) {
    this.table = table;
    this.report = report;
    this.anchors = anchors;
    this.rows = table.groups.flatMap(group => group.rows);
    this.widths = table.columns.map((column, index) => this.widthOf(column, index));
    this.head = headRows(table);
  }

  make(): WriteSheet {
    this.putTitle();
    this.putHeadings();
    this.rows.forEach((row, index) => void this.putRow(row, this.head + index));
    this.mergeEqual();
    const { columns } = this.table;
    const last = `${letters(columns.length - 1)}${this.head + this.rows.length}`;
    const sheet: WriteSheet = {
      name: sheetName(this.table),
      columns: this.widths.map(width => ({ width })),
      rows: this.grid,
      cells: this.cells,
      merges: this.merges,
      rowDefs: this.rowDefs,
      freezePane: { rows: this.head, columns: 0 },
      view: { showGridLines: false },
      pageSetup: {
        paperSize: 'a3',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
        printTitlesRow: `$1:$${this.head}`,
        horizontalCentered: true,
      },
      headerFooter: { oddFooter: this.report.lang === 'zh' ? '&L&A&C第 &P 页，共 &N 页' : '&L&A&CPage &P of &N' },
    };
    if (this.rows.length > 0 && !columns.some(column => column.merge)) sheet.autoFilter = { range: `A${this.head}:${last}` };
    return sheet;
  }

  private put(row: number, column: number, value: CellValue, style: CellStyle, more: Partial<Cell> = {}): void {
    const line = this.grid[row] ?? [];
    this.grid[row] = line;
    while (line.length <= column) line.push(null);
    line[column] = value;
    const type = value === null ? 'empty' : value instanceof Date ? 'date' : typeof value === 'number' ? 'number' : 'string';
    this.cells.set(`${row},${column}`, { value, type, style, ...more });
  }

  private putTitle(): void {
    const { report, table } = this;
    const text = [report.title ?? '', table.name, report.asOf].filter(part => part !== '').join(' · ');
    this.put(0, 0, visible(text), titleStyle);
    if (table.columns.length > 1) this.merges.push({ startRow: 0, startCol: 0, endRow: 0, endCol: table.columns.length - 1 });
    this.rowDefs.set(0, { height: 28 });
  }

  private putHeadings(): void {
    const { columns } = this.table;
    const low = this.head - 1;
    columns.forEach((column, index) => {
      if (this.head === 2) this.put(1, index, column.heading, heading);
      else {
        this.put(1, index, column.over ?? column.heading, heading);
        this.put(2, index, column.over === undefined ? '' : column.heading, heading);
        if (column.over === undefined) this.merges.push({ startRow: 1, startCol: index, endRow: 2, endCol: index });
      }
    });
    if (this.head === 3) this.mergeOver(columns);
    const lines = columns.map((column, index) => this.linesOf(column.heading, index));
    this.rowDefs.set(low, { height: Math.max(22, Math.max(...lines) * LINE + 6) });
    if (low === 2) this.rowDefs.set(1, { height: 22 });
  }

  private mergeOver(columns: readonly Column[]): void {
    let from = 0;
    columns.forEach((column, index) => {
      if (column.over === columns[index + 1]?.over) return;
      if (column.over !== undefined && index > from) this.merges.push({ startRow: 1, startCol: from, endRow: 1, endCol: index });
      from = index + 1;
    });
  }

  private putRow(row: Row, at: number): void {
    let lines = 1;
    this.table.columns.forEach((column, index) => {
      const value = cellValue(row.values[index] ?? null, column);
      if (!column.merge) lines = Math.max(lines, this.linesOf(value instanceof Date ? '' : String(value ?? ''), index));
      const target = index === 0 && row.link !== undefined ? this.anchors.get(row.link) : undefined;
      const style = body(column, column.kind === 'status' ? row.light : undefined, target !== undefined);
      const link = target === undefined ? {} : { hyperlink: { target: '', location: target, display: String(value ?? '') } };
      this.put(at, index, value, style, link);
    });
    this.rowDefs.set(at, { height: Math.min(TALLEST, lines * LINE + 5) });
  }

  /** Equal neighbours of a merging column become one cell, within the outer columns' merges. */
  private mergeEqual(): void {
    const { columns } = this.table;
    const key = (row: number, column: number): string => JSON.stringify(this.rows[row]!.values.slice(0, column + 1));
    columns.forEach((column, index) => {
      if (!column.merge) return;
      for (let from = 0; from < this.rows.length; ) {
        let to = from;
        while (to + 1 < this.rows.length && this.rows[from]!.values[index] !== null && key(to + 1, index) === key(from, index)) to++;
        if (to > from) this.merges.push({ startRow: this.head + from, startCol: index, endRow: this.head + to, endCol: index });
        from = to + 1;
      }
    });
  }

  private widthOf(column: Column, index: number): number {
    const lengths = this.rows.map(row => textWidth(String(cellText(row.values[index] ?? null)).split('\n', 1)[0]!));
    const longest = Math.max(textWidth(column.heading), ...lengths);
    const narrow = column.merge ? 20 : WIDEST[column.kind];
    return Math.max(6, Math.min(narrow, longest) + 2);
  }

  private linesOf(text: string, index: number): number {
    const room = Math.max(2, this.widths[index]! - 2);
    return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
  }
}

/** A value as Excel holds it: numbers and dates as such, everything else as text, with what XML forbids made visible. */
function cellValue(value: Value, column: Column): CellValue {
  if (value === null || typeof value === 'number') return value;
  if (column.kind === 'date' && typeof value === 'string') return new Date(`${value}T00:00:00Z`);
  return visible(cellText(value));
}

function cellText(value: Value): string {
  return value === null ? '' : typeof value === 'object' ? value.join('、') : String(value);
}

/** Column letters: 0 is A, 26 is AA. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
