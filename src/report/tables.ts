import type { CivilDate } from '../base/civil-date.ts';
import type { Lang } from '../base/diagnostic.ts';
import { comparePeriods, type PeriodKey, periodName } from '../base/period.ts';
import { statusNames } from '../base/status.ts';
import type { Plan, Task, Unit } from '../plan/schema.ts';
import type { UnitNames } from '../plan/units-of.ts';
import type { Firmness } from '../query/firmness.ts';
import type { Match } from '../query/query.ts';
import { collectiveOf } from '../query/units.ts';
import type { Column, Group, Row, Table, Value } from './model.ts';
import { word } from './words.ts';

export type GroupBy = 'category' | 'unit' | 'period';

/** Between the names of a category path. */
export const SEPARATOR = ' › ';

/** A row a milestone: what `report` and `overdue` answer with. */
export function milestoneTable(
  { sources }: Plan,
  matches: readonly Match[],
  groupBy: GroupBy,
  lang: Lang,
  asOf: CivilDate,
  overdue: boolean,
): Table {
  const via = matches.some(match => viaOf(match) !== null);
  const dated = matches.some(match => match.milestone.due !== null);
  // Without periods the milestones are the tasks' own texts, and need not be read twice.
  const told = matches.every(({ task, milestone }) => milestone.text === task.content);
  const columns: Column[] = [
    ...(groupBy === 'unit' ? [{ id: 'unit', heading: word('unit', lang), kind: 'text', priority: 9 } as const] : []),
    { id: 'category', heading: word('category', lang), kind: 'text', priority: groupBy === 'category' ? 9 : 8 },
    { id: 'task', heading: word('number', lang), kind: 'text', priority: 1 },
    ...sourceColumn(sources, lang),
    { id: 'content', heading: word('task', lang), kind: 'text', priority: 5 },
    { id: 'period', heading: word('period', lang), kind: 'text', priority: 2 },
    { id: 'text', heading: word('milestone', lang), kind: 'text', priority: told ? 9 : 1 },
    ...(dated ? [{ id: 'due', heading: word('due', lang), kind: 'date', priority: 2 } as const] : []),
    { id: 'status', heading: word('status', lang), kind: 'status', priority: 1 },
    ...(overdue ? [firmnessColumn(lang)] : []),
    ...(matches.some(({ reported }) => reported) ? [progressColumn(lang)] : []),
    ...(overdue ? [{ id: 'days', heading: word('days', lang), kind: 'number', priority: 6 } as const] : []),
    { id: 'leadUnits', heading: word('lead', lang), kind: 'list', priority: 3 },
    { id: 'supportUnits', heading: word('support', lang), kind: 'list', priority: 4 },
    ...(via ? [{ id: 'via', heading: word('via', lang), kind: 'text', priority: 7 } as const] : []),
  ];
  const rows = matches.map(match => ({
    match,
    row: {
      values: columns.map(column =>
        column.id === 'source' ? sourceOf(match.task, sources) : milestoneValue(match, column.id, lang, asOf),
      ),
      light: match.light,
    },
  }));
  return { name: word('sheetMilestones', lang), columns, groups: grouped(rows, groupBy, lang) };
}

/** Which promises were not firm. */
export function firmnessColumn(lang: Lang): Column {
  return { id: 'firmness', heading: word('commitment', lang), kind: 'text', priority: 3 };
}

/** What units have reported, where any has. */
export function progressColumn(lang: Lang): Column {
  return { id: 'progress', heading: word('progress', lang), kind: 'text', priority: 3 };
}

/** A report in a cell: the state and since when, the value, the note, the evidence. */
export function progressOf({ reported }: Match): string | null {
  if (!reported) return null;
  const { value, note, evidence } = reported.entry;
  return [`${reported.state} ${reported.on ?? ''}`.trim(), value, note, evidence].filter(said => said !== '').join('\n');
}

/** Where a plan has several documents, numbers come again, and each task says which document it is from. */
export function sourceColumn(sources: Plan['sources'], lang: Lang): Column[] {
  return sources.length > 1 ? [{ id: 'source', heading: word('source', lang), kind: 'text', priority: 7 }] : [];
}

/** The name of the document that a task is from. */
export function sourceOf(task: Task, sources: Plan['sources']): string {
  return sources[task.place.source]?.name ?? '';
}

/** The collectives through which a milestone concerns the units asked for; null where it names them itself. */
export function viaOf({ units }: Match): string | null {
  return [...new Set(units.flatMap(({ via }) => via ?? []))].join('、') || null;
}

/** What the columns that every table of tasks has say of one; undefined for any other column. */
export function taskFact(task: Task, column: string): Value | undefined {
  switch (column) {
    case 'category':
      return task.category.join(SEPARATOR);
    case 'task':
      return task.id;
    case 'content':
      return task.content;
    default:
      return undefined;
  }
}

/** Days by which something is overdue; null where it is not. */
export function daysLate(due: CivilDate | null, asOf: CivilDate): number | null {
  return due !== null && due < asOf ? Math.round((Date.parse(asOf) - Date.parse(due)) / 86_400_000) : null;
}

/** What is not firm, in a word. */
export function shownFirmness(firmness: Firmness, lang: Lang): string | null {
  return firmness === 'firm' ? null : word(firmness === 'ongoing' ? 'goesOn' : firmness, lang);
}

/** What a column says of a milestone. */
export function milestoneValue(match: Match, column: string, lang: Lang, asOf: CivilDate): Value {
  const { task, milestone, status } = match;
  const ofTask = taskFact(task, column);
  if (ofTask !== undefined) return ofTask;
  switch (column) {
    case 'period':
      return milestone.dueFrom === 'limit' ? (task.deadline?.text ?? '') : periodName(milestone.period, lang);
    case 'text':
      return milestone.text;
    case 'due':
      return milestone.due;
    case 'status':
      return statusNames[status][lang];
    case 'days':
      return daysLate(milestone.due, asOf);
    case 'via':
      return viaOf(match);
    case 'firmness':
      return shownFirmness(match.firmness, lang);
    case 'progress':
      return progressOf(match);
    default:
      return column === 'leadUnits' ? task.leadUnits : task.supportUnits;
  }
}

/** Rows under the titles of their groups; a unit's rows begin with its name. */
export function grouped(rows: readonly { match: Match; row: Row }[], groupBy: GroupBy, lang: Lang): Group[] {
  const groups = new Map<string, Group>();
  const ordered =
    groupBy === 'period' ? [...rows].sort((a, b) => comparePeriods(a.match.milestone.period, b.match.milestone.period)) : rows;
  for (const { match, row } of ordered) {
    for (const title of groupTitles(match, groupBy, lang)) {
      const group = groups.get(title) ?? { title, rows: [] };
      group.rows.push(groupBy === 'unit' ? { ...row, values: [title, ...row.values.slice(1)] } : row);
      groups.set(title, group);
    }
  }
  return [...groups.values()];
}

function groupTitles({ task, milestone, units }: Match, groupBy: GroupBy, lang: Lang): readonly string[] {
  if (groupBy === 'category') return [task.category.join(SEPARATOR)];
  if (groupBy === 'period') return [periodName(milestone.period, lang)];
  if (units.length > 0) return units.map(({ name }) => name);
  const names = task.leadUnits;
  return names.length > 0 ? names : [word('noUnit', lang)];
}

/** The original table restored: a row a task, a column a period, every other column under its heading. */
export function taskTable(plan: Plan, tasks: readonly Task[], lang: Lang): Table {
  const periods = [
    ...new Set(tasks.flatMap(task => task.milestones.filter(({ dueFrom }) => dueFrom !== 'limit').map(({ period }) => period))),
  ].sort(comparePeriods);
  const depth = plan.tasks.reduce((most, task) => Math.max(most, task.category.length), 0);
  const extras = [...new Set(tasks.flatMap(task => Object.keys(task.extra)))];
  const columns: Column[] = [
    ...Array.from(
      { length: depth },
      (_, level): Column => ({
        id: `category${level}`,
        heading: word('category', lang) + (depth > 1 ? level + 1 : ''),
        kind: 'text',
        priority: 9,
        merge: true,
      }),
    ),
    { id: 'task', heading: word('number', lang), kind: 'text', priority: 1 },
    ...sourceColumn(plan.sources, lang),
    { id: 'content', heading: word('task', lang), kind: 'text', priority: 1 },
    ...periods.map(
      (period): Column => ({ id: period, heading: periodName(period, lang), over: word('schedule', lang), kind: 'text', priority: 2 }),
    ),
    ...(tasks.some(task => task.deadline) ? [{ id: 'deadline', heading: word('deadline', lang), kind: 'text', priority: 2 } as const] : []),
    { id: 'leadUnits', heading: word('lead', lang), kind: 'list', priority: 2 },
    { id: 'supportUnits', heading: word('support', lang), kind: 'list', priority: 3 },
    ...extras.map((heading): Column => ({ id: `extra:${heading}`, heading, kind: 'text', priority: 5 })),
  ];
  const rows = tasks.map(task => ({
    values: columns.map(column => (column.id === 'source' ? sourceOf(task, plan.sources) : taskValue(task, column.id))),
    anchor: `task:${task.id}`,
  }));
  return { name: word('sheetTasks', lang), columns, groups: [{ title: '', rows }] };
}

function taskValue(task: Task, column: string): Value {
  if (column.startsWith('category')) return task.category[Number(column.slice(8))] ?? null;
  if (column.startsWith('extra:')) return Object.hasOwn(task.extra, column.slice(6)) ? task.extra[column.slice(6)]! : null;
  if (column === 'task') return task.id;
  if (column === 'content') return task.content;
  if (column === 'deadline') return task.deadline?.text ?? null;
  if (column === 'leadUnits') return task.leadUnits;
  if (column === 'supportUnits') return task.supportUnits;
  return (
    task.milestones
      .filter(milestone => milestone.period === column && milestone.dueFrom !== 'limit')
      .map(({ text }) => text)
      .join('\n') || null
  );
}

/** A row a unit: how many tasks it leads and supports, and how many milestones fall to it in each period. */
export function unitTable(plan: Plan, units: readonly Unit[], lang: Lang, told?: UnitNames): Table {
  const periods = [...new Set(plan.tasks.flatMap(task => task.milestones.map(({ period }) => period)))].sort(comparePeriods);
  const byId = new Map(plan.tasks.map(task => [task.id, task]));
  const count = (ids: readonly string[], period: PeriodKey): number =>
    ids.reduce((sum, id) => sum + (byId.get(id)?.milestones.filter(milestone => milestone.period === period).length ?? 0), 0);
  const collectives = units.map(unit => collectiveOf(plan, unit, told));
  const columns: Column[] = [
    { id: 'unit', heading: word('unit', lang), kind: 'text', priority: 1 },
    { id: 'lead', heading: word('leadCount', lang), kind: 'number', priority: 1 },
    { id: 'support', heading: word('supportCount', lang), kind: 'number', priority: 1 },
    ...(['lead', 'support'] as const).flatMap(role =>
      periods.map(
        (period): Column => ({
          id: `${role}.${period}`,
          heading: periodName(period, lang),
          over: word(role === 'lead' ? 'leadMilestones' : 'supportMilestones', lang),
          kind: 'number',
          priority: periods.length > 4 ? 9 : 4,
        }),
      ),
    ),
    { id: 'leadTasks', heading: word('leadTasks', lang), kind: 'list', priority: 5 },
    { id: 'supportTasks', heading: word('supportTasks', lang), kind: 'list', priority: 6 },
    ...(collectives.some(one => one !== null)
      ? ([
          { id: 'members', heading: word('members', lang), kind: 'list', priority: 6 },
          { id: 'certainty', heading: word('certainty', lang), kind: 'text', priority: 7 },
        ] as const)
      : []),
  ];
  const withMembers = columns.some(({ id }) => id === 'members');
  const rows = units.map((unit, index): Row => {
    const counts = [unit.lead, unit.support].flatMap(ids => periods.map(period => count(ids, period)));
    const collective = collectives[index];
    const members = collective
      ? [collective.members.map(({ name }) => name), word(collective.certainty === 'counted' ? 'numberFits' : collective.certainty, lang)]
      : [null, null];
    const row: Row = {
      values: [unit.name, unit.lead.length, unit.support.length, ...counts, unit.lead, unit.support, ...(withMembers ? members : [])],
    };
    const first = unit.lead[0] ?? unit.support[0];
    return first === undefined ? row : { ...row, link: `task:${first}` };
  });
  return { name: word('sheetUnits', lang), columns, groups: [{ title: '', rows }] };
}
