import type { Status } from '../../base/status.ts';
import { select } from '../../query/query.ts';
import { milestoneReport } from '../../report/build.ts';
import type { GroupBy } from '../../report/tables.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { outputOptions, queryOptions, sourceOptions } from '../options.ts';
import { emit } from '../output.ts';
import { asOfDay, type Command, choice } from '../run.ts';
import { optionWords, queryNotes, readQuery, withinDays, withoutDates } from '../select.ts';
import { sayIn } from '../words.ts';

const FAIL_ON = ['overdue', 'late', 'soon', 'never'] as const;

/** Statuses that `--fail-on` counts as findings. */
const COUNTED: Record<(typeof FAIL_ON)[number], readonly Status[]> = {
  overdue: ['late', 'unreported'],
  late: ['late'],
  soon: ['late', 'unreported', 'soon'],
  never: [],
};

export const overdue: Command = {
  name: 'overdue',
  summary: 'sumOverdue',
  examples: [
    'plan overdue --unit 成都市',
    'plan overdue --unit 成都市 --as-of 2021-10-01',
    'plan overdue --within 15d --as-of 2021-09-20 -o overdue.xlsx',
  ],
  configure: (command, say) =>
    outputOptions(queryOptions(sourceOptions(command, say), say), say)
      .option('--group-by <what>', say('optGroupBy'))
      .option('--fail-on <what>', say('optFailOnOverdue')),
  run: async (run, sources) => {
    const failOn = choice(run.options, 'failOn', '--fail-on', FAIL_ON);
    const groupBy = choice<GroupBy>(run.options, 'groupBy', '--group-by', ['category', 'unit', 'period']);
    const asOf = asOfDay(run);
    const soonToo = run.options.within !== undefined;
    const within = withinDays(run, failOn === 'soon' ? 15 : 0);
    const { plan, failed } = await loadPlan(run, sources);
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    const query = readQuery(run, plan);
    const listed: Status[] = ['late', 'unreported', ...(soonToo || failOn === 'soon' ? (['soon'] as const) : [])];
    const matches = select(plan, { ...query, statuses: query.statuses ?? listed }, asOf, within);
    const late = matches.filter(({ status }) => status === 'late' || status === 'unreported');
    const say = sayIn(run.reportLang);
    const dateless = withoutDates(run, plan);
    const tasks = new Set(late.map(match => match.task.id)).size;
    const notes = [late.length > 0 ? say('overdueSummary', { asOf, count: late.length, tasks }) : say('nothingOverdue', { asOf })];
    if (matches.length > late.length) notes.push(say('soonSummary', { count: matches.length - late.length, days: within }));
    const undated = select(plan, query, asOf, within).filter(({ milestone }) => milestone.due === null).length;
    if (undated > 0) notes.push(say('undated', { count: undated }));
    notes.push(...dateless, say('noLedger'), ...queryNotes(run, query, matches));
    await emit(run, milestoneReport(plan, matches, groupBy, { lang: run.reportLang, asOf, options: optionWords(run, asOf), notes }, true));
    if (failed.length > 0) return 2;
    return matches.some(({ status }) => COUNTED[failOn].includes(status)) ? 1 : 0;
  },
};
