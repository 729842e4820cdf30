import { DEEPEST_TABLE, type Flow } from '../table-tree.ts';
import type { Numbering, NumberRequest } from './numbering.ts';
import { type DocumentCell, type DocumentRow, mergeCells } from './spans.ts';
import { type Attributes, attribute, isOn, numberOf, readXml, type XmlHandler } from './xml.ts';

/** Reads the main part of a text document as a reader sees it with all changes accepted. */
export function readBody(text: string, numbering: Numbering, source: number): { flow: Flow; isDocument: boolean } {
  const body = new BodyReader(numbering, source);
  readXml(text, body, source);
  return { flow: body.flow, isDocument: body.isDocument };
}

/** Content that is not part of the text: deleted or moved away, in text boxes, second versions for old programs, phonetic guides. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'txbxContent', 'mc:Fallback', 'rt']);
/** Check boxes and ticks that are written as signs of Wingdings. */
const SYMBOLS: Readonly<Record<string, string>> = {
  F0FC: '√',
  F0FB: '×',
  F0FE: '☑',
  F0FD: '☒',
  F0A8: '☐',
  F06F: '□',
  F06C: '●',
  F06E: '■',
};
/** Columns of a table at most; word processors allow 63. */
const MOST_COLUMNS = 1000;

interface OpenTable {
  rows: DocumentRow[];
  row: DocumentRow | null;
  cell: DocumentCell | null;
  outer: Flow;
  start: number;
}

/** Ends the open cell of a table. Damaged documents begin one before the last is closed. */
function closeCell(table: OpenTable): void {
  const { row, cell } = table;
  table.cell = null;
  if (!row || !cell) return;
  row.cells.push(cell);
  row.width += cell.colSpan;
}

function closeRow(table: OpenTable): void {
  closeCell(table);
  const { row } = table;
  table.row = null;
  if (row && !row.deleted) table.rows.push(row);
}

class BodyReader implements XmlHandler {
  readonly flow: Flow = [];
  isDocument = false;
  private readonly numbering: Numbering;
  private readonly source: number;
  /** Names of the open elements. */
  private readonly names: string[] = [];
  private readonly tables: OpenTable[] = [];
  /** Number of open elements at which left-out content, and a placeholder, began. */
  private leftOutAt = -1;
  private placeholderAt = -1;
  private flat = 0;
  private paragraphs = 0;
  private start = 0;
  private written = '';
  private request: NumberRequest = { list: null, level: null, style: null };
  private markDeleted = false;
  private runHidden = false;
  private inText = false;

  constructor(numbering: Numbering, source: number) {
    this.numbering = numbering;
    this.source = source;
  }

  open(name: string, attributes: Attributes, start: number): void {
    const parent = this.names.at(-1);
    this.names.push(name);
    if (this.leftOutAt >= 0) return;
    if (LEFT_OUT.has(name)) {
      this.leftOutAt = this.names.length;
      if (name === 'del') this.deletedMark(parent);
    } else if (name === 't') this.inText = true;
    else if (name === 'p') this.openParagraph(start);
    else if (name === 'r') this.runHidden = false;
    else if (parent === 'r') this.addMark(name, attributes);
    else if (parent === 'pPr' || parent === 'numPr' || parent === 'rPr' || parent === 'sdtPr') this.property(name, attributes);
    else if (name === 'document') this.isDocument ||= parent === undefined;
    else this.tablePart(name, attributes, start);
  }

  close(name: string): void {
    const depth = this.names.length;
    this.names.pop();
    if (depth === this.placeholderAt) this.placeholderAt = -1;
    if (this.leftOutAt >= 0) {
      if (depth === this.leftOutAt) this.leftOutAt = -1;
      return;
    }
    const table = this.tables.at(-1);
    if (name === 't') this.inText = false;
    else if (name === 'p') this.closeParagraph();
    else if (this.flat > 0) this.flat -= name === 'tbl' ? 1 : 0;
    else if (name === 'tc' && table) closeCell(table);
    else if (name === 'tr' && table) closeRow(table);
    else if (name === 'tbl' && table) {
      closeRow(table);
      this.tables.pop();
      const place = { source: this.source, line: 1, column: 1, start: table.start, end: table.start };
      if (table.rows.length > 0) table.outer.push({ kind: 'table', rows: mergeCells(table.rows), place });
    }
  }

  text(data: string): void {
    if (this.inText && this.leftOutAt < 0) this.add(data);
  }

  private add(data: string): void {
    if (!this.runHidden && this.placeholderAt < 0) this.written += data;
  }

  private openParagraph(start: number): void {
    this.start = start;
    this.request = { list: null, level: null, style: null };
    this.runHidden = false;
  }

  /** A paragraph whose end mark is deleted goes on in the next one. */
  private closeParagraph(): void {
    if (this.markDeleted) {
      this.markDeleted = false;
      return;
    }
    const cell = this.tables.at(-1)?.cell;
    const covered = cell?.merge === 'continue';
    const { ordinal, gap } = covered ? { ordinal: '', gap: '' } : this.numbering.next(this.request);
    const content = this.written.trim();
    this.written = '';
    const text = content === '' ? ordinal.trim() : `${ordinal}${gap}${content}`;
    if (text === '') return;
    const line = cell ? this.tables.at(-1)!.rows.length + 1 : ++this.paragraphs;
    const place = { source: this.source, line, column: 1, start: this.start, end: this.start };
    (cell?.content ?? this.tables.at(-1)?.outer ?? this.flow).push({ kind: 'paragraph', text, place });
  }

  /** What a run holds beside its text. */
  private addMark(name: string, attributes: Attributes): void {
    if (name === 'tab') this.add('\t');
    else if (name === 'br' || name === 'cr') this.add('\n');
    else if (name === 'noBreakHyphen') this.add('-');
    else if (name === 'sym') this.add(SYMBOLS[attribute(attributes, 'char')?.toUpperCase() ?? ''] ?? '');
  }

  private property(name: string, attributes: Attributes): void {
    const grandparent = this.names.at(-3);
    if (name === 'vanish' && grandparent === 'r') this.runHidden = isOn(attributes);
    else if (name === 'pStyle') this.request.style = attribute(attributes, 'val') ?? null;
    else if (name === 'numId') this.request.list = attribute(attributes, 'val') ?? null;
    else if (name === 'ilvl') this.request.level = numberOf(attributes, 'val', 0, 8);
    else if (name === 'showingPlcHdr' && isOn(attributes)) this.placeholderAt = this.names.length - 2;
  }

  /** `<w:del/>` among properties: the row, or the paragraph's end mark, is deleted. */
  private deletedMark(parent: string | undefined): void {
    const row = this.tables.at(-1)?.row;
    if (parent === 'trPr' && row) row.deleted = true;
    else if (parent === 'rPr' && this.names.at(-3) === 'pPr') this.markDeleted = true;
  }

  private tablePart(name: string, attributes: Attributes, start: number): void {
    const table = this.tables.at(-1);
    if (name === 'tbl') this.openTable(start);
    else if (!table || this.flat > 0) return;
    else if (name === 'tr') {
      closeRow(table);
      const line = table.rows.length + 1;
      table.row = { cells: [], width: 0, deleted: false, place: { source: this.source, line, column: 1, start, end: start } };
    } else if (!table.row) return;
    else if (name === 'gridBefore') table.row.width = numberOf(attributes, 'val', 0, MOST_COLUMNS);
    else if (name === 'tc') {
      closeCell(table);
      const place = { ...table.row.place, start, end: start };
      table.cell = { content: [], column: table.row.width, colSpan: 1, rowSpan: 1, merge: 'none', beside: false, place };
    } else if (!table.cell) return;
    else if (name === 'gridSpan') table.cell.colSpan = numberOf(attributes, 'val', 1, MOST_COLUMNS);
    else if (name === 'vMerge') table.cell.merge = attribute(attributes, 'val') === 'restart' ? 'restart' : 'continue';
    else if (name === 'hMerge') table.cell.beside = attribute(attributes, 'val') !== 'restart';
  }

  private openTable(start: number): void {
    if (this.flat > 0 || this.tables.length >= DEEPEST_TABLE) {
      this.flat++;
      return;
    }
    const around = this.tables.at(-1);
    this.tables.push({ rows: [], row: null, cell: null, outer: around ? (around.cell?.content ?? around.outer) : this.flow, start });
  }
}
