import { select } from '../../query/query.ts';
import { writeStream, writeWhole } from '../io.ts';
import { ledgerNotes } from '../ledger.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { queryOptions, sourceOptions } from '../options.ts';
import { outputFile, tell } from '../output.ts';
import { asOfDay, type Command, choice, type Run } from '../run.ts';
import { queryNotes, readQuestion, withoutDates } from '../select.ts';
import { readWithin } from '../within.ts';
import { UsageError } from '../words.ts';

export const notice: Command = {
  name: 'notice',
  summary: 'sumNotice',
  examples: ['plan notice --kind remind --unit 眉山市 --quarter Q3', 'plan notice --kind bulletin --as-of 2021-10-01 -o notice.docx'],
  configure: (command, say) =>
    queryOptions(sourceOptions(command, say), say)
      .option('--kind <kind>', say('optNoticeKind'))
      .option('--format <format>', say('optNoticeFormat'))
      .option('-o, --output <file>', say('optOutput')),
  run: async (run, sources) => {
    const kind = choice(run.options, 'kind', '--kind', ['remind', 'overdue', 'bulletin']);
    const asOf = asOfDay(run);
    const file = outputFile(run);
    const format = noticeFormat(run, file);
    const loaded = await loadPlan(run, sources);
    const { plan, failed } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    const { kept, query: asked } = await readQuestion(run, loaded, asOf);
    // As `overdue` and `report` count, so that the figures are theirs.
    const within = await readWithin(run, loaded.config, asOf, kind === 'overdue' ? 0 : 15);
    const late = run.options.within === undefined ? (['late', 'unreported'] as const) : (['late', 'unreported', 'soon'] as const);
    // A reminder is of what is still to be done.
    const statuses = { overdue: late, remind: ['soon', 'open', 'late', 'unreported'], bulletin: undefined } as const;
    const wanted = asked.statuses ?? statuses[kind];
    const query = wanted ? { ...asked, statuses: wanted } : asked;
    const matches = select(plan, query, asOf, within.days);
    const { noticeOf, renderNotice, renderNoticeDocx } = await import('../follow.ts');
    const units = (query.units ?? []).map(unit => unit.name);
    const notes = [...within.notes, ...withoutDates(run, plan), ...queryNotes(run, plan, query, matches), ...ledgerNotes(run, plan, kept)];
    const made = noticeOf(plan, matches, { kind, lang: run.reportLang, asOf, units, periods: query.periods ?? [] });
    const text = format === 'docx' ? renderNoticeDocx(made) : renderNotice(made);
    // What the text rests on is for the office that sends it, not for whom it is sent to.
    for (const note of notes) await tell(run, note);
    if (file === null) await writeStream(run.world.stdout, text);
    else {
      writeWhole(file, run.world.cwd, text);
      await tell(run, run.say('saved', { name: file }));
    }
    return failed.length > 0 ? 2 : 0;
  },
};

/** The format of `--format`, else of the extension, else Markdown. */
function noticeFormat(run: Run, file: string | null): 'markdown' | 'docx' {
  const given = run.options.format;
  const extension = file === null || file.startsWith('/dev/') ? undefined : /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  if (given === undefined && extension !== undefined && extension !== 'md' && extension !== 'docx')
    throw new UsageError('noticeExtension', { given: file! });
  const format = choice({ format: given === 'md' ? 'markdown' : given }, 'format', '--format', ['markdown', 'docx']);
  const chosen = given === undefined && extension === 'docx' ? 'docx' : format;
  if (chosen === 'docx' && file === null && run.world.stdoutIsTerminal) throw new UsageError('binaryToTerminal', { format: chosen });
  return chosen;
}
