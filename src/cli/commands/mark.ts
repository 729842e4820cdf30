import { chinaDate } from '../../base/civil-date.ts';
import { type Entry, stateOf, stateWords } from '../../ledger/entry.ts';
import { dayOf } from '../../ledger/ledger-text.ts';
import { nearest } from '../../query/nearest.ts';
import { recordedReport } from '../../report/ledger.ts';
import { ledgerName } from '../ledger.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { outputOptions } from '../options.ts';
import { emit, tell } from '../output.ts';
import { asOfDay, type Command, type Run } from '../run.ts';
import { sayIn, UsageError } from '../words.ts';

export const mark: Command = {
  name: 'mark',
  summary: 'sumMark',
  examples: [
    'plan mark 17.Q3 已完成 --on 2021-09-28 --note 主体完工 --by 张三',
    'plan mark 3.Q1-Q2 21.Q3.1 done',
    'plan mark 1-4.Q1 推进中 --dry-run',
  ],
  configure: (command, say) =>
    outputOptions(command, say)
      .usage(say('usageMark'))
      .argument('<item...>', say('argMarked'))
      .option('--on <date>', say('optOn'))
      .option('--by <name>', say('optBy'))
      .option('--value <value>', say('optValue'))
      .option('--note <words>', say('optNote'))
      .option('--evidence <link>', say('optEvidence'))
      .option('--dry-run', say('optDryRun'))
      .option('--plan <file>', say('optPlan'))
      .option('--ledger <file>', say('optLedger')),
  run: async (run, args) => {
    const items = args.slice(0, -1);
    const word = args.at(-1) ?? '';
    const state = stateOf(word);
    if (items.length === 0 || state === null)
      throw new UsageError('badState', { given: word, choices: '未开始、推进中、已完成、滞后、调整、取消' }, nearest(word, stateWords, 2));
    const on = dayOption(run);
    const loaded = await loadPlan(run, []);
    const { plan } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    const { fingerprint, itemsNamed, promisesOf, shortText } = await import('../read-ledger.ts');
    const { appendEntries, recordTime } = await import('../ledger-file.ts');
    const promises = promisesOf(plan);
    const named = items
      .flatMap(item => item.split(/[,，、]/))
      .filter(item => item.trim() !== '')
      .flatMap(item => {
        const found = itemsNamed(promises, item);
        if (found === null) throw new UsageError('unknownItem', { given: item }, nearest(item, [...promises.keys()]));
        return found;
      });
    const { env, now } = run.world;
    const text = (key: string): string => String(run.options[key] ?? '');
    const entries = [...new Set(named)].map(
      (item): Entry => ({
        recorded: recordTime(now),
        by: text('by') || (env.PLAN_USER ?? env.USER ?? env.USERNAME ?? ''),
        item: item.id,
        state,
        on,
        value: text('value'),
        note: text('note'),
        evidence: text('evidence'),
        text: shortText(item),
        print: fingerprint(item),
      }),
    );
    const file = ledgerName(run, loaded)!;
    const dry = run.options.dryRun === true;
    if (!dry) await appendEntries(run, file, entries);
    const say = sayIn(run.reportLang);
    const notes = [say(dry ? 'wouldRecord' : 'recorded', { count: entries.length, name: file })];
    await emit(run, recordedReport(plan, entries, { lang: run.reportLang, asOf: asOfDay(run), options: [], notes }));
    if (dry) await tell(run, run.say('dryRun'));
    return 0;
  },
};

/** The day of `--on`, else today in China; a day to come is refused, since nothing has become true on it. */
function dayOption(run: Run): string {
  const today = chinaDate(run.world.now);
  const given = run.options.on;
  if (given === undefined) return today;
  const on = dayOf(String(given));
  if (on === null) throw new UsageError('badDate', { given: String(given) });
  if (on > today) throw new UsageError('dayToCome', { given: on, today });
  return on;
}
