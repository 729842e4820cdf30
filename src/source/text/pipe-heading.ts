import { headingOf, readsAsHeading } from '../../lexicon/headings.ts';
import type { RawCell } from '../raw.ts';
import type { CellCutter, Line } from './lines.ts';

/** A heading line of pipe text: its cells, blank ones included. */
export interface HeadingLine {
  index: number;
  /** Its last line, where a cell is broken. */
  to: number;
  cells: RawCell[];
}

/** Finds the heading lines of pipe text, also those whose cells hold line breaks. */
export class HeadingLines {
  private readonly lines: readonly Line[];
  private readonly cutter: CellCutter;

  constructor(lines: readonly Line[], cutter: CellCutter) {
    this.lines = lines;
    this.cutter = cutter;
  }

  /** The heading line that begins at `index`; null where none does. */
  at(index: number): HeadingLine | null {
    const line = this.lines[index]!;
    if (line.bars === 0 || line.size > 60 * (line.bars + 1)) return null;
    const begin = this.cutter.firstTexts(index, 3);
    if (begin.some(text => /^\d+$/.test(text)) || !begin.some(text => headingOf(text))) return null;
    let to = index;
    while (to < index + 12 && !this.lines[to]!.trails && this.brokenHeading(index, to + 1)) to++;
    const cells = this.cutter.cells(index, to, false, line.leads);
    return readsAsHeading(cells.map(cell => cell.text)) ? { index, to, cells } : null;
  }

  /** The rest of a heading with a line break in one of its cells: headings and bars only, up to a bar at its end where rows have one there. */
  private brokenHeading(from: number, index: number): boolean {
    const line = this.lines[index];
    if (!line || line.blank || line.size > 400) return false;
    if (line.bars === 0) return line.size <= 16 && this.endsInBar(index);
    const [first, ...others] = this.cutter.cells(index, index, false, line.leads);
    if (!line.leads) {
      // 分管 / 县领导 |: the first piece goes on with the cell before, so that it need be no heading by itself.
      const cells = this.cutter.cells(from, index, false, this.lines[from]!.leads);
      const joined = cells[cells.length - 1 - others.length];
      if (!first || first.text.length > 12 || !this.endsInBar(index)) return false;
      // A row with a quarter alone in it stands over tasks.
      if (headingOf(first.text)?.role === 'period' && others.length > 0 && others.every(cell => cell.text === '')) return false;
      if (others.length === 0 && line.trails && joined && headingOf(joined.text) === null) return false;
    } else if (first && first.text !== '' && headingOf(first.text) === null) return false;
    // The last cell of a line that ends in no bar goes on in the next.
    const whole = line.trails ? others : others.slice(0, -1);
    return whole.every(cell => cell.text === '' || headingOf(cell.text) !== null);
  }

  /** Whether a line, or one of the next that it goes on with, ends in a bar. */
  private endsInBar(index: number): boolean {
    for (let at = index; at < index + 12; at++) {
      const line = this.lines[at];
      if (!line || line.blank) return false;
      if (line.trails) return true;
    }
    return false;
  }
}
