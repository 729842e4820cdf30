import { headingOf } from '../../lexicon/headings.ts';
import { leadingMark, ordinal } from '../../lexicon/numerals.ts';
import { tokenizePipes } from '../pipe-tokenizer.ts';
import type { RawParagraph, RawRow, RawTable } from '../raw.ts';
import { cellText, isBarred, isFragment, isParted, isStream } from './cell-lines.ts';
import { type Frame, isContinuedHeading, isPlaced } from './frame.ts';
import { CellCutter, type Cut, type Line, LineRow, linesOf } from './lines.ts';
import { type HeadingLine, HeadingLines } from './pipe-heading.ts';

/** Pipe text as blocks in reading order, with the dialect it is written in. */
export interface PipeBlocks {
  dialect: string;
  blocks: (RawTable | RawParagraph)[];
}

/**
 * Finds the tables of pipe text and puts broken lines together again: in the dialects that write a bar for every column, a row goes on until
 * it has as many bars as its heading. Lines without bars outside rows are paragraphs.
 */
export function pipeTables(text: string, source: number): PipeBlocks {
  const tokens = tokenizePipes(text);
  const lines = linesOf(tokens);
  return new PipeText(lines, new CellCutter(tokens, lines, source)).blocks();
}

/** Whether periods can stand below a heading: 进度安排, 上半年. */
function spansPeriods(text: string): boolean {
  const heading = headingOf(text);
  return heading?.role === 'schedule' || /^(H\d|year)$/.test(heading?.period ?? '');
}

/** Whether a cell stands below the heading of a table: a number, a category, a text that no heading is as long as. */
function isData(text: string): boolean {
  return headingOf(text) === null && (ordinal(text) !== null || leadingMark(text) !== null || text.length > 12);
}

class PipeText {
  private readonly dialects: string[] = [];
  private readonly lines: readonly Line[];
  private readonly cutter: CellCutter;
  private readonly nextBar: Int32Array;
  private readonly headings: HeadingLines;
  /** The frame of the table before: one without a heading goes on with it. */
  private lastFrame: Frame | null = null;

  constructor(lines: readonly Line[], cutter: CellCutter) {
    this.lines = lines;
    this.cutter = cutter;
    this.headings = new HeadingLines(lines, cutter);
    this.nextBar = new Int32Array(lines.length + 1).fill(lines.length);
    for (let index = lines.length - 1; index >= 0; index--) this.nextBar[index] = lines[index]!.bars > 0 ? index : this.nextBar[index + 1]!;
  }

  blocks(): PipeBlocks {
    const blocks: PipeBlocks['blocks'] = [];
    for (let index = 0; index < this.lines.length; ) {
      const line = this.lines[index]!;
      if (line.bars === 0 && !line.blank && isStream(this.lines, this.cutter, index)) {
        const { table, next } = this.stream(index);
        blocks.push(table);
        index = next;
      } else if (line.bars === 0 || this.isProse(index)) {
        if (!line.blank) blocks.push({ kind: 'paragraph', text: this.cutter.lineText(line), place: this.cutter.linePlace(index) });
        index++;
      } else {
        const { table, next } = isStream(this.lines, this.cutter, index) ? this.stream(index) : this.table(index);
        blocks.push(table);
        index = next;
      }
    }
    return { dialect: [...new Set(this.dialects)].join('+') || 'none', blocks };
  }

  /** A line outside tables whose bars stand within words, unless the next line has as many: then they divide columns. */
  private isProse(index: number): boolean {
    const { bars } = this.lines[index]!;
    return !this.lastFrame && this.lines[index + 1]?.bars !== bars && this.cutter.hasBarsInWords(index) && !this.headings.at(index);
  }

  /** A stream ends with its last bar where cells have one, else with the text; or before the heading of another. */
  private stream(from: number): { table: RawTable; next: number } {
    const barred = isBarred(this.lines, from);
    let to = from;
    let rows = false;
    for (let index = from; index < this.lines.length; index++) {
      const line = this.lines[index]!;
      if (line.blank) continue;
      if (rows && barred && line.bars === 0 && index + 1 < this.lines.length && isStream(this.lines, this.cutter, index + 1)) break;
      rows ||= index > from + 3 && line.bars <= 1 && isData(cellText(this.cutter, line));
      if (!barred || line.bars > 0) to = index;
    }
    // The last cell has no bar behind it where bars stand on lines of their own, between the cells.
    if (!this.lines[to]!.words && this.lines[to + 1]?.blank === false) to++;
    this.dialects.push('cell-lines');
    const row = new LineRow(this.cutter, from, to, {
      soft: !barred,
      dropLead: this.lines[from]!.leads,
      tight: false,
      placed: false,
      inside: true,
      ...(!barred && isParted(this.lines, from, to) ? { parted: true } : {}),
    });
    return { table: { kind: 'table', layout: 'stream', rows: [row], place: row.place }, next: to + 1 };
  }

  private table(from: number): { table: RawTable; next: number } {
    const frame = this.frame(from);
    const rows: RawRow[] = [];
    const cut: Cut = { soft: frame.unpadded, dropLead: frame.leads, tight: false, placed: false };
    let index = from;
    let end = from;
    while (index < this.lines.length) {
      const line = this.lines[index]!;
      if (line.blank) {
        index++;
        continue;
      }
      const opens = line.bars === 0 && this.opensRow(index, frame);
      if (line.bars === 0 && !opens) {
        if (rows.length > 0 && index === end && this.isCell(index, frame)) {
          rows.push(new LineRow(this.cutter, index, index, cut));
          end = ++index;
          continue;
        }
        if (this.nextBar[index]! >= this.lines.length || !this.sameTable(end, index, frame)) break;
        index++;
        continue;
      }
      if (rows.length > 0 && this.startsOther(index, frame)) break;
      const to = opens ? this.rowEnd(this.nextBar[index]!, { ...frame, leads: false }) : this.rowEnd(index, frame);
      // Line breaks in a heading are within its cells.
      const whole = cut.soft && to > index && this.headings.at(index)?.to === to;
      if (this.hasText(index, to)) rows.push(new LineRow(this.cutter, index, to, whole ? { ...cut, soft: false } : cut));
      index = to + 1;
      end = index;
    }
    cut.tight = rows[0]?.cells.some(cell => cell.border === 'tight-bar') ?? false;
    cut.placed = isPlaced(rows, frame);
    this.dialects.push(cut.placed ? 'pipe-grid' : frame.unpadded ? 'pipe-unpadded' : 'pipe-rows');
    const place = this.cutter.linePlace(from);
    if (!cut.placed) return { table: { kind: 'table', layout: 'ordered', rows, place }, next: end };
    return { table: { kind: 'table', layout: 'placed', rows, spansKnown: false, place }, next: end };
  }

  /** Whether lines hold anything besides bars and the rule `---|---` under a Markdown heading. */
  private hasText(from: number, to: number): boolean {
    for (let index = from; index <= to; index++) {
      const line = this.lines[index]!;
      if (!line.blank && (line.size > 2000 || !/^[\s|:-]*$/.test(this.cutter.lineText(line)))) return true;
    }
    return false;
  }

  /**
   * Whether a line without bars is the begin of a row whose first cell ends in a line break: the next line begins with a bar, which rows of
   * this table otherwise do not, and completes the row. Unpadded rows lose the bar together with the line break.
   */
  private opensRow(index: number, frame: Frame): boolean {
    const next = this.nextBar[index]!;
    if (next >= this.lines.length) return false;
    if (frame.unpadded) return next - index <= 4 && !this.headings.at(next) && !this.isTitle(next, frame);
    if (!frame.trails || (!this.lines[next]!.leads && !this.isBroken(index, next, frame))) return false;
    for (let at = index + 1; at < next; at++) if (!this.lines[at]!.blank) return false;
    let bars = 0;
    const end = this.rowEnd(next, { ...frame, leads: false });
    for (let at = next; at <= end; at++) bars += this.lines[at]!.bars;
    return bars === frame.width;
  }

  /** Whether a few short words right between two rows begin the first cell of the lower one: rows of one cell have bars where others end in one. */
  private isBroken(index: number, next: number, frame: Frame): boolean {
    if (/^(?:\d{1,4}|[一二三四五六七八九十]{1,3})$/.test(this.cutter.firstTexts(next, 1)[0]?.trim() ?? '')) return false;
    if (index === 0 || next - index > 3 || frame.leads || !this.lines[index - 1]!.trails || this.headings.at(next)) return false;
    for (let at = index; at < next; at++) if (!isFragment(this.cutter.lineText(this.lines[at]!))) return false;
    return true;
  }

  /** Whether a line without bars right below a row is a row of one cell: where rows have no bars at their ends, and the next one has bars again. */
  private isCell(index: number, frame: Frame): boolean {
    const next = this.nextBar[index]!;
    if (frame.leads || frame.trails || next >= this.lines.length || next - index > 4 || this.startsOther(next, frame)) return false;
    for (let at = index; at < next; at++) if (this.lines[at]!.blank) return false;
    return true;
  }

  /** A line without bars after a complete row: the table goes on only if nothing but blank lines stands before its next row. */
  private sameTable(end: number, index: number, frame: Frame): boolean {
    const next = this.nextBar[index]!;
    for (let at = Math.max(end, index); at < next; at++) {
      if (!this.lines[at]!.blank) return this.opensRow(at, frame);
    }
    return !this.startsOther(next, frame);
  }

  /** Whether a heading of another shape begins here: another table. The same heading again is a page's repeat. */
  private startsOther(index: number, frame: Frame): boolean {
    const heading = this.headings.at(index);
    if (heading === null || isContinuedHeading(heading.cells)) return false;
    const known = heading.cells.filter(({ text }) => frame.heads.has(text)).length;
    const written = heading.cells.filter(({ text }) => text !== '').length;
    if (!frame.unpadded) return heading.cells.length !== frame.width && known < written;
    return heading.cells.length > 2 && known === 0;
  }

  /** A line with one bar right above the heading of another table: its title. */
  private isTitle(index: number, frame: Frame): boolean {
    return this.lines[index]!.bars === 1 && index + 1 < this.lines.length && this.startsOther(index + 1, frame);
  }

  private frame(from: number): Frame {
    const first = this.lines[from]!;
    const headings: HeadingLine[] = [];
    for (let index = from; index < from + 8 && index < this.lines.length; index++) {
      const heading = this.headings.at(index);
      if (heading) {
        headings.push(heading);
        index = heading.to;
      } else if (headings.length > 0) break;
    }
    if (headings.length === 0 && this.lastFrame?.trails === first.trails) return this.lastFrame;
    const leads = first.leads && (headings.length === 0 || headings[0]!.cells.length > 0);
    const trails = headings.length > 0 ? this.lines[headings[0]!.to]!.trails : first.trails;
    const widths = headings.map(heading => heading.cells.length);
    const written = Math.max(0, ...widths);
    const spanning = headings[0]?.cells.filter(cell => spansPeriods(cell.text)).length ?? 0;
    const spread = headings.length > 1 && spanning > 0 && !headings.some(heading => heading.cells.some(cell => cell.text === ''));
    const width = spread ? widths[0]! - spanning + widths[1]! : written || this.commonWidth(from);
    const heads = new Set(headings.flatMap(({ cells }) => cells.map(cell => cell.text)));
    this.lastFrame = { width, leads, trails, unpadded: trails && (spread || this.looksUnpadded(from, width, leads)), heads };
    return this.lastFrame;
  }

  /** Where there is no heading: the most frequent number of cells of a line. */
  private commonWidth(from: number): number {
    const counts = new Map<number, number>();
    for (let index = from; index < Math.min(from + 200, this.lines.length); index++) {
      const line = this.lines[index]!;
      if (line.bars > 0) {
        const cells = line.bars + 1 - Number(line.leads) - Number(line.trails);
        counts.set(cells, (counts.get(cells) ?? 0) + 1);
      }
    }
    return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0])[0];
  }

  /** No row has bars for missing cells, and some complete line is short: such a row ends with its line. */
  private looksUnpadded(from: number, width: number, leads: boolean): boolean {
    let short = 0;
    for (let index = from; index < Math.min(from + 300, this.lines.length); index++) {
      const line = this.lines[index]!;
      if (line.bars === 0) continue;
      const cells = this.cutter.cells(index, index, false, leads && line.leads);
      if (cells.some(cell => cell.text === '')) return false;
      const next = this.lines[index + 1];
      if (line.trails && cells.length < width && next !== undefined && next.bars > 0 && !next.leads) short++;
    }
    return short > 0;
  }

  /** Index of the last line of the row that begins at `from`. */
  private rowEnd(from: number, frame: Frame): number {
    const lead = Number(frame.leads && this.lines[from]!.leads);
    const need = frame.width + lead;
    let bars = this.lines[from]!.bars;
    let to = from;
    if (!frame.trails) return from;
    const heading = this.lines[from]!.trails ? null : this.headings.at(from);
    if (heading && heading.to > from) return heading.to;
    while (frame.unpadded ? !this.lines[to]!.trails || (this.lines[to + 1]?.leads && !frame.leads) : bars < need) {
      const next = this.nextBar[to + 1]!;
      if (next >= this.lines.length || bars + this.lines[next]!.bars > need + Number(frame.unpadded)) break;
      // A heading begins a row, unless this row's line is broken before a bar: then it is the rest of a broken heading.
      if ((this.lines[to]!.trails || !this.lines[next]!.leads) && this.headings.at(next)) break;
      // After a line that ends in a bar, one that begins with a bar goes on only where rows have none at their begin: it ends a broken cell.
      if (!frame.unpadded && this.lines[to]!.trails && (frame.leads || !this.lines[next]!.leads)) break;
      bars += this.lines[next]!.bars;
      to = next;
    }
    return this.openEnd(to, bars, need);
  }

  /** The last row of a table may lack its last bar, so that its last cell goes on over lines that are not yet taken: only at the end of the text. */
  private openEnd(to: number, bars: number, need: number): number {
    return !this.lines[to]!.trails &&
      bars < need &&
      this.lines[to + 1]?.blank === false &&
      this.lines[to + 1]!.bars === 0 &&
      to + 2 >= this.lines.length
      ? to + 1
      : to;
  }
}
