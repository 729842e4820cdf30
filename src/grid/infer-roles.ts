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
    // What counts is no name that groups tasks.
    const { mayGroup: _, ...told } = column;
    return { ...(settled === 'number' ? told : column), role: settled };
  });
}

function shown(looks: readonly Look[]): Role | null {
  const filled = looks.filter(look => !look.placeholder);
  if (filled.length < LEAST) return null;
  const role = SIGNS.find(([, fits]) => filled.filter(fits).length >= filled.length * SHARE)?.[0] ?? null;
  return role === 'number' && !count(filled) ? null : role;
}

/** Whether numbers count: most are one more than the one before, or begin anew, or are clauses in order (1.2.1, 1.3.2); figures are not. */
function count(looks: readonly Look[]): boolean {
  const parts = looks.map(({ ordinal }) => ordinal?.parts ?? []);
  const next = parts.filter((one, index) => one.at(-1) === 1 || (index > 0 && one.at(-1)! - parts[index - 1]!.at(-1)! === 1));
  const clauses = parts.filter((one, index) => one.length > 2 && one[0]! < 100 && (index === 0 || !isBelow(one, parts[index - 1]!)));
  return Math.max(next.length, clauses.length) >= looks.length * SHARE;
}

/** Whether a number of several parts comes before another. */
function isBelow(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at >= 0 && one[at]! < (other[at] ?? -1);
}
