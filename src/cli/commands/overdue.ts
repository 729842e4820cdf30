import type { CivilDate } from '../../base/civil-date.ts';
import type { Status } from '../../base/status.ts';
import { type Match, select } from '../../query/query.ts';
import { milestoneReport } from '../../report/build.ts';
import type { GroupBy } from '../../report/tables.ts';
import { ledgerNotes, loadReports } from '../ledger.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { outputOptions, queryOptions, sourceOptions } from '../options.ts';
import { emit } from '../output.ts';
import { asOfDay, type Command, choice } from '../run.ts';
import { optionWords, queryNotes, readQuery, withinDays, withoutDates } from '../select.ts';
import { type Say, sayIn } from '../words.ts';

const FAIL_ON = ['overdue', 'late', 'soon', 'never'] as const;

/** Statuses that `--fail-on` counts as findings. */
const COUNTED: Record<(typeof FAIL_ON)[number], readonly Status[]> = {
  overdue: ['late', 'unreported'],
  late: ['late'],
  soon: ['late', 'unreported', 'soon'],
  never: [],
};

const LATE: readonly Status[] = ['late', 'unreported'];

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
    const loaded = await loadPlan(run, sources);
    const { plan, failed } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    const { kept, reports } = await loadReports(run, loaded, asOf);
    const query = { ...readQuery(run, loaded), ...(reports ? { reports } : {}) };
    const soonToo = run.options.within !== undefined || failOn === 'soon';
    const within = withinDays(run, soonToo || query.statuses?.includes('soon') ? 15 : 0);
    const statuses = query.statuses ?? [...LATE, ...(soonToo ? (['soon'] as const) : [])];
    const matches = select(plan, { ...query, statuses }, asOf, within);
    const say = sayIn(run.reportLang);
    const notes = summary(say, matches, statuses, asOf, within);
    const undated = select(plan, query, asOf, within).filter(({ milestone }) => milestone.due === null).length;
    if (undated > 0) notes.push(say('undated', { count: undated }));
    notes.push(...withoutDates(run, plan), ...ledgerNotes(run, plan, kept), ...queryNotes(run, query, matches));
    await emit(run, milestoneReport(plan, matches, groupBy, { lang: run.reportLang, asOf, options: optionWords(run, asOf), notes }, true));
    if (failed.length > 0) return 2;
    return matches.some(({ status }) => COUNTED[failOn].includes(status)) ? 1 : 0;
  },
};

/** What was found, first of all: what is overdue, unless only other statuses were asked for; then what is due soon. */
function summary(say: Say, matches: readonly Match[], statuses: readonly Status[], asOf: CivilDate, days: number): string[] {
  const late = matches.filter(({ status }) => LATE.includes(status));
  const soon = matches.filter(({ status }) => status === 'soon').length;
  const tasks = (some: readonly Match[]): number => new Set(some.map(match => match.task.id)).size;
  if (statuses.some(status => LATE.includes(status))) {
    const first =
      late.length > 0 ? say('overdueSummary', { asOf, count: late.length, tasks: tasks(late) }) : say('nothingOverdue', { asOf });
    return soon > 0 ? [first, say('soonSummary', { count: soon, days })] : [first];
  }
  if (matches.length === 0) return [say('nothingFound')];
  const count = matches.length;
  return [soon === count ? say('soonOnly', { count, days }) : say('reportSummary', { count, tasks: tasks(matches) })];
}
