import { catalog } from './catalog.ts';
import { periodName } from './period.ts';
import { comparePlaces, type Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Lang = 'zh' | 'en';
export type Code = keyof typeof catalog;
export type Data = Record<string, string | number>;

/** Something found in a document, as data: stages collect diagnostics, nobody throws or prints them on the way. */
export interface Diagnostic {
  code: Code;
  place: Place | null;
  /** Id of the task it concerns, and the period of the cell. */
  task?: string;
  period?: string;
  /** The text in question, as it stands in the source. */
  text?: string;
  /** Values for the words of the catalog. */
  data?: Data;
  related?: { task: string; period?: string; text: string }[];
}

export interface Words {
  message: string;
  cause: string;
  remedy: string;
}

/** How serious a code is; fixed by the catalog. */
export function severityOf(code: string): Severity {
  return (catalog as Record<string, { severity: Severity }>)[code]?.severity ?? 'warning';
}

/** Message, cause and remedy of a code in one language, with the values of `data` put in. */
export function wordsOf(code: string, data: Data, lang: Lang): Words {
  const entry = (catalog as Record<string, { zh: readonly string[]; en: readonly string[] }>)[code];
  const value = (key: string): string => (key === 'period' ? periodName(String(data[key]), lang) : String(data[key]));
  const fill = (words: string): string =>
    words.replace(/\{(\w+)\}/g, (whole, key: string) => (Object.hasOwn(data, key) ? value(key) : whole));
  const [message = code, cause = '', remedy = ''] = (entry?.[lang] ?? []).map(fill);
  return { message, cause, remedy };
}

/** Sorts by place (those without one first), then by code, then by task. */
export function sortDiagnostics<T extends { code: string; place: Place | null; task?: string | undefined }>(
  diagnostics: readonly T[],
): T[] {
  return [...diagnostics].sort((a, b) => {
    if (a.place === null || b.place === null) return Number(a.place !== null) - Number(b.place !== null) || compareText(a.code, b.code);
    return comparePlaces(a.place, b.place) || compareText(a.code, b.code) || compareText(a.task ?? '', b.task ?? '');
  });
}

/** Code unit order: the same everywhere, whatever the locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An input that cannot be read at all: ends the run for that source with exit status 2. */
export class InputError extends Error {
  readonly diagnostic: Diagnostic;
  /** Name of the input, where whoever hears of it may not know it. */
  readonly source: string | undefined;
  constructor(diagnostic: Diagnostic, source?: string) {
    super(diagnostic.code);
    this.diagnostic = diagnostic;
    this.source = source;
  }
}

/** Whether an error is an InputError; told by its parts, since program and document readers are bundled apart and each has its own class. */
export function isInputError(error: unknown): error is InputError {
  return error instanceof Error && 'diagnostic' in error;
}

/** How many findings there are of each severity. */
export function countSeverities(severities: readonly string[]): { errors: number; warnings: number; infos: number } {
  const count = (severity: string): number => severities.filter(one => one === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
