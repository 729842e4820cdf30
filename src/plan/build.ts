import { type Diagnostic, type Lang, severityOf, sortDiagnostics, wordsOf } from '../base/diagnostic.ts';
import { type ColumnSpec, emptyTally, type Tally } from '../grid/grid.ts';
import { type Restored, restore } from '../grid/restore.ts';
import type { HeadingNames } from '../lexicon/headings.ts';
import type { RawDocument } from '../source/raw.ts';
import { sayFirstLeads } from './fields/first-leads.ts';
import { TaskNumbers } from './fields/task-numbers.ts';
import { type Context, type MeaningOf, tasksOf } from './normalize.ts';
import type { Plan, Source, Task } from './schema.ts';
import { restoredFrom, SAMPLE, type Settled } from './settled.ts';
import { type UnitNames, unitsOf } from './units-of.ts';
import { findTitle, findYear, usesRocYears, type YearFound } from './year.ts';

/** A document read from a source, with what identifies the source. */
export interface ReadDocument {
  document: RawDocument;
  name: string;
  sha256: string;
  /** Its tables, where they have been restored already; the blocks of `document` are not needed then. */
  settled?: Settled;
}

export interface BuildOptions {
  year?: number;
  /** What unusual headings mean, by folded heading. */
  names?: HeadingNames;
  /** Names that are units, though they do not look like it. */
  units?: ReadonlySet<string>;
  /** Other names of units, by name. */
  aliases?: UnitNames;
  /** Language of the messages that are saved with the diagnostics. */
  lang?: Lang;
  /** Adds what a milestone's text means (times, amounts); left out, milestones are their texts. */
  meaning?: MeaningOf;
}

/** A plan before its tasks are read: everything but `tasks`, `categories` and `units`, and a way to go through the tasks once. */
export interface PlanDraft extends Pick<YearFound, 'year' | 'yearFrom'> {
  title: string | null;
  sources: Source[];
  tally: Tally;
  diagnostics: Diagnostic[];
  /** The columns of every plan table, as they were read. */
  columns: ColumnSpec[][];
  tasks(): Generator<Task>;
}

/** Restores the tables of all documents and finds out their year; tasks are read one by one by `tasks()`. */
export function draftPlan(read: readonly ReadDocument[], options: BuildOptions): PlanDraft {
  const restored = read.map(({ document, settled }) => (settled ? restoredFrom(settled) : restore(document, options)));
  const calendars = restored.map((one, index) => calendarOf(one, read[index]!.document, options.year));
  const found = calendars.find(({ year }) => year !== null) ?? calendars[0] ?? findYear(options.year, [], [], [], false);
  const diagnostics = [
    ...found.diagnostics,
    ...restored.flatMap(result => result.diagnostics),
    ...read.flatMap(({ document }) => document.diagnostics),
  ];
  const tally = emptyTally();
  for (const { tally: outside } of restored) for (const key of Object.keys(tally) as (keyof Tally)[]) tally[key] += outside[key];
  const context: Context = {
    year: found.year,
    roc: false,
    firstLeads: false,
    numbers: new TaskNumbers(),
    diagnostics,
    tally,
    meaning: options.meaning,
  };
  return {
    year: found.year,
    yearFrom: found.yearFrom,
    title: calendars.find(one => one.title !== null)?.title ?? null,
    sources: read.map(sourceOf),
    tally,
    diagnostics,
    columns: restored.flatMap(({ grids }) => grids.map(grid => grid.columns)),
    tasks: () => allTasks(restored, calendars, context),
  };
}

/** What a document says of itself: its title, its year, and whether it counts years of the Republic calendar. */
interface Calendar extends YearFound {
  title: string | null;
  roc: boolean;
  firstLeads: boolean;
}

function calendarOf(restored: Restored, document: RawDocument, option: number | undefined): Calendar {
  const before = textBefore(restored, document);
  const title = findTitle(before);
  const headings = restored.grids.flatMap(grid => grid.columns.flatMap(column => [column.heading, column.over ?? '']));
  const samples = restored.grids.flatMap(grid => grid.sample(SAMPLE));
  const roc = usesRocYears([...before.slice(0, 50), ...headings, ...samples.slice(0, 400)].join('\n'));
  const texts = title === null ? before : [title, ...before];
  const remarks = [...restored.paragraphs.map(({ text }) => text), ...restored.grids.flatMap(grid => grid.remarks)];
  return { ...findYear(option, texts, headings, samples, roc), title, roc, firstLeads: sayFirstLeads([...remarks, ...samples]) };
}

/** All tasks of all tables, each document in its own year; a table without any says so. */
function* allTasks(restored: readonly Restored[], calendars: readonly Calendar[], context: Context): Generator<Task> {
  const { year } = context;
  for (const [index, { grids }] of restored.entries()) {
    context.year = calendars[index]!.year ?? year;
    context.roc = calendars[index]!.roc;
    context.firstLeads = calendars[index]!.firstLeads;
    for (const grid of grids) {
      let count = 0;
      for (const task of tasksOf(grid, context)) {
        count++;
        yield task;
      }
      if (count === 0) context.diagnostics.push({ code: 'no-task', place: grid.place });
    }
  }
}

/** Reads documents as one plan, whole. */
export function buildPlan(
  read: readonly ReadDocument[],
  options: BuildOptions,
  check: (plan: Plan) => Diagnostic[],
): { plan: Plan; tally: Tally; columns: ColumnSpec[][] } {
  const draft = draftPlan(read, options);
  const tasks = [...draft.tasks()];
  const plan: Plan = {
    schemaVersion: 1,
    title: draft.title,
    year: draft.year,
    yearFrom: draft.yearFrom,
    sources: draft.sources,
    categories: categoriesOf(tasks),
    tasks,
    units: unitsOf(tasks, options.aliases ?? new Map()),
    diagnostics: [],
  };
  plan.diagnostics = sortDiagnostics([...draft.diagnostics, ...check(plan)]).map(found => savedDiagnostic(found, options.lang ?? 'zh'));
  return { plan, tally: draft.tally, columns: draft.columns };
}

/** A diagnostic as plan.json holds it: with its severity and its message in words. */
function savedDiagnostic(found: Diagnostic, lang: Lang): Plan['diagnostics'][number] {
  const { related, code, ...rest } = found;
  const { message } = wordsOf(code, found.data ?? {}, lang);
  const saved = { code, severity: severityOf(code), message, ...rest };
  return related && related.length > 0 ? { ...saved, related } : saved;
}

function sourceOf({ document, name, sha256 }: ReadDocument): Source {
  return { name, format: document.format, dialect: document.dialect, encoding: document.encoding, sha256 };
}

/** Texts before the first plan table, in reading order; all of the text where there is none. */
function textBefore({ paragraphs, grids }: Restored, document: RawDocument): string[] {
  const first = grids[0]?.place;
  const before = first
    ? paragraphs.filter(({ place }) => place.start < first.start || (first.start === 0 && place.line < first.line))
    : paragraphs;
  return (before.length > 0 || document.format !== 'docx' ? before : paragraphs).map(paragraph => paragraph.text);
}

function categoriesOf(tasks: readonly Task[]): Plan['categories'] {
  const byPath = new Map<string, Plan['categories'][number]>();
  for (const task of tasks) {
    if (task.category.length === 0) continue;
    const key = task.category.join('\u0000');
    const known = byPath.get(key);
    if (known) known.tasks.push(task.id);
    else byPath.set(key, { path: task.category, tasks: [task.id] });
  }
  return [...byPath.values()];
}
