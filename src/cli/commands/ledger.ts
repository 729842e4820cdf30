import { chinaDate } from '../../base/civil-date.ts';
import { nearest } from '../../query/nearest.ts';
import { historyReport, problemsReport } from '../../report/ledger.ts';
import { realFile } from '../io.ts';
import { knownDay, ledgerName } from '../ledger.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { outputOptions } from '../options.ts';
import { emit } from '../output.ts';
import { asOfDay, type Command } from '../run.ts';
import { sayIn, UsageError } from '../words.ts';

export const ledger: Command = {
  name: 'ledger',
  summary: 'sumLedger',
  examples: ['plan ledger', 'plan ledger 17.Q3', 'plan ledger --verify'],
  configure: (command, say) =>
    outputOptions(command.argument('[item...]', say('argItems')), say)
      .option('--verify', say('optVerify'))
      .option('--as-of <date>', say('optAsOf'))
      .option('--known <date>', say('optKnown'))
      .option('--plan <file>', say('optPlan'))
      .option('--ledger <file>', say('optLedger')),
  run: async (run, items) => {
    const asOf = run.options.asOf === undefined ? chinaDate(run.world.now) : asOfDay(run);
    const known = knownDay(run);
    const loaded = await loadPlan(run, []);
    const { plan } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    const name = ledgerName(run, loaded)!;
    if (realFile(name, run.world.cwd) === null) throw new UsageError('noSuchLedger', { given: name }, [], 'noSuchLedgerHint');
    const { attach, itemsNamed, promisesOf, readLedgerFile } = await import('../read-ledger.ts');
    const { lines } = await readLedgerFile(run, name);
    const { problems } = attach(plan, lines);
    const say = sayIn(run.reportLang);
    const frame = { lang: run.reportLang, asOf, options: [] };
    if (run.options.verify === true) {
      const notes = [say(problems.length === 0 ? 'ledgerSound' : 'ledgerProblems', { name, count: problems.length || lines.length })];
      await emit(run, problemsReport(plan, problems, { ...frame, notes }));
      return problems.length > 0 ? 1 : 0;
    }
    const promises = promisesOf(plan);
    const wanted = items.map(item => {
      const found = itemsNamed(promises, item)?.map(({ id }) => id);
      const written = lines.some(({ entry }) => entry?.item === item) ? [item] : null;
      if (!found && !written) throw new UsageError('unknownItem', { given: item }, nearest(item, [...promises.keys()]));
      return found ?? written!;
    });
    const ids = wanted.flat();
    // What is reported of a whole holds for its parts, and what of a part for the whole.
    const concerns = (item: string): boolean =>
      ids.length === 0 || ids.some(id => id === item || promises.get(id)?.within.includes(item) || promises.get(item)?.within.includes(id));
    const shown = lines.filter(
      ({ entry }) =>
        entry !== null &&
        concerns(entry.item) &&
        (entry.on === null || entry.on <= asOf) &&
        (known === null || entry.recorded.slice(0, 10) <= known),
    );
    const notes = [say('ledgerLines', { count: shown.length, name })];
    if (problems.length > 0) notes.push(say('ledgerProblems', { name, count: problems.length }));
    await emit(run, historyReport(plan, shown, problems, { ...frame, notes }));
    return 0;
  },
};
