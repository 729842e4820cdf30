import { readsAsHeading } from '../../lexicon/headings.ts';
import { CsvText } from './rows.ts';

const SEPARATORS = [',', '\t', ';'] as const;

/**
 * The separator under which the rows of a text agree best in their number of cells; null where none makes a table of it or where bars do.
 * `named`: the file says by its name that it is such a table, so that less proof is needed.
 */
export function chooseSeparator(text: string, named: boolean): string | null {
  const hint = /^\ufeff?sep=(.)\r?\n/i.exec(text);
  if (hint) return hint[1]!;
  if (text === '' || barsDominate(text)) return null;
  let best: { separator: string; weight: number } | null = null;
  for (const separator of SEPARATORS) {
    const weight = weigh(text, separator, named);
    if (weight > (best?.weight ?? 0)) best = { separator, weight };
  }
  return best?.separator ?? null;
}

/** How well a separator makes a table of a text: agreeing borders, four times as much where a row reads as its heading; 0 for no table. */
function weigh(text: string, separator: string, named: boolean): number {
  if (!text.includes(separator)) return 0;
  const { rows } = new CsvText(text, separator, 0).table().table;
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let usual = 1;
  for (const [width, count] of counts) if (width > 1 && count * (width - 1) > (counts.get(usual) ?? 0) * (usual - 1)) usual = width;
  const agreeing = counts.get(usual) ?? 0;
  if (usual === 1) return 0;
  const heading = rows.slice(0, 20).some(row => row.cells.length > 1 && readsAsHeading(row.cells.map(cell => cell.text)));
  const enough = heading ? agreeing >= rows.length / 2 : named && agreeing >= rows.length * 0.3;
  return enough && (named || usual > 2) ? agreeing * (usual - 1) * (heading ? 4 : 1) : 0;
}

/** Whether most lines are divided by bars: two or more of them, with white space beside one or at an end of the line. */
function barsDominate(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).filter(line => line.trim() !== '');
  const divided = lines.filter(line => /\|[^|]*\|/.test(line) && /^\s*\||\|\s*$|\s\||\|\s/.test(line));
  return divided.length * 2 > lines.length;
}
