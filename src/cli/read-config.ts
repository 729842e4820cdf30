import type * as z from 'zod/mini';
import { parseCivilDate } from '../base/civil-date.ts';
import { fold } from '../lexicon/fold.ts';
import { type Heading, roleOfWord, roleWords } from '../lexicon/headings.ts';
import type { JsonSchema } from '../plan/check-code.ts';
import { nearest } from '../query/nearest.ts';
import type { Config } from './config.ts';
import { conforms } from './config-conforms.ts';
import type { ConfigFile } from './config-schema.ts';
import { JsonMistake, type LocatedJson, locateJson } from './json-places.ts';
import { WITHIN_WORDS } from './within.ts';
import type { CliWord, Say } from './words.ts';

/** Reads plan.config.json strictly: what it says, or a line for each mistake with file, line, column and what was expected. */
export async function readConfig(bytes: Uint8Array, name: string, say: Say): Promise<{ config: Config } | { mistakes: string }> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const mistakes = new Mistakes(name, text, say);
  const json = locate(text, mistakes);
  if (json && !conforms(json.value)) {
    const { configSchema, configJsonSchema } = await import('./config-schema.ts');
    const schema = configJsonSchema() as JsonSchema;
    for (const issue of configSchema.safeParse(json.value).error?.issues ?? []) addIssue(issue, json, schema, mistakes);
  }
  const config = json && mistakes.none ? configOf(json, mistakes) : null;
  return config && mistakes.none ? { config } : { mistakes: mistakes.lines() };
}

function configOf(json: LocatedJson, mistakes: Mistakes): Config {
  const { columns = {}, year = null, aliases = {}, lexicon = {}, progress = {}, accept = [] } = json.value as ConfigFile;
  const names = new Map<string, Heading>();
  for (const [word, headings] of Object.entries(lexicon.headings ?? {})) {
    const role = roleAt(word, json.placeOf(['lexicon', 'headings'], word), mistakes);
    for (const heading of role ? headings : []) names.set(fold(heading), role!);
  }
  for (const [heading, word] of Object.entries(columns)) {
    const role = roleAt(word, json.placeOf(['columns', heading]), mistakes);
    if (role) names.set(fold(heading), role);
  }
  const { within = null, holidays = [], workdays = [], lights = {} } = progress;
  for (const [key, days] of Object.entries({ holidays, workdays }))
    for (const [index, given] of days.entries())
      if (parseCivilDate(given) === null) mistakes.add(json.placeOf(['progress', key, index]), 'badDate', { given });
  return {
    names,
    year,
    aliases: new Map(Object.entries(aliases)),
    units: new Set(lexicon.units),
    verbs: new Map(Object.entries(lexicon.verbs ?? {})) as Config['verbs'],
    collectives: new Map(Object.entries(lexicon.collectives ?? {})),
    within,
    days: { holidays, workdays },
    lights: lights as Config['lights'],
    accept: accept.map((entry, index) => ({ ...entry, place: mistakes.place(json.placeOf(['accept', index])) })),
  };
}

function locate(text: string, mistakes: Mistakes): LocatedJson | null {
  try {
    return locateJson(text);
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    if (error.twice !== null) mistakes.add(error.at, 'configTwice', { given: error.twice });
    else mistakes.add(error.at, 'configExpected', { expected: error.expected });
    return null;
  }
}

function roleAt(word: string, at: number, mistakes: Mistakes): Heading | null {
  const role = roleOfWord(word);
  if (!role) mistakes.add(at, 'configRole', { given: word, choices: roleWords.join(', ') }, nearest(word, roleWords));
  return role;
}

const TYPES: Record<string, CliWord> = { string: 'typeText', array: 'typeList', object: 'typeObject', record: 'typeObject' };

function addIssue(issue: z.core.$ZodIssue, json: LocatedJson, schema: JsonSchema, mistakes: Mistakes): void {
  const at = json.placeOf(issue.path);
  const given = valueAt(json.value, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    for (const key of issue.keys)
      mistakes.add(json.placeOf(issue.path, key), 'configKey', { given: key, choices: known.join(', ') }, nearest(key, known, 1));
  } else if (given === undefined) mistakes.add(at, 'configMissing', { given: String(issue.path.at(-1)) });
  else if (issue.code === 'invalid_value' && issue.path[0] === 'progress')
    mistakes.add(at, 'configChoice', { given: String(given), choices: issue.values.join(', ') });
  else if (issue.code === 'invalid_value')
    mistakes.add(at, 'configCode', { given: String(given) }, nearest(String(given), issue.values.map(String)));
  else if (issue.path.at(-1) === 'year') mistakes.add(at, 'badYear', { given: String(given) });
  else if (issue.code === 'invalid_type') mistakes.add(at, TYPES[issue.expected] ?? 'configExpected', { expected: issue.expected });
  else if (issue.path.at(-1) === 'within') mistakes.add(at, 'configChoice', { given: String(given), choices: WITHIN_WORDS });
  else if (issue.path[0] === 'progress') mistakes.add(at, 'badDate', { given: String(given) });
  else mistakes.add(at, 'configEmpty');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

/** Keys of the object that a schema expects at a path. */
function keysAt(schema: JsonSchema, path: readonly PropertyKey[]): string[] {
  const at = path.reduce<JsonSchema | undefined>(
    (inner, key) => (typeof key === 'number' ? inner?.items || undefined : inner?.properties?.[String(key)]),
    schema,
  );
  return Object.keys(at?.properties ?? {});
}

/** Mistakes of a file, in the order of their places. */
class Mistakes {
  private readonly found: { at: number; line: string }[] = [];
  private readonly name: string;
  private readonly text: string;
  private readonly say: Say;

  constructor(name: string, text: string, say: Say) {
    this.name = name;
    this.text = text;
    this.say = say;
  }

  /** `plan.config.json:3:5` of an offset. */
  place(at: number): string {
    const lines = this.text
      .slice(0, at)
      .replace(/^\ufeff/, '')
      .split(/\r\n|\r|\n/);
    return `${this.name}:${lines.length}:${lines.at(-1)!.length + 1}`;
  }

  add(at: number, key: CliWord, data: Record<string, string> = {}, near: readonly string[] = []): void {
    const hint = near.length > 0 ? `\n    ${this.say('didYouMean', { names: near.join('、') })}` : '';
    this.found.push({ at, line: `  ${this.place(at)}: ${this.say(key, data)}${hint}` });
  }

  get none(): boolean {
    return this.found.length === 0;
  }

  lines(): string {
    return [...this.found]
      .sort((a, b) => a.at - b.at)
      .map(({ line }) => line)
      .join('\n');
  }
}
