import type { CivilDate } from '../base/civil-date.ts';
import type { Lang } from '../base/diagnostic.ts';
import { comparePeriods, periodName } from '../base/period.ts';
import { type Light, type Status, statuses, statusNames } from '../base/status.ts';
import type { Plan } from '../plan/schema.ts';
import type { Match } from '../query/query.ts';
import { type RoleChoice, unitsOfMatch } from '../query/units.ts';
import { aboutTable, type Frame, head } from './build.ts';
import type { Column, Report, Row, Value } from './model.ts';
import { type GroupBy, SEPARATOR } from './tables.ts';
import { word } from './words.ts';

/** What counts: a milestone, or a deliverable with its own date. */
export interface Counted extends Match {
  due: CivilDate | null;
}

/** How things of one unit, category or period stand: how many there are of each status, which add up to `total`. */
export interface Tally extends Record<Status, number> {
  total: number;
  /** Done of those that are not cancelled, in per cent with one decimal; null where there are none. */
  completion: number | null;
  /** Due before the day, of the same: what would be done had every date been kept (序时进度). */
  expected: number | null;
  /** Percentage points by which the completion is ahead of that (behind: negative). */
  trend: number | null;
}

/** Counts things as of a day. */
export function tallyOf(counted: readonly Counted[], asOf: CivilDate): Tally {
  const counts = Object.fromEntries(statuses.map(status => [status, 0])) as Record<Status, number>;
  let due = 0;
  for (const one of counted) {
    counts[one.status]++;
    if (one.status !== 'cancelled' && one.due !== null && one.due < asOf) due++;
  }
  const kept = counted.length - counts.cancelled;
  const share = (count: number): number | null => (kept === 0 ? null : Math.round((count / kept) * 1000) / 10);
  const [completion, expected] = [share(counts.done + counts['done-late']), share(due)];
  const trend = completion === null ? null : Math.round((completion - expected!) * 10) / 10;
  return { total: counted.length, ...counts, completion, expected, trend };
}

interface Line {
  /** A unit, category or period; null for all together. */
  name: string | null;
  tally: Tally;
  light: Light;
  /** By period, in their order; empty where the lines are periods themselves. */
  periods: ReadonlyMap<string, Tally>;
  /** Place by trend, equal ones sharing the better; null where there is none. */
  rank: number | null;
}

/** How things stand, a line a unit, category or period, and one for all, in which what several units share counts once. */
export function statusReport(plan: Plan, counted: readonly Counted[], by: GroupBy, role: RoleChoice, frame: Frame): Report {
  const { lang, asOf } = frame;
  const groups = new Map<string, Counted[]>();
  for (const one of counted)
    for (const title of titlesOf(plan, one, by, role, lang)) {
      const known = groups.get(title);
      if (known) known.push(one);
      else groups.set(title, [one]);
    }
  const keys = [...groups.keys()];
  if (by === 'period') keys.sort(comparePeriods);
  const each = keys.map(name => lineOf(name, groups.get(name)!, by, asOf));
  // Periods do not compete; and nobody's place is known where only some were asked for.
  const competing = by !== 'period' && counted.every(({ units }) => units.length === 0);
  const lines = competing ? ranked(each) : each;
  if (by === 'unit') lines.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  lines.push({ ...lineOf(null, counted, by, asOf), rank: null });
  return {
    ...head(plan, 'headStatus', frame, lines.length - 1),
    table: { name: word('sheetStatus', lang), ...tableOf(lines, by, lang), figures: true },
    appendix: () => [aboutTable(plan, frame, lines.length - 1)],
    records: lines.map(line => recordOf(line, by)),
  };
}

function titlesOf(plan: Plan, match: Counted, by: GroupBy, role: RoleChoice, lang: Lang): readonly string[] {
  if (by === 'category') return [match.task.category.join(SEPARATOR) || word('noCategory', lang)];
  if (by === 'period') return [match.milestone.period];
  return unitsOfMatch(plan, match, role).map(name => name || word('noUnit', lang));
}

function lineOf(name: string | null, counted: readonly Counted[], by: GroupBy, asOf: CivilDate): Line {
  const periods = by === 'period' ? [] : [...new Set(counted.map(({ milestone }) => milestone.period))].sort(comparePeriods);
  const ofPeriod = (period: string): Counted[] => counted.filter(({ milestone }) => milestone.period === period);
  return {
    name,
    tally: tallyOf(counted, asOf),
    light: lightOfAll(counted),
    periods: new Map(periods.map(period => [period, tallyOf(ofPeriod(period), asOf)])),
    rank: null,
  };
}

function ranked(lines: readonly Line[]): Line[] {
  const trends = lines.flatMap(({ tally }) => tally.trend ?? []);
  // Where all are even, as before anything is reported, nobody is first.
  if (new Set(trends).size < 2) return [...lines];
  return lines.map(line => {
    const { trend } = line.tally;
    return { ...line, rank: trend === null ? null : 1 + trends.filter(other => other > trend).length };
  });
}

/** Statuses that a reader looks for first. */
const FIRST: readonly Status[] = ['done', 'late', 'unreported'];

function tableOf(lines: readonly Line[], by: GroupBy, lang: Lang): { columns: Column[]; groups: { title: string; rows: Row[] }[] } {
  const all = lines.at(-1)!;
  const periods = [...all.periods.keys()];
  const priority = (status: Status): number => (all.tally[status] === 0 && status !== 'done' ? 9 : FIRST.includes(status) ? 2 : 4);
  const columns: Column[] = [
    { id: by, heading: word(by, lang), kind: 'text', priority: 1 },
    ...periods.map(
      (period): Column => ({
        id: period,
        heading: periodName(period, lang),
        kind: 'number',
        priority: periods.length > 4 ? 8 : 3,
      }),
    ),
    { id: 'total', heading: word('total', lang), kind: 'number', priority: 1 },
    ...statuses.map((status): Column => ({ id: status, heading: statusNames[status][lang], kind: 'number', priority: priority(status) })),
    { id: 'completion', heading: word('completion', lang), kind: 'number', priority: 1 },
    { id: 'expected', heading: word('expected', lang), kind: 'number', priority: 4 },
    { id: 'trend', heading: word('trend', lang), kind: 'number', priority: 1 },
    ...(lines.some(({ rank }) => rank !== null) ? [{ id: 'rank', heading: word('rank', lang), kind: 'number', priority: 3 } as const] : []),
  ];
  const rows = lines.map((line): Row => {
    const { name, tally, rank } = line;
    const title = name === null ? word('total', lang) : by === 'period' ? periodName(name, lang) : name;
    const given: Record<string, Value> = { ...tally, [by]: title, rank };
    const values = columns.map(({ id }) => (periods.includes(id) ? doneOfAll(line.periods.get(id), lang) : given[id]!));
    return { values, light: line.light };
  });
  return { columns, groups: [{ title: '', rows }] };
}

/** Done of all that are not cancelled. Spreadsheets would take 1/4 for a day. */
function doneOfAll(tally: Tally | undefined, lang: Lang): string | null {
  return tally === undefined ? null : [tally.done + tally['done-late'], tally.total - tally.cancelled].join(lang === 'zh' ? '／' : ' of ');
}

/** The most urgent light of all that is counted. */
function lightOfAll(counted: readonly Counted[]): Light {
  return (['red', 'yellow', 'green'] as const).find(light => counted.some(one => one.light === light)) ?? 'grey';
}

function recordOf({ name, tally, light, periods, rank }: Line, by: GroupBy): Record<string, unknown> {
  return {
    by,
    name,
    ...tally,
    light,
    rank,
    ...(by === 'period' ? {} : { periods: Object.fromEntries(periods) }),
  };
}

/** How much of a year had passed when a day began, in per cent with one decimal; null where the year is unknown. */
export function yearPassed(year: number | null, asOf: CivilDate): number | null {
  if (year === null) return null;
  const [begin, end, day] = [Date.UTC(year, 0), Date.UTC(year + 1, 0), Date.parse(asOf)];
  return Math.round((Math.max(0, Math.min(end, day) - begin) / (end - begin)) * 1000) / 10;
}
