import { headingOf, readsAsHeading } from '../../lexicon/headings.ts';
import { ordinal } from '../../lexicon/numerals.ts';
import type { CellCutter, Line } from './lines.ts';

/**
 * Whether a cell a line begins here, as old extractors write it (`text|`) and as text pasted from a page has it (`text`): then headings stand
 * below each other, of two kinds at least. Where lines end in bars, half of the first six are enough; else four known ones with at most one
 * unknown between, or three of which the first is the number's, when a 1 follows them.
 */
export function isStream(lines: readonly Line[], cutter: CellCutter, from: number): boolean {
  const barred = lines[from]!.bars > 0;
  const most = barred ? 6 : 5;
  const heads: string[] = [];
  for (let index = from; index < lines.length && heads.length < most; index++) {
    const line = lines[index]!;
    if (line.blank || (barred && goesOn(lines, index))) continue;
    if (line.leads || line.bars > 1 || (line.bars === 1 && !line.trails) || line.bars > 0 !== barred || line.size > 60) break;
    heads.push(cellText(cutter, line));
  }
  const known = heads.filter(text => headingOf(text));
  if (barred) return heads.length >= 5 && known.length >= 3 && readsAsHeading(known);
  const numbered = heads.findIndex(text => ordinal(text)?.parts[0] === 1);
  if (numbered >= 3 && headingOf(heads[0]!)?.role === 'number') {
    const named = heads.slice(0, numbered).filter(text => headingOf(text));
    if (named.length >= Math.max(3, numbered - 1)) return readsAsHeading(named);
  }
  const first = heads.slice(0, heads[4] !== undefined && headingOf(heads[4]) ? 5 : 4).filter(text => headingOf(text));
  return headingOf(heads[0] ?? '') !== null && first.length >= 4 && readsAsHeading(first);
}

/** Whether a line without a bar is the first line of a cell that ends in the next: 总投资 / （亿元）|. */
function goesOn(lines: readonly Line[], index: number): boolean {
  const [line, next] = [lines[index]!, lines[index + 1]];
  return line.bars === 0 && line.size <= 12 && next?.bars === 1 && next.trails;
}

/** The text of a line that holds one cell, less the bar at its end. */
export function cellText(cutter: CellCutter, line: Line): string {
  return cutter.lineText(line).replace(/\s{0,20}\|$/, '');
}
