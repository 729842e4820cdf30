import type { Place } from '../base/place.ts';

/** Finds line and column of offsets in a text. */
export class LineIndex {
  private readonly starts: number[] = [0];
  private readonly source: number;

  constructor(text: string, source: number) {
    this.source = source;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  place(start: number, end: number): Place {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= start) low = middle;
      else high = middle - 1;
    }
    return { source: this.source, line: low + 1, column: start - this.starts[low]! + 1, start, end };
  }
}
