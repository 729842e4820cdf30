import { dirname, join, resolve } from 'node:path';
import { visible } from '../base/visible.ts';
import type { BuildOptions, ReadDocument } from '../plan/build.ts';
import { parsePlan } from '../plan/saved.ts';
import type { Plan } from '../plan/schema.ts';
import { unitsOf } from '../plan/units-of.ts';
import { assertColumnsFound, buildOptions } from './build-options.ts';
import { type Config, loadConfig } from './config.ts';
import { expandSources } from './find-sources.ts';
import { nearestFile, newerSources, readSourceBytes, sourceName } from './io.ts';
import { isJson } from './is-json.ts';
import { inputFormats } from './options.ts';
import { tell } from './output.ts';
import type { HowToRead } from './read-documents.ts';
import { choice, type Run } from './run.ts';
import { showDiagnostic } from './show-diagnostics.ts';
import { UsageError } from './words.ts';

/** The plan a command works on, and how many of its sources could not be read. */
export interface Loaded {
  plan: Plan;
  failed: string[];
  config: Config;
  /** The saved plan that was read; null for documents. */
  file: string | null;
}

/** Documents read; those that could not be are told about on standard error and named in `failed`. */
export interface ReadAll {
  documents: ReadDocument[];
  failed: string[];
}

/** Reads the sources named, or the nearest saved plan where none is. */
export async function loadPlan(run: Run, sources: readonly string[]): Promise<Loaded> {
  const config = await loadConfig(run);
  assertFormat(run);
  if (sources.length > 0 && run.options.plan !== undefined) throw new UsageError('notTogether', { one: '--plan', other: 'SOURCE' });
  const names = sources.length > 0 ? expandSources(sources, run.world.cwd) : [savedPlanName(run)];
  if (names.length === 1) {
    const bytes = await readSourceBytes(names[0]!, run.world);
    const saved = isJson(bytes) || /\.json$/i.test(names[0]!);
    if (saved && run.options.year !== undefined) throw new UsageError('savedYear', { given: String(run.options.year) });
    for (const [key, option] of NEW_READING) if (saved && run.options[key] !== undefined) throw new UsageError('savedOption', { option });
    if (saved) {
      const plan = await parsePlan(bytes, sourceName(names[0]!));
      await tellChangedSources(run, names[0]!, plan);
      if (config.aliases.size > 0) plan.units = unitsOf(plan.tasks, config.aliases);
      return { plan, failed: [], config, file: names[0]! };
    }
    return build(run, config, names, bytes);
  }
  return build(run, config, names);
}

/** Options that say how a document is read. */
const NEW_READING = [
  ['columns', '--columns'],
  ['inputFormat', '--input-format'],
] as const;

/** Refuses a format that no reader has. */
export function assertFormat(run: Run): void {
  choice(run.options, 'inputFormat', '--input-format', inputFormats);
}

/** Warns of sources that have changed since their plan was saved. Bytes are read only where the time of writing says so. */
async function tellChangedSources(run: Run, file: string, plan: Plan): Promise<void> {
  if (file === '-') return;
  const { cwd } = run.world;
  const names = plan.sources.map(source => source.name);
  for (const name of newerSources(file, names, cwd)) {
    const { sha256 } = await import('./digest.ts');
    const bytes = await readSourceBytes(join(dirname(resolve(cwd, file)), name), run.world).catch(() => null);
    const same = bytes === null || plan.sources.some(source => source.name === name && source.sha256 === sha256(bytes));
    if (!same) await tell(run, run.say('changedSource', { name: visible(name) }));
  }
}

function savedPlanName(run: Run): string {
  const named = run.options.plan ?? run.world.env.PLAN_FILE;
  const found = named ? String(named) : nearestFile('plan.json', run.world.cwd);
  if (found === null) throw new UsageError('noPlan', {}, [], 'noPlanHint');
  return found;
}

/** Reads every source; one that cannot be read does not stop the others. */
export async function readDocuments(run: Run, names: readonly string[], options: BuildOptions, how: HowToRead): Promise<ReadAll> {
  return (await import('./read-documents.ts')).readAll(run, names, options, how);
}

async function build(run: Run, config: Config, sources: readonly string[], first?: Uint8Array): Promise<Loaded> {
  const options = buildOptions(run, config);
  const { documents, failed } = await readDocuments(run, sources, options, { digest: true, first });
  if (documents.length === 0) return { plan: emptyPlan(), failed, config, file: null };
  const { buildPlan, checkPlan, meaningWith } = await import('./documents.ts');
  const { plan, columns } = buildPlan(documents, { ...options, meaning: meaningWith(config.verbs) }, checkPlan);
  assertColumnsFound(run, columns);
  if (plan.tasks.length > 0 || plan.diagnostics.some(found => found.code === 'no-task')) return { plan, failed, config, file: null };
  const names = documents.map(document => document.name);
  await tell(run, showDiagnostic(run, { code: 'no-table', place: null }, names));
  return { plan, failed: [...failed, ...names], config, file: null };
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
