import { basename } from 'node:path';
import { chinaDate } from '../../base/civil-date.ts';
import { type Diagnostic, isInputError } from '../../base/diagnostic.ts';
import { showPlace } from '../../base/place.ts';
import { visible } from '../../base/visible.ts';
import type { FormProblem, Returned } from '../../ledger/collect.ts';
import { stateWords } from '../../ledger/entry.ts';
import { nearest } from '../../query/nearest.ts';
import { recordedReport } from '../../report/ledger.ts';
import { shownLine } from '../../reporters/terminal/entry.ts';
import { expandSources } from '../find-sources.ts';
import { readLine, readSourceBytes, sourceName } from '../io.ts';
import { ledgerName } from '../ledger.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { outputOptions } from '../options.ts';
import { emit, outputFile, tell } from '../output.ts';
import { asOfDay, type Command, type Exit, type Run } from '../run.ts';
import { showDiagnostic } from '../show-diagnostics.ts';
import { isFileError, sayIn, UsageError } from '../words.ts';

export const collect: Command = {
  name: 'collect',
  summary: 'sumCollect',
  examples: ['plan collect out/*.xlsx', 'plan collect out/ --dry-run', 'plan collect 成都市.xlsx --yes'],
  configure: (command, say) =>
    outputOptions(command, say)
      .argument('<file...>', say('argForms'))
      .option('--yes', say('optYes'))
      .option('--dry-run', say('optDryRun'))
      .option('--plan <file>', say('optPlan'))
      .option('--ledger <file>', say('optLedger')),
  run: async (run, args) => {
    // Before anything is recorded.
    outputFile(run);
    const loaded = await loadPlan(run, []);
    const { plan } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    const file = ledgerName(run, loaded);
    if (file === null) throw new UsageError('noPlan', {}, [], 'noPlanHint');
    const { appendEntries, recordTime } = await import('../ledger-file.ts');
    const { attach, readLedgerFile } = await import('../read-ledger.ts');
    const forms = await import('../forms.ts');
    const { returned, failed } = await readForms(run, args);
    const { now } = run.world;
    const ledger = attach(plan, (await readLedgerFile(run, file)).lines);
    const found = forms.collect(plan, ledger, returned, { recorded: recordTime(now), today: chinaDate(now) });
    const { entries, problems, known, empty } = found;
    const say = sayIn(run.reportLang);
    const notes = [say('collected', { count: entries.length, known, empty, problems: problems.length })];
    if (entries.length > 0)
      await emit(run, recordedReport(plan, entries, { lang: run.reportLang, asOf: asOfDay(run), options: [], notes }));
    else await tell(run, notes[0]!);
    for (const problem of problems) await tell(run, problemWords(run, problem));
    const exit = problems.length > 0 ? 1 : 0;
    const ending = (code: Exit): Exit => (failed ? 2 : code);
    if (entries.length === 0) return ending(exit);
    if (run.options.dryRun === true) {
      await tell(run, run.say('dryRun'));
      return ending(exit);
    }
    if (!(await agreed(run, entries.length, file))) return ending(1);
    await appendEntries(run, file, entries);
    await tell(run, run.say('recorded', { count: entries.length, name: file }));
    return ending(exit);
  },
};

/** Reads the files, folders and patterns named; one that cannot be read is told and does not stop the others. Lock files of Excel are none. */
async function readForms(run: Run, args: readonly string[]): Promise<{ returned: Returned[]; failed: boolean }> {
  const { readSource } = await import('../forms.ts');
  const returned: Returned[] = [];
  let failed = false;
  for (const name of expandSources(args, run.world.cwd)) {
    if (basename(name).startsWith('~$')) continue;
    try {
      const document = await readSource(await readSourceBytes(name, run.world), name, 0);
      returned.push({ name, document });
      for (const found of document.diagnostics) await tellFound(run, found, name);
    } catch (error) {
      failed = true;
      if (isInputError(error)) await tellFound(run, error.diagnostic, name);
      else if (isFileError(error))
        await tell(run, `plan: ${run.say(error.key, { name: error.shownName(run.say), why: error.reason(run.say) })}`);
      else throw error;
    }
  }
  return { returned, failed };
}

function tellFound(run: Run, found: Diagnostic, name: string): Promise<void> {
  return tell(run, showDiagnostic(run, found, [sourceName(name)]));
}

/** Whether the reports may be recorded: `--yes`, or an answer at the terminal; where there is none, how to go on. */
async function agreed(run: Run, count: number, name: string): Promise<boolean> {
  const { world, say } = run;
  if (run.options.yes === true) return true;
  if (world.stdinIsTerminal !== true || !world.stderrIsTerminal) {
    await tell(run, say('needsYes', { count, name }));
    return false;
  }
  await tell(run, say('mayRecord', { count, name }));
  const yes = /^\s*(y|yes|是|好)\s*$/i.test(await readLine(world.stdin));
  if (!yes) await tell(run, say('notRecorded'));
  return yes;
}

/** A problem in a line: file, sheet and cell, what is wrong, what may have been meant. */
function problemWords({ say }: Run, { fault, name, place, item, text, other }: FormProblem): string {
  const at = (file: string, where: FormProblem['place']): string => visible(`${sourceName(file)}${where ? ` ${showPlace(where)}` : ''}`);
  const data = { item: shownLine(item.slice(0, 60)), text: shownLine(text.slice(0, 60)) };
  const where = other === undefined ? '' : 'line' in other ? '' : at(other.name, other.place);
  const line = other !== undefined && 'line' in other ? other : { line: 0, state: '' };
  const words = say(`form-${fault}`, { ...data, other: where, line: line.line, state: line.state });
  const near = fault === 'bad-state' ? nearest(text, stateWords, 2) : [];
  const hint = near.length > 0 ? say('formNear', { names: near.join('、') }) : '';
  return `${at(name, place)}: ${words}${hint}`;
}
