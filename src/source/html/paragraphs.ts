import type { LineIndex } from '../line-index.ts';
import type { Flow, FlowTable } from '../table-tree.ts';

const SPACE = /[ \t\n\r\f]+/g;
/** Characters between which a line break in the page is no space: Chinese is written without. */
const WIDE = /[\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6\ud840-\ud8bf\udc00-\udfff]/;

/** Gathers text into paragraphs as a browser shows them: white space collapsed, outer white space off, empty ones left out. */
export class ParagraphBuilder {
  readonly flow: Flow = [];
  private readonly lines: LineIndex;
  private text = '';
  private start = -1;
  private end = 0;

  constructor(lines: LineIndex) {
    this.lines = lines;
  }

  add(data: string, start: number, end: number): void {
    const trimmed = data.trim();
    if (trimmed !== '') {
      const exact = end - start === data.length;
      const lead = exact ? data.length - data.trimStart().length : 0;
      if (this.start < 0) this.start = start + lead;
      this.end = exact ? start + lead + trimmed.length : end;
    }
    this.text += data;
  }

  /** Preformatted text: its line ends are paragraph ends. */
  addLines(data: string, start: number, end: number): void {
    let from = 0;
    for (const line of data.split('\n')) {
      if (from > 0) this.break();
      this.add(line, start + from, Math.min(end, start + from + line.length));
      from += line.length + 1;
    }
  }

  /** Ends the paragraph. */
  break(): void {
    if (this.start >= 0) {
      const text = collapse(this.text).trim();
      if (text !== '') this.flow.push({ kind: 'paragraph', text, place: this.lines.place(this.start, this.end) });
    }
    this.text = '';
    this.start = -1;
  }

  addTable(table: FlowTable): void {
    this.break();
    this.flow.push(table);
  }
}

/** White space as a browser collapses it; a line break between wide characters vanishes. */
export function collapse(text: string): string {
  return text.replace(SPACE, (space, at: number) => {
    if (!/[\n\r]/.test(space)) return ' ';
    return WIDE.test(text[at - 1] ?? '') && WIDE.test(text[at + space.length] ?? '') ? '' : ' ';
  });
}
