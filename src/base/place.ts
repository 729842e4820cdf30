import { visible } from './visible.ts';

/**
 * Where something stands in a source document. `line` and `column` count from 1 (columns in UTF-16 units); `start` and `end` are UTF-16
 * offsets into the decoded text. Formats without lines say where by `sheet` and `cell` (workbooks) or by `cell` alone (`T1R2C3` = table,
 * row, cell of a page or a text document); their `line` is the row.
 */
export interface Place {
  source: number;
  line: number;
  column: number;
  start: number;
  end: number;
  sheet?: string | undefined;
  cell?: string | undefined;
}

/** Reading order: by source, then by offset, then by line and column (formats without offsets). */
export function comparePlaces(a: Place, b: Place): number {
  return a.source - b.source || a.start - b.start || a.line - b.line || a.column - b.column;
}

/** `12:5`, `任务!C4` or `T1R2C3`: a place within its file, as people write it. */
export function showPlace(place: Place): string {
  if (place.sheet !== undefined) return `${visible(place.sheet).replace(/[\r\n]+/g, ' ')}!${place.cell ?? place.line}`;
  return place.cell ?? `${place.line}:${place.column}`;
}
