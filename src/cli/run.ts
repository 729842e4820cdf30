import type { Readable } from 'node:stream';
import type { Command as Commander } from 'commander';
import { type CivilDate, chinaDate, parseCivilDate } from '../base/civil-date.ts';
import type { Lang } from '../base/diagnostic.ts';
import { nearest } from '../query/nearest.ts';
import { type CliWord, localeLang, type Say, sayIn, UsageError } from './words.ts';

/** What is written to, such as a stream: `done` hears when the data is taken, or why it could not be. */
export interface Output {
  write(data: string | Uint8Array, done: (error?: Error | null) => void): unknown;
}

/** Everything a run may know of the world. */
export interface Environment {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdin: Readable;
  stdout: Output;
  stderr: Output;
  now: Date;
  stdoutIsTerminal: boolean;
  stderrIsTerminal: boolean;
  /** Whether someone can be asked. */
  stdinIsTerminal?: boolean;
  columns: number | undefined;
  /** Width of the terminal that standard error goes to, where it is one. */
  stderrColumns?: number | undefined;
}

export type Exit = 0 | 1 | 2;

/** Options as commander gives them: by camel-case name. */
export type Options = Readonly<Record<string, unknown>>;

/** One run of the program: the world, the language, and the options that every command has. */
export interface Run {
  world: Environment;
  say: Say;
  lang: Lang;
  /** Language of reports: Chinese like the plan, unless --lang en. */
  reportLang: Lang;
  options: Options;
  /** Arguments that are no options: mostly sources. */
  args: readonly string[];
}

/** A command: one file each; `index.ts` lists them once. */
export interface Command {
  name: string;
  /** What the list of commands says of it. */
  summary: CliWord;
  /** Example calls that `--help` begins with, on the real document. */
  examples: readonly string[];
  configure(command: Commander, say: Say): Commander;
  run(run: Run, args: readonly string[]): Promise<Exit>;
}

/** The language of messages: the option, else the locale. */
export function messageLang(option: unknown, env: Environment['env']): Lang {
  return option === 'zh' || option === 'en' ? option : localeLang(env);
}

/** Makes a run of parsed options. */
export function makeRun(world: Environment, options: Options, args: readonly string[] = []): Run {
  choice(options, 'lang', '--lang', ['zh', 'en']);
  wholeNumber(options, 'width', '--width');
  choice(options, 'color', '--color', ['auto', 'always', 'never']);
  const lang = messageLang(options.lang, world.env);
  return { world, say: sayIn(lang), lang, reportLang: options.lang === 'en' ? 'en' : 'zh', options, args };
}

/** An option that takes one of a few words; the first is the default where none was given. */
export function choice<T extends string>(options: Options, key: string, flag: string, choices: readonly T[], fallback: T = choices[0]!): T {
  const given = options[key];
  if (given === undefined) return fallback;
  if (choices.includes(given as T)) return given as T;
  throw new UsageError('badValue', { option: flag, given: String(given), choices: choices.join(', ') }, nearest(String(given), choices, 1));
}

/** The day that counts: `--as-of`, else today in China. */
export function asOfDay(run: Run): CivilDate {
  const given = run.options.asOf;
  if (given === undefined) return chinaDate(run.world.now);
  const date = parseCivilDate(String(given));
  if (date === null) throw new UsageError('badDate', { given: String(given) });
  return date;
}

/** A whole number that is not negative. */
export function wholeNumber(options: Options, key: string, flag: string): number | undefined {
  const given = options[key];
  if (given === undefined) return undefined;
  if (!/^\d{1,9}$/.test(String(given))) throw new UsageError('badValue', { option: flag, given: String(given), choices: '0, 1, 2…' });
  return Number(given);
}
