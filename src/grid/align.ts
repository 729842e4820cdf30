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
  /** `follows`: the column before it has a cell. */
  skip(column: number, follows: boolean): number;
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
/** Whether the column before has no cell (0) or one (1). */
const FILLED = [0, 1] as const;

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
  /**
   * forward[0][i, j]: best score of the first i pieces with the first j columns dealt with, of which the last has no cell; forward[1] likewise where
   * it has one. backward[0] and backward[1] are the best scores of the rest from there on.
   */
  private readonly forward: readonly [Float64Array, Float64Array];
  private readonly backward: readonly [Float64Array, Float64Array];
  /** Suitability of each arc that was asked for; NaN where it was not. */
  private readonly fits: Float64Array;

  constructor(pieces: readonly Piece[], weights: Weights) {
    this.pieces = pieces;
    this.weights = weights;
    this.n = pieces.length;
    this.width = weights.columns;
    this.fits = new Float64Array(this.n * MOST_JOINED * this.width).fill(Number.NaN);
    const table = (): Float64Array => new Float64Array((this.n + 1) * (this.width + 1)).fill(IMPOSSIBLE);
    this.forward = [table(), table()];
    this.backward = [table(), table()];
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
    forward[0][0] = 0;
    for (let i = 0; i <= n; i++) {
      for (let j = 0; j <= width; j++) {
        const here = this.at(i, j);
        for (const filled of FILLED) {
          const score = forward[filled][here]!;
          if (score <= IMPOSSIBLE) continue;
          if (j < width) this.raise(forward[0], this.at(i, j + 1), score - this.weights.skip(j, filled === 1));
          if (i < n) this.raise(forward[filled], this.at(i + 1, j), score + this.drop(i));
        }
        const best = this.reached(here);
        if (best <= IMPOSSIBLE || i === n || j === width) continue;
        for (let to = i + 1; to <= this.reach(i); to++) this.raise(forward[1], this.at(to, j + 1), best + this.arc(i, to, j));
      }
    }
    backward[0][this.at(n, width)] = 0;
    backward[1][this.at(n, width)] = 0;
    for (let i = n; i >= 0; i--) {
      for (let j = width; j >= 0; j--) {
        const here = this.at(i, j);
        for (const filled of FILLED) {
          if (j < width) this.raise(backward[filled], here, backward[0][this.at(i, j + 1)]! - this.weights.skip(j, filled === 1));
          if (i < n) this.raise(backward[filled], here, backward[filled][this.at(i + 1, j)]! + this.drop(i));
          if (i === n || j === width) continue;
          for (let to = i + 1; to <= this.reach(i); to++)
            this.raise(backward[filled], here, backward[1][this.at(to, j + 1)]! + this.arc(i, to, j));
        }
      }
    }
    return this.read();
  }

  private reached(at: number): number {
    return Math.max(this.forward[0][at]!, this.forward[1][at]!);
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
        const here = this.at(i, j);
        for (const filled of FILLED)
          this.raise(through, i * (width + 1) + width, forward[filled][here]! + this.drop(i) + backward[filled][this.at(i + 1, j)]!);
        const best = this.reached(here);
        if (j === width || best <= IMPOSSIBLE) continue;
        for (let to = i + 1; to <= this.reach(i); to++) {
          const total = best + this.arc(i, to, j) + backward[1][this.at(to, j + 1)]!;
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
    return { column, other, margin, score: backward[0][0]! };
  }

  /** Walks one best path; of equally good ones the one that fills columns further left. */
  private path(): Int16Array {
    const column = new Int16Array(this.n).fill(-1);
    let i = 0;
    let j = 0;
    let filled: 0 | 1 = 0;
    const isBest = (gain: number, then: 0 | 1, to: number): boolean =>
      Math.abs(gain + this.backward[then][to]! - this.backward[filled][this.at(i, j)]!) < 1e-6;
    while (i < this.n) {
      const to = j < this.width ? this.arcTaken(i, j, isBest) : 0;
      if (to > 0) {
        column.fill(j, i, to);
        i = to;
        j++;
        filled = 1;
      } else if (isBest(this.drop(i), filled, this.at(i + 1, j))) i++;
      else {
        j++;
        filled = 0;
      }
    }
    return column;
  }

  private arcTaken(i: number, j: number, isBest: (gain: number, then: 0 | 1, to: number) => boolean): number {
    for (let to = i + 1; to <= this.reach(i); to++) if (isBest(this.arc(i, to, j), 1, this.at(to, j + 1))) return to;
    return 0;
  }
}
