import { existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { FileError } from './words.ts';

/** What the system says of a path; null where it says nothing, as of a link that leads nowhere. */
export function statsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

/** Extensions of the files that are taken from a folder: what can be read, and what people take for such, so that it is told and not passed over. */
const DOCUMENT = /\.(txt|md|markdown|csv|tsv|html?|docx?|docm|xlsx?|xlsm|xlsb|ods|odt|et|wps|pdf|rtf)$/i;

/**
 * Sources as named: a folder stands for the documents below it, in the order of their names; a pattern with * or ? that the shell has left as it
 * is, for the files that fit it. Names that fit nothing stay, so that reading them says what is wrong.
 */
export function expandSources(names: readonly string[], cwd: string): string[] {
  return names.flatMap(name => {
    if (name === '-') return [name];
    const known = existsSync(resolve(cwd, name));
    return (known || !/[*?]/.test(name) ? [name] : matching(name, cwd)).flatMap(one => documentsAt(one, cwd));
  });
}

/** The documents below a folder; anything else is one itself. */
function documentsAt(name: string, cwd: string): string[] {
  const path = resolve(cwd, name);
  if (statsOf(path)?.isDirectory() !== true) return [name];
  const found = below(path).filter(file => DOCUMENT.test(file));
  return found.length > 0 ? found.map(file => join(name, file)) : [name];
}

/** Beginnings of names that are no documents: hidden files, and the locks that Word and WPS leave beside an open one (~$方案.docx). */
const PASSED_OVER = /^(\.|~\$)/;

/** Files below a folder; a link that leads nowhere is taken for one, so that reading it says so. Pipes and devices are passed over. */
function below(folder: string): string[] {
  return filesIn(folder, true)
    .filter(file => !file.split(sep).some(part => PASSED_OVER.test(part)) && statsOf(join(folder, file))?.isFile() !== false)
    .sort();
}

function filesIn(folder: string, recursive: boolean): string[] {
  try {
    return readdirSync(folder, { recursive, encoding: 'utf8' });
  } catch (error) {
    throw new FileError('cannotRead', folder, error);
  }
}

function matching(pattern: string, cwd: string): string[] {
  const folder = dirname(pattern);
  if (/[*?]/.test(folder) || !existsSync(resolve(cwd, folder))) return [pattern];
  const wanted = new RegExp(
    `^${basename(pattern)
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
  );
  const found = filesIn(resolve(cwd, folder), false)
    .filter(file => wanted.test(file) && (!PASSED_OVER.test(file) || PASSED_OVER.test(basename(pattern))))
    .sort();
  return found.length > 0 ? found.map(file => join(folder, file)) : [pattern];
}
