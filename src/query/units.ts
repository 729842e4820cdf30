import { fold } from '../lexicon/fold.ts';
import type { Plan, Role, Task, Unit } from '../plan/schema.ts';
import type { UnitNames } from '../plan/units-of.ts';

export type RoleChoice = Role | 'any';

/** The unit of a plan that has a name (or alias), whatever its width and script; null where there is none. Never a substring. */
export function findUnit(plan: Plan, name: string): Unit | null {
  const wanted = fold(name);
  const byName = plan.units.find(unit => fold(unit.name) === wanted);
  return byName ?? plan.units.find(unit => unit.aliases.some(alias => fold(alias) === wanted)) ?? null;
}

const NUMERALS = '二两三四五六七八九十';
/** What they begin with, how many, of which kind. */
const COUNTED = new RegExp(`^(.{0,10})([${NUMERALS}])(市|县|区|镇|乡|厅|局|部门|街道|园区)$`);

/** A name that speaks of several units at once. */
export interface Collective {
  members: Unit[];
  /**
   * How its members are known: `told` by the user; `counted`, where the name says how many and just so many fit (四市, 德眉资三市); `inferred`, where it
   * means all of a kind and those that the plan names are taken for all (各专项合作组).
   */
  certainty: 'told' | 'counted' | 'inferred';
}

/** Names in the plan that speak of several units at once and take this one in, unless the user has `told` their members otherwise. */
export function collectivesOf(plan: Plan, unit: Unit, told: UnitNames = new Map()): Unit[] {
  return plan.units.filter(other => other !== unit && collectiveOf(plan, other, told)?.members.includes(unit));
}

/**
 * Whom a name takes in: 同城化发展各专项合作组 every …专项合作组; 四市 the units that end in 市, where there are just four; 德眉资三市 those of them that begin
 * with 德, 眉 and 资. null where it speaks of one unit, or cannot be counted out (有关部门).
 */
export function collectiveOf(plan: Plan, { name }: Unit, told: UnitNames = new Map()): Collective | null {
  const given = told.get(name);
  if (given) return { members: given.flatMap(member => findUnit(plan, member) ?? []), certainty: 'told' };
  const every = /各(.{1,12})$/.exec(name);
  if (every) {
    const suffixes = every[1]!.split(/[（(）)、]/).filter(suffix => suffix !== '');
    const members = plan.units.filter(
      unit => !unit.name.includes('各') && suffixes.some(suffix => unit.name.endsWith(suffix) && unit.name !== suffix),
    );
    return members.length === 0 ? null : { members, certainty: 'inferred' };
  }
  const counted = COUNTED.exec(name);
  if (!counted) return null;
  const [, beginnings, numeral, kind] = counted;
  const count = numeral === '两' ? 2 : NUMERALS.replace('两', '').indexOf(numeral!) + 2;
  const ofKind = plan.units.filter(unit => unit.name.endsWith(kind!) && !COUNTED.test(unit.name));
  const members = beginnings === '' ? ofKind : ofKind.filter(unit => beginnings!.includes(unit.name[0]!));
  return members.length === count ? { members, certainty: 'counted' } : null;
}

/** All names a unit goes by in the plan. */
function namesOf(unit: Unit): readonly string[] {
  return unit.aliases.length === 0 ? [unit.name] : [unit.name, ...unit.aliases];
}

/** How a task concerns a unit in a role: by its own name, through a collective, or not at all. */
export interface UnitMatch {
  role: Role;
  /** The collective's name, or null where the unit itself is named. */
  via: string | null;
}

/** Whether a task names a unit, or a collective that takes it in, in a role; lead before support, the unit's own name before collectives. */
export function matchUnit(task: Task, unit: Unit, collectives: readonly Unit[], role: RoleChoice): UnitMatch | null {
  const sides: [Role, readonly string[]][] = [
    ['lead', task.leadUnits],
    ['support', task.supportUnits],
  ];
  const wanted = sides.filter(([side]) => role === 'any' || role === side);
  const holds = (names: readonly string[], one: Unit): boolean => namesOf(one).some(name => names.includes(name));
  for (const [side, names] of wanted) if (holds(names, unit)) return { role: side, via: null };
  for (const [side, names] of wanted) {
    const through = collectives.find(collective => holds(names, collective));
    if (through) return { role: side, via: through.name };
  }
  return null;
}

/** The units that a match concerns: those asked for, else all that have the role; '' where none has. */
export function unitsOfMatch(plan: Plan, { task, units }: { task: Task; units: readonly { name: string }[] }, role: RoleChoice): string[] {
  if (units.length > 0) return units.map(unit => unit.name);
  const named = [...(role === 'support' ? [] : task.leadUnits), ...(role === 'lead' ? [] : task.supportUnits)];
  return named.length === 0 ? [''] : [...new Set(named.map(name => findUnit(plan, name)?.name ?? name))];
}
