import { firstIndex } from '../base/first-index.ts';
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
    const line = firstIndex(this.starts.length, index => this.starts[index]! <= start) - 1;
    return { source: this.source, line: line + 1, column: start - this.starts[line]! + 1, start, end };
  }
}
