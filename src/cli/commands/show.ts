import { halfWidth } from '../../lexicon/fold.ts';
import { nearest } from '../../query/nearest.ts';
import { select } from '../../query/query.ts';
import { taskReport } from '../../report/build.ts';
import { beginOf } from '../io.ts';
import { loadReports } from '../ledger.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { outputOptions, sourceOptions } from '../options.ts';
import { emit } from '../output.ts';
import { asOfDay, type Command } from '../run.ts';
import { UsageError } from '../words.ts';

export const show: Command = {
  name: 'show',
  summary: 'sumShow',
  examples: ['plan show 21', 'plan show 6 seeds/chengdu-2021.txt', 'plan show 21 --format markdown'],
  configure: (command, say) =>
    outputOptions(sourceOptions(command.argument('<task>', say('argTask')), say), say)
      .option('--as-of <date>', say('optAsOf'))
      .option('--known <date>', say('optKnown'))
      .option('--ledger <file>', say('optLedger')),
  run: async (run, [id = '', ...sources]) => {
    const asOf = asOfDay(run);
    if (/\.[a-z]{2,8}$/i.test(id) && beginOf(id, run.world.cwd) !== null) throw new UsageError('taskIsFile', { given: id });
    const loaded = await loadPlan(run, sources);
    const { plan, failed, config } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    const task = plan.tasks.find(known => known.id === halfWidth(id));
    if (!task)
      throw new UsageError(
        'unknownTask',
        { given: id },
        nearest(
          id,
          plan.tasks.map(known => known.id),
        ),
      );
    const { reports } = await loadReports(run, loaded, asOf);
    const matches = select({ ...plan, tasks: [task] }, { role: 'any', lights: config.lights, ...(reports ? { reports } : {}) }, asOf, 15);
    await emit(run, taskReport(plan, task, matches, { lang: run.reportLang, asOf, options: [], notes: [] }));
    return failed.length > 0 ? 2 : 0;
  },
};
