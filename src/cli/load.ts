import { isInputError } from '../base/diagnostic.ts';
import type { ReadDocument } from '../plan/build.ts';
import { parsePlan } from '../plan/saved.ts';
import type { Plan } from '../plan/schema.ts';
import { buildOptions } from './build-options.ts';
import { expandSources, nearestPlan, readSourceBytes, sourceName } from './io.ts';
import { tell } from './output.ts';
import type { Run } from './run.ts';
import { showDiagnostic } from './show-diagnostics.ts';
import { FileError, UsageError } from './words.ts';

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
    const bytes = await readSourceBytes(names[0]!, run.world.cwd, run.world.stdin);
    if (isJson(bytes) && run.options.year !== undefined) throw new UsageError('savedYear', { given: String(run.options.year) });
    if (isJson(bytes)) return { plan: await parsePlan(bytes, sourceName(names[0]!)), failed: [] };
    return build(run, await readDocuments(run, names, bytes));
  }
  return build(run, await readDocuments(run, names));
}

function savedPlanName(run: Run): string {
  const named = run.options.plan ?? run.world.env.PLAN_FILE;
  const found = named ? String(named) : nearestPlan(run.world.cwd);
  if (found === null) throw new UsageError('noPlan', {}, [], 'noPlanHint');
  return found;
}

/** A saved plan is JSON; no document is. */
function isJson(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
  const blank = (): void => {
    while (at < bytes.length && bytes[at]! <= 0x20) at++;
  };
  blank();
  if (bytes[at++] !== 0x7b) return false;
  blank();
  return bytes[at] === 0x22 || bytes[at] === 0x7d;
}

/** Reads every source; one that cannot be read does not stop the others. */
export async function readDocuments(run: Run, names: readonly string[], first?: Uint8Array): Promise<ReadAll> {
  const { readSource, sha256 } = await import('./documents.ts');
  const documents: ReadDocument[] = [];
  const failed: string[] = [];
  for (const [index, name] of names.entries()) {
    try {
      const bytes = index === 0 && first ? first : await readSourceBytes(name, run.world.cwd, run.world.stdin);
      if (names.length > 1 && isJson(bytes)) throw new UsageError('mixedSources', { given: name });
      const format = run.options.inputFormat;
      const document = await readSource(bytes, name, documents.length, format === undefined ? {} : { format: String(format) });
      documents.push({ document, name: sourceName(name), sha256: sha256(bytes) });
    } catch (error) {
      failed.push(name);
      await tellFailure(run, name, error);
    }
  }
  return { documents, failed };
}

async function tellFailure(run: Run, name: string, error: unknown): Promise<void> {
  if (isInputError(error)) await tell(run, showDiagnostic(run, error.diagnostic, [sourceName(name)]));
  else if (error instanceof FileError) await tell(run, `plan: ${run.say('cannotRead', { name, why: error.reason(run.say) })}`);
  else throw error;
}

async function build(run: Run, { documents, failed }: ReadAll): Promise<Loaded> {
  if (documents.length === 0) return { plan: emptyPlan(), failed };
  const options = buildOptions(run);
  const { addMeaning, buildPlan, checkPlan } = await import('./documents.ts');
  const { plan } = buildPlan(documents, { ...options, meaning: addMeaning }, checkPlan);
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
