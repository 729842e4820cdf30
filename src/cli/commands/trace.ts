import { selectDeliverables } from '../../query/deliverables.ts';
import { nearest } from '../../query/nearest.ts';
import { ledgerNotes, loadReports } from '../ledger.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { outputOptions, sourceOptions } from '../options.ts';
import { emit } from '../output.ts';
import { asOfDay, type Command } from '../run.ts';
import { needMeaning } from '../select-deliverables.ts';
import { sayIn, UsageError } from '../words.ts';

export const trace: Command = {
  name: 'trace',
  summary: 'sumTrace',
  examples: ['plan trace 久隆水库', 'plan trace 天府大道北延线 seeds/chengdu-2021.txt', 'plan trace 久隆水库 --format markdown'],
  configure: (command, say) =>
    outputOptions(sourceOptions(command.argument('<name>', say('argName')), say), say)
      .option('--as-of <date>', say('optAsOf'))
      .option('--known <date>', say('optKnown'))
      .option('--ledger <file>', say('optLedger')),
  run: async (run, [name = '', ...sources]) => {
    const asOf = asOfDay(run);
    if (!/[\p{L}\p{N}]/u.test(name)) throw new UsageError('missingArgument', { given: 'name' });
    const loaded = await loadPlan(run, sources);
    const { plan, failed } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    needMeaning(plan);
    const { kept, reports } = await loadReports(run, loaded, asOf);
    const query = { role: 'any', lights: loaded.config.lights, ...(reports ? { reports } : {}) } as const;
    const follow = await import('../follow.ts');
    const matches = follow.trace(plan, selectDeliverables(plan, query, {}, asOf, 15), name);
    if (matches.length === 0) {
      const named = plan.tasks.filter(({ content }) => content.includes(name)).map(({ id }) => id);
      if (named.length > 0) throw new UsageError('onlyInTasks', { given: name, tasks: named.slice(0, 20).join('、') });
      throw new UsageError('unknownName', { given: name }, nearest(name, follow.namesOf(plan)));
    }
    const say = sayIn(run.reportLang);
    const tasks = new Set(matches.map(({ task }) => task.id)).size;
    const notes = [say('traceSummary', { name, count: matches.length, tasks }), ...ledgerNotes(run, plan, kept)];
    await emit(run, follow.traceReport(plan, matches, { lang: run.reportLang, asOf, options: [name], notes }));
    return failed.length > 0 ? 2 : 0;
  },
};
