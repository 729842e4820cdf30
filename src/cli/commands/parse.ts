import { severityOf } from '../../base/diagnostic.ts';
import type { PlanDraft } from '../../plan/build.ts';
import { planParts } from '../../plan/saved.ts';
import type { Plan, Task } from '../../plan/schema.ts';
import { buildOptions } from '../build-options.ts';
import { expandSources, gathered, writeStream, writeWhole } from '../io.ts';
import { readDocuments } from '../load.ts';
import { sourceOptions } from '../options.ts';
import { outputFile, tell } from '../output.ts';
import { type Command, choice, type Exit, type Run } from '../run.ts';
import { showDiagnostic } from '../show-diagnostics.ts';
import { UsageError } from '../words.ts';

export const parse: Command = {
  name: 'parse',
  summary: 'sumParse',
  examples: [
    'plan parse 方案.docx 附件/ --year 2024',
    'plan parse seeds/chengdu-2021.txt --explain',
    'plan parse seeds/chengdu-2021.txt',
    'plan parse seeds/chengdu-2021.txt -o - | jq .units',
    'plan parse seeds/chengdu-2021.txt --format ndjson -o tasks.ndjson',
  ],
  configure: (command, say) =>
    sourceOptions(command, say)
      .option('-o, --output <file>', say('optOutput'))
      .option('--format <format>', say('optFormat', { formats: 'json, ndjson' }))
      .option('--no-meaning', say('optNoMeaning'))
      .option('--explain', say('optExplain'))
      .option('--records', say('optRecords')),
  run: async (run, sources) => {
    if (run.options.records === true) {
      const { filterRecords } = await import('../records.ts');
      await filterRecords(run, buildOptions(run));
      return 0;
    }
    if (sources.length === 0) throw new UsageError('missingArgument', { given: 'SOURCE' });
    const output = run.options.output === undefined ? 'plan.json' : (outputFile(run) ?? '-');
    const format = choice(run.options, 'format', '--format', ['json', 'ndjson'], output.endsWith('.ndjson') ? 'ndjson' : 'json');
    const read = await readDocuments(run, expandSources(sources, run.world.cwd));
    if (read.documents.length === 0) return finish(run, read.failed);
    const { addMeaning, buildPlan, checkPlan, draftPlan } = await import('../documents.ts');
    const options = { ...buildOptions(run), ...(run.options.meaning === false ? {} : { meaning: addMeaning }) };
    if (run.options.explain === true) return explained(run, draftPlan(read.documents, options), read.failed);
    if (format === 'ndjson') return records(run, draftPlan(read.documents, options), output, read.failed);
    const { plan } = buildPlan(read.documents, options, checkPlan);
    if (isEmpty(plan)) return noTable(run, plan, read.failed);
    await write(run, output, planParts(plan));
    await summarize(run, plan, output);
    return finish(run, read.failed);
  },
};

async function explained(run: Run, draft: PlanDraft, failed: string[]): Promise<Exit> {
  const tasks = [...draft.tasks()];
  const { explain } = await import('../explain.ts');
  await writeStream(run.world.stdout, explain(run, draft, tasks));
  return finish(run, tasks.length === 0 ? [...failed, ...draft.sources.map(source => source.name)] : failed);
}

/** A task a line; tasks are read and written one by one, so that a large plan is never held whole. */
async function records(run: Run, draft: PlanDraft, output: string, failed: string[]): Promise<Exit> {
  let count = 0;
  function* lines(): Generator<string> {
    for (const task of draft.tasks()) {
      count++;
      yield lineOf(task);
    }
  }
  await write(run, output, lines());
  const counts = countSeverities(draft.diagnostics.map(found => severityOf(found.code)));
  if (count === 0 || counts.errors + counts.warnings > 0) await tell(run, run.say('findingsSummary', counts));
  return finish(run, count === 0 ? [...failed, ...draft.sources.map(source => source.name)] : failed);
}

/** A task as a line: as in plan.json, with its own place but without those of its cells. */
function lineOf(task: Task): string {
  const { id, category, content, leadUnits, supportUnits, leadMode, deadline, extra, place } = task;
  const milestones = task.milestones.map(({ place: _, ...milestone }) => milestone);
  return `${JSON.stringify({ id, category, content, leadUnits, supportUnits, leadMode, deadline, extra, place, milestones })}\n`;
}

async function write(run: Run, output: string, parts: Iterable<string>): Promise<void> {
  if (output !== '-') writeWhole(output, run.world.cwd, parts);
  else for (const part of gathered(parts)) if (!(await writeStream(run.world.stdout, part))) return;
}

function isEmpty(plan: Plan): boolean {
  return plan.tasks.length === 0;
}

/** Nothing was found: the diagnostics are all there is to say. */
async function noTable(run: Run, plan: Plan, failed: string[]): Promise<Exit> {
  const names = plan.sources.map(source => source.name);
  const headed = plan.diagnostics.some(found => found.code === 'no-task');
  for (const found of plan.diagnostics) if (found.severity !== 'info' || headed) await tell(run, showDiagnostic(run, found, names));
  if (!headed) await tell(run, showDiagnostic(run, { code: 'no-table', place: null }, names));
  return finish(run, [...failed, ...names]);
}

async function summarize(run: Run, plan: Plan, output: string): Promise<void> {
  const { say } = run;
  for (const source of plan.sources) await tell(run, say('readAs', { ...source }));
  const year =
    plan.year === null || plan.yearFrom === 'unknown' ? say('yearNone') : say('yearIs', { year: plan.year, from: say(plan.yearFrom) });
  const milestones = plan.tasks.reduce((sum, task) => sum + task.milestones.length, 0);
  const counts = { tasks: plan.tasks.length, milestones, categories: plan.categories.length, units: plan.units.length, year };
  await tell(run, say('parsed', counts));
  const found = countSeverities(plan.diagnostics.map(({ severity }) => severity));
  if (found.errors + found.warnings + found.infos > 0) await tell(run, say('findingsSummary', found));
  if (output === '-') return;
  await tell(run, say('saved', { name: output }));
  const busiest = [...plan.units].sort((a, b) => b.lead.length - a.lead.length)[0];
  if (milestones === 0) await tell(run, say('noMilestones'));
  else if (busiest) await tell(run, say('nextSteps', { unit: busiest.name }));
}

/** How many findings there are of each severity. */
export function countSeverities(severities: readonly string[]): { errors: number; warnings: number; infos: number } {
  const count = (severity: string): number => severities.filter(one => one === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

async function finish(run: Run, failed: readonly string[]): Promise<Exit> {
  if (failed.length === 0) return 0;
  if (failed.length > 1) await tell(run, run.say('failedSources', { count: failed.length, names: failed.join(', ') }));
  return 2;
}
