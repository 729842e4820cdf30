import type { Quantity, Time } from '../plan/schema.ts';
import type { Piece } from './cut.ts';
import type { Reading } from './words.ts';

/** Named projects, documents, events, organisations and platforms in a piece, as written. */
export function readNames(
  reading: Reading,
  _known: { times: readonly Time[]; quantities: readonly Quantity[] },
  _piece: Piece,
  [from, to]: readonly [number, number],
): string[] {
  return [...new Set(reading.text.slice(from, to).match(/《[^《》]{1,80}》/g) ?? [])];
}
