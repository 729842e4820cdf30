import type { Diagnostic } from '../base/diagnostic.ts';
import { type HeadingNames, headingOf, isProgressHeading } from '../lexicon/headings.ts';
import { isMetadataLabel, isMetadataLine, isPageNumber } from '../lexicon/metadata.ts';
import { ordinal } from '../lexicon/numerals.ts';
import type { RawDocument, RawParagraph, RawRow, RawTable } from '../source/raw.ts';
import { countRow, emptyTally, type Grid, type Tally } from './grid.ts';
import { guessHeading } from './guess-heading.ts';
import { findHeading, isHeadingRow, type TableHeading } from './heading.ts';
import { labelledList } from './labelled-list.ts';
import { type Looker, lookerWith } from './look.ts';
import { PlanTable } from './plan-table.ts';
import { endOfRows, isRemark, leftOutRow, totalsAmong } from './special-rows.ts';
import { splitStream } from './split-stream.ts';
import { findStreamHeading } from './stream-heading.ts';

/** What a user says of words: what headings mean, and which names are units though they do not look like it. */
export interface UserWords {
  names?: HeadingNames | undefined;
  units?: ReadonlySet<string> | undefined;
}

/** The plan tables of a document, and the text around them in reading order. */
export interface Restored {
  grids: Grid[];
  paragraphs: RawParagraph[];
  diagnostics: Diagnostic[];
  /** Rows and cells outside the plan tables' rows: headings, what stands above them, other tables. */
  tally: Tally;
}

/**
 * Restores the plan tables of a document: finds headings and columns; rows are put into columns when they are gone through. A table without a
 * heading goes on where the one before it stopped. Where there is no table, labelled items make one.
 */
export function restore(document: RawDocument, words: UserWords = {}): Restored {
  const restorer = new Restorer(words);
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') restorer.paragraphs.push(block);
    else for (const part of splitAtHeadings(block)) restorer.add(part);
  }
  const list = restorer.grids.length === 0 ? labelledList(restorer.paragraphs) : null;
  if (list) {
    restorer.paragraphs = list.rest;
    restorer.add(list.table);
  }
  if (restorer.grids.length === 0) restorer.addWithoutHeading(document.blocks.filter(block => block.kind === 'table'));
  restorer.countLeft();
  return restorer;
}

/** Tables that stand below each other in one sheet or file, cut where the heading of another table begins. */
function splitAtHeadings(raw: RawTable): RawTable[] {
  if (raw.layout !== 'placed') return [raw];
  const first = findHeading(raw);
  if (!first) return [raw];
  const placed = (row: RawRow): string[] =>
    row.cells.flatMap((cell, index) => (cell.text === '' ? [] : [`${cell.column ?? index} ${cell.text}`]));
  const known = new Set(raw.rows.slice(first.first, first.next).flatMap(placed));
  const begin = (row: RawRow): number => {
    const index = row.cells.findIndex(({ text }) => text !== '');
    return row.cells[index]?.column ?? index;
  };
  const left = begin(raw.rows[first.first]!);
  const cuts = [0];
  let reached = 0;
  raw.rows.forEach((row, index) => {
    const covered = index < reached;
    reached = Math.max(reached, ...row.cells.map(cell => index + (cell.rowSpan ?? 1)));
    // A row that merged cells reach into goes on with those above, whatever its words (压减审批时限30% | 12月).
    if (index < first.next || covered || begin(row) > left || !isHeadingRow(row)) return;
    // A heading that is repeated says the same of the same columns.
    const words = placed(row);
    if (words.filter(word => known.has(word)).length * 2 < words.length) cuts.push(index);
  });
  if (cuts.length === 1) return [raw];
  return cuts.map((cut, index) => ({ ...raw, rows: raw.rows.slice(cut, cuts[index + 1]), place: raw.rows[cut]!.place }));
}

class Restorer implements Restored {
  readonly grids: PlanTable[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly tally = emptyTally();
  paragraphs: RawParagraph[] = [];
  /** How many of the paragraphs stood above the table before. */
  private told = 0;
  /** Tables that are no plan. */
  private left: RawTable[] = [];
  private readonly names: HeadingNames | undefined;
  private readonly look: Looker;

  constructor({ names, units }: UserWords) {
    this.names = names;
    this.look = lookerWith(units);
  }

  add(raw: RawTable): void {
    if (raw.layout !== 'stream' && raw.rows.every(isMetadata)) {
      for (const row of raw.rows) this.remark(row);
      return;
    }
    const last = this.grids.at(-1);
    const stream = raw.layout === 'stream';
    if (stream) raw = this.rowsOnly(raw);
    const heading = stream ? findStreamHeading(raw.rows[0]!.cells, this.look, this.names) : findHeading(raw, this.names);
    if (heading && heading.columns.length > 0) this.begin(raw, heading);
    else if (!heading && last && !stream && goesOn(raw, last, this.look)) {
      last.extend({ table: raw, rows: raw.rows, headings: headingTexts(last, []), look: this.look });
      this.tellBetween();
    } else this.leaveOut(raw);
    this.told = this.paragraphs.length;
  }

  /** Says what stands between two parts of a table, less numbers and heads of pages. */
  private tellBetween(): void {
    const above = new Set(this.paragraphs.slice(0, this.told).map(({ text }) => text));
    for (const { text, place } of this.paragraphs.slice(this.told)) {
      if (!above.has(text) && !isPageNumber(text) && !/^\d{1,4}$/.test(text) && !isMetadataLine(text))
        this.diagnostics.push(leftOutRow({ cells: [{ text, place }], place }));
    }
  }

  /** A stream of cells less its title and the closing words behind its last row, which are kept as text. */
  private rowsOnly(raw: RawTable): RawTable {
    const { place } = raw.rows[0]!;
    let { cells } = raw.rows[0]!;
    // Its title may stand in a cell before the headings.
    const [title, next] = cells;
    if (title && next && isTitleBefore(title.text, next.text)) {
      this.remark({ cells: [title], place: title.place });
      cells = cells.slice(1);
    }
    const texts = cells.map(({ text }) => text);
    const totals = totalsAmong(texts);
    for (const [from, to] of totals) {
      const row = { cells: cells.slice(from, to), place: cells[from]!.place };
      this.remark(row);
      this.diagnostics.push(leftOutRow(row));
    }
    const end = endOfRows(texts);
    for (const cell of cells.slice(end)) {
      const row = { cells: [cell], place: cell.place };
      this.remark(row);
      if (isRemark(cell.text)) this.diagnostics.push(leftOutRow(row));
    }
    const rest = cells.filter((_, index) => index < end && !totals.some(([from, to]) => index >= from && index < to));
    return { ...raw, rows: [{ cells: rest, place }] };
  }

  /** Tables whose first row is already data, where a document has no other. */
  addWithoutHeading(tables: readonly RawTable[]): void {
    for (const raw of tables) {
      const columns = raw.layout === 'stream' ? null : guessHeading(raw, this.look, this.names);
      if (!columns || columns.length === 0) continue;
      const left = this.diagnostics.findIndex(found => found.code === 'other-table' && found.place === raw.place);
      if (left >= 0) this.diagnostics.splice(left, 1);
      this.left = this.left.filter(part => !raw.rows.includes(part.rows[0]!));
      const roles = columns.map(column => `${column.heading}=${column.role}`).join('、');
      const told = columns.every(column => this.names?.has(column.heading));
      if (!told) this.diagnostics.push({ code: 'no-heading', place: raw.place, data: { columns: roles } });
      this.grids.push(new PlanTable(columns, { table: raw, rows: raw.rows, headings: new Set(), look: this.look }));
    }
  }

  private begin(raw: RawTable, heading: TableHeading): void {
    for (const row of raw.rows.slice(0, heading.first)) this.remark(row);
    const stream = raw.layout === 'stream';
    const split = stream ? splitStream(raw, heading, this.look) : null;
    const table = split?.table ?? raw;
    for (const cell of split?.outside ?? []) this.remark({ cells: [cell], place: cell.place });
    const rows = stream ? table.rows : table.rows.slice(heading.next);
    const heads = stream ? [] : raw.rows.slice(heading.first, heading.next);
    if (stream) countRow(this.tally, 'headings', raw.rows[0]!.cells.slice(0, heading.next));
    for (const row of heads) countRow(this.tally, 'headings', row.cells);
    const grid = new PlanTable(split?.columns ?? heading.columns, { table, rows, headings: headingTexts(heading, heads), look: this.look });
    this.grids.push(grid);
    this.tellProgress(grid);
    for (const column of grid.guessed)
      this.diagnostics.push({
        code: 'unknown-heading',
        place: raw.place,
        text: column.heading,
        data: { heading: column.heading, role: column.role },
      });
  }

  /** Says once that what a table tells of progress is not used as such. */
  private tellProgress({ columns, place }: Grid): void {
    const found = columns.filter(({ role, heading }) => role === 'extra' && isProgressHeading(heading)).map(({ heading }) => heading);
    if (found.length === 0 || this.diagnostics.some(({ code }) => code === 'unused-progress')) return;
    const names = found.join('、');
    this.diagnostics.push({ code: 'unused-progress', place, text: names, data: { columns: names } });
  }

  private remark(row: RawRow): void {
    countRow(this.tally, 'remarks', row.cells);
    const text = row.cells
      .map(cell => cell.text)
      .filter(part => part !== '')
      .join(' ');
    if (text !== '') this.paragraphs.push({ kind: 'paragraph', text, place: row.place });
  }

  /** Counts the tables that are no plan, when it is known which they are. */
  countLeft(): void {
    for (const { rows } of this.left) for (const row of rows) countRow(this.tally, 'left', row.cells);
  }

  private leaveOut(raw: RawTable): void {
    this.left.push(raw);
    const text = raw.rows[0]?.cells.map(cell => cell.text).join(' | ') ?? '';
    this.diagnostics.push({ code: 'other-table', place: raw.place, text, data: { text: text.slice(0, 60) } });
  }
}

/**
 * Whether a table without a heading is the rest of the one before: as wide, or narrower, with numbers where numbers belong, and with units in most
 * rows where that one has units.
 */
function goesOn(raw: RawTable, last: Grid, look: Looker): boolean {
  const rows = raw.rows.slice(0, 200).map(row => row.cells.map(cell => cell.text));
  const width = Math.max(0, ...rows.map(cells => cells.length));
  if (width < 2 || width > last.columns.length) return false;
  const most = (fits: (text: string) => boolean): boolean => rows.filter(cells => cells.some(fits)).length * 2 >= rows.length;
  if (last.columns.some(column => column.role === 'lead') && !most(text => look(text).units >= 0.6)) return false;
  return last.columns.some(column => column.role === 'number') ? most(text => ordinal(text) !== null) : width === last.columns.length;
}

/** Whether a text is the title above the headings of a stream; before a number, one of a year is no heading, whatever its words. */
function isTitleBefore(text: string, next: string): boolean {
  const heading = headingOf(next);
  if (text.length <= 10 || heading === null) return false;
  return headingOf(text) === null || (heading.role === 'number' && /(?:19|20)\d{2}年/.test(text));
}

/** 索引号 | 000014349/2023-91150 | 发布日期 | 2023-01-16: what a site says of the page. */
function isMetadata({ cells }: RawRow): boolean {
  const first = cells.find(cell => cell.text !== '');
  return first === undefined || isMetadataLabel(first.text);
}

function headingTexts({ columns }: Pick<TableHeading, 'columns'>, heads: readonly RawRow[]): Set<string> {
  const texts = heads.flatMap(row => row.cells.map(cell => cell.text));
  return new Set([...texts, ...columns.map(column => column.heading)].filter(text => text !== ''));
}
