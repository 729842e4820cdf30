import type { CivilDate } from '../base/civil-date.ts';
import type { Lang } from '../base/diagnostic.ts';
import type { Plan, Task } from '../plan/schema.ts';
import type { DeliverableMatch } from '../query/deliverables.ts';
import type { Match } from '../query/query.ts';
import { aboutTable, type Frame, head, milestoneAppendix, milestoneRecord } from './build.ts';
import { calendarOf, type Due } from './calendar.ts';
import type { Column, Group, Report, Table, Value } from './model.ts';
import { daysLate, type GroupBy, grouped, milestoneValue, progressColumn, SEPARATOR, sourceColumn, sourceOf, taskTable } from './tables.ts';
import { word } from './words.ts';

/** Report on deliverables, a row each: `report` and `overdue` with `--level deliverable`. */
export function deliverableReport(
  plan: Plan,
  matches: readonly DeliverableMatch[],
  groupBy: GroupBy,
  frame: Frame,
  overdue = false,
): Report {
  return {
    ...head(plan, overdue ? 'headOverdue' : 'headDeliverables', frame, matches.length),
    table: deliverableTable(plan, matches, groupBy, frame, { overdue }),
    appendix: () => milestoneAppendix(plan, matches, frame),
    records: matches.map(match => deliverableRecord(match, plan.sources)),
    calendar: () => calendarOf(plan, matches.map(deliverableDue), frame.lang, frame.asOf),
  };
}

/** The deliverables that speak of a name, in the order given. */
export function traceReport(plan: Plan, matches: readonly DeliverableMatch[], frame: Frame): Report {
  return {
    ...head(plan, 'headTrace', frame, matches.length),
    table: deliverableTable(plan, matches, 'category', frame, { ungrouped: true }),
    appendix: () => milestoneAppendix(plan, matches, frame),
    records: matches.map(match => deliverableRecord(match, plan.sources)),
    calendar: () => calendarOf(plan, matches.map(deliverableDue), frame.lang, frame.asOf),
  };
}

/** When a deliverable falls due: by its own deadline. */
function deliverableDue(match: DeliverableMatch): Due {
  const { id, text, deadline } = match.deliverable;
  return { match, id, text, date: deadline.date, status: match.status };
}

/** A row a task, as in the original table, with the milestones found: `report --level task`. */
export function tasksReport(plan: Plan, matches: readonly Match[], frame: Frame): Report {
  const found = new Map<Task, Task>();
  for (const { task, milestone } of matches) {
    const shown = found.get(task) ?? { ...task, milestones: [] };
    shown.milestones.push(milestone);
    found.set(task, shown);
  }
  const tasks = [...found.values()];
  const { groups, ...table } = taskTable(plan, tasks, frame.lang);
  const byCategory = new Map<string, Group>();
  for (const [index, task] of tasks.entries()) {
    const title = task.category.join(SEPARATOR);
    const group = byCategory.get(title) ?? { title, rows: [] };
    group.rows.push(groups[0]!.rows[index]!);
    byCategory.set(title, group);
  }
  return {
    ...head(plan, 'headTasks', frame, tasks.length),
    table: { ...table, groups: [...byCategory.values()] },
    appendix: () => [aboutTable(plan, frame, tasks.length)],
    records: tasks.map(task => ({ ...task })),
  };
}

function deliverableTable(
  plan: Plan,
  matches: readonly DeliverableMatch[],
  groupBy: GroupBy,
  frame: Frame,
  { ungrouped = false, overdue = false },
): Table {
  const { lang, asOf } = frame;
  const limits = matches.some(({ deliverable }) => deliverable.deadline.text !== null);
  const columns: Column[] = [
    ...(groupBy === 'unit' ? [{ id: 'unit', heading: word('unit', lang), kind: 'text', priority: 9 } as const] : []),
    { id: 'category', heading: word('category', lang), kind: 'text', priority: 9 },
    { id: 'task', heading: word('number', lang), kind: 'text', priority: 1 },
    ...sourceColumn(plan.sources, lang),
    { id: 'content', heading: word('task', lang), kind: 'text', priority: 9 },
    { id: 'period', heading: word('period', lang), kind: 'text', priority: 2 },
    { id: 'text', heading: word('milestone', lang), kind: 'text', priority: 9, merge: true },
    { id: 'deliverable', heading: word('deliverable', lang), kind: 'text', priority: 1 },
    { id: 'kind', heading: word('kind', lang), kind: 'text', priority: 2 },
    { id: 'phase', heading: word('phase', lang), kind: 'text', priority: 5 },
    { id: 'commitment', heading: word('commitment', lang), kind: 'text', priority: 3 },
    ...(limits ? [{ id: 'deadline', heading: word('deadline', lang), kind: 'text', priority: 6 } as const] : []),
    { id: 'due', heading: word('due', lang), kind: 'date', priority: 2 },
    { id: 'status', heading: word('status', lang), kind: 'status', priority: 3 },
    ...(matches.some(({ reported }) => reported) ? [progressColumn(lang)] : []),
    ...(overdue ? [{ id: 'days', heading: word('days', lang), kind: 'number', priority: 6 } as const] : []),
    { id: 'leadUnits', heading: word('lead', lang), kind: 'list', priority: 4 },
  ];
  const rows = matches.map(match => ({
    match,
    row: {
      values: columns.map(({ id }) => (id === 'source' ? sourceOf(match.task, plan.sources) : deliverableValue(match, id, lang, asOf))),
      light: match.light,
    },
  }));
  const groups = ungrouped ? [{ title: '', rows: rows.map(({ row }) => row) }] : grouped(rows, groupBy, lang);
  return { name: word('sheetDeliverables', lang), columns, groups };
}

function deliverableValue(match: DeliverableMatch, column: string, lang: Lang, asOf: CivilDate): Value {
  const { text, kind, phase, commitment, deadline } = match.deliverable;
  switch (column) {
    case 'deliverable':
      return text;
    case 'kind':
      return word(kind, lang);
    case 'phase':
      return word(phase, lang);
    case 'commitment':
      return word(commitment, lang);
    case 'deadline':
      return deadline.text;
    case 'due':
      return deadline.date;
    case 'days':
      return daysLate(deadline.date, asOf);
    default:
      return milestoneValue(match, column, lang, asOf);
  }
}

/** A deliverable as a plain record, with the keys of its milestone's record where they mean the same. */
function deliverableRecord(match: DeliverableMatch, sources: Plan['sources']): Record<string, unknown> {
  const { id, text, kind, phase, commitment, deadline, quantities, names } = match.deliverable;
  const { text: milestoneText, due: _due, dueFrom: _from, deadline: _limit, ...rest } = milestoneRecord(match, sources);
  return { ...rest, id, milestone: match.milestone.id, milestoneText, text, kind, phase, commitment, deadline, quantities, names };
}
