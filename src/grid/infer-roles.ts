import type { ColumnSpec, Role } from './grid.ts';
import { type Look, type Looker, lookAt } from './look.ts';

/** Filled cells a column must have, and the share of them that must look alike, before its role is told by them. */
const LEAST = 3;
const SHARE = 0.8;

/** What the cells of a column can show it to be, in the order of trying. */
const SIGNS: readonly [Role, (look: Look) => boolean][] = [
  ['number', look => look.ordinal !== null],
  ['limit', look => look.limit],
  ['person', look => look.people],
  ['lead', look => look.units >= 0.6 && !look.sentence],
];

/**
 * Gives roles to columns whose headings are unknown, by what stands in them: numbers, time limits, people, units (lead where there is no lead
 * column yet, else support). `cells` are texts by column; a column that shows nothing keeps its role.
 */
export function inferRoles(columns: readonly ColumnSpec[], cells: readonly (readonly string[])[], look: Looker = lookAt): ColumnSpec[] {
  const taken = new Set(columns.map(column => column.role));
  return columns.map((column, index) => {
    if (!column.unknown || column.role !== 'extra') return column;
    const role = shown((cells[index] ?? []).filter(text => text !== '').map(look));
    const settled = role === 'lead' && taken.has('lead') ? 'support' : role;
    if (!settled || (settled !== 'person' && taken.has(settled))) return column;
    taken.add(settled);
    return { ...column, role: settled };
  });
}

function shown(looks: readonly Look[]): Role | null {
  const filled = looks.filter(look => !look.placeholder);
  if (filled.length < LEAST) return null;
  const role = SIGNS.find(([, fits]) => filled.filter(fits).length >= filled.length * SHARE)?.[0] ?? null;
  return role === 'number' && !count(filled) ? null : role;
}

/** Whether numbers count: most are one more than the one before, or begin anew; figures do not. */
function count(looks: readonly Look[]): boolean {
  const last = looks.map(({ ordinal }) => ordinal?.parts.at(-1) ?? 0);
  return last.filter((value, index) => value === 1 || (index > 0 && value - last[index - 1]! === 1)).length >= looks.length * SHARE;
}
