import { fold } from '../lexicon/fold.ts';
import { type Heading, roleOfWord } from '../lexicon/headings.ts';
import type { BuildOptions } from '../plan/build.ts';
import type { Run } from './run.ts';
import { UsageError } from './words.ts';

/** How documents are to be read: year, names of columns, language of the saved messages. */
export function buildOptions(run: Run): BuildOptions {
  const year = run.options.year === undefined ? undefined : String(run.options.year);
  if (year !== undefined && !/^(19|20|21)\d\d$/.test(year)) throw new UsageError('badYear', { given: year });
  const options: BuildOptions = { lang: run.reportLang };
  if (year !== undefined) options.year = Number(year);
  if (run.options.columns !== undefined) options.names = columnNames(String(run.options.columns));
  return options;
}

/** Reads `责任处室=lead,任务=content`. */
function columnNames(given: string): Map<string, Heading> {
  const names = new Map<string, Heading>();
  for (const pair of given.split(/[,，]/)) {
    const at = pair.lastIndexOf('=');
    const heading = at > 0 ? roleOfWord(pair.slice(at + 1)) : null;
    if (!heading) throw new UsageError('badColumns', { given: pair });
    names.set(fold(pair.slice(0, at)), heading);
  }
  return names;
}
