import { headingOf } from '../../lexicon/headings.ts';
import type { RawCell, RawRow } from '../raw.ts';

/** What the heading of a table tells of its rows. */
export interface Frame {
  /** Columns of the table, as far as the heading shows. */
  width: number;
  /** Rows begin with a bar; rows end with one. */
  leads: boolean;
  trails: boolean;
  /** A row that is short has no bars for its missing cells: it ends where a line ends with a bar. */
  unpadded: boolean;
  /** Texts of its heading. */
  heads: ReadonlySet<string>;
}

/** A second heading line: periods only. */
export function isContinuedHeading(cells: readonly RawCell[]): boolean {
  return cells.every(cell => cell.text === '' || headingOf(cell.text)?.role === 'period');
}

/**
 * Whether cells stand in their columns as written: some row has an empty cell before a filled one (extractors that drop empty cells never
 * write that, unless the cell held a line break), or some row ends in empty cells that are written out.
 */
export function isPlaced(rows: readonly RawRow[], frame: Frame): boolean {
  if (frame.unpadded) return false;
  let inner = 0;
  let short = 0;
  let padded = 0;
  const sample = rows.slice(0, 500);
  for (const { cells } of sample) {
    const last = cells.findLastIndex(cell => cell.text !== '');
    if (cells.some((cell, index) => index < last && cell.text === '' && !cell.broken) || endsInWrittenGaps(cells, last)) inner++;
    if (cells.length < frame.width) short++;
    if (endsInPadding(cells, last)) padded++;
  }
  return inner > padded && short <= sample.length * 0.1;
}

/** Whether three or more empty cells end a row with white space in them, `|  |  |  |`: bars that stand for missing cells are close, `| |||`. */
function endsInWrittenGaps(cells: readonly RawCell[], last: number): boolean {
  if (last < 0 || cells.length - last < 4) return false;
  return cells.every((cell, index) => index <= last + 1 || cell.place.start - cells[index - 1]!.place.start > 1);
}

/** Whether a row of cells that white space sets apart ends in bars that none does, `x | y | ||`: they stand for cells lost anywhere in the row. */
function endsInPadding(cells: readonly RawCell[], last: number): boolean {
  if (last < 1 || cells.length - last < 3) return false;
  const apart = (index: number): boolean => cells[index]!.place.start - cells[index - 1]!.place.end > 1;
  return apart(last) && !apart(cells.length - 1);
}
