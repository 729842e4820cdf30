import { unitsReport } from '../../report/build.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { outputOptions, sourceOptions } from '../options.ts';
import { emit } from '../output.ts';
import { asOfDay, type Command } from '../run.ts';

export const units: Command = {
  name: 'units',
  summary: 'sumUnits',
  examples: ['plan units', 'plan units seeds/chengdu-2021.txt --format csv', 'plan units -o units.xlsx'],
  configure: (command, say) => outputOptions(sourceOptions(command, say), say).option('--as-of <date>', say('optAsOf')),
  run: async (run, sources) => {
    const { plan, failed, config } = await loadPlan(run, sources);
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    await emit(run, unitsReport(plan, { lang: run.reportLang, asOf: asOfDay(run), options: [], notes: [] }, config.collectives));
    return failed.length > 0 ? 2 : 0;
  },
};
