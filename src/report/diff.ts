import type { Lang } from '../base/diagnostic.ts';
import { periodName } from '../base/period.ts';
import { type ChangeKind, DOUBTFUL, type Finding, type Side } from '../diff/finding.ts';
import type { Plan } from '../plan/schema.ts';
import type { Frame } from './build.ts';
import { type Cells, cellsOf, changeWord, onlyNumber, shortContent } from './diff-cells.ts';
import type { Column, Group, Light, Report, Row, Table } from './model.ts';
import { SEPARATOR, sourceOf } from './tables.ts';
import { word } from './words.ts';

/** The two versions that were compared. */
export interface Versions {
  old: Plan;
  now: Plan;
}

/** Changes by what they mean to whoever waits for the work: less or later, more or sooner, else neither. */
const WORSE: ReadonlySet<ChangeKind> = new Set(['dropped', 'slipped', 'deadline-later', 'softened', 'lowered']);
const BETTER: ReadonlySet<ChangeKind> = new Set(['added', 'advanced', 'deadline-earlier', 'hardened', 'raised']);

const LEVELS = { category: 'category', task: 'headTask', milestone: 'sheetMilestones', deliverable: 'deliverable' } as const;

/** What differs between two versions of a plan: `diff`. */
export function diffReport(versions: Versions, findings: readonly Finding[], frame: Frame): Report {
  const { lang, asOf, options, notes } = frame;
  const facts = factsOf(versions, findings.length, frame);
  return {
    heading: word('headDiff', lang),
    title: versions.now.title ?? versions.old.title,
    lang,
    asOf,
    query: options.map(option => option.replace(/^--\S+ /, '')),
    facts,
    table: diffTable(findings, lang),
    appendix: () => [aboutTable(versions, facts, lang)],
    records: findings.map(one => findingRecord(one, versions)),
    notes: [...notes],
  };
}

function factsOf({ old, now }: Versions, count: number, { lang, options }: Frame): [string, string][] {
  const told = (plan: Plan): string => {
    const names = plan.sources.map(({ name }) => name).join('、');
    const year = plan.year === null ? [] : [String(plan.year)];
    return [names, ...(plan.title === null ? [] : [plan.title]), ...year].join(' · ');
  };
  return [
    [word('oldVersion', lang), told(old)],
    [word('newVersion', lang), told(now)],
    ...(options.length > 0 ? ([[word('options', lang), options.join(' ')]] as [string, string][]) : []),
    [word('records', lang), String(count)],
  ];
}

function aboutTable({ old, now }: Versions, facts: readonly [string, string][], lang: Lang): Table {
  const columns = (['item', 'content'] as const).map((id): Column => ({ id, heading: word(id, lang), kind: 'text', priority: 1 }));
  const sources = [old, now].flatMap(plan => plan.sources).map(({ name, sha256 }): [string, string] => [`SHA-256 ${name}`, sha256]);
  return {
    name: word('sheetAbout', lang),
    columns,
    groups: [{ title: '', rows: [...facts, ...sources].map(fact => ({ values: [...fact] })) }],
  };
}

function diffTable(findings: readonly Finding[], lang: Lang): Table {
  const columns: Column[] = [
    { id: 'category', heading: word('category', lang), kind: 'text', priority: 9 },
    { id: 'task', heading: word('number', lang), kind: 'text', priority: 9 },
    { id: 'content', heading: word('task', lang), kind: 'text', priority: 9 },
    { id: 'level', heading: word('level', lang), kind: 'text', priority: 9 },
    { id: 'period', heading: word('period', lang), kind: 'text', priority: 2 },
    { id: 'change', heading: word('change', lang), kind: 'status', priority: 1 },
    { id: 'old', heading: word('oldText', lang), kind: 'text', priority: 1 },
    { id: 'new', heading: word('newText', lang), kind: 'text', priority: 1 },
    { id: 'detail', heading: word('detail', lang), kind: 'text', priority: 3 },
    { id: 'similarity', heading: word('likeness', lang), kind: 'number', priority: 9 },
  ];
  const groups = new Map<unknown, Group>();
  const numbers: Group = { title: word('onlyNumbers', lang), rows: [] };
  const keyOf = ({ under }: Finding): unknown => under.now ?? under.old;
  const others = new Set(findings.filter(({ changes }) => !onlyNumber(changes)).map(keyOf));
  for (const finding of findings) {
    const row = rowOf(finding, lang);
    const key = keyOf(finding);
    if (finding.level === 'task' && onlyNumber(finding.changes) && !others.has(key)) numbers.rows.push(row);
    else {
      const group = groups.get(key) ?? { title: titleOf(finding, lang), rows: [] };
      group.rows.push(row);
      groups.set(key, group);
    }
  }
  return { name: word('sheetDiff', lang), columns, groups: [...groups.values(), ...(numbers.rows.length > 0 ? [numbers] : [])] };
}

/** The category and the task that a finding is told under; its number is the new one, with the old where it is another. */
function titleOf({ under }: Finding, lang: Lang): string {
  const task = under.now ?? under.old;
  if (task === null) return word('category', lang);
  return [...task.category, `${numberOf(under)} ${shortContent(task)}`].join(SEPARATOR);
}

function numberOf({ old, now }: Finding['under']): string | null {
  return arrow(old?.id ?? null, now?.id ?? null);
}

/** `3`, or `3 → 4` where there are two. */
function arrow(from: string | null, to: string | null): string | null {
  return from !== null && to !== null && from !== to ? `${from} → ${to}` : (to ?? from);
}

function rowOf(finding: Finding, lang: Lang): Row {
  const { level, changes, old, now, under, similarity } = finding;
  const cells = cellsOf(finding, lang);
  const words = [...new Set(changes.map(({ kind }) => changeWord(kind, lang)))];
  const known = [
    (under.now ?? under.old ?? now ?? old)!.category.join(SEPARATOR),
    numberOf(under),
    (under.now ?? under.old)?.content ?? null,
    word(LEVELS[level], lang),
    arrow(periodOf(old, lang), periodOf(now, lang)),
  ];
  const values = (changed: string, texts: Cells['plain']): Row['values'] => [...known, changed, ...texts, cells.detail, similarity];
  return {
    values: values(words.join(lang === 'zh' ? '、' : ', '), cells.plain),
    shown: values(inPairs(words, lang), cells.marked),
    light: lightOf(changes.map(({ kind }) => kind)),
  };
}

/** Many words on several lines, so that their column stays narrow. */
function inPairs(words: readonly string[], lang: Lang): string {
  return words.length <= 2 ? words.join(lang === 'zh' ? '、' : ', ') : words.join('\n');
}

function periodOf(side: Side | null, lang: Lang): string | null {
  if (!side?.item) return null;
  const { milestone, task } = side.item;
  return milestone.dueFrom === 'limit' ? (task.deadline?.text ?? null) : periodName(milestone.period, lang);
}

function lightOf(kinds: readonly ChangeKind[]): Light {
  if (kinds.some(kind => WORSE.has(kind))) return 'red';
  return kinds.every(kind => BETTER.has(kind)) ? 'green' : 'yellow';
}

/** A difference as a plain record; `changes` names what `details` spells out. */
function findingRecord({ level, changes, old, now, similarity, unsure }: Finding, versions: Versions): Record<string, unknown> {
  return {
    level,
    changes: [...new Set(changes.map(({ kind }) => kind))],
    old: old && sideRecord(old, versions.old),
    new: now && sideRecord(now, versions.now),
    details: changes.map(({ kind, field, from, to, unit, column }) => ({
      change: kind,
      field: field ?? null,
      from: from ?? null,
      to: to ?? null,
      unit: unit ?? null,
      column: column ?? null,
    })),
    similarity,
    doubtful: similarity !== null && similarity < DOUBTFUL,
    unsure,
  };
}

function sideRecord({ category, task, item }: Side, { sources }: Plan): Record<string, unknown> {
  if (!task) return { category };
  const { leadUnits, supportUnits, leadMode } = task;
  const about = {
    category,
    task: task.id,
    ...(sources.length > 1 ? { source: sourceOf(task, sources) } : {}),
    content: task.content,
  };
  if (!item) return { ...about, deadline: task.deadline, leadUnits, supportUnits, leadMode, place: task.place };
  const { milestone, deliverable, text } = item;
  return {
    ...about,
    milestone: milestone.id,
    deliverable: deliverable?.id ?? null,
    period: milestone.period,
    text,
    commitment: deliverable?.commitment ?? null,
    deadline: deliverable?.deadline ?? { text: null, date: milestone.due },
    leadUnits,
    supportUnits,
    place: milestone.place,
  };
}
