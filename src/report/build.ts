import type { CivilDate } from '../base/civil-date.ts';
import { type Lang, sortDiagnostics, wordsOf } from '../base/diagnostic.ts';
import { periodName } from '../base/period.ts';
import { type Place, showPlace } from '../base/place.ts';
import { statusNames } from '../base/status.ts';
import type { Plan, Task } from '../plan/schema.ts';
import type { UnitNames } from '../plan/units-of.ts';
import type { Match } from '../query/query.ts';
import { collectiveOf } from '../query/units.ts';
import { calendarOf, type Due } from './calendar.ts';
import { deliverableRow, meaningRows } from './meaning-rows.ts';
import type { Column, Report, Row, Table, Value } from './model.ts';
import { type GroupBy, milestoneTable, progressOf, sourceOf, taskTable, unitTable, viaOf } from './tables.ts';
import { type Word, word } from './words.ts';

/** What a report is made with besides the plan. */
export interface Frame {
  lang: Lang;
  asOf: CivilDate;
  /** The options of this run in words, for the sheet 说明. */
  options: readonly string[];
  notes: readonly string[];
}

/** Report on milestones: `report` and `overdue`. */
export function milestoneReport(plan: Plan, matches: readonly Match[], groupBy: GroupBy, frame: Frame, overdue = false): Report {
  const { lang, asOf } = frame;
  const table = milestoneTable(plan, matches, groupBy, lang, asOf, overdue);
  return {
    ...head(plan, overdue ? 'headOverdue' : 'headReport', frame, matches.length),
    table,
    appendix: () => milestoneAppendix(plan, matches, frame),
    records: matches.map(match => ({
      ...milestoneRecord(match, plan.sources),
      ...(overdue ? { firmness: match.firmness } : {}),
    })),
    calendar: () => calendarOf(plan, matches.map(milestoneDue), lang, asOf),
  };
}

/** When a milestone falls due. */
function milestoneDue(match: Match): Due {
  const { id, text, due } = match.milestone;
  return { match, id, text, date: due, status: match.status };
}

/** The sheets that go with a list of milestones: the tasks as in the original table, their units, where it all comes from. */
export function milestoneAppendix(plan: Plan, matches: readonly Match[], frame: Frame): Table[] {
  const tasks = [...new Set(matches.map(({ task }) => task))];
  const names = new Set(tasks.flatMap(task => [...task.leadUnits, ...task.supportUnits]));
  const units = plan.units.filter(unit => names.has(unit.name));
  return [taskTable(plan, tasks, frame.lang), unitTable(plan, units, frame.lang), aboutTable(plan, frame, matches.length)];
}

/** A milestone as a plain record; every key is always there, but `source` (a document's name) only where the plan has several. */
export function milestoneRecord(match: Match, sources: Plan['sources']): Record<string, unknown> {
  const { task, milestone, status, light } = match;
  return {
    id: milestone.id,
    task: task.id,
    ...(sources.length > 1 ? { source: sourceOf(task, sources) } : {}),
    category: task.category,
    content: task.content,
    period: milestone.period,
    text: milestone.text,
    due: milestone.due,
    dueFrom: milestone.dueFrom,
    status,
    light,
    ...reportedRecord(match),
    leadUnits: task.leadUnits,
    supportUnits: task.supportUnits,
    leadMode: task.leadMode,
    deadline: task.deadline,
    via: viaOf(match),
    place: milestone.place,
  };
}

/** What was reported, where there is a ledger; null where nothing was. */
export function reportedRecord({ reported }: Match): Record<string, unknown> {
  if (reported === undefined) return {};
  if (reported === null) return { reported: null };
  const { state, on, entry } = reported;
  const { item, value, note, evidence, by, recorded } = entry;
  return { reported: { state, on, item, value, note, evidence, by, recorded } };
}

/** Report on units: every unit with its tasks and counts. */
export function unitsReport(plan: Plan, frame: Frame, told?: UnitNames): Report {
  const table = unitTable(plan, plan.units, frame.lang, told);
  const records = plan.units.map(unit => {
    const values = table.groups[0]!.rows[plan.units.indexOf(unit)]!.values;
    const periods = Object.fromEntries(table.columns.flatMap((column, index) => (column.over ? [[column.id, values[index]]] : [])));
    const collective = collectiveOf(plan, unit, told);
    const members = collective?.members.map(({ name }) => name) ?? null;
    return { name: unit.name, lead: unit.lead, support: unit.support, periods, members, certainty: collective?.certainty ?? null };
  });
  return {
    ...head(plan, 'headUnits', frame, plan.units.length),
    table,
    appendix: () => [taskTable(plan, plan.tasks, frame.lang), aboutTable(plan, frame, plan.units.length)],
    records,
  };
}

/** One task whole: every field with the place it stands at in the source. */
export function taskReport(plan: Plan, task: Task, matches: readonly Match[], frame: Frame): Report {
  const { lang } = frame;
  const columns: Column[] = [
    { id: 'item', heading: word('item', lang), kind: 'text', priority: 1 },
    { id: 'content', heading: word('content', lang), kind: 'text', priority: 1 },
    { id: 'place', heading: word('place', lang), kind: 'text', priority: 2 },
  ];
  const source = (place: Place | undefined): string => (place ? `${plan.sources[place.source]?.name ?? ''}:${showPlace(place)}` : '');
  const rows: Row[] = [];
  const add = (item: string, content: Value, place: Place | undefined, light?: Row['light']): void => {
    const empty = content === null || content === '' || (Array.isArray(content) && content.length === 0);
    if (!empty) rows.push({ values: [item, content, source(place)], ...(light ? { light } : {}) });
  };
  add(word('category', lang), task.category.join(' › '), task.places.category);
  add(word('number', lang), task.id, task.places.number);
  add(word('task', lang), task.content, task.places.content);
  for (const match of matches) {
    const { milestone, status, light } = match;
    const label = milestone.dueFrom === 'limit' ? word('milestone', lang) : periodName(milestone.period, lang);
    add(`${label}\n${milestone.due ?? ''} ${statusNames[status][lang]}`.trim(), milestone.text, milestone.place, light);
    add(word('progress', lang), progressOf(match), undefined, light);
    for (const deliverable of milestone.deliverables ?? []) rows.push(deliverableRow(deliverable, lang));
    for (const [item, lines] of meaningRows(milestone, lang)) add(item, lines, undefined);
  }
  add(
    word('deadline', lang),
    task.deadline ? `${task.deadline.text}${task.deadline.date ? ` (${task.deadline.date})` : ''}` : null,
    task.places.deadline,
  );
  add(word('lead', lang), task.leadUnits, task.places.lead);
  if (task.leadUnits.length > 1) add(word('leadMode', lang), word(task.leadMode, lang), task.places.lead);
  add(word('support', lang), task.supportUnits, task.places.support);
  for (const [heading, text] of Object.entries(task.extra))
    add(heading, text, Object.hasOwn(task.places, heading) ? task.places[heading] : undefined);
  const table: Table = {
    name: `${word('headTask', lang)} ${task.id}`.replace(/[[\]:*?/\\]/g, '-').slice(0, 31),
    columns,
    groups: [{ title: '', rows }],
  };
  return { ...head(plan, 'headTask', frame, 1), table, appendix: () => [], records: [{ ...task }] };
}

/** A finding, with the reason where it has been accepted. */
type Finding = Plan['diagnostics'][number] & { reason?: string };

/** Findings as a table, for the formats that show `check` as rows. */
export function findingsReport(plan: Plan, findings: readonly Finding[], frame: Frame): Report {
  const table = findingTable(plan, findings, frame.lang);
  return {
    ...head(plan, 'headCheck', frame, findings.length),
    table,
    appendix: () => [aboutTable(plan, frame, findings.length)],
    records: [...findings],
  };
}

function findingTable(plan: Plan, findings: readonly Finding[], lang: Lang): Table {
  const all = ['severity', 'code', 'place', 'task', 'message', 'text', 'remedy', 'reason'] as const;
  const keys = findings.some(({ reason }) => reason !== undefined) ? all : all.slice(0, -1);
  const headings: Record<(typeof all)[number], Word> = {
    severity: 'severity',
    code: 'code',
    place: 'place',
    task: 'number',
    message: 'message',
    text: 'text',
    remedy: 'remedy',
    reason: 'reason',
  };
  const columns = keys.map(
    (key, index): Column => ({ id: key, heading: word(headings[key], lang), kind: 'text', priority: index === 6 ? 9 : index + 1 }),
  );
  const rows = sortDiagnostics(findings).map((found): Row => {
    const { message, remedy } = wordsOf(found.code, found.data ?? {}, lang);
    const place = found.place ? `${plan.sources[found.place.source]?.name ?? ''}:${showPlace(found.place)}` : '';
    const light = found.severity === 'error' ? 'red' : found.severity === 'warning' ? 'yellow' : 'grey';
    return {
      values: [
        word(found.severity, lang),
        found.code,
        place,
        found.task ?? null,
        message,
        found.text ?? null,
        remedy,
        found.reason ?? null,
      ],
      light,
    };
  });
  return { name: word('findings', lang), columns, groups: [{ title: '', rows }] };
}

/** All of a report but its rows. */
export function head(plan: Plan, heading: Word, frame: Frame, count: number): Omit<Report, 'table' | 'appendix' | 'records'> {
  const facts = factsOf(plan, frame, count);
  return {
    heading: word(heading, frame.lang),
    title: plan.title,
    lang: frame.lang,
    asOf: frame.asOf,
    query: queryWords(frame.options),
    facts,
    notes: [...frame.notes],
  };
}

/** What was asked for, for a title: values that speak for themselves (Q3, 成都市) without their option. */
function queryWords(options: readonly string[]): string[] {
  return options
    .filter(option => !option.startsWith('--as-of '))
    .map(option => option.replace(/^--(quarter|period|unit|category|kind|commitment|text) /, ''));
}

function factsOf(plan: Plan, { lang, asOf, options }: Frame, count: number): [string, string][] {
  return [
    ...(plan.title === null ? [] : ([[word('plan', lang), plan.title]] as [string, string][])),
    [word('source', lang), plan.sources.map(source => source.name).join('、')],
    [word('year', lang), plan.year === null ? word('unknown', lang) : `${plan.year} (${word(plan.yearFrom, lang)})`],
    [word('asOf', lang), asOf],
    ...(options.length > 0 ? ([[word('options', lang), options.join(' ')]] as [string, string][]) : []),
    [word('records', lang), String(count)],
  ];
}

/** The sheet 说明: where the figures come from, and what was found in the source. */
export function aboutTable(plan: Plan, frame: Frame, count: number): Table {
  const { lang } = frame;
  const columns: Column[] = [
    { id: 'item', heading: word('item', lang), kind: 'text', priority: 1 },
    { id: 'content', heading: word('content', lang), kind: 'text', priority: 1 },
    { id: 'place', heading: word('place', lang), kind: 'text', priority: 1 },
  ];
  const rows: Row[] = factsOf(plan, frame, count).map(fact => ({ values: [...fact, null] }));
  for (const source of plan.sources)
    rows.push(
      {
        values: [word('source', lang), `${source.name} · ${source.format} · ${source.dialect} · ${source.encoding}`, null],
      },
      { values: ['SHA-256', source.sha256, null] },
    );
  for (const note of frame.notes) rows.push({ values: [word('message', lang), note, null] });
  for (const found of sortDiagnostics(plan.diagnostics)) {
    const { message } = wordsOf(found.code, found.data ?? {}, lang);
    rows.push({
      values: [
        `${word('findings', lang)} · ${word(found.severity, lang)}`,
        `${message} [${found.code}]`,
        found.place ? showPlace(found.place) : null,
      ],
    });
  }
  return { name: word('sheetAbout', lang), columns, groups: [{ title: '', rows }] };
}
