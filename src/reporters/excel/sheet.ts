import type { Cell, CellStyle, CellValue, MergeRange, WriteSheet } from 'hucre/xlsx';
import { textWidth } from '../../base/text-width.ts';
import { visible } from '../../base/visible.ts';
import type { Column, Report, Row, Table } from '../../report/model.ts';
import { cellText, cellValue, escaped, kept, letters } from './cells.ts';
import { columnWidths, TALLEST, textHeight } from './measure.ts';
import { pageSetup } from './page.ts';
import { body, heading, title as titleStyle } from './styles.ts';

/** Where the row of each anchor stands: `任务!A5`, for links between sheets. */
export type Anchors = ReadonlyMap<string, string>;

/** Number of rows above the first row of data: the title, and one or two lines of headings. */
export function headRows(table: Table): number {
  return table.columns.some(column => column.over !== undefined) ? 3 : 2;
}

/** Lays a table out as a sheet: title, headings (two lines where columns are grouped), rows, merges, widths, heights, page setup. */
export function makeSheet(name: string, table: Table, report: Report, anchors: Anchors): WriteSheet {
  return new SheetMaker(name, table, report, anchors).make();
}

class SheetMaker {
  private readonly name: string;
  private readonly columns: readonly Column[];
  private readonly report: Report;
  private readonly anchors: Anchors;
  private readonly cells = new Map<string, Partial<Cell>>();
  private readonly merges: MergeRange[] = [];
  private readonly heights = new Map<number, number>();
  private readonly grid: CellValue[][] = [];
  private readonly rows: readonly Row[];
  private readonly widths: number[];
  private readonly head: number;

  constructor(name: string, table: Table, report: Report, anchors: Anchors) {
    this.name = name;
    this.columns = table.columns;
    this.report = report;
    this.anchors = anchors;
    this.rows = table.groups.flatMap(group => group.rows);
    this.widths = columnWidths(table.columns, this.rows);
    this.head = headRows(table);
    this.putTitle(table);
    this.putHeadings();
    this.rows.forEach((row, index) => void this.putRow(row, this.head + index));
    this.mergeEqual();
  }

  make(): WriteSheet {
    const last = `${letters(this.columns.length - 1)}${this.head + this.rows.length}`;
    const filter = this.rows.length > 0 && !this.columns.some(column => column.merge);
    return {
      name: this.name,
      columns: this.widths.map(width => ({ width })),
      rows: this.grid,
      cells: this.cells,
      merges: this.merges,
      rowDefs: new Map([...this.heights].map(([row, height]) => [row, { height: Math.min(TALLEST, height) }])),
      freezePane: { rows: this.head, columns: 0 },
      view: { showGridLines: false },
      ...pageSetup(this.widths, this.head, this.report.lang),
      ...(filter ? { autoFilter: { range: `A${this.head}:${last}` } } : {}),
    };
  }

  private put(row: number, column: number, written: CellValue, style: CellStyle, more: Partial<Cell> = {}): void {
    const value = typeof written === 'string' ? escaped(written) : written;
    const line = this.grid[row] ?? [];
    this.grid[row] = line;
    while (line.length <= column) line.push(null);
    line[column] = value;
    this.cells.set(`${row},${column}`, { value, ...kept(value), style, ...more });
  }

  private merge(startRow: number, startCol: number, endRow: number, endCol: number): void {
    if (endRow > startRow || endCol > startCol) this.merges.push({ startRow, startCol, endRow, endCol });
  }

  private putTitle(table: Table): void {
    const { title, table: first, heading, asOf, query } = this.report;
    const name = table === first ? [heading, ...query] : [table.name];
    const text = visible([...(title === null ? [] : [title]), ...name, asOf].join(' · ')).replace(/\s+/g, ' ');
    this.columns.forEach((_, index) => void this.put(0, index, index === 0 ? text : null, titleStyle));
    this.merge(0, 0, 0, this.columns.length - 1);
    const room = this.widths.reduce((sum, width) => sum + width, 0) * 0.65;
    this.heights.set(0, Math.ceil(textWidth(text) / room) * 22 + 8);
  }

  private putHeadings(): void {
    const low = this.head - 1;
    let over = 0;
    this.columns.forEach((column, index) => {
      const text = visible(column.heading);
      this.heights.set(low, Math.max(this.heights.get(low) ?? 22, textHeight(text, this.widths[index]!)));
      if (low === 1) this.put(1, index, text, heading);
      else {
        this.put(1, index, visible(column.over ?? column.heading), heading);
        this.put(2, index, column.over === undefined ? null : text, heading);
        if (column.over === undefined) this.merge(1, index, 2, index);
      }
      if (column.over !== this.columns[index + 1]?.over || column.over === undefined) {
        this.merge(1, over, 1, index);
        over = index + 1;
      }
    });
    if (low === 2) this.heights.set(1, 22);
  }

  private putRow(row: Row, at: number): void {
    let height = 0;
    this.columns.forEach((column, index) => {
      const given = row.values[index] ?? null;
      const value = cellValue(given, column);
      if (!column.merge) height = Math.max(height, textHeight(cellText(given), this.widths[index]!));
      const target = index === 0 && row.link !== undefined ? this.anchors.get(row.link) : undefined;
      const style = body(column, column.kind === 'status' ? row.light : undefined, target !== undefined);
      this.put(
        at,
        index,
        value,
        style,
        target === undefined ? {} : { hyperlink: { target: '', location: target, display: cellText(given) } },
      );
    });
    this.heights.set(at, height);
  }

  /** Equal neighbours of a merging column become one cell, within the outer columns' merges; its last row grows where the text needs it. */
  private mergeEqual(): void {
    const inner = (row: number, column: number): string =>
      JSON.stringify(this.rows[row]!.values.filter((_, index) => index <= column && this.columns[index]!.merge));
    this.columns.forEach((column, index) => {
      if (!column.merge) return;
      for (let from = 0, to = 0; from < this.rows.length; from = to) {
        const text = this.rows[from]!.values[index] ?? null;
        const key = inner(from, index);
        for (to = from + 1; to < this.rows.length && text !== null && inner(to, index) === key; ) to++;
        this.merge(this.head + from, index, this.head + to - 1, index);
        this.grow(this.head + from, this.head + to - 1, textHeight(cellText(text), this.widths[index]!));
      }
    });
  }

  private grow(from: number, to: number, needed: number): void {
    let height = 0;
    for (let row = from; row <= to; row++) height += this.heights.get(row)!;
    if (height < needed) this.heights.set(to, this.heights.get(to)! + needed - height);
  }
}
