import type { Border } from '../source/raw.ts';

/** A piece of a row that may become a cell, alone or with its neighbours. */
export interface Piece {
  border: Border;
  /** What it costs to leave the piece over: nothing where it is padding. */
  drop: number;
}

/** What the alignment weighs: pieces `first..last` (inclusive) as the cell of a column, and a column left without a cell. */
export interface Weights {
  columns: number;
  fit(first: number, last: number, column: number): number;
  skip(column: number): number;
}

/** One way to read a row: for each piece its column, or -1 where it is left over; `margin` tells how much worse its best other reading is. */
export interface Alignment {
  column: Int16Array;
  margin: Float64Array;
  /** The column of the best other reading of each piece. */
  other: Int16Array;
  score: number;
}

const MOST_JOINED = 6;
/** Pieces that are placed: a row of more is no task's, and what stands further behind is left over. */
const MOST_PLACED = 1000;
/** Cost of joining pieces across each kind of border. */
const JOIN: Record<Border, number> = { bar: 14, 'tight-bar': 1.5, newline: 1.2 };
const IMPOSSIBLE = -1e9;

/**
 * Places the pieces of a row in columns, in order, by dynamic programming over all readings: each column takes one piece, several joined
 * ones, or none. The best path gives the reading; the best path through every other arc gives the margin of each piece.
 */
export function align(pieces: readonly Piece[], weights: Weights): Alignment {
  if (pieces.length <= MOST_PLACED) return new Aligner(pieces, weights).run();
  const { score, ...begin } = new Aligner(pieces.slice(0, MOST_PLACED), weights).run();
  const column = new Int16Array(pieces.length).fill(-1);
  const other = new Int16Array(pieces.length).fill(-1);
  const margin = new Float64Array(pieces.length).fill(Number.POSITIVE_INFINITY);
  column.set(begin.column);
  other.set(begin.other);
  margin.set(begin.margin);
  return { column, other, margin, score };
}

class Aligner {
  private readonly pieces: readonly Piece[];
  private readonly weights: Weights;
  private readonly n: number;
  private readonly width: number;
  /** forward[i][j]: best score of the first i pieces with the first j columns dealt with; backward likewise for the rest. */
  private readonly forward: Float64Array;
  private readonly backward: Float64Array;
  /** Suitability of each arc that was asked for; NaN where it was not. */
  private readonly fits: Float64Array;

  constructor(pieces: readonly Piece[], weights: Weights) {
    this.pieces = pieces;
    this.weights = weights;
    this.n = pieces.length;
    this.width = weights.columns;
    this.fits = new Float64Array(this.n * MOST_JOINED * this.width).fill(Number.NaN);
    this.forward = new Float64Array((this.n + 1) * (this.width + 1)).fill(IMPOSSIBLE);
    this.backward = new Float64Array((this.n + 1) * (this.width + 1)).fill(IMPOSSIBLE);
  }

  private at(piece: number, column: number): number {
    return piece * (this.width + 1) + column;
  }

  /** Score of pieces from..to (exclusive) joined into one cell of a column. */
  private arc(from: number, to: number, column: number): number {
    let joins = 0;
    for (let at = from + 1; at < to; at++) joins += JOIN[this.pieces[at]!.border];
    const key = (from * MOST_JOINED + (to - from - 1)) * this.width + column;
    if (Number.isNaN(this.fits[key])) this.fits[key] = this.weights.fit(from, to - 1, column);
    return this.fits[key]! - joins;
  }

  private drop(piece: number): number {
    return -this.pieces[piece]!.drop;
  }

  private reach(from: number): number {
    let to = from + 1;
    while (to < this.n && to - from < MOST_JOINED && (this.pieces[to]!.border !== 'bar' || this.n > this.width)) to++;
    return to;
  }

  run(): Alignment {
    const { n, width, forward, backward } = this;
    forward[0] = 0;
    for (let i = 0; i <= n; i++) {
      for (let j = 0; j <= width; j++) {
        const here = forward[this.at(i, j)]!;
        if (here <= IMPOSSIBLE) continue;
        if (j < width) this.raise(forward, this.at(i, j + 1), here - this.weights.skip(j));
        if (i < n) this.raise(forward, this.at(i + 1, j), here + this.drop(i));
        if (i < n && j < width) {
          for (let to = i + 1; to <= this.reach(i); to++) this.raise(forward, this.at(to, j + 1), here + this.arc(i, to, j));
        }
      }
    }
    backward[this.at(n, width)] = 0;
    for (let i = n; i >= 0; i--) {
      for (let j = width; j >= 0; j--) {
        if (j < width) this.raise(backward, this.at(i, j), backward[this.at(i, j + 1)]! - this.weights.skip(j));
        if (i < n) this.raise(backward, this.at(i, j), backward[this.at(i + 1, j)]! + this.drop(i));
        if (i < n && j < width) {
          for (let to = i + 1; to <= this.reach(i); to++)
            this.raise(backward, this.at(i, j), backward[this.at(to, j + 1)]! + this.arc(i, to, j));
        }
      }
    }
    return this.read();
  }

  private raise(table: Float64Array, index: number, value: number): void {
    if (value > table[index]!) table[index] = value;
  }

  /** For each piece the best complete path in which it goes to each column (or is left over): the best is the reading, the next the margin. */
  private read(): Alignment {
    const { n, width, forward, backward } = this;
    const through = new Float64Array(n * (width + 1)).fill(IMPOSSIBLE);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= width; j++) {
        const here = forward[this.at(i, j)]!;
        if (here <= IMPOSSIBLE) continue;
        this.raise(through, i * (width + 1) + width, here + this.drop(i) + backward[this.at(i + 1, j)]!);
        if (j === width) continue;
        for (let to = i + 1; to <= this.reach(i); to++) {
          const total = here + this.arc(i, to, j) + backward[this.at(to, j + 1)]!;
          for (let piece = i; piece < to; piece++) this.raise(through, piece * (width + 1) + j, total);
        }
      }
    }
    const column = this.path();
    const other = new Int16Array(n);
    const margin = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const row = through.subarray(i * (width + 1), (i + 1) * (width + 1));
      const best = column[i] === -1 ? width : column[i]!;
      let next = best === 0 ? 1 : 0;
      for (let j = 0; j <= width; j++) if (j !== best && row[j]! > row[next]!) next = j;
      other[i] = next === width ? -1 : next;
      margin[i] = row[best]! - row[next]!;
    }
    return { column, other, margin, score: backward[0]! };
  }

  /** Walks one best path; of equally good ones the one that fills columns further left. */
  private path(): Int16Array {
    const column = new Int16Array(this.n).fill(-1);
    let i = 0;
    let j = 0;
    const isBest = (gain: number, to: number): boolean => Math.abs(gain + this.backward[to]! - this.backward[this.at(i, j)]!) < 1e-6;
    while (i < this.n) {
      const to = j < this.width ? this.arcTaken(i, j, isBest) : 0;
      if (to > 0) {
        column.fill(j, i, to);
        i = to;
        j++;
      } else if (isBest(this.drop(i), this.at(i + 1, j))) i++;
      else j++;
    }
    return column;
  }

  private arcTaken(i: number, j: number, isBest: (gain: number, to: number) => boolean): number {
    for (let to = i + 1; to <= this.reach(i); to++) if (isBest(this.arc(i, to, j), this.at(to, j + 1))) return to;
    return 0;
  }
}
