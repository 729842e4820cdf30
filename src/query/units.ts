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

/**
 * Names in the plan that speak of several units at once and take this one in: 同城化发展各专项合作组 takes in every …专项合作组; 四市 the
 * units that end in 市, where there are just four. What cannot be counted out (有关部门) takes in nobody, unless the user has `told` its members.
 */
export function collectivesOf(plan: Plan, unit: Unit, told: UnitNames = new Map()): Unit[] {
  const spelt = new Set(namesOf(unit).map(fold));
  return plan.units.filter(other => {
    const members = told.get(other.name);
    if (members) return other !== unit && members.some(member => spelt.has(fold(member)));
    return other !== unit && membersOf(plan, other).includes(unit);
  });
}

/** All names a unit goes by in the plan. */
function namesOf(unit: Unit): readonly string[] {
  return unit.aliases.length === 0 ? [unit.name] : [unit.name, ...unit.aliases];
}

function membersOf(plan: Plan, collective: Unit): Unit[] {
  const every = /各(.{1,12})$/.exec(collective.name);
  if (every) {
    const suffixes = every[1]!.split(/[（()）、]/).filter(suffix => suffix !== '');
    return plan.units.filter(
      unit => !unit.name.includes('各') && suffixes.some(suffix => unit.name.endsWith(suffix) && unit.name !== suffix),
    );
  }
  const counted = new RegExp(`^([${NUMERALS}])(市|县|区|镇|乡|厅|局|部门|街道|园区)$`).exec(collective.name);
  if (!counted) return [];
  const count = counted[1] === '两' ? 2 : NUMERALS.replace('两', '').indexOf(counted[1]!) + 2;
  const members = plan.units.filter(unit => unit !== collective && unit.name.endsWith(counted[2]!));
  return members.length === count ? members : [];
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
