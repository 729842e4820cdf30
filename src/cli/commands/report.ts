import { select } from '../../query/query.ts';
import { milestoneReport } from '../../report/build.ts';
import type { GroupBy } from '../../report/tables.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { outputOptions, queryOptions, sourceOptions } from '../options.ts';
import { emit } from '../output.ts';
import { asOfDay, type Command, choice } from '../run.ts';
import { optionWords, queryNotes, readQuery, withinDays, withoutDates, withoutLedger } from '../select.ts';
import { sayIn } from '../words.ts';

export const report: Command = {
  name: 'report',
  summary: 'sumReport',
  examples: [
    'plan report --quarter Q3',
    'plan report seeds/chengdu-2021.txt --unit 成都市 --role any',
    'plan report --quarter Q4 --category 三 -o q4.xlsx',
  ],
  configure: (command, say) =>
    outputOptions(queryOptions(sourceOptions(command, say), say), say).option('--group-by <what>', say('optGroupBy')),
  run: async (run, sources) => {
    const groupBy = choice<GroupBy>(run.options, 'groupBy', '--group-by', ['category', 'unit', 'period']);
    const asOf = asOfDay(run);
    const within = withinDays(run, 15);
    const loaded = await loadPlan(run, sources);
    const { plan, failed } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    const query = readQuery(run, loaded);
    const matches = select(plan, query, asOf, within);
    const say = sayIn(run.reportLang);
    const dateless = withoutDates(run, plan);
    const tasks = new Set(matches.map(match => match.task.id)).size;
    const summary = matches.length === 0 ? say('nothingFound') : say('reportSummary', { count: matches.length, tasks });
    const undated = matches.filter(match => match.milestone.due === null).length;
    const notes = [
      summary,
      ...dateless,
      ...queryNotes(run, query, matches),
      ...(undated > 0 ? [say('undated', { count: undated })] : []),
      ...withoutLedger(run, plan),
    ];
    await emit(run, milestoneReport(plan, matches, groupBy, { lang: run.reportLang, asOf, options: optionWords(run, asOf), notes }));
    return failed.length > 0 ? 2 : 0;
  },
};
