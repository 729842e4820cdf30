import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Place } from '../../base/place.ts';
import type { RawCell, RawRow, RawTable } from '../raw.ts';

const SPACE = 32;
const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;

/** Columns up to which empty cells are kept: a line of separators only must not fill the memory. */
const MOST_EMPTY = 2000;

/** Separated values cut into rows and cells in one pass; every cell knows where it stands. */
export class CsvText {
  private readonly text: string;
  private readonly separator: number;
  private readonly source: number;
  private readonly diagnostics: Diagnostic[] = [];
  private at = 0;
  private line = 1;
  private lineStart = 0;

  constructor(text: string, separator: string, source: number) {
    this.text = text;
    this.separator = separator.charCodeAt(0);
    this.source = source;
    if (text.charCodeAt(0) === 0xfeff) this.at = 1;
    const hint = /^\ufeff?sep=.\r?\n/i.exec(text);
    if (hint) this.startLine(hint[0].length);
  }

  /** All rows as one table; blank lines are no rows. */
  table(): { table: RawTable; diagnostics: Diagnostic[] } {
    const rows: RawRow[] = [];
    while (this.at < this.text.length) {
      const row = this.row();
      if (row.cells.length > 1 || row.cells[0]!.text !== '') rows.push(row);
    }
    const place = rows[0]?.place ?? this.place(0, this.text.length);
    return { table: { kind: 'table', layout: 'placed', spansKnown: false, rows, place }, diagnostics: this.diagnostics };
  }

  private row(): RawRow {
    const cells: RawCell[] = [];
    const { line } = this;
    const start = this.at;
    const begin = start - this.lineStart + 1;
    let column = 0;
    for (;;) {
      const cell = this.opensQuote() ? this.quoted() : this.bare();
      if (cell.text !== '' || column < MOST_EMPTY) cells.push({ ...cell, column });
      column++;
      if (this.text.charCodeAt(this.at) !== this.separator) break;
      this.at++;
    }
    const end = this.at;
    this.endLine();
    return { cells, place: { source: this.source, line, column: begin, start, end } };
  }

  /** Whether a quoted cell begins here; spaces before the quote are passed over. */
  private opensQuote(): boolean {
    let at = this.at;
    while (this.text.charCodeAt(at) === SPACE) at++;
    if (this.text.charCodeAt(at) !== QUOTE) return false;
    this.at = at;
    return true;
  }

  /** A cell up to the next separator or line end. */
  private bare(): RawCell {
    const start = this.at;
    while (this.at < this.text.length && !this.endsCell(this.text.charCodeAt(this.at))) this.at++;
    return this.cell(start, this.at, this.line, this.lineStart);
  }

  /** A cell in quotes, in which a quote is written twice; a quote that nothing closes is text. */
  private quoted(): RawCell {
    const open = this.at;
    const { line, lineStart } = this;
    let lines = 0;
    let lastStart = lineStart;
    for (let at = open + 1; at < this.text.length; at++) {
      const code = this.text.charCodeAt(at);
      if (code === NEWLINE || (code === RETURN && this.text.charCodeAt(at + 1) !== NEWLINE)) {
        lines++;
        lastStart = at + 1;
      }
      if (code !== QUOTE) continue;
      const next = this.text.charCodeAt(at + 1);
      if (next === QUOTE) at++;
      else if (at + 1 === this.text.length || this.endsCell(next)) {
        this.at = at + 1;
        this.line = line + lines;
        this.lineStart = lastStart;
        const cell = this.cell(open + 1, at, line, lineStart);
        return cell.text.includes('""') ? { ...cell, text: cell.text.replaceAll('""', '"') } : cell;
      } else if (lines > 0) break;
    }
    this.diagnostics.push({ code: 'unclosed-quote', place: this.place(open, open + 1), text: this.lineAt(open), data: { line } });
    return this.bare();
  }

  /** The text between two offsets less its outer white space. */
  private cell(from: number, to: number, line: number, lineStart: number): RawCell {
    const written = this.text.slice(from, to);
    const text = written.trim();
    const start = from + (text === '' ? 0 : written.length - written.trimStart().length);
    const lines = start === from ? 0 : (written.slice(0, start - from).match(/\r\n?|\n/g)?.length ?? 0);
    const begin = lines === 0 ? lineStart : Math.max(this.text.lastIndexOf('\n', start - 1), this.text.lastIndexOf('\r', start - 1)) + 1;
    // A line break at a cell's end is harmless, but worth mending.
    const broken = text !== '' && /[\r\n]/.test(written.slice(written.trimEnd().length)) ? { broken: true } : {};
    return {
      text,
      ...broken,
      place: { source: this.source, line: line + lines, column: start - begin + 1, start, end: start + text.length },
    };
  }

  private endsCell(code: number): boolean {
    return code === this.separator || code === NEWLINE || code === RETURN;
  }

  private endLine(): void {
    if (this.at >= this.text.length) return;
    this.startLine(this.at + (this.text.charCodeAt(this.at) === RETURN && this.text.charCodeAt(this.at + 1) === NEWLINE ? 2 : 1));
  }

  private startLine(at: number): void {
    this.at = at;
    this.line++;
    this.lineStart = at;
  }

  private place(start: number, end: number): Place {
    return { source: this.source, line: this.line, column: start - this.lineStart + 1, start, end };
  }

  private lineAt(start: number): string {
    return /^[^\r\n]{0,60}/.exec(this.text.slice(start, start + 60))![0];
  }
}
