import type { CivilDate } from '../base/civil-date.ts';
import { type PeriodKey, periodName } from '../base/period.ts';
import { COVER } from '../ledger/form.ts';
import { fingerprint, type Promised, promisesOf } from '../ledger/promises.ts';
import type { Plan } from '../plan/schema.ts';
import type { Match } from '../query/query.ts';
import { type RoleChoice, unitsOfMatch } from '../query/units.ts';

/** A line of a form: a milestone or one of its deliverables. */
export interface FormRow {
  item: string;
  part: boolean;
  content: string;
  period: string;
  text: string;
  due: CivilDate | null;
  print: string;
}

/** What one unit is asked to fill in. */
export interface Form {
  /** The unit's name; '' for milestones that no unit leads. */
  unit: string;
  /** Name of the file, safe on every system and met once, whatever its case. */
  file: string;
  rows: FormRow[];
}

/** The forms of the milestones found, one a unit, in the plan's order. A single deliverable is its milestone over again and has no line of its own. */
export function formsOf(plan: Plan, matches: readonly Match[], role: RoleChoice): Form[] {
  const promises = promisesOf(plan);
  const rows = new Map<string, FormRow[]>();
  for (const match of matches)
    for (const unit of unitsOfMatch(plan, match, role)) {
      const lines = rowsOf(match, promises);
      const known = rows.get(unit);
      if (known) known.push(...lines);
      else rows.set(unit, lines);
    }
  const names = fileNames([...rows.keys()]);
  return [...rows].map(([unit, lines], index) => ({ unit, file: names[index]!, rows: lines }));
}

function rowsOf({ task, milestone }: Match, promises: ReadonlyMap<string, Promised>): FormRow[] {
  const row = (item: string, text: string, due: CivilDate | null, part: boolean): FormRow => ({
    item,
    part,
    content: part ? beginning(task.content) : task.content,
    period: periodName(milestone.period as PeriodKey),
    text,
    due,
    print: fingerprint(promises.get(item)!),
  });
  const parts = milestone.deliverables ?? [];
  return [
    row(milestone.id, milestone.text, milestone.due, false),
    ...(parts.length > 1 ? parts.map(({ id, text, deadline }) => row(id, text, deadline.date, true)) : []),
  ];
}

/** Enough of a task to know it by; its milestone's line has all of it. */
function beginning(content: string): string {
  const line = [...content];
  return line.length > 24 ? `${line.slice(0, 24).join('')}…` : content;
}

/** Bytes a file name may take with its extension and a number; Linux takes 255. */
const LONGEST = 180;
/** Names that Windows keeps for devices. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** File names of units, each met once. */
export function fileNames(units: readonly string[]): string[] {
  const taken = new Set([COVER]);
  const copies = new Map<string, number>();
  return units.map(unit => {
    const bare = safeName(unit);
    const key = bare.toLowerCase();
    let copy = copies.get(key) ?? 1;
    let name = bare;
    while (taken.has(name.toLowerCase())) name = `${bare}_${++copy}`;
    copies.set(key, copy);
    taken.add(name.toLowerCase());
    return `${name}.xlsx`;
  });
}

/** A name without what any system refuses, what a shell takes for an option, or what hides a file. */
function safeName(unit: string): string {
  const plain = unit
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .replace(/[/\\:*?"<>|%#]/g, '_')
    .replace(/^[\s.\-~]+|[\s.]+$/g, '')
    .replace(DEVICES, '_$1');
  let name = '';
  let size = 0;
  for (const char of plain) {
    size += Buffer.byteLength(char);
    if (size > LONGEST) break;
    name += char;
  }
  return name.trim() || '无牵头单位';
}
