import type { Diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import { type ColumnSpec, emptyTally, type Grid, type GridRow, type Tally } from '../grid/grid.ts';
import type { Restored } from '../grid/restore.ts';
import type { RawParagraph } from '../source/raw.ts';

/** How many texts of a table the year is told by. */
export const SAMPLE = 5000;

interface SettledGrid {
  columns: ColumnSpec[];
  sample: string[];
  rows: GridRow[];
  tally: Tally;
  place: Place;
  remarks: readonly string[];
  leftOut: Diagnostic[];
}

/** A restored document with its rows gone through: plain data, which can be sent from one thread to another. */
export interface Settled {
  grids: SettledGrid[];
  paragraphs: RawParagraph[];
  diagnostics: Diagnostic[];
  tally: Tally;
}

/** Goes through the rows of a restored document. */
export function settle({ grids, paragraphs, diagnostics, tally: outside }: Restored): Settled {
  const settled = grids.map((grid): SettledGrid => {
    const tally = emptyTally();
    const rows = [...grid.rows(tally)];
    return {
      columns: grid.columns,
      sample: grid.sample(SAMPLE),
      rows,
      tally,
      place: grid.place,
      remarks: grid.remarks,
      leftOut: grid.leftOut,
    };
  });
  return { grids: settled, paragraphs, diagnostics, tally: outside };
}

/** The restored document again, whose rows are those gone through. */
export function restoredFrom({ grids, paragraphs, diagnostics, tally }: Settled): Restored {
  return { grids: grids.map(gridFrom), paragraphs, diagnostics, tally };
}

function gridFrom({ columns, sample, rows, tally, place, remarks, leftOut }: SettledGrid): Grid {
  return {
    columns,
    place,
    remarks,
    leftOut,
    sample: most => sample.slice(0, most),
    *rows(into) {
      for (const key of Object.keys(tally) as (keyof Tally)[]) into[key] += tally[key];
      yield* rows;
    },
  };
}
