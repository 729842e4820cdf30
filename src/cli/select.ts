import type { CivilDate } from '../base/civil-date.ts';
import { type Status, statuses, statusesOf, statusWords } from '../base/status.ts';
import type { Plan, Unit } from '../plan/schema.ts';
import { nearest } from '../query/nearest.ts';
import { findCategories, type Match, type Query, readPeriod } from '../query/query.ts';
import { collectiveOf, findUnit, type RoleChoice } from '../query/units.ts';
import { wordsOf } from './build-options.ts';
import { type Kept, loadReports } from './ledger.ts';
import type { Loaded } from './load.ts';
import { choice, type Run } from './run.ts';
import { sayIn, UsageError } from './words.ts';

/** Words for roles besides those that are documented. */
const ROLES: Readonly<Record<string, RoleChoice>> = {
  牵头: 'lead',
  主办: 'lead',
  牵头单位: 'lead',
  配合: 'support',
  协办: 'support',
  配合单位: 'support',
  任一: 'any',
  全部: 'any',
  all: 'any',
};

/** What is asked of a plan, with what has been reported by its ledger; `kept` is that ledger. */
export async function readQuestion(run: Run, loaded: Loaded, asOf: CivilDate): Promise<{ kept: Kept | null; query: Query }> {
  const { kept, reports } = await loadReports(run, loaded, asOf);
  return { kept, query: { ...readQuery(run, loaded), ...(reports ? { reports } : {}) } };
}

/** Reads the options that restrict a query against the plan; unknown names are usage errors that propose the nearest ones. */
export function readQuery(run: Run, { plan, config }: Loaded): Query {
  const { options } = run;
  if (options.quarter !== undefined && options.period !== undefined)
    throw new UsageError('notTogether', { one: '--quarter', other: '--period' });
  const role = ROLES[String(options.role)] ?? options.role;
  const query: Query = {
    role: choice<RoleChoice>({ role }, 'role', '--role', ['lead', 'support', 'any']),
    collectives: config.collectives,
    lights: config.lights,
  };
  const periods = wordsOf(options.quarter ?? options.period, /[,，、]/).map(given =>
    knownPeriod(given, plan, options.quarter !== undefined),
  );
  if (periods.length > 0) query.periods = periods;
  const units = listOf(options.unit).map(given => knownUnit(given, plan));
  if (units.length > 0) query.units = units;
  const categories = listOf(options.category).map(given => knownCategory(given, plan));
  if (categories.length > 0) query.categories = categories;
  const statuses = wordsOf(options.status, /[,，、]/).flatMap(knownStatus);
  if (statuses.length > 0) query.statuses = statuses;
  return query;
}

function listOf(given: unknown): string[] {
  return [given ?? []].flat().map(String);
}

function knownPeriod(given: string, plan: Plan, quarter: boolean): string {
  const read = readPeriod(given);
  if (!read || (quarter && !read.period.startsWith('Q'))) throw new UsageError('badPeriod', { given });
  if (read.year !== null && plan.year !== null && read.year !== plan.year) throw new UsageError('wrongYear', { given, year: plan.year });
  return read.period;
}

function knownUnit(given: string, plan: Plan): Unit {
  const unit = findUnit(plan, given);
  if (unit) return unit;
  const parts = given.split(/[、，,；;\s]+/).filter(part => part !== '');
  const several = parts.length > 1 && parts.every(part => findUnit(plan, part));
  const names = plan.units.flatMap(known => [known.name, ...known.aliases]);
  const near = several ? [parts.map(part => `--unit ${part}`).join(' ')] : nearest(given, names);
  throw new UsageError('unknownUnit', { given }, near);
}

function knownCategory(given: string, plan: Plan): string {
  const found = findCategories(plan, given);
  if (found.length === 1) return found[0]!;
  const names = [...new Set(plan.categories.flatMap(category => category.path))];
  const outer = [...new Set(plan.categories.map(category => category.path[0]!))];
  const counted = /^\d{1,3}$/.test(given) ? outer.slice(Number(given) - 1, Number(given)) : [];
  throw new UsageError('unknownCategory', { given }, found.length > 1 ? found : counted.length > 0 ? counted : nearest(given, names));
}

function knownStatus(given: string): readonly Status[] {
  const found = statusesOf(given);
  if (found.length > 0) return found;
  throw new UsageError('badValue', { option: '--status', given, choices: statuses.join(', ') }, nearest(given, statusWords, 2));
}

/** Notes on what a query left out or took in on other grounds. */
export function queryNotes(run: Run, plan: Plan, query: Query, matches: readonly Match[]): string[] {
  const say = sayIn(run.reportLang);
  return (query.units ?? []).flatMap(unit => {
    const through = new Map<string, number>();
    for (const { units } of matches)
      for (const { name, via } of units) if (via !== null && name === unit.name) through.set(via, (through.get(via) ?? 0) + 1);
    const notes = [...through].map(([via, count]) => {
      const inferred = collectiveOf(plan, findUnit(plan, via)!, query.collectives)?.certainty === 'inferred';
      return say(inferred ? 'throughInferred' : 'throughCollective', { count, via, unit: unit.name });
    });
    if (query.role !== 'lead' || unit.support.length === 0) return notes;
    return [...notes, say('alsoSupports', { unit: unit.name, count: unit.support.length, tasks: unit.support.join('、') })];
  });
}

/** The restrictions of a run as it was called, for the record. */
export function optionWords(run: Run, asOf: CivilDate): string[] {
  const keys = [
    'quarter',
    'period',
    'unit',
    'role',
    'category',
    'status',
    'within',
    'kind',
    'commitment',
    'dueAfter',
    'dueBefore',
    'text',
    'known',
  ];
  const flag = (key: string): string => `--${key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
  return [...keys.flatMap(key => listOf(run.options[key]).map(given => `${flag(key)} ${given}`)), `--as-of ${asOf}`];
}

/** What is said of tasks that have no milestone, since no list of milestones shows them. */
export function withoutDates(run: Run, plan: Plan): string[] {
  const say = sayIn(run.reportLang);
  const count = plan.tasks.filter(task => task.milestones.length === 0).length;
  const yearless = plan.year === null ? plan.tasks.flatMap(({ milestones }) => milestones).filter(({ due }) => due === null).length : 0;
  return [
    ...(yearless > 0 ? [say('yearlessDates', { count: yearless })] : []),
    ...(count === 0 ? [] : [count === plan.tasks.length ? say('noMilestones') : say('withoutMilestones', { count })]),
  ];
}
