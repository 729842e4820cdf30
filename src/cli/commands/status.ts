import { selectDeliverables } from '../../query/deliverables.ts';
import { select } from '../../query/query.ts';
import type { GroupBy } from '../../report/tables.ts';
import { ledgerNotes } from '../ledger.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { outputOptions, rangeOptions, sourceOptions } from '../options.ts';
import { emit } from '../output.ts';
import { asOfDay, type Command, choice } from '../run.ts';
import { optionWords, queryNotes, readQuestion, withoutDates } from '../select.ts';
import { needMeaning } from '../select-deliverables.ts';
import { readWithin } from '../within.ts';
import { sayIn } from '../words.ts';

export const status: Command = {
  name: 'status',
  summary: 'sumStatus',
  examples: [
    'plan status --as-of 2021-10-01',
    'plan status --by category --quarter Q3',
    'plan status --by period --unit 成都市 -o status.xlsx',
  ],
  configure: (command, say) =>
    outputOptions(rangeOptions(sourceOptions(command, say), say), say)
      .option('--by <what>', say('optStatusBy'))
      .option('--level <what>', say('optStatusLevel')),
  run: async (run, sources) => {
    const by = choice<GroupBy>(run.options, 'by', '--by', ['unit', 'category', 'period']);
    const level = choice(run.options, 'level', '--level', ['milestone', 'deliverable']);
    const asOf = asOfDay(run);
    const loaded = await loadPlan(run, sources);
    const { plan, failed } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    if (level === 'deliverable') needMeaning(plan);
    const { kept, query } = await readQuestion(run, loaded, asOf);
    const within = await readWithin(run, loaded.config, asOf, 15);
    const counted =
      level === 'deliverable'
        ? selectDeliverables(plan, query, {}, asOf, within.days).map(match => ({ ...match, due: match.deliverable.deadline.date }))
        : select(plan, query, asOf, within.days).map(match => ({ ...match, due: match.milestone.due }));
    const { statusReport, tallyOf, yearPassed } = await import('../follow.ts');
    const say = sayIn(run.reportLang);
    const { total, completion, expected, trend, ...counts } = tallyOf(counted, asOf);
    const passed = yearPassed(plan.year, asOf);
    const shared = by === 'unit' && query.units === undefined && counted.some(({ task }) => task.leadUnits.length > 1);
    const words = level === 'deliverable' ? 'statusDeliverables' : 'statusSummary';
    const notes = [
      total === 0
        ? say('nothingFound')
        : say(words, { asOf, count: total, done: counts.done + counts['done-late'], late: counts.late + counts.unreported }),
      ...(completion === null ? [] : [say('statusShares', { completion, expected: expected!, trend: `${trend! > 0 ? '+' : ''}${trend}` })]),
      ...(passed === null ? [] : [say('yearPassed', { passed })]),
      ...(shared ? [say('statusShared')] : []),
      ...within.notes,
      ...withoutDates(run, plan),
      ...ledgerNotes(run, plan, kept),
      ...queryNotes(run, plan, query, counted),
    ];
    await emit(run, statusReport(plan, counted, by, query.role, { lang: run.reportLang, asOf, options: optionWords(run, asOf), notes }));
    return failed.length > 0 ? 2 : 0;
  },
};
