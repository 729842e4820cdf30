import { asksMeaning, selectDeliverables, selectMilestones } from '../../query/deliverables.ts';
import { milestoneReport } from '../../report/build.ts';
import type { GroupBy } from '../../report/tables.ts';
import { ledgerNotes } from '../ledger.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { deliverableOptions, outputOptions, queryOptions, sourceOptions } from '../options.ts';
import { emit } from '../output.ts';
import { asOfDay, type Command, choice } from '../run.ts';
import { optionWords, queryNotes, readQuestion, withoutDates } from '../select.ts';
import { needMeaning, readDeliverableQuery } from '../select-deliverables.ts';
import { readWithin } from '../within.ts';
import { sayIn, UsageError } from '../words.ts';

export const report: Command = {
  name: 'report',
  summary: 'sumReport',
  examples: [
    'plan report --quarter Q3',
    'plan report seeds/chengdu-2021.txt --unit 成都市 --role any',
    'plan report --level deliverable --commitment 力争 --kind 建设',
    'plan report --quarter Q4 --category 三 -o q4.xlsx',
  ],
  configure: (command, say) =>
    outputOptions(deliverableOptions(queryOptions(sourceOptions(command, say), say), say), say)
      .option('--level <what>', say('optReportLevel'))
      .option('--group-by <what>', say('optGroupBy')),
  run: async (run, sources) => {
    const groupBy = choice<GroupBy>(run.options, 'groupBy', '--group-by', ['category', 'unit', 'period']);
    const level = choice(run.options, 'level', '--level', ['milestone', 'deliverable', 'task']);
    if (level === 'task' && groupBy !== 'category') throw new UsageError('notTogether', { one: '--level task', other: '--group-by' });
    const wanted = readDeliverableQuery(run);
    const asOf = asOfDay(run);
    const loaded = await loadPlan(run, sources);
    const { plan, failed } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    if (level === 'deliverable' || asksMeaning(wanted)) needMeaning(plan);
    const { kept, query } = await readQuestion(run, loaded, asOf);
    const within = await readWithin(run, loaded.config, asOf, 15);
    const found = level === 'deliverable' ? selectDeliverables(plan, query, wanted, asOf, within.days) : [];
    const matches = level === 'deliverable' ? found : selectMilestones(plan, query, wanted, asOf, within.days);
    const say = sayIn(run.reportLang);
    const tasks = new Set(matches.map(match => match.task.id)).size;
    const summary = level === 'deliverable' ? 'deliverableSummary' : 'reportSummary';
    const undated = level === 'deliverable' ? 0 : matches.filter(match => match.milestone.due === null).length;
    const notes = [
      matches.length === 0 ? say('nothingFound') : say(summary, { count: matches.length, tasks }),
      ...withoutDates(run, plan),
      ...queryNotes(run, plan, query, matches),
      ...(undated > 0 ? [say('undated', { count: undated })] : []),
      ...within.notes,
      ...ledgerNotes(run, plan, kept),
    ];
    const frame = { lang: run.reportLang, asOf, options: optionWords(run, asOf), notes };
    if (level === 'task') await emit(run, (await import('../follow.ts')).tasksReport(plan, matches, frame));
    else if (level === 'deliverable') await emit(run, (await import('../follow.ts')).deliverableReport(plan, found, groupBy, frame));
    else await emit(run, milestoneReport(plan, matches, groupBy, frame));
    return failed.length > 0 ? 2 : 0;
  },
};
