import type { Place } from '../../base/place.ts';
import { BAR, BLANK, NEWLINE, type PipeTokens, TEXT } from '../pipe-tokenizer.ts';
import type { Border, RawCell, RawRow } from '../raw.ts';

/** A physical line of pipe text, as a range of tokens without its line end. */
export interface Line {
  first: number;
  last: number;
  /** 1-based number in the file. */
  number: number;
  bars: number;
  /** Whether its first, and its last, visible token is a bar. */
  leads: boolean;
  trails: boolean;
  blank: boolean;
  /** Whether it holds anything but bars. */
  words: boolean;
  /** Characters, without the line end. */
  size: number;
}

/** The physical lines of a tokenized text. */
export function linesOf(tokens: PipeTokens): Line[] {
  const lines: Line[] = [];
  let line: Line = { first: 0, last: 0, number: 1, bars: 0, leads: false, trails: false, blank: true, words: false, size: 0 };
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kind[at];
    if (kind === NEWLINE) {
      line.last = at;
      line.size = tokens.start[at]! - tokens.start[line.first]!;
      lines.push(line);
      line = {
        first: at + 1,
        last: at + 1,
        number: line.number + 1,
        bars: 0,
        leads: false,
        trails: false,
        blank: true,
        words: false,
        size: 0,
      };
    } else if (kind !== BLANK) {
      if (line.blank) line.leads = kind === BAR;
      line.trails = kind === BAR;
      line.blank = false;
      if (kind === BAR) line.bars++;
      else line.words = true;
    }
  }
  line.last = tokens.count;
  line.size = tokens.start[tokens.count]! - tokens.start[line.first]!;
  lines.push(line);
  return lines;
}

/** （万元）, (单位：亩). */
const UNIT = /^[（(](?:单位[：:])?[十百千万亿]{0,2}(?:元|美元|人|人次|亩|公顷|个|项|户|套|处|家|公里|平方米|平米|吨|%|％)[）)]\s*\|?$/;

/** Cells of a row; no table is wider, and a line of bars only must not fill the memory. */
const MOST_CELLS = 2000;

/** Cuts ranges of tokens into cells; knows where the lines begin, so that every cell gets its place. */
export class CellCutter {
  private readonly tokens: PipeTokens;
  private readonly lines: readonly Line[];
  private readonly source: number;
  constructor(tokens: PipeTokens, lines: readonly Line[], source: number) {
    this.tokens = tokens;
    this.lines = lines;
    this.source = source;
  }

  /** Text of a whole line, less its outer white space. */
  lineText(line: Line): string {
    return this.tokens.text.slice(this.tokens.start[line.first], this.tokens.start[line.last]).trim();
  }

  linePlace(index: number): Place {
    const line = this.lines[index]!;
    const start = this.tokens.start[line.first]!;
    return { source: this.source, line: line.number, column: 1, start, end: this.tokens.start[line.last]! };
  }

  /** Whether the bars of a line stand within words, `IPv4|IPv6`, all of them. */
  hasBarsInWords(index: number): boolean {
    const { first, last } = this.lines[index]!;
    for (let at = first; at < last; at++) if (this.tokens.kind[at] === BAR && !isTight(this.tokens, at)) return false;
    return true;
  }

  /** The first texts of a line, without cutting all of it. */
  firstTexts(index: number, most: number): string[] {
    const line = this.lines[index]!;
    const texts: string[] = [];
    for (let at = line.first; at < line.last && texts.length < most; at++) {
      if (this.tokens.kind[at] === TEXT) texts.push(this.tokens.text.slice(this.tokens.start[at], this.tokens.start[at + 1]));
    }
    return texts;
  }

  /**
   * The cells of the lines `from`..`to` (indexes, inclusive) taken as one row. A bar is a border, with `inside` only at the end of a line; with `soft` a line end inside a cell is one too (border `newline`), with
   * `parted` only before a blank line. The empty piece before a leading bar and the one after
   * the last bar are no cells.
   */
  cells(from: number, to: number, soft: boolean, dropLead: boolean, inside = false, parted = false): RawCell[] {
    const cells: RawCell[] = [];
    const { kind } = this.tokens;
    let piece = new Piece();
    let border: Border = 'bar';
    let fresh = true;
    const close = (next: Border): void => {
      cells.push(this.cell(piece, border));
      piece = new Piece();
      border = next;
    };
    for (let index = from; index <= to; index++) {
      const line = this.lines[index]!;
      const lineStart = this.tokens.start[line.first]!;
      piece.at(line, lineStart, lineStart);
      for (let at = line.first; at < line.last; at++) {
        if (kind[at] === TEXT || (inside && kind[at] === BAR && this.isWithin(line, at))) piece.take(at);
        else if (kind[at] === BAR && cells.length < MOST_CELLS) {
          if (fresh && dropLead && piece.first < 0) piece = new Piece();
          else close(isTight(this.tokens, at) ? 'tight-bar' : 'bar');
          fresh = false;
          piece.at(line, lineStart, this.tokens.start[at + 1]!);
        }
      }
      if (index < to) {
        if (soft && piece.first >= 0 && (!parted || this.lines[index + 1]!.blank) && !this.isUnit(this.nextWritten(index + 1, to)))
          close('newline');
        else piece.broken = true;
      }
    }
    if (piece.first >= 0 || (cells.length > 0 && !this.lines[to]!.trails)) cells.push(this.cell(piece, border));
    return cells;
  }

  /** Whether a bar stands between two texts of a line. */
  private isWithin({ first, last }: Line, at: number): boolean {
    const { kind } = this.tokens;
    let before = at - 1;
    let after = at + 1;
    while (before >= first && kind[before] === BLANK) before--;
    while (after < last && kind[after] === BLANK) after++;
    return before >= first && kind[before] === TEXT && after < last && kind[after] === TEXT;
  }

  /** The first line from `from` on that is not blank; `to` where there is none. */
  private nextWritten(from: number, to: number): number {
    while (from < to && this.lines[from]!.blank) from++;
    return from;
  }

  /** Whether a line is the unit of the heading above it: 总投资 / （亿元）. */
  private isUnit(index: number): boolean {
    const line = this.lines[index]!;
    return line.size <= 12 && UNIT.test(this.lineText(line));
  }

  private cell(piece: Piece, border: Border): RawCell {
    const { text, start } = this.tokens;
    const from = piece.first < 0 ? piece.offset : start[piece.first]!;
    const end = piece.first < 0 ? from : start[piece.last + 1]!;
    let value = piece.first < 0 ? '' : text.slice(from, end);
    if (value.includes('\\|')) value = value.replaceAll('\\|', '|');
    const place = { source: this.source, line: piece.line, column: from - piece.lineStart + 1, start: from, end };
    return { text: value, place, border, broken: piece.broken && (piece.first < 0 || !value.includes('\n')) };
  }
}

/** What a cell is gathered in: tokens first..last, and where it began. */
class Piece {
  first = -1;
  last = -1;
  line = 1;
  lineStart = 0;
  offset = 0;
  broken = false;

  at(line: Line, lineStart: number, offset: number): void {
    if (this.first >= 0) return;
    this.line = line.number;
    this.lineStart = lineStart;
    this.offset = offset;
  }

  take(at: number): void {
    if (this.first < 0) this.first = at;
    this.last = at;
  }
}

/** Whether a bar stands between two texts without any white space: `IPv4|IPv6`. */
function isTight(tokens: PipeTokens, at: number): boolean {
  return at > 0 && tokens.kind[at - 1] === TEXT && tokens.kind[at + 1] === TEXT && at + 1 < tokens.count;
}

/** How the rows of a table are cut from their lines. */
export interface Cut {
  /** A line end inside a cell is a border too. */
  soft: boolean;
  /** Rows begin with a bar that is no border. */
  dropLead: boolean;
  /** Bars are written without spaces, so that one without spaces is a sure border too. */
  tight: boolean;
  /** Cells stand in their columns. */
  placed: boolean;
  /** A bar within a line is part of the text. */
  inside?: true;
  /** Blank lines stand between the cells: other line ends are within them. */
  parted?: true;
}

/** A row of pipe text; its cells are cut anew each time they are asked for, so that a large table takes no memory but its text. */
export class LineRow implements RawRow {
  private readonly cutter: CellCutter;
  private readonly from: number;
  private readonly to: number;
  private readonly cut: Cut;
  constructor(cutter: CellCutter, from: number, to: number, cut: Cut) {
    this.cutter = cutter;
    this.from = from;
    this.to = to;
    this.cut = cut;
  }

  get place(): Place {
    return this.cutter.linePlace(this.from);
  }

  get cells(): RawCell[] {
    const cells = this.cutter.cells(this.from, this.to, this.cut.soft, this.cut.dropLead, this.cut.inside, this.cut.parted);
    cells.forEach((cell, column) => {
      if (this.cut.tight && cell.border === 'tight-bar') cell.border = 'bar';
      if (this.cut.placed) cell.column = column;
    });
    return cells;
  }
}
