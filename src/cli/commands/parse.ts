import { type Code, countSeverities, severityOf } from '../../base/diagnostic.ts';
import { visible } from '../../base/visible.ts';
import { acceptFindings } from '../../checks/accept.ts';
import type { BuildOptions, PlanDraft } from '../../plan/build.ts';
import { planParts } from '../../plan/saved.ts';
import type { Plan } from '../../plan/schema.ts';
import { taskLine } from '../../plan/task-line.ts';
import { formats, reporterOf } from '../../reporters/index.ts';
import { assertColumnsFound, buildOptions } from '../build-options.ts';
import { type Config, loadConfig } from '../config.ts';
import { expandSources } from '../find-sources.ts';
import { beginOf, gathered, writeStream, writeWhole } from '../io.ts';
import { assertFormat, type ReadAll, readDocuments } from '../load.ts';
import { sourceOptions } from '../options.ts';
import { outputFile, tell, tellOtherExtension } from '../output.ts';
import { type Command, choice, type Exit, type Run, wholeNumber } from '../run.ts';
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
      .option('--records', say('optRecords'))
      .option('--jobs <count>', say('optJobs')),
  run: async (run, sources) => {
    wholeNumber(run.options, 'jobs', '--jobs');
    const config = await loadConfig(run);
    assertFormat(run);
    const given = buildOptions(run, config);
    if (run.options.records === true) return filter(run, sources, given, config);
    if (sources.length === 0) throw new UsageError('missingArgument', { given: 'SOURCE' });
    const output = run.options.output === undefined ? 'plan.json' : (outputFile(run, true) ?? '-');
    const format = formatOf(run, output);
    if (run.options.output === undefined) assertOwnPlan(run, output);
    else if (output !== '-') await tellOtherExtension(run, output, format);
    const lines = run.options.explain !== true && format === 'ndjson';
    const read = await readDocuments(run, expandSources(sources, run.world.cwd), given, { digest: !lines });
    if (read.documents.length === 0) return finish(run, read);
    const { buildPlan, checkPlan, draftPlan, meaningWith } = await import('../documents.ts');
    const options = run.options.meaning === false ? given : { ...given, meaning: meaningWith(config.verbs) };
    if (lines || run.options.explain === true) {
      const draft = draftPlan(read.documents, options);
      assertColumnsFound(run, draft.columns);
      return lines ? records(run, draft, output, read) : explained(run, draft, read);
    }
    const { plan, columns } = buildPlan(read.documents, options, checkPlan);
    assertColumnsFound(run, columns);
    if (isEmpty(plan)) return noTable(run, plan, read);
    await write(run, output, planParts(plan));
    await summarize(run, plan, output, config);
    return finish(run, read);
  },
};

/** JSON unless `--format` or the extension says otherwise; an extension of a format that only reports have is a mistake. */
function formatOf(run: Run, output: string): 'json' | 'ndjson' {
  const extension = /\.([^./\\]+)$/.exec(output)?.[1]?.toLowerCase();
  const foreign = formats.some(id => reporterOf(id).extension === extension) && extension !== 'json' && extension !== 'ndjson';
  if (run.options.format === undefined && foreign) throw new UsageError('badExtension', { given: output, choices: '.json, .ndjson' });
  return choice(run.options, 'format', '--format', ['json', 'ndjson'], extension === 'ndjson' ? 'ndjson' : 'json');
}

/** The filter reads standard input and writes standard output, nothing else. */
async function filter(run: Run, sources: readonly string[], options: BuildOptions, { verbs }: Config): Promise<Exit> {
  if (sources.length > 0) throw new UsageError('excessArguments', { given: sources.join(' ') }, [], 'seeHelp');
  if (outputFile(run) !== null) throw new UsageError('excessArguments', { given: `-o ${outputFile(run)}` }, [], 'seeHelp');
  const { filterRecords } = await import('../records.ts');
  await filterRecords(run, options, verbs);
  return 0;
}

/** A plan.json of something else is not overwritten unless -o names it. */
function assertOwnPlan(run: Run, output: string): void {
  if (run.options.explain === true) return;
  const begin = beginOf(output, run.world.cwd);
  if (begin !== null && begin.trim() !== '' && !/^\s*\{\s*"schemaVersion"\s*:/.test(begin)) throw new UsageError('foreignPlan');
}

async function explained(run: Run, draft: PlanDraft, read: ReadAll): Promise<Exit> {
  const tasks = [...draft.tasks()];
  const { explain } = await import('../explain.ts');
  await writeStream(run.world.stdout, explain(run, draft));
  return finish(run, read, tasks.length === 0 ? [...read.failed, ...draft.sources.map(source => source.name)] : read.failed);
}

/** A task a line; tasks are read and written one by one, so that a large plan is never held whole. */
async function records(run: Run, draft: PlanDraft, output: string, read: ReadAll): Promise<Exit> {
  const tasks = draft.tasks();
  const first = tasks.next();
  function* lines(): Generator<string> {
    for (let next = first; !next.done; next = tasks.next()) {
      yield taskLine(next.value);
      yield '\n';
    }
  }
  // A document without tasks leaves what was there before.
  if (first.done) return noTable(run, draft, read);
  await write(run, output, lines());
  const counts = countSeverities(draft.diagnostics.map(found => severityOf(found.code)));
  if (counts.errors + counts.warnings > 0) await tell(run, run.say('findingsSummary', counts));
  return finish(run, read);
}

async function write(run: Run, output: string, parts: Iterable<string>): Promise<void> {
  if (output !== '-') writeWhole(output, run.world.cwd, parts);
  else for (const part of gathered(parts)) if (!(await writeStream(run.world.stdout, part))) return;
}

function isEmpty(plan: Plan): boolean {
  return plan.tasks.length === 0;
}

/** Nothing was found: the diagnostics are all there is to say. */
async function noTable(run: Run, plan: Pick<PlanDraft, 'sources' | 'diagnostics'> | Plan, read: ReadAll): Promise<Exit> {
  const names = plan.sources.map(source => source.name);
  const headed = plan.diagnostics.some(found => found.code === 'no-task');
  for (const found of plan.diagnostics)
    if (severityOf(found.code as Code) !== 'info' || headed) await tell(run, showDiagnostic(run, found, names));
  if (!headed) await tell(run, showDiagnostic(run, { code: 'no-table', place: null }, names));
  return finish(run, read, [...read.failed, ...names]);
}

async function summarize(run: Run, plan: Plan, output: string, { accept }: Config): Promise<void> {
  const { say } = run;
  for (const source of plan.sources) await tell(run, say('readAs', { ...source, name: visible(source.name) }));
  const year =
    plan.year === null || plan.yearFrom === 'unknown' ? say('yearNone') : say('yearIs', { year: plan.year, from: say(plan.yearFrom) });
  const milestones = plan.tasks.reduce((sum, task) => sum + task.milestones.length, 0);
  const counts = { tasks: plan.tasks.length, milestones, categories: plan.categories.length, units: plan.units.length, year };
  await tell(run, say('parsed', counts));
  const found = countSeverities(acceptFindings(plan.diagnostics, accept).open.map(({ severity }) => severity));
  if (found.errors + found.warnings + found.infos > 0) await tell(run, say('findingsSummary', found));
  if (output === '-') return;
  await tell(run, say('saved', { name: output }));
  const busiest = [...plan.units].sort((a, b) => b.lead.length - a.lead.length)[0];
  if (milestones === 0) await tell(run, say('noMilestones'));
  else if (busiest) {
    const quarterly = plan.tasks.some(task => task.milestones.some(({ period }) => period.startsWith('Q')));
    await tell(run, say('nextSteps', { period: quarterly ? ' --quarter Q3' : '', unit: argument(busiest.name) }));
  }
}

/** A name as a word of a command line that can be pasted into a shell, whatever a document made of it. */
function argument(name: string): string {
  const shown = visible(name);
  return /^[\p{L}\p{N}“”—·（）]+$/u.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
}

/** The exit status; where there were several sources, with a list of those that failed, which may have been told long ago. */
async function finish(run: Run, { documents, failed: unread }: ReadAll, failed: readonly string[] = unread): Promise<Exit> {
  if (failed.length === 0) return 0;
  if (documents.length + unread.length > 1) {
    await tell(run, run.say('failedSources', { count: failed.length, names: failed.map(name => `\n  ${visible(name)}`).join('') }));
  }
  return 2;
}
