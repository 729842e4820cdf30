import type { Place } from '../../base/place.ts';
import type { FlowCell, FlowRow } from '../table-tree.ts';

/** A cell as a text document writes it: every row has one for each column, those under a merged cell say that they continue it. */
export interface DocumentCell extends FlowCell {
  merge: 'none' | 'restart' | 'continue';
  /** Continues the cell to its left (old documents). */
  beside: boolean;
}

export interface DocumentRow {
  cells: DocumentCell[];
  /** Columns taken so far, those left out at the begin of the row included. */
  width: number;
  deleted: boolean;
  place: Place;
}

/** Joins continued cells to the ones they continue, so that covered cells are absent. */
export function mergeCells(rows: readonly DocumentRow[]): FlowRow[] {
  let above = new Map<number, DocumentCell>();
  return rows.map((row): FlowRow => {
    const below = new Map<number, DocumentCell>();
    const cells: DocumentCell[] = [];
    for (const cell of row.cells) {
      const left = cells.at(-1);
      const over = above.get(cell.column);
      if (cell.beside && left && left.column + left.colSpan === cell.column) left.colSpan += cell.colSpan;
      else if (cell.merge === 'continue' && over) {
        over.rowSpan++;
        below.set(cell.column, over);
      } else {
        cells.push(cell);
        if (cell.merge !== 'none') below.set(cell.column, cell);
      }
    }
    above = below;
    return { cells, place: row.place };
  });
}
