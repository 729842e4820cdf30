import type { CivilDate } from '../base/civil-date.ts';
import { type PeriodKey, periodEnd, periodMonths, periodsOverlap } from '../base/period.ts';
import type { Light, Status } from '../base/status.ts';
import { isOver } from '../ledger/entry.ts';
import type { Reported } from '../ledger/join.ts';
import { type Lights, lightOf, statusOf } from '../ledger/status.ts';
import { periodOfHeading } from '../lexicon/headings.ts';
import { leadingMark, numberValue } from '../lexicon/numerals.ts';
import type { Milestone, Plan, Task, Unit } from '../plan/schema.ts';
import type { UnitNames } from '../plan/units-of.ts';
import { type Firmness, firmnessOf } from './firmness.ts';
import { collectivesOf, matchUnit, type RoleChoice, type UnitMatch } from './units.ts';

/** Which milestones are asked for, as data; what is left out does not restrict. */
export interface Query {
  /** Any of these, as with every list here. */
  periods?: readonly PeriodKey[];
  units?: readonly Unit[];
  role: RoleChoice;
  /** Names in category paths, at any depth. */
  categories?: readonly string[];
  /** Members of names that speak of several units, where the user has told them. */
  collectives?: UnitNames;
  statuses?: readonly Status[];
  /** Lights other than the usual. */
  lights?: Lights;
  /** What has been reported, where there is a ledger. */
  reports?: ReadonlyMap<string, Reported>;
}

/** A milestone that a query found, with its task and status. */
export interface Match {
  task: Task;
  milestone: Milestone;
  status: Status;
  light: Light;
  /** How firmly what of it is not reported as done or cancelled was promised. */
  firmness: Firmness;
  /** The report that its status rests on, null where there is none; absent without a ledger. */
  reported?: Reported | null;
  /** How it concerns the units asked for, and their names; empty where none was asked for. */
  units: readonly (UnitMatch & { name: string })[];
}

/** All milestones of a plan that a query asks for, in the plan's order. */
export function select(plan: Plan, query: Query, asOf: CivilDate, within: number): Match[] {
  const asked = (query.units ?? []).map(unit => ({ unit, collectives: collectivesOf(plan, unit, query.collectives) }));
  return plan.tasks.flatMap(task => {
    const units = asked.flatMap(({ unit, collectives }) => {
      const found = matchUnit(task, unit, collectives, query.role);
      return found ? [{ ...found, name: unit.name }] : [];
    });
    if (query.units && units.length === 0) return [];
    if (query.categories?.some(name => task.category.includes(name)) === false) return [];
    return task.milestones.flatMap(milestone => {
      if (query.periods?.some(period => inPeriod(milestone, period, plan.year)) === false) return [];
      const reported = query.reports?.get(milestone.id);
      const status = statusOf(milestone.due, reported, asOf, within);
      const light = lightOf(status, query.lights);
      const undone = milestone.deliverables?.filter(({ id }) => {
        const part = query.reports?.get(id);
        return !part || !isOver(part);
      });
      const firmness = firmnessOf(undone);
      const match = { task, milestone, status, light, firmness, units, ...(query.reports ? { reported: reported ?? null } : {}) };
      return !query.statuses || query.statuses.includes(status) ? [match] : [];
    });
  });
}

/** Whether a milestone belongs to a period: its own shares a month with it, or its time limit falls into it. */
function inPeriod(milestone: Milestone, period: PeriodKey, year: number | null): boolean {
  if (milestone.dueFrom !== 'limit') return periodsOverlap(milestone.period, period);
  const months = periodMonths(period);
  if (milestone.due === null || months === null) return milestone.due === null;
  // A plan whose year is unknown may have limits that name theirs.
  const its = year ?? Number(milestone.due.slice(0, 4));
  const begin = `${its}-${String(months[0]).padStart(2, '0')}-01`;
  return milestone.due >= begin && milestone.due <= periodEnd(period, its)!;
}

/** Reads a period as people write it: Q3, q3, 3, 三季度, 第三季度, 2021Q3, M07, 7月, 2021年7月, H1, 上半年, year; null for anything else. */
export function readPeriod(text: string): { period: PeriodKey; year: number | null } | null {
  const match = /^((?:19|20)\d{2})\s*[-年/]?\s*(?=\D|\d{1,2}月|\d$)(.+)$/i.exec(text.trim());
  const bare = (match ? match[2]! : text.trim()).toUpperCase();
  const year = match ? Number(match[1]) : null;
  if (/^[1-4]$/.test(bare)) return { period: `Q${bare}`, year };
  const month = /^M(\d{1,2})$/.exec(bare);
  const key = month ? `M${month[1]!.padStart(2, '0')}` : bare === 'YEAR' || bare === '全年' || bare === '年' ? 'year' : bare;
  if (periodMonths(key)) return { period: key, year };
  const named = periodOfHeading(bare);
  return named ? { period: named, year } : null;
}

/** The category names of a plan that a word means: the name itself, the name without its mark, or its number (三 or 3 for 三、…). */
export function findCategories(plan: Plan, word: string): string[] {
  const names = [...new Set(plan.categories.flatMap(category => category.path))];
  const exact = names.filter(name => name === word);
  if (exact.length > 0) return exact;
  const value = numberValue(word);
  const byMark = names.filter(name => {
    const mark = leadingMark(name);
    if (mark === null) return false;
    const number = mark.mark.replace(/[、.．（）()第章节\s]/g, '');
    return mark.rest === word || number === word || mark.value === value;
  });
  return byMark.length > 0 ? byMark : names.filter(name => name.includes(word));
}
