import type { Severity } from '../../base/diagnostic.ts';
import type { Place } from '../../base/place.ts';

/** A finding as programs take it: its code, how serious it is, its message in words, and where it stands. */
export interface ReportedFinding {
  code: string;
  severity: Severity;
  message: string;
  /** The task and period it concerns, in words; empty where it concerns the whole document. */
  about: string;
  /** Name of the document; null where it is none's. */
  file: string | null;
  place: Place | null;
}

/** Whether a place counts lines and columns of a text; of a workbook or a page it names a cell instead. */
export function hasLines(place: Place | null): place is Place {
  return place !== null && place.sheet === undefined && place.cell === undefined;
}
