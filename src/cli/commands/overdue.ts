import type { Severity } from '../../base/diagnostic.ts';
import { periodName } from '../../base/period.ts';
import { type Status, statusNames } from '../../base/status.ts';
import type { Plan } from '../../plan/schema.ts';
import { type DeliverableMatch, lacksMeaning, selectDeliverables } from '../../query/deliverables.ts';
import type { Firmness } from '../../query/firmness.ts';
import { type Match, type Query, select } from '../../query/query.ts';
import { milestoneReport } from '../../report/build.ts';
import type { GroupBy } from '../../report/tables.ts';
import type { ReportedFinding } from '../../reporters/findings/findings.ts';
import { CI_FORMATS, ciFormat, writeFindings } from '../ci-formats.ts';
import { ledgerNotes } from '../ledger.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { outputOptions, queryOptions, sourceOptions } from '../options.ts';
import { emit, tell } from '../output.ts';
import { asOfDay, type Command, choice, type Run } from '../run.ts';
import { optionWords, queryNotes, readQuestion, withoutDates } from '../select.ts';
import { needMeaning } from '../select-deliverables.ts';
import { readWithin } from '../within.ts';
import { type Say, sayIn } from '../words.ts';

const FAIL_ON = ['overdue', 'firm', 'late', 'soon', 'never'] as const;

/** Statuses that `--fail-on` counts as findings. */
const COUNTED: Record<(typeof FAIL_ON)[number], readonly Status[]> = {
  overdue: ['late', 'unreported'],
  firm: ['late', 'unreported'],
  late: ['late'],
  soon: ['late', 'unreported', 'soon'],
  never: [],
};

const LATE: readonly Status[] = ['late', 'unreported'];

/** A milestone, or one of its deliverables. */
type Found = Match | DeliverableMatch;

export const overdue: Command = {
  name: 'overdue',
  summary: 'sumOverdue',
  examples: [
    'plan overdue --unit 成都市',
    'plan overdue --unit 成都市 --as-of 2021-10-01',
    'plan overdue --level deliverable --fail-on firm --as-of 2021-10-01 --format junit',
    'plan overdue --within 10wd --as-of 2021-09-20 -o overdue.xlsx',
  ],
  configure: (command, say) =>
    outputOptions(queryOptions(sourceOptions(command, say), say), say, CI_FORMATS)
      .option('--level <what>', say('optOverdueLevel'))
      .option('--group-by <what>', say('optGroupBy'))
      .option('--fail-on <what>', say('optFailOnOverdue')),
  run: async (run, sources) => {
    const failOn = choice(run.options, 'failOn', '--fail-on', FAIL_ON);
    const groupBy = choice<GroupBy>(run.options, 'groupBy', '--group-by', ['category', 'unit', 'period']);
    const level = choice(run.options, 'level', '--level', ['milestone', 'deliverable']);
    const asOf = asOfDay(run);
    const loaded = await loadPlan(run, sources);
    const { plan, failed } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    if (level === 'deliverable' || failOn === 'firm') needMeaning(plan);
    const { kept, query } = await readQuestion(run, loaded, asOf);
    const soonToo = run.options.within !== undefined || failOn === 'soon';
    const within = await readWithin(run, loaded.config, asOf, soonToo || query.statuses?.includes('soon') ? 15 : 0);
    const statuses = query.statuses ?? [...LATE, ...(soonToo ? (['soon'] as const) : [])];
    const find = (asked: Query): Found[] =>
      level === 'deliverable' ? selectDeliverables(plan, asked, {}, asOf, within.days) : select(plan, asked, asOf, within.days);
    const matches = find({ ...query, statuses });
    const say = sayIn(run.reportLang);
    const notes = summary(say, matches, statuses, asOf, within.days);
    if (level === 'milestone' && statuses.includes('unreported') && !lacksMeaning(plan)) {
      const late = new Set(matches.map(({ milestone }) => milestone.id));
      const within = selectDeliverables(plan, { ...query, statuses: LATE }, {}, asOf, 0).filter(({ milestone }) => !late.has(milestone.id));
      if (within.length > 0) notes.push(say('overdueWithin', { count: within.length }));
    }
    const undated = find(query).filter(found => dueOf(found) === null).length;
    if (undated > 0) notes.push(say(level === 'deliverable' ? 'undatedDeliverables' : 'undated', { count: undated }));
    notes.push(...within.notes, ...withoutDates(run, plan), ...ledgerNotes(run, plan, kept), ...queryNotes(run, plan, query, matches));
    const ci = ciFormat(run);
    const frame = { lang: run.reportLang, asOf, options: optionWords(run, asOf), notes };
    if (ci) {
      const findings = matches.map(match => findingOf(run, plan, match));
      await writeFindings(run, ci, findings, 'overdue');
      for (const note of notes) await tell(run, note);
    } else if (level === 'milestone') await emit(run, milestoneReport(plan, matches, groupBy, frame, true));
    else await emit(run, (await import('../follow.ts')).deliverableReport(plan, matches as DeliverableMatch[], groupBy, frame, true));
    if (failed.length > 0) return 2;
    const counts = ({ status, firmness }: Found): boolean => COUNTED[failOn].includes(status) && (failOn !== 'firm' || firmness === 'firm');
    return matches.some(counts) ? 1 : 0;
  },
};

function dueOf(found: Found): string | null {
  return 'deliverable' in found ? found.deliverable.deadline.date : found.milestone.due;
}

/** What was found, first of all: what is overdue, unless only other statuses were asked for; then what of it was no firm promise, and what is due soon. */
function summary(say: Say, matches: readonly Found[], statuses: readonly Status[], asOf: string, days: number): string[] {
  const late = matches.filter(({ status }) => LATE.includes(status));
  const soon = matches.filter(({ status }) => status === 'soon').length;
  const tasks = (some: readonly Match[]): number => new Set(some.map(match => match.task.id)).size;
  if (statuses.some(status => LATE.includes(status))) {
    const first =
      late.length > 0
        ? say(late.some(found => 'deliverable' in found) ? 'overdueDeliverables' : 'overdueSummary', {
            asOf,
            count: late.length,
            tasks: tasks(late),
          })
        : say('nothingOverdue', { asOf });
    const of = (wanted: Firmness): number => late.filter(({ firmness }) => firmness === wanted).length;
    const [strive, ongoing] = [of('strive'), of('ongoing')];
    const soft = strive + ongoing > 0 ? [say('softSummary', { strive, ongoing })] : [];
    return [first, ...soft, ...(soon > 0 ? [say('soonSummary', { count: soon, days })] : [])];
  }
  if (matches.length === 0) return [say('nothingFound')];
  const count = matches.length;
  return [soon === count ? say('soonOnly', { count, days }) : say('reportSummary', { count, tasks: tasks(matches) })];
}

/** What is overdue as a finding for programs: an error where it was promised firmly, else a warning; what is due soon as a remark. */
function findingOf(run: Run, plan: Plan, found: Found): ReportedFinding {
  const { task, milestone, status } = found;
  const { reportLang: lang } = run;
  const say = sayIn(lang);
  const late = LATE.includes(status);
  const severity: Severity = !late ? 'info' : found.firmness === 'firm' ? 'error' : 'warning';
  const text = 'deliverable' in found ? found.deliverable.text : milestone.text;
  const due = dueOf(found);
  return {
    code: status,
    severity,
    message: say('overdueFinding', { status: statusNames[status][lang], due: due ?? '', text, units: task.leadUnits.join('、') }),
    // A program tells findings apart by this: deliverables of one milestone stand at one place.
    about: ['deliverable' in found ? found.deliverable.id : '', say('taskSummary', { id: task.id }), periodName(milestone.period, lang)]
      .filter(Boolean)
      .join(' '),
    file: plan.sources[milestone.place.source]?.name ?? null,
    place: milestone.place,
  };
}
