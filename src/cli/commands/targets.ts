import { select } from '../../query/query.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { outputOptions, sourceOptions, taskOptions } from '../options.ts';
import { emit } from '../output.ts';
import { asOfDay, type Command } from '../run.ts';
import { optionWords, queryNotes, readQuery } from '../select.ts';
import { needMeaning, readText } from '../select-deliverables.ts';
import { sayIn } from '../words.ts';

export const targets: Command = {
  name: 'targets',
  summary: 'sumTargets',
  examples: ['plan targets', 'plan targets seeds/chengdu-2021.txt --text 标段', 'plan targets --unit 成都市 -o targets.xlsx'],
  configure: (command, say) =>
    outputOptions(taskOptions(sourceOptions(command, say), say), say)
      .option('--text <words>', say('optTextTargets'))
      .option('--as-of <date>', say('optAsOf')),
  run: async (run, sources) => {
    const asOf = asOfDay(run);
    const text = readText(run.options);
    const loaded = await loadPlan(run, sources);
    const { plan, failed } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    needMeaning(plan);
    const query = readQuery(run, loaded);
    const matches = select(plan, query, asOf, 0);
    const { seriesOf, seriesWith, targetsReport } = await import('../follow.ts');
    const all = seriesOf(matches, plan.year);
    const series = text === undefined ? all : seriesWith(all, text);
    const say = sayIn(run.reportLang);
    const count = series.reduce((sum, one) => sum + one.targets.length, 0);
    const tasks = new Set(series.map(({ task }) => task.id)).size;
    const notes = [
      count === 0 ? say('noTargets') : say('targetSummary', { count, series: series.length, tasks }),
      ...queryNotes(run, plan, query, matches),
    ];
    await emit(run, targetsReport(plan, series, { lang: run.reportLang, asOf, options: optionWords(run, asOf), notes }));
    return failed.length > 0 ? 2 : 0;
  },
};
