import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, buildPlan, checkPlan, type Plan, readSource, type Task } from '../src/index.ts';

export const PLANS = join(import.meta.dirname, '../fixtures/plans');

/** A text dialect that loses cells: `rows` drops empty and covered cells, `grid` keeps them but not which of them are merged. */
export type Dialect = 'rows' | 'grid';

/** A task as a person reads it from the original document. */
export interface ExpectedTask {
  id: string | null;
  category: string[];
  categoryAlternatives?: string[][];
  content: string;
  contentAlternatives?: string[];
  /** Text by period; a merged cell under `M01-M03`. */
  periods: Record<string, string>;
  deadline: string | null;
  lead: string[];
  support: string[];
  unitsAlternatives?: { lead: string[]; support: string[] }[];
  /** Text dialects in which this task cannot be told for sure. */
  lossy?: Partial<Record<Dialect, true>>;
}

/** `expected.json` of a case. */
export interface ExpectedPlan {
  title: string | null;
  year: number;
  /** Whether the document states its year; where it does not, an unknown year is right too. */
  yearStated: boolean;
  /** Inputs that hold the table only, without the title above it. */
  untitled?: string[];
  /** A document outside the case's folder. */
  source?: string;
  /** The dialect of each text input; inputs that are not named keep everything. */
  dialects: Record<string, Dialect>;
  tasks: ExpectedTask[];
}

/** The folders of the cases. */
export function planCases(): string[] {
  return readdirSync(PLANS, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []));
}

export function expectedPlan(name: string): ExpectedPlan {
  return JSON.parse(readFileSync(join(PLANS, name, 'expected.json'), 'utf8')) as ExpectedPlan;
}

/** Paths of a case's inputs by their names. */
export function planInputs(name: string, expected: ExpectedPlan): [name: string, path: string][] {
  const folder = join(PLANS, name);
  const own = readdirSync(folder)
    .filter(file => file.startsWith('input.'))
    .map((file): [string, string] => [file, join(folder, file)]);
  return expected.source === undefined ? own : [...own, [expected.source, join(PLANS, '../..', expected.source)]];
}

/** Reads a document as the program does. */
export async function planOf(path: string, options: BuildOptions = {}): Promise<Plan> {
  if (!existsSync(path)) throw new Error(`no such fixture: ${path}`);
  const name = path.split('/').at(-1)!;
  const document = await readSource(readFileSync(path), name, 0);
  return buildPlan([{ document, name, sha256: '' }], options, checkPlan).plan;
}

/** Line breaks and spaces differ between formats; nothing else does. */
export function tight(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, '');
}

/** The number as printed, without the `#2` that makes it unique and the marks around it. */
function plainNumber(id: string | null): string {
  return (id ?? '')
    .normalize('NFKC')
    .replace(/#\d+$/, '')
    .replace(/[()、.\s]+$|^\(/g, '');
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, at) => tight(text) === tight(b[at]));

/** What a converter made of quotation marks and dashes. */
function straight(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/—/g, '---').replace(/–/g, '--').replace(/…/g, '...');
}

/** The expectations for an input that spells quotation marks and dashes in ASCII. */
export function straightened(expected: ExpectedTask): ExpectedTask {
  return JSON.parse(JSON.stringify(expected), (_, value: unknown) => (typeof value === 'string' ? straight(value) : value)) as ExpectedTask;
}

/**
 * The expectations for a grid of text, where a cell over several periods stands under the first of them and nothing tells how far it reaches.
 */
export function unmerged(expected: ExpectedTask): ExpectedTask {
  const first = (key: string): string => (key.includes('-') ? key.slice(0, key.indexOf('-')) : key);
  return { ...expected, periods: Object.fromEntries(Object.entries(expected.periods).map(([key, text]) => [first(key), text])) };
}

/** The fields in which a task differs from what is expected; empty where it is right. */
export function differences(task: Task, expected: ExpectedTask): string[] {
  const wrong: string[] = [];
  const miss = (field: string, got: unknown, want: unknown): void =>
    void wrong.push(`${field}: ${JSON.stringify(got)} for ${JSON.stringify(want)}`);
  if (expected.id !== null && plainNumber(task.id) !== plainNumber(expected.id)) miss('number', task.id, expected.id);
  const categories = [expected.category, ...(expected.categoryAlternatives ?? [])];
  if (!categories.some(path => same(task.category, path))) miss('category', task.category, expected.category);
  const contents = [expected.content, ...(expected.contentAlternatives ?? [])];
  if (!contents.some(text => tight(text) === tight(task.content))) miss('content', task.content, expected.content);
  const units = [{ lead: expected.lead, support: expected.support }, ...(expected.unitsAlternatives ?? [])];
  if (!units.some(({ lead, support }) => same(task.leadUnits, lead) && same(task.supportUnits, support)))
    miss('units', [task.leadUnits, task.supportUnits], [expected.lead, expected.support]);
  const periods = Object.fromEntries(
    task.milestones.filter(({ dueFrom }) => dueFrom === 'period').map(({ period, text }) => [period, text]),
  );
  for (const key of new Set([...Object.keys(periods), ...Object.keys(expected.periods)]))
    if (tight(periods[key]) !== tight(expected.periods[key])) miss(key, periods[key], expected.periods[key]);
  if (tight(task.deadline?.text) !== tight(expected.deadline)) miss('deadline', task.deadline?.text, expected.deadline);
  return wrong;
}
