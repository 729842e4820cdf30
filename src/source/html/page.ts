import type { Diagnostic } from '../../base/diagnostic.ts';
import { LineIndex } from '../line-index.ts';
import { DEEPEST_TABLE, type Flow } from '../table-tree.ts';
import { BLOCK, isHiding, STRUCTURE, VOID } from './elements.ts';
import { collapse, ParagraphBuilder } from './paragraphs.ts';
import { layOutPage, type PageCell, type PageRow, readSpan } from './spans.ts';
import { readTags, type TagHandler } from './tags.ts';

/** What a page shows, and its title. */
export interface Page {
  flow: Flow;
  diagnostics: Diagnostic[];
}

/** Reads a page as a browser shows it. */
export function readPage(text: string, source: number): Page {
  const builder = new PageBuilder(new LineIndex(text, source));
  readTags(text, builder);
  return builder.finish();
}

interface OpenElement {
  name: string;
  hides: boolean;
}

/** A table while it is read. The numbers are indexes into the stack of open elements; -1 where nothing is open. */
interface OpenTable {
  rows: PageRow[];
  outer: ParagraphBuilder;
  start: number;
  base: number;
  groupAt: number;
  rowAt: number;
  cellAt: number;
  cell: { builder: ParagraphBuilder; rowSpan: number; colSpan: number; start: number } | null;
  group: number;
}

/** Elements open at once beyond this are not told apart, as in browsers. */
const DEEPEST = 1000;

class PageBuilder implements TagHandler {
  private readonly lines: LineIndex;
  private readonly body: ParagraphBuilder;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly stack: OpenElement[] = [];
  private readonly tables: OpenTable[] = [];
  private title: { text: string; start: number; end: number } | null = null;
  private hidden = 0;
  private preformatted = 0;
  /** Tables that are open beyond the deepest level. */
  private flat = 0;

  constructor(lines: LineIndex) {
    this.lines = lines;
    this.body = new ParagraphBuilder(lines);
  }

  finish(): Page {
    this.popTo(0);
    this.body.break();
    const title = this.title && { text: collapse(this.title.text).trim(), place: this.lines.place(this.title.start, this.title.end) };
    const { flow } = this.body;
    const shown = title === null || title.text === '' || flow.some(item => item.kind === 'paragraph' && item.text === title.text);
    return { flow: shown ? flow : [{ kind: 'paragraph', ...title }, ...flow], diagnostics: this.diagnostics };
  }

  open(name: string, attributes: ReadonlyMap<string, string>, start: number): void {
    if (VOID.has(name)) {
      if (BLOCK.has(name)) this.builder().break();
      return;
    }
    if (BLOCK.has(name)) this.builder().break();
    const hides = isHiding(name, attributes);
    if (!STRUCTURE.has(name)) this.push(name, hides);
    else if (name === 'table') this.openTable(hides, start);
    else if (this.flat === 0 && this.tables.length > 0) this.openPart(name, attributes, hides, start);
  }

  close(name: string): void {
    if (name === 'br' || name === 'p') this.builder().break();
    const table = this.tables.at(-1);
    if (this.flat > 0 && STRUCTURE.has(name)) {
      if (name === 'table') this.flat--;
      return;
    }
    if (STRUCTURE.has(name)) {
      const at = !table
        ? -1
        : name === 'table'
          ? table.base
          : /^t[dh]$/.test(name)
            ? table.cellAt
            : name === 'tr'
              ? table.rowAt
              : table.groupAt;
      if (at >= 0) this.popTo(at);
      return;
    }
    const floor = table ? Math.max(table.base, table.cellAt) : -1;
    for (let at = this.stack.length - 1; at > floor; at--) {
      if (this.stack[at]!.name !== name) continue;
      this.popTo(at);
      return;
    }
  }

  text(data: string, start: number, end: number): void {
    if (this.hidden === 1 && this.stack.at(-1)?.name === 'title') {
      this.title ??= { text: '', start, end };
      if (this.title.end >= start || this.title.text === '') this.title = { text: this.title.text + data, start: this.title.start, end };
    }
    if (this.hidden > 0) return;
    if (this.preformatted > 0) this.builder().addLines(data, start, end);
    else this.builder().add(data, start, end);
  }

  /** Where text goes now: the open cell, or what stands before the table whose cells are not open. */
  private builder(): ParagraphBuilder {
    const table = this.tables.at(-1);
    return table ? (table.cell?.builder ?? table.outer) : this.body;
  }

  private push(name: string, hides: boolean): void {
    if (this.stack.length >= DEEPEST && !STRUCTURE.has(name) && !hides) return;
    this.stack.push({ name, hides });
    if (hides) this.hidden++;
    if (name === 'pre') this.preformatted++;
  }

  private openTable(hides: boolean, start: number): void {
    const around = this.tables.at(-1);
    if (this.tables.length >= DEEPEST_TABLE) {
      this.flat++;
      return;
    }
    if (around && around.cellAt < 0) this.popTo(around.base);
    const outer = this.builder();
    this.tables.push({ rows: [], outer, start, base: this.stack.length, groupAt: -1, rowAt: -1, cellAt: -1, cell: null, group: 0 });
    this.push('table', hides);
  }

  /** Opens a group of rows, a row, a cell or a caption, closing what must end before it. */
  private openPart(name: string, attributes: ReadonlyMap<string, string>, hides: boolean, start: number): void {
    const table = this.tables.at(-1)!;
    if (name === 'td' || name === 'th') {
      if (table.rowAt < 0) this.openPart('tr', new Map(), false, start);
      this.popTo(table.rowAt + 1);
      table.cellAt = this.stack.length;
      this.push(name, hides);
      const spans = { rowSpan: readSpan(attributes.get('rowspan'), 0), colSpan: readSpan(attributes.get('colspan'), 1) };
      table.cell = { builder: new ParagraphBuilder(this.lines), ...spans, start };
    } else if (name === 'tr') {
      this.popTo((/^t/.test(this.stack[table.groupAt]?.name ?? '') ? table.groupAt : table.base) + 1);
      table.rowAt = this.stack.length;
      this.push(name, hides);
      if (this.hidden === 0) table.rows.push({ cells: [], group: table.group, place: this.lines.place(start, start) });
    } else {
      this.popTo(table.base + 1);
      table.groupAt = this.stack.length;
      table.group++;
      this.push(name, hides);
    }
  }

  private popTo(length: number): void {
    while (this.stack.length > length) this.end(this.stack.length - 1);
  }

  /** Ends the topmost open element, which stands at `at`. */
  private end(at: number): void {
    const { name, hides } = this.stack.pop()!;
    const table = this.tables.at(-1);
    if (BLOCK.has(name)) this.builder().break();
    if (table && at === table.cellAt) this.endCell(table);
    else if (table && at === table.rowAt) table.rowAt = -1;
    else if (table && at === table.groupAt) {
      table.groupAt = -1;
      table.group++;
    } else if (table && at === table.base) this.endTable(table);
    if (hides) this.hidden--;
    if (name === 'pre') this.preformatted--;
  }

  private endCell(table: OpenTable): void {
    const { builder, rowSpan, colSpan, start } = table.cell!;
    builder.break();
    table.cell = null;
    table.cellAt = -1;
    const cell: PageCell = { content: builder.flow, rowSpan, colSpan, place: this.lines.place(start, start) };
    if (this.hidden === 0) table.rows.at(-1)!.cells.push(cell);
  }

  private endTable(table: OpenTable): void {
    this.tables.pop();
    if (this.hidden > 0 || table.rows.every(row => row.cells.length === 0)) return;
    const place = this.lines.place(table.start, table.start);
    table.outer.addTable({ kind: 'table', rows: layOutPage(table.rows, this.diagnostics), place });
  }
}
