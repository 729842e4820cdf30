import type { Diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';

/** What stood between a cell and the one before it in its row: tells how sure their border is. */
export type Border = 'bar' | 'tight-bar' | 'newline';

/** A cell as the source gives it. `text` has its outer white space and markup taken off; `place` is where the text stands. */
export interface RawCell {
  text: string;
  place: Place;
  /** 0-based grid column, where the source knows it. */
  column?: number;
  colSpan?: number;
  rowSpan?: number;
  /** Text sources: what precedes the cell. */
  border?: Border;
  /** Text sources: the cell held a line break at its end (an empty paragraph). */
  broken?: boolean;
}

export interface RawRow {
  cells: RawCell[];
  place: Place;
  /** What is to be said of the row, where it was made of text that is no table. */
  diagnostics?: readonly Diagnostic[];
  /** What it is, where that is known from what the row was made of, and not to be told from its cells. */
  kind?: 'task' | 'group' | 'remark';
}

/**
 * A table as found in a source.
 * `placed`: every cell knows its column; cells covered by a merged one are absent, empty ones may be.
 * `ordered`: cells stand in order, but empty and covered ones may be missing, so that columns must be found again.
 * `stream`: not even the ends of rows are known; there is one long row.
 */
export interface RawTable {
  kind: 'table';
  layout: 'placed' | 'ordered' | 'stream';
  rows: RawRow[];
  /** `placed` only: whether merged cells are known (colSpan, rowSpan). Where not, an empty cell may be a covered one. */
  spansKnown?: boolean;
  place: Place;
}

/** Text outside tables, a line or paragraph each. */
export interface RawParagraph {
  kind: 'paragraph';
  text: string;
  place: Place;
}

export interface RawDocument {
  format: string;
  dialect: string;
  encoding: string;
  blocks: (RawTable | RawParagraph)[];
  diagnostics: Diagnostic[];
}

/** A document format. `read` gets bytes that `sniff` accepted; it throws InputError where nothing can be read. */
export interface Reader {
  id: string;
  extensions: readonly string[];
  /** Whether these bytes are of this format, by content first and by name second. */
  sniff(bytes: Uint8Array, name: string): boolean;
  read(bytes: Uint8Array, name: string, source: number): RawDocument | Promise<RawDocument>;
}
