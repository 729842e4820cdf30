import type { Diagnostic } from '../base/diagnostic.ts';
import { ordinal } from '../lexicon/numerals.ts';
import type { RawDocument, RawParagraph, RawRow, RawTable } from '../source/raw.ts';
import type { ColumnSpec, Grid, GridCell, GridRow, Tally } from './grid.ts';
import { asMeasures, findHeading, findStreamHeading, type TableHeading } from './heading.ts';
import { labelledList } from './labelled-list.ts';
import { type PlacedRow, placeRows, scoreRows } from './place-columns.ts';
import { carryDown, layOutRows } from './place-spans.ts';
import { splitStream } from './split-stream.ts';
import { GroupPath, kindOfRow } from './special-rows.ts';

/** The plan tables of a document, and the text around them in reading order. */
export interface Restored {
  grids: Grid[];
  paragraphs: RawParagraph[];
  diagnostics: (Diagnostic & { row?: GridRow })[];
  tally: Tally;
}

/**
 * Restores the plan tables of a document: finds the heading, drops page headings, puts cells into columns, carries merged cells down. A table
 * without a heading goes on where the one before it stopped, if it is as wide.
 */
export function restore(document: RawDocument): Restored {
  const result: Restored = { grids: [], paragraphs: [], diagnostics: [], tally: { rows: 0, headings: 0, groups: 0, remarks: 0, cells: 0, filled: 0 } };
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') result.paragraphs.push(block);
    else restoreTable(block, result);
  }
  const list = result.grids.length === 0 ? labelledList(result.paragraphs) : null;
  if (list) {
    result.paragraphs = list.rest;
    restoreTable(list.table, result);
  }
  return result;
}

function restoreTable(raw: RawTable, result: Restored): void {
  const last = result.grids.at(-1);
  const found = raw.layout === 'stream' ? findStreamHeading(raw.rows[0]!.cells) : findHeading(raw);
  const width = Math.max(0, ...raw.rows.map(row => row.cells.length));
  if (!found && !(last && raw.layout !== 'stream' && width > 1 && goesOn(raw, last))) {
    leaveOut(raw, result);
    return;
  }
  const heading: TableHeading = found ?? { columns: last!.columns, first: 0, next: 0 };
  if (heading.columns.length === 0) {
    leaveOut(raw, result);
    return;
  }
  const stream = raw.layout === 'stream';
  for (const row of raw.rows.slice(0, heading.first)) addRemark(row, result);
  result.tally.headings += stream ? 1 : heading.next - heading.first;
  const table = stream ? splitStream(raw, heading) : raw;
  const grid: Grid = found || !last ? { columns: heading.columns, rows: [] } : last;
  const start = grid.rows.length;
  fillGrid(table, table.rows.slice(stream ? 0 : heading.next), grid, headingTexts(raw, heading), result);
  if (grid !== last && (grid.rows.length > 0 || result.grids.length === 0)) result.grids.push(grid);
  if (grid.rows.length === start) result.diagnostics.push({ code: 'no-task', place: raw.place });
}

/** Whether a table without a heading is the rest of the one before: as wide, or narrower with numbers where numbers belong. */
function goesOn(raw: RawTable, last: Grid): boolean {
  const width = Math.max(0, ...raw.rows.map(row => row.cells.length));
  if (width > last.columns.length) return false;
  if (!last.columns.some(column => column.role === 'number')) return width === last.columns.length;
  const numbered = raw.rows.filter(row => row.cells.slice(0, last.columns.length).some(cell => ordinal(cell.text) !== null)).length;
  return numbered * 2 >= raw.rows.length;
}

function headingTexts(raw: RawTable, heading: TableHeading): Set<string> {
  const cells = raw.layout === 'stream' ? raw.rows[0]!.cells.slice(0, heading.next) : raw.rows.slice(heading.first, heading.next).flatMap(row => row.cells);
  const texts = cells.map(cell => cell.text);
  return new Set([...texts, ...heading.columns.map(column => column.heading)].filter(text => text !== ''));
}

function leaveOut(raw: RawTable, result: Restored): void {
  const text = raw.rows[0]?.cells.map(cell => cell.text).join(' | ') ?? '';
  result.diagnostics.push({ code: 'other-table', place: raw.place, text, data: { text: text.slice(0, 60) } });
  result.tally.remarks += raw.rows.length;
}

function addRemark(row: RawRow, result: Restored): void {
  const text = row.cells.map(cell => cell.text).filter(part => part !== '').join(' ');
  if (text !== '') result.paragraphs.push({ kind: 'paragraph', text, place: row.place });
  result.tally.remarks++;
}

interface Candidate {
  row: RawRow;
  group: GridCell[];
  fresh: boolean;
}

/** Sorts the rows of a table into tasks, categories and remarks, then places the tasks' cells. */
function fillGrid(table: RawTable, rows: readonly RawRow[], grid: Grid, headings: ReadonlySet<string>, result: Restored): void {
  const groups = new GroupPath();
  const tasks: Candidate[] = [];
  let group = grid.rows.at(-1)?.group ?? [];
  let fresh = grid.rows.length === 0;
  for (const row of rows) {
    result.tally.rows++;
    const kind = kindOfRow(row, grid.columns.length, headings);
    if (kind === 'heading') result.tally.headings++;
    else if (kind === 'group') {
      const cell = row.cells.find(candidate => candidate.text !== '')!;
      groups.enter({ text: cell.text, place: cell.place, origin: 'written' });
      group = groups.path;
      fresh = true;
      result.tally.groups++;
    } else if (kind === 'task') {
      tasks.push({ row, group, fresh });
      fresh = false;
    } else if (kind !== 'blank') addRemark(row, result);
  }
  const rawRows = tasks.map(task => task.row);
  if (grid.rows.length === 0) grid.columns = chooseColumns(table, rawRows, grid.columns);
  const placed = table.layout === 'placed' ? layOutRows(table, rawRows, grid.columns) : placeRows(rawRows, grid.columns);
  if (table.spansKnown !== true) {
    carryDown(tasks.map((task, index) => ({ placed: placed[index]!, fresh: task.fresh })), grid.columns, table.layout === 'placed');
  }
  placed.forEach((row, index) => void finishRow(row, tasks[index]!, grid, result));
}

/** Reads a table as one of measures where its rows speak for it: their task cells are merged, or the rows fit better that way. */
function chooseColumns(table: RawTable, rows: readonly RawRow[], columns: ColumnSpec[]): ColumnSpec[] {
  const measures = asMeasures(columns);
  if (!measures) return columns;
  if (table.layout !== 'placed') {
    const short = rows.filter(row => row.cells.length < columns.length).length;
    return short * 10 >= rows.length && scoreRows(rows, measures) > scoreRows(rows, columns) ? measures : columns;
  }
  const content = columns.findIndex(column => column.role === 'content');
  const measure = measures.findIndex(column => column.role === 'content');
  const cells = layOutRows(table, rows, columns).map(row => row.cells);
  const merged = cells.filter(row => row[content]?.origin !== 'written' && row[measure]?.origin === 'written').length;
  return merged >= Math.max(1, rows.length * 0.1) ? measures : columns;
}

function finishRow(placed: PlacedRow, task: Candidate, grid: Grid, result: Restored): void {
  const row: GridRow = { cells: placed.cells, group: task.group, surplus: placed.surplus, place: task.row.place };
  grid.rows.push(row);
  for (const diagnostic of [...placed.diagnostics, ...strayNewlines(task.row, placed.cells, grid.columns)]) result.diagnostics.push({ ...diagnostic, row });
  for (const cell of placed.cells) {
    if (cell?.origin === 'written') result.tally.cells++;
    else if (cell) result.tally.filled++;
  }
}

/** Cells that ended in a line break: harmless, but worth mending at the source. */
function strayNewlines(row: RawRow, cells: readonly (GridCell | null)[], columns: readonly ColumnSpec[]): Diagnostic[] {
  return row.cells.flatMap(cell => {
    if (!cell.broken || cell.text === '') return [];
    const index = cells.findIndex(placed => placed !== null && placed.place.start <= cell.place.start && cell.place.end <= placed.place.end);
    return [{ code: 'stray-newline' as const, place: cell.place, text: cell.text, data: { column: columns[index]?.heading ?? '' } }];
  });
}
