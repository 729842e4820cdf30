import { type Diagnostic, type Lang, severityOf, sortDiagnostics, wordsOf } from '../base/diagnostic.ts';
import type { Grid, GridRow, Tally } from '../grid/grid.ts';
import { type Restored, restore } from '../grid/restore.ts';
import type { RawDocument } from '../source/raw.ts';
import { TaskNumbers } from './fields/task-numbers.ts';
import { tasksOf } from './normalize.ts';
import type { Plan, Source, Task, Unit } from './schema.ts';
import { findTitle, findYear, usesRocYears, type YearFound } from './year.ts';

/** A document read from a source, with what identifies the source. */
export interface ReadDocument {
  document: RawDocument;
  name: string;
  sha256: string;
}

export interface BuildOptions {
  year?: number;
  /** Language of the messages that are saved with the diagnostics. */
  lang?: Lang;
}

/** A plan before its tasks are read: everything but `tasks`, `categories` and `units`, and a way to go through the tasks once. */
export interface PlanDraft extends YearFound {
  title: string | null;
  sources: Source[];
  tally: Tally;
  diagnostics: Diagnostic[];
  tasks(): Generator<Task>;
}

/** Restores the tables of all documents and finds out their year; tasks are read one by one by `tasks()`. */
export function draftPlan(read: readonly ReadDocument[], options: BuildOptions): PlanDraft {
  const restored = read.map(({ document }) => restore(document));
  const before = restored.map((result, index) => textBefore(result, read[index]!.document));
  const title = before.map(findTitle).find(found => found !== null) ?? null;
  const roc = usesRocYears([title ?? '', ...before.flat().slice(0, 50), ...headingsOf(restored), ...sampleCells(restored, 400)].join('\n'));
  const stated = [...(title === null ? [] : [title]), ...before.flat(), ...headingsOf(restored)];
  const found = findYear(options.year, stated, sampleCells(restored, 20_000), roc);
  const diagnostics = [...found.diagnostics, ...read.flatMap(({ document }) => document.diagnostics)];
  return { ...found, title, sources: read.map(sourceOf), tally: sumTallies(restored), diagnostics, tasks: () => allTasks(restored, found.year, roc, diagnostics) };
}

/** All tasks of all tables; diagnostics about rows get the id of their task on the way. */
function* allTasks(restored: readonly Restored[], year: number | null, roc: boolean, diagnostics: Diagnostic[]): Generator<Task> {
  const numbers = new TaskNumbers();
  for (const { grids, diagnostics: found } of restored) {
    const byRow = new Map<GridRow, Diagnostic[]>();
    for (const { row, ...diagnostic } of found) {
      if (row) byRow.set(row, [...(byRow.get(row) ?? []), diagnostic]);
      else diagnostics.push(diagnostic);
    }
    for (const grid of grids) {
      yield* tasksOf(grid, { year, roc, numbers, diagnostics }, (row, task) => {
        for (const diagnostic of byRow.get(row) ?? []) diagnostics.push({ ...diagnostic, task: task.id });
      });
    }
  }
}

/** Reads documents as one plan, whole. */
export function buildPlan(read: readonly ReadDocument[], options: BuildOptions, check: (plan: Plan) => Diagnostic[]): { plan: Plan; tally: Tally } {
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
    units: unitsOf(tasks),
    diagnostics: [],
  };
  plan.diagnostics = sortDiagnostics([...draft.diagnostics, ...check(plan)]).map(found => savedDiagnostic(found, options.lang ?? 'zh'));
  return { plan, tally: draft.tally };
}

/** A diagnostic as plan.json holds it: with its severity and its message in words. */
export function savedDiagnostic(found: Diagnostic, lang: Lang): Plan['diagnostics'][number] {
  const { related, ...rest } = found;
  const { message } = wordsOf(found.code, found.data ?? {}, lang);
  const saved = { ...rest, severity: severityOf(found.code), message };
  return related && related.length > 0 ? { ...saved, related } : saved;
}

function sourceOf({ document, name, sha256 }: ReadDocument): Source {
  return { name, format: document.format, dialect: document.dialect, encoding: document.encoding, sha256 };
}

/** Texts before the first plan table, in reading order; all of the text where there is none. */
function textBefore({ paragraphs, grids }: Restored, document: RawDocument): string[] {
  const first = grids[0]?.rows[0]?.place;
  const before = first ? paragraphs.filter(({ place }) => place.start < first.start || (first.start === 0 && place.line < first.line)) : paragraphs;
  return (before.length > 0 || document.format !== 'docx' ? before : paragraphs).map(paragraph => paragraph.text);
}

function headingsOf(restored: readonly Restored[]): string[] {
  return restored.flatMap(({ grids }) => grids.flatMap(grid => grid.columns.flatMap(column => [column.heading, column.over ?? ''])));
}

/** Texts of the first cells, enough to tell a year by. */
function sampleCells(restored: readonly Restored[], most: number): string[] {
  const texts: string[] = [];
  for (const { grids } of restored) for (const grid of grids) takeTexts(grid, texts, most);
  return texts;
}

function takeTexts(grid: Grid, texts: string[], most: number): void {
  for (const row of grid.rows) {
    if (texts.length >= most) return;
    for (const cell of row.cells) if (cell?.origin === 'written') texts.push(cell.text);
  }
}

function sumTallies(restored: readonly Restored[]): Tally {
  const sum: Tally = { rows: 0, headings: 0, groups: 0, remarks: 0, cells: 0, filled: 0 };
  for (const { tally } of restored) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key];
  return sum;
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

function unitsOf(tasks: readonly Task[]): Unit[] {
  const byName = new Map<string, Unit>();
  const unit = (name: string): Unit => {
    const known = byName.get(name);
    if (known) return known;
    const made: Unit = { name, aliases: [], lead: [], support: [] };
    byName.set(name, made);
    return made;
  };
  for (const task of tasks) {
    for (const name of task.leadUnits) unit(name).lead.push(task.id);
    for (const name of task.supportUnits) unit(name).support.push(task.id);
  }
  return [...byName.values()];
}
