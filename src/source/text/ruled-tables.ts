import type { Place } from '../../base/place.ts';
import { clusters, textWidth } from '../../base/text-width.ts';
import type { RawCell, RawParagraph, RawRow, RawTable } from '../raw.ts';
import type { PipeBlocks } from './pipe-tables.ts';

interface TextLine {
  text: string;
  number: number;
  start: number;
}

/** `---- ------ ---`: one stretch of dashes a column, or a single one above and below the table. */
const RULE = /^\s*-{2,}(\s+-{2,})*\s*$/;
/** `+----+====+`. */
const GRID_RULE = /^\s*\+([-=:]+\+)+\s*$/;

/**
 * Tables drawn with rules, as pandoc writes them: simple and multiline tables (dashes over and under) and grid tables. Columns are told by
 * display width. Null where a text has no such table.
 */
export function ruledTables(text: string, source: number): PipeBlocks | null {
  if (!/^[ \t]*(-{2,}[ \t]+-{2,}|\+[-=:]+\+)/m.test(text)) return null;
  const lines = splitLines(text);
  const ends = tableEnds(lines);
  const blocks: (RawTable | RawParagraph)[] = [];
  const dialects = new Set<string>();
  for (let index = 0; index < lines.length; ) {
    const found = gridTable(lines, index, source) ?? dashTable(lines, index, { blocks, ends }, source);
    if (found) {
      blocks.push(found.table);
      dialects.add(found.dialect);
      index = found.next;
    } else {
      const line = lines[index++]!;
      if (line.text.trim() !== '')
        blocks.push({ kind: 'paragraph', text: line.text.trim(), place: placeOf(line, 0, line.text.length, source) });
    }
  }
  return dialects.size > 0 ? { dialect: [...dialects].join('+'), blocks } : null;
}

interface Found {
  table: RawTable;
  dialect: string;
  next: number;
}

function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let number = 0;
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    if (match.index === text.length && match[0] === '') break;
    lines.push({ text: match[1]!.replace(/^\ufeff/, ' '), number: ++number, start: match.index });
  }
  return lines;
}

function placeOf(line: TextLine, from: number, to: number, source: number): Place {
  return { source, line: line.number, column: from + 1, start: line.start + from, end: line.start + to };
}

function gridTable(lines: readonly TextLine[], from: number, source: number): Found | null {
  if (!GRID_RULE.test(lines[from]!.text)) return null;
  const starts = borders(lines[from]!.text);
  const rows: RawRow[] = [];
  let waiting: TextLine[] = [];
  let index = from + 1;
  for (; index < lines.length; index++) {
    const line = lines[index]!;
    if (GRID_RULE.test(line.text)) {
      if (waiting.length > 0) rows.push(rowOf(waiting, starts, source));
      waiting = [];
    } else if (/^\s*\|/.test(line.text)) waiting.push(line);
    else break;
  }
  if (waiting.length > 0) rows.push(rowOf(waiting, starts, source));
  return {
    table: { kind: 'table', layout: 'placed', spansKnown: false, rows, place: placeOf(lines[from]!, 0, 1, source) },
    dialect: 'grid-table',
    next: index,
  };
}

/** Display columns after each `+` of a grid rule but the last. */
function borders(rule: string): number[] {
  return [...rule.matchAll(/\+/g)].slice(0, -1).map(match => match.index + 1);
}

/** For each line the next one, itself included, that is a rule of dashes, and the next that is blank; the number of lines where none is. */
interface TableEnds {
  rule: Int32Array;
  blank: Int32Array;
}

function tableEnds(lines: readonly TextLine[]): TableEnds {
  const { length } = lines;
  const ends = { rule: new Int32Array(length + 1).fill(length), blank: new Int32Array(length + 1).fill(length) };
  for (let index = length - 1; index >= 0; index--) {
    ends.rule[index] = RULE.test(lines[index]!.text) ? index : ends.rule[index + 1]!;
    ends.blank[index] = lines[index]!.text.trim() === '' ? index : ends.blank[index + 1]!;
  }
  return ends;
}

/** What was read before a table, and where tables may end. */
interface Around {
  blocks: (RawTable | RawParagraph)[];
  ends: TableEnds;
}

/** A simple or multiline table whose rule stands at `from`; its heading may be the line before, already taken as a paragraph. */
function dashTable(lines: readonly TextLine[], from: number, { blocks, ends }: Around, source: number): Found | null {
  if (ends.rule[from] !== from) return null;
  let ruler = from;
  while (ruler < from + 8 && ruler < lines.length && dashes(lines[ruler]!.text).length < 2) ruler = ends.rule[ruler + 1]!;
  if (ruler >= Math.min(from + 8, lines.length)) return null;
  const starts = dashes(lines[ruler]!.text);
  const closing = ends.rule[ruler + 1]!;
  const isClosed = closing < lines.length;
  const end = isClosed ? closing : ends.blank[ruler + 1]!;
  const above = ruler === from ? headingAbove(lines, from, blocks) : lines.slice(from + 1, ruler);
  const rows = [...(above.length > 0 ? [above] : []), ...bodyRows(lines.slice(ruler + 1, end))].map(row => rowOf(row, starts, source));
  const table: RawTable = { kind: 'table', layout: 'placed', spansKnown: false, rows, place: placeOf(lines[from]!, 0, 1, source) };
  return { table, dialect: 'simple-table', next: isClosed ? closing + 1 : end };
}

function headingAbove(lines: readonly TextLine[], from: number, blocks: (RawTable | RawParagraph)[]): TextLine[] {
  const above = lines[from - 1];
  if (!above || above.text.trim() === '' || !/\s{2}/.test(above.text.trim())) return [];
  blocks.pop();
  return [above];
}

/** Rows of a table's body: a line each, or what stands between blank lines where there are any. */
function bodyRows(lines: readonly TextLine[]): TextLine[][] {
  const last = lines.findLastIndex(line => line.text.trim() !== '');
  const body = lines.slice(0, last + 1);
  if (!body.some(line => line.text.trim() === '')) return body.map(line => [line]);
  const rows: TextLine[][] = [[]];
  for (const line of body) {
    if (line.text.trim() === '') rows.push([]);
    else rows.at(-1)!.push(line);
  }
  return rows.filter(row => row.length > 0);
}

/** Display columns at which the stretches of dashes begin. */
function dashes(rule: string): number[] {
  return [...rule.matchAll(/-+/g)].map(match => match.index);
}

/** One row of some lines: the pieces of each column joined by line breaks. */
function rowOf(lines: readonly TextLine[], starts: readonly number[], source: number): RawRow {
  const pieces = lines.map(line => cutAt(line.text, starts).map(([from, to]) => ({ line, from, to, text: line.text.slice(from, to) })));
  const cells = starts.map((_, column): RawCell => {
    const filled = pieces.map(row => row[column]!).filter(piece => piece.text !== '');
    const text = filled.map(piece => unescaped(piece.text)).join('\n');
    const first = filled[0] ?? pieces[0]![column]!;
    const last = filled.at(-1) ?? first;
    return { text, column, place: { ...placeOf(first.line, first.from, first.to, source), end: last.line.start + last.to } };
  });
  return { cells, place: placeOf(lines[0]!, 0, lines[0]!.text.length, source) };
}

/** Takes off the marks of Markdown: a backslash that breaks a line, and one before punctuation. */
function unescaped(text: string): string {
  return text.replace(/\\$/, '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Offsets of the trimmed text of each column, cut at display columns; a cut that falls into a word moves to the nearest space. */
function cutAt(text: string, starts: readonly number[]): [number, number][] {
  const offsets: number[] = [];
  let column = 0;
  let offset = 0;
  for (const cluster of clusters(text)) {
    const width = textWidth(cluster);
    for (let step = 0; step < Math.max(1, width); step++) if (width > 0) offsets[column++] = offset;
    offset += cluster.length;
  }
  const cuts = starts.map((start, index) => (index === 0 ? Math.min(start, text.length) : snap(text, offsets[start] ?? text.length)));
  return cuts.map((cut, index) => trimmed(text, cut, cuts[index + 1] ?? text.length));
}

function snap(text: string, at: number): number {
  for (let away = 0; away <= 8; away++) {
    for (const candidate of [at - away, at + away]) {
      if (candidate >= text.length || (candidate > 0 && /[\s|]/.test(text[candidate - 1]!)))
        return Math.min(Math.max(0, candidate), text.length);
    }
  }
  return at;
}

/** A stretch without the white space, and without the grid's bars, at its ends. */
function trimmed(text: string, from: number, to: number): [number, number] {
  let begin = from;
  let end = Math.max(from, to);
  while (begin < end && /[\s|]/.test(text[begin]!)) begin++;
  while (end > begin && /[\s|]/.test(text[end - 1]!)) end--;
  return [begin, end];
}
