import type { Place } from '../base/place.ts';
import { readsAsHeading } from '../lexicon/headings.ts';
import type { RawCell, RawParagraph, RawRow, RawTable } from './raw.ts';

/** Paragraphs and tables in reading order, as a page or a text document nests them. */
export type Flow = (FlowParagraph | FlowTable)[];

export interface FlowParagraph {
  kind: 'paragraph';
  text: string;
  place: Place;
}

export interface FlowTable {
  kind: 'table';
  rows: FlowRow[];
  place: Place;
}

export interface FlowRow {
  cells: FlowCell[];
  place: Place;
}

/** A cell laid out in its table; covered ones are absent. */
export interface FlowCell {
  content: Flow;
  column: number;
  colSpan: number;
  rowSpan: number;
  place: Place;
}

/** Tables nested deeper than this are read as the paragraphs they hold. */
export const DEEPEST_TABLE = 32;

/**
 * The flow as blocks. A table within a cell is part of the cell's text, unless the outer table only arranges the page: then the inner ones
 * are tables of their own and the other text of the outer one is paragraphs.
 */
export function blocksOf(flow: Flow): (RawTable | RawParagraph)[] {
  const blocks: (RawTable | RawParagraph)[] = [];
  let tables = 0;
  const write = (part: Flow): void => {
    for (const item of part) {
      if (item.kind === 'paragraph') blocks.push(item);
      else if (isLayout(item)) for (const row of item.rows) for (const cell of row.cells) write(cell.content);
      else blocks.push(rawTable(item, ++tables));
    }
  };
  write(flow);
  return blocks;
}

function rawTable(table: FlowTable, number: number): RawTable {
  const rows = table.rows.map((row, index): RawRow => {
    const label = `T${number}R${index + 1}`;
    return { cells: row.cells.map(cell => rawCell(cell, label)), place: { ...row.place, cell: label } };
  });
  return { kind: 'table', layout: 'placed', spansKnown: true, rows, place: { ...table.place, cell: `T${number}` } };
}

function rawCell(cell: FlowCell, row: string): RawCell {
  const parts = cell.content.flatMap(flatten);
  const first = parts[0]?.place ?? cell.place;
  const place: Place = { ...first, end: parts.at(-1)?.place.end ?? first.end, cell: `${row}C${cell.column + 1}` };
  const raw: RawCell = { text: parts.map(part => part.text).join('\n'), place, column: cell.column };
  if (cell.colSpan > 1) raw.colSpan = cell.colSpan;
  if (cell.rowSpan > 1) raw.rowSpan = cell.rowSpan;
  return raw;
}

/** The paragraphs of a flow; a table in it gives one for each row, its cells set apart by spaces. */
function flatten(item: FlowParagraph | FlowTable): FlowParagraph[] {
  if (item.kind === 'paragraph') return [item];
  return item.rows.flatMap(row => {
    const parts = row.cells.flatMap(cell => cell.content.flatMap(flatten));
    if (parts.length === 0) return [];
    const place = { ...parts[0]!.place, end: parts.at(-1)!.place.end };
    return [{ kind: 'paragraph' as const, text: parts.map(part => part.text).join(' '), place }];
  });
}

/** Whether a table only arranges a page: no two written cells side by side, or mostly other tables and no heading of a plan. */
function isLayout(table: FlowTable): boolean {
  if (table.rows.every(row => row.cells.filter(cell => countWritten(cell.content) > 0).length < 2)) return true;
  let own = 0;
  let inner = 0;
  for (const row of table.rows) {
    for (const cell of row.cells) {
      if (cell.content.some(item => item.kind === 'paragraph')) own++;
      inner += countWritten(cell.content.filter(item => item.kind === 'table'));
    }
  }
  return inner > own && !table.rows.some(row => readsAsHeading(row.cells.map(ownText)));
}

function ownText(cell: FlowCell): string {
  return cell.content.map(item => (item.kind === 'paragraph' ? item.text : '')).join('');
}

/** Number of written cells in the tables of a flow; a flow with text of its own counts as one. */
function countWritten(flow: Flow): number {
  let count = flow.some(item => item.kind === 'paragraph') ? 1 : 0;
  for (const item of flow)
    if (item.kind === 'table') for (const row of item.rows) for (const cell of row.cells) count += countWritten(cell.content);
  return count;
}
