import type { Diagnostic } from '../base/diagnostic.ts';
import { grouped } from '../base/grouped.ts';
import { fold } from '../lexicon/fold.ts';
import { usualName } from '../lexicon/unit-synonyms.ts';
import type { Task, Unit } from '../plan/schema.ts';
import type { Check } from './check.ts';

/** Shortest name of which one with a few characters more is taken for another spelling. */
const LONG = 7;
/** Names compared in pairs at most; a plan with more units is not searched for insertions. */
const MOST = 3000;

/** 形近单位: names that are equal when folded (width, radicals, spaces), or where one holds one or two characters more inside. */
export const lookalikeUnit: Check = {
  code: 'lookalike-unit',
  explain: 'Two unit names differ only in width, space, look-alike characters, or in one or two characters inserted.',
  run: plan => {
    const tasks = new Map(plan.tasks.map(task => [task.id, task]));
    const found: Diagnostic[] = plan.units.flatMap(unit => compatibility(unit, tasks));
    const byFold = new Map<string, Unit>();
    for (const unit of plan.units) {
      const key = fold(unit.name);
      const known = byFold.get(key);
      if (known) found.push(finding(unit, known.name, tasks));
      else byFold.set(key, unit);
    }
    const units = [...byFold.values()];
    const inserted = insertions(units, tasks);
    const told = (one: Diagnostic): boolean => inserted.some(({ data }) => [data!.name, data!.other].includes(one.data!.name!));
    return [...found, ...inserted, ...synonyms(units, tasks).filter(one => !told(one))];
  },
};

/** A name that holds radicals or compatibility characters (⽔ for 水) looks like the name without them. */
function compatibility(unit: Unit, tasks: ReadonlyMap<string, Task>): Diagnostic[] {
  const plain = unit.name.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, char => char.normalize('NFKC'));
  return plain === unit.name ? [] : [finding(unit, plain, tasks)];
}

/** 县水务局 beside 县水利局: one office by two names; the rarer is told. */
function synonyms(units: readonly Unit[], tasks: ReadonlyMap<string, Task>): Diagnostic[] {
  const count = ({ lead, support }: Unit): number => lead.length + support.length;
  return [...grouped(units, ({ name }) => usualName(name)).values()].flatMap(same => {
    const [usual, ...others] = same.sort((a, b) => count(b) - count(a));
    return others.filter(({ name }) => !usual!.aliases.includes(name)).map(unit => finding(unit, usual!.name, tasks));
  });
}

function insertions(units: readonly Unit[], tasks: ReadonlyMap<string, Task>): Diagnostic[] {
  if (units.length > MOST) return [];
  const byLength = grouped(units, ({ name }) => String(name.length));
  return units.flatMap(longer =>
    [1, 2].flatMap(extra =>
      (byLength.get(String(longer.name.length - extra)) ?? [])
        .filter(shorter => isInserted(longer.name, shorter.name))
        .map(shorter => finding(shorter, longer.name, tasks)),
    ),
  );
}

/** Whether the longer name is the shorter one with something put in between, neither in front nor at its end, and no number (第一 / 第二). */
function isInserted(longer: string, shorter: string): boolean {
  if (shorter.length < LONG) return false;
  let head = 0;
  while (head < shorter.length && longer[head] === shorter[head]) head++;
  const extra = longer.length - shorter.length;
  if (head < 2 || shorter.length - head < 2 || longer.slice(head + extra) !== shorter.slice(head)) return false;
  return !/[\d一二三四五六七八九十东西南北中]/.test(longer.slice(head, head + extra));
}

function finding(unit: Unit, other: string, tasks: ReadonlyMap<string, Task>): Diagnostic {
  const id = unit.lead[0] ?? unit.support[0]!;
  const place = tasks.get(id)?.places[unit.lead.length > 0 ? 'lead' : 'support'] ?? null;
  return { code: 'lookalike-unit', place, task: id, text: unit.name, data: { name: unit.name, other } };
}
