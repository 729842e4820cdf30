import type { BuildOptions, ReadDocument } from '../plan/build.ts';
import { parsePlan } from '../plan/saved.ts';
import type { Plan } from '../plan/schema.ts';
import { buildOptions } from './build-options.ts';
import { expandSources, nearestPlan, readSourceBytes, sourceName } from './io.ts';
import { isJson } from './is-json.ts';
import { tell } from './output.ts';
import type { Run } from './run.ts';
import { showDiagnostic } from './show-diagnostics.ts';
import { UsageError } from './words.ts';

/** The plan a command works on, and how many of its sources could not be read. */
export interface Loaded {
  plan: Plan;
  failed: string[];
}

/** Documents read; those that could not be are told about on standard error and named in `failed`. */
export interface ReadAll {
  documents: ReadDocument[];
  failed: string[];
}

/** Reads the sources named, or the nearest saved plan where none is. */
export async function loadPlan(run: Run, sources: readonly string[]): Promise<Loaded> {
  const names = sources.length > 0 ? expandSources(sources, run.world.cwd) : [savedPlanName(run)];
  if (names.length === 1) {
    const bytes = await readSourceBytes(names[0]!, run.world);
    if (isJson(bytes) && run.options.year !== undefined) throw new UsageError('savedYear', { given: String(run.options.year) });
    if (isJson(bytes)) return { plan: await parsePlan(bytes, sourceName(names[0]!)), failed: [] };
    return build(run, names, bytes);
  }
  return build(run, names);
}

function savedPlanName(run: Run): string {
  const named = run.options.plan ?? run.world.env.PLAN_FILE;
  const found = named ? String(named) : nearestPlan(run.world.cwd);
  if (found === null) throw new UsageError('noPlan', {}, [], 'noPlanHint');
  return found;
}

/** Reads every source; one that cannot be read does not stop the others. */
export async function readDocuments(run: Run, names: readonly string[], options: BuildOptions, first?: Uint8Array): Promise<ReadAll> {
  return (await import('./read-documents.ts')).readAll(run, names, options.names, first);
}

async function build(run: Run, sources: readonly string[], first?: Uint8Array): Promise<Loaded> {
  const options = buildOptions(run);
  const { documents, failed } = await readDocuments(run, sources, options, first);
  if (documents.length === 0) return { plan: emptyPlan(), failed };
  const { buildPlan, checkPlan } = await import('./documents.ts');
  const { plan } = buildPlan(documents, options, checkPlan);
  if (plan.tasks.length > 0 || plan.diagnostics.some(found => found.code === 'no-task')) return { plan, failed };
  const names = documents.map(document => document.name);
  await tell(run, showDiagnostic(run, { code: 'no-table', place: null }, names));
  return { plan, failed: [...failed, ...names] };
}

/** A command that needs tasks ends here where there are none: with the reason, if it has not been told yet. */
export async function withoutTasks(run: Run, plan: Plan): Promise<2> {
  const found = plan.diagnostics.find(one => one.code === 'no-task');
  const names = plan.sources.map(source => source.name);
  if (found) await tell(run, showDiagnostic(run, found, names));
  return 2;
}

function emptyPlan(): Plan {
  return {
    schemaVersion: 1,
    title: null,
    year: null,
    yearFrom: 'unknown',
    sources: [],
    categories: [],
    tasks: [],
    units: [],
    diagnostics: [],
  };
}
