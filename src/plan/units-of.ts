import { fold } from '../lexicon/fold.ts';
import type { Task, Unit } from './schema.ts';

/** Names by name: other names of a unit, or the members of a collective. */
export type UnitNames = ReadonlyMap<string, readonly string[]>;

/**
 * The units of some tasks in the order of their appearance. Names that are said to be one unit's (`aliases`) are counted under its name; the
 * tasks keep the names as written.
 */
export function unitsOf(tasks: readonly Task[], aliases: UnitNames): Unit[] {
  const canonical = new Map([...aliases].flatMap(([name, others]) => [name, ...others].map(other => [fold(other), name] as const)));
  const byName = new Map<string, Unit>();
  const unit = (written: string): Unit => {
    const name = canonical.size === 0 ? written : (canonical.get(fold(written)) ?? written);
    let made = byName.get(name);
    if (!made) {
      made = { name, aliases: [...(aliases.get(name) ?? [])], lead: [], support: [] };
      byName.set(name, made);
    }
    if (written !== name && !made.aliases.includes(written)) made.aliases.push(written);
    return made;
  };
  const put = (ids: string[], id: string): void => {
    if (ids.at(-1) !== id) ids.push(id);
  };
  for (const task of tasks) {
    for (const name of task.leadUnits) put(unit(name).lead, task.id);
    for (const name of task.supportUnits) put(unit(name).support, task.id);
  }
  return [...byName.values()];
}
