import { fold } from '../lexicon/fold.ts';
import { columnName, type Heading, roleOfWord, roleWords } from '../lexicon/headings.ts';
import type { BuildOptions } from '../plan/build.ts';
import { nearest } from '../query/nearest.ts';
import type { Config } from './config.ts';
import type { Run } from './run.ts';
import { UsageError } from './words.ts';

/** How documents are to be read: year, names of columns, words of the lexicon, language of the saved messages. Options go before configuration. */
export function buildOptions(run: Run, config: Config): BuildOptions {
  const year = run.options.year === undefined ? undefined : String(run.options.year);
  if (year !== undefined && !/^(19|20|21)\d\d$/.test(year)) throw new UsageError('badYear', { given: year });
  const options: BuildOptions = { lang: run.reportLang, aliases: config.aliases, units: config.units };
  if (year !== undefined || config.year !== null) options.year = Number(year ?? config.year);
  const named = givenColumns(run).map(({ heading, role }) => [fold(heading), role] as const);
  if (config.names.size + named.length > 0) options.names = new Map([...config.names, ...named]);
  return options;
}

interface GivenColumn {
  given: string;
  heading: string;
  role: Heading;
}

/** Reads `责任处室=lead,任务=content`; a number stands for the column at that place. */
function givenColumns(run: Run): GivenColumn[] {
  return wordsOf(run.options.columns, /[,，]/).map(given => {
    const at = given.lastIndexOf('=');
    const word = given.slice(at + 1).trim();
    const role = at > 0 ? roleOfWord(word) : null;
    if (!role) throw new UsageError('badColumns', { given, choices: roleWords.join(', ') }, at > 0 ? nearest(word, roleWords) : []);
    const heading = given.slice(0, at).trim();
    return { given: heading, heading: /^\d{1,3}$/.test(heading) ? columnName(Number(heading)) : heading, role };
  });
}

/** Tells a name of `--columns` that no table has: what it was to say has been lost. */
export function assertColumnsFound(run: Run, tables: readonly (readonly { heading: string; over?: string }[])[]): void {
  const given = givenColumns(run);
  if (given.length === 0 || tables.length === 0) return;
  const found = [...new Set(tables.flat().flatMap(({ heading, over }) => [...(over === undefined ? [] : [over]), heading]))].filter(
    Boolean,
  );
  const known = new Set(found.map(fold));
  const widest = tables.reduce((most, columns) => Math.max(most, columns.length), 0);
  for (let place = 1; place <= widest; place++) known.add(fold(columnName(place)));
  const lost = given.find(({ heading }) => !known.has(fold(heading)));
  if (lost) throw new UsageError('unknownColumn', { given: lost.given, found: found.join('、') }, nearest(lost.given, found));
}

/** The words of an option that may be given several times, each a list. */
export function wordsOf(given: unknown, separator: RegExp): string[] {
  return [given ?? []]
    .flat()
    .flatMap(one => String(one).split(separator))
    .map(word => word.trim())
    .filter(word => word !== '');
}
