import type { CivilDate } from '../base/civil-date.ts';
import { type Status, statuses } from '../base/status.ts';
import type { Plan } from '../plan/schema.ts';
import { nearest } from '../query/nearest.ts';
import { findCategories, type Match, type Query, readPeriod } from '../query/query.ts';
import { findUnit, type RoleChoice } from '../query/units.ts';
import { choice, type Run } from './run.ts';
import { sayIn, UsageError } from './words.ts';

/** Days of `--within`: `15d`, `15`, `2w`. */
export function withinDays(run: Run, fallback: number): number {
  const given = run.options.within;
  if (given === undefined) return fallback;
  const match = /^(\d{1,4})\s*(d|w|天|周)?$/i.exec(String(given));
  if (!match) throw new UsageError('badValue', { option: '--within', given: String(given), choices: '15d, 2w' });
  return Number(match[1]) * (/w|周/i.test(match[2] ?? '') ? 7 : 1);
}

/** Reads the options that restrict a query against the plan; unknown names are usage errors that propose the nearest ones. */
export function readQuery(run: Run, plan: Plan): Query {
  const { options } = run;
  const query: Query = { role: choice<RoleChoice>(options, 'role', '--role', ['lead', 'support', 'any']) };
  const period = options.quarter ?? options.period;
  if (period !== undefined) query.period = knownPeriod(String(period), plan, options.quarter !== undefined);
  if (options.unit !== undefined) {
    const name = String(options.unit);
    const unit = findUnit(plan, name);
    if (!unit)
      throw new UsageError(
        'unknownUnit',
        { given: name },
        nearest(
          name,
          plan.units.map(known => known.name),
        ),
      );
    query.unit = unit;
  }
  if (options.category !== undefined) query.category = knownCategory(String(options.category), plan);
  if (options.status !== undefined) query.statuses = String(options.status).split(',').map(knownStatus);
  return query;
}

function knownPeriod(given: string, plan: Plan, quarter: boolean): string {
  const read = readPeriod(given);
  if (!read || (quarter && !read.period.startsWith('Q'))) throw new UsageError('badPeriod', { given });
  if (read.year !== null && plan.year !== null && read.year !== plan.year) throw new UsageError('wrongYear', { given, year: plan.year });
  return read.period;
}

function knownCategory(given: string, plan: Plan): string {
  const found = findCategories(plan, given);
  if (found.length === 1) return found[0]!;
  const names = plan.categories.flatMap(category => category.path);
  throw new UsageError('unknownCategory', { given }, found.length > 1 ? found : nearest(given, [...new Set(names)]));
}

function knownStatus(given: string): Status {
  const status = statuses.find(known => known === given.trim());
  if (status) return status;
  throw new UsageError('badValue', { option: '--status', given, choices: statuses.join(', ') }, nearest(given.trim(), statuses, 1));
}

/** Notes on what a query left out or took in on other grounds. */
export function queryNotes(run: Run, query: Query, matches: readonly Match[]): string[] {
  const say = sayIn(run.reportLang);
  const { unit } = query;
  if (!unit) return [];
  const notes: string[] = [];
  const through = new Map<string, number>();
  for (const match of matches) if (match.unit?.via) through.set(match.unit.via, (through.get(match.unit.via) ?? 0) + 1);
  for (const [via, count] of through) notes.push(say('throughCollective', { count, via, unit: unit.name }));
  if (query.role === 'lead' && unit.support.length > 0) {
    notes.push(say('alsoSupports', { unit: unit.name, count: unit.support.length, tasks: unit.support.join('、') }));
  }
  return notes;
}

/** The restrictions of a run as it was called, for the record. */
export function optionWords(run: Run, asOf: CivilDate): string[] {
  const names = {
    quarter: '--quarter',
    period: '--period',
    unit: '--unit',
    role: '--role',
    category: '--category',
    status: '--status',
    within: '--within',
  };
  const given = Object.entries(names).flatMap(([key, flag]) =>
    run.options[key] === undefined ? [] : [`${flag} ${String(run.options[key])}`],
  );
  return [...given, `--as-of ${asOf}`];
}

/** What is said of tasks that have no milestone, since no list of milestones shows them. */
export function withoutDates(run: Run, plan: Plan): string[] {
  const say = sayIn(run.reportLang);
  const count = plan.tasks.filter(task => task.milestones.length === 0).length;
  if (count === 0) return [];
  return [count === plan.tasks.length ? say('noMilestones') : say('withoutMilestones', { count })];
}
