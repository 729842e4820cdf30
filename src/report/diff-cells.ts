import type { Lang } from '../base/diagnostic.ts';
import { cutText } from '../base/text-width.ts';
import { type Change, type ChangeKind, DOUBTFUL, type Finding, type Side } from '../diff/finding.ts';
import { fold } from '../lexicon/fold.ts';
import type { Task } from '../plan/schema.ts';
import { inMarks, markChanges } from './marks.ts';
import { SEPARATOR } from './tables.ts';
import { type Word, word } from './words.ts';

/** What stands in the cells of a difference: the two texts as written, the same with what changed in marks, and what is said of it. */
export interface Cells {
  plain: readonly [old: string | null, now: string | null];
  marked: readonly [old: string | null, now: string | null];
  detail: string | null;
}

/** Width of a task's content where it only says which task is meant. */
const LONGEST = 60;

/** Kinds whose name means something else elsewhere in reports. */
const OTHERWISE: Partial<Record<ChangeKind, Word>> = { category: 'changed-category', unit: 'changed-unit', extra: 'changed-extra' };

/** How a kind of change is called. */
export function changeWord(kind: ChangeKind, lang: Lang): string {
  return word(OTHERWISE[kind] ?? (kind as Word), lang);
}

/** One text of a finding in both versions. */
type Texts = readonly [old: string | null, now: string | null];

/** The same as written and with what changed in marks. */
interface Line {
  plain: Texts;
  marked: Texts;
}

/** The cells of a difference. */
export function cellsOf(finding: Finding, lang: Lang): Cells {
  const { old, now, level } = finding;
  const lines = level === 'task' ? taskLines(finding, lang) : [textLine(textOf(old), textOf(now), lang)];
  const joined = (kind: keyof Line): Texts => {
    const side = (at: 0 | 1): string | null => lines.map(line => line[kind][at] ?? '').join('\n') || null;
    return [side(0), side(1)];
  };
  return { plain: joined('plain'), marked: joined('marked'), detail: detailOf(finding, lang) || null };
}

/** What a task is about, short enough to stand beside other things. */
export function shortContent({ content }: Task): string {
  return cutText(content.replace(/\s+/g, ' '), LONGEST);
}

function textLine(old: string | null, now: string | null, lang: Lang): Line {
  const plain = [old, now] as const;
  if (old === null || now === null) return { plain, marked: plain };
  return { plain, marked: old === now ? [old, word('unchanged', lang)] : markChanges(old, now) };
}

function textOf(side: Side | null): string | null {
  return side && (side.item?.text ?? side.category.join(SEPARATOR));
}

/** Of a task what changed, a line each; its content where it is new, gone, or has another number only. */
function taskLines({ changes, old, now }: Finding, lang: Lang): Line[] {
  const content = textLine(old?.task?.content ?? null, now?.task?.content ?? null, lang);
  const reworded = changes.some(({ column }) => column === 'content');
  const fields = changes.flatMap((change): Line[] => {
    const label = labelOf(change, lang);
    return label === null ? [] : [fieldLine(`${label}${lang === 'zh' ? '：' : ': '}`, change, lang)];
  });
  const lines = [...(reworded ? [content] : []), ...fields];
  if (lines.length > 0) return lines;
  return onlyNumber(changes) ? [{ plain: content.plain, marked: [shortContent(old!.task!), null] }] : [content];
}

/** Whether a task has another number and is the same otherwise. */
export function onlyNumber(changes: readonly Change[]): boolean {
  return changes.every(({ kind }) => kind === 'renumbered');
}

/** The column that a change stands in; null where it is told otherwise. */
function labelOf({ kind, field }: Change, lang: Lang): string | null {
  if (kind === 'category') return word('category', lang);
  if (kind === 'extra') return field ?? '';
  if (field === 'deadline' || field === 'lead' || field === 'support' || field === 'leadMode') return word(field, lang);
  return null;
}

/** What stands in a column; of units the names that only one version has are marked, of texts the characters. */
function fieldLine(label: string, { kind, field, from = null, to = null }: Change, lang: Lang): Line {
  const none = word('none', lang);
  if (kind === 'unit' && Array.isArray(from) && Array.isArray(to)) {
    const names = (some: readonly string[], others: readonly string[]): string =>
      some.map(name => (others.some(other => fold(other) === fold(name)) ? name : inMarks(name))).join('、') || none;
    const [one, two] = [from.join('、') || none, to.join('、') || none];
    return { plain: [label + one, label + two], marked: [label + names(from, to), label + names(to, from)] };
  }
  const told = (value: NonNullable<Change['from']> | null): string => {
    if (Array.isArray(value)) return value.join(SEPARATOR) || none;
    return field === 'leadMode' ? word(value as Word, lang) : String(value ?? none);
  };
  const [one, two] = [told(from), told(to)];
  const [old, now] = markChanges(one, two);
  return { plain: [label + one, label + two], marked: [label + old, label + now] };
}

/** What the texts do not show by themselves: numbers, commitments and days from and to, how sure it is that both are the same. */
function detailOf({ changes, similarity, unsure, old, now, level }: Finding, lang: Lang): string {
  const told = changes.flatMap(({ kind, field = '', from = null, to = null, unit = '' }): string[] => {
    const none = word('none', lang);
    switch (kind) {
      case 'moved':
        return [word('movedFrom', lang).replace('{task}', () => `${old!.task!.id} ${shortContent(old!.task!)}`)];
      case 'renumbered':
        return level === 'category' ? [] : [`${word('number', lang)} ${from} → ${to}`];
      case 'softened':
      case 'hardened':
        return [`${word(from as Word, lang)} → ${word(to as Word, lang)}`];
      case 'deadline-later':
      case 'deadline-earlier':
      case 'deadline-changed':
        return field === '' ? [`${from ?? none} → ${to ?? none}`] : [];
      case 'lowered':
      case 'raised':
        return [`${field} ${amount(from, lang)} → ${amount(to, lang)} ${unit}`.trim()];
      default:
        return [];
    }
  });
  const whole = level === 'task' && (old === null || now === null) ? countOf((old ?? now)!) : 0;
  return [
    ...told,
    ...(whole > 0 ? [word('holds', lang).replace('{count}', String(whole))] : []),
    ...(similarity !== null && similarity < DOUBTFUL
      ? [word('doubtful', lang).replace('{percent}', String(Math.round(similarity * 100)))]
      : []),
    ...unsure.map(side => word('unplaced', lang).replace('{version}', word(side === 'old' ? 'oldVersion' : 'newVersion', lang))),
  ].join('\n');
}

/** A number as people write it: 1000亿 for 100000000000. */
function amount(value: Change['from'], lang: Lang): string {
  if (typeof value !== 'number') return word('none', lang);
  if (lang === 'zh' && Math.abs(value) >= 1e8) return `${value / 1e8}亿`;
  return lang === 'zh' && Math.abs(value) >= 1e4 ? `${value / 1e4}万` : String(value);
}

function countOf({ task }: Side): number {
  return task!.milestones.reduce((sum, { deliverables = [] }) => sum + deliverables.length, 0);
}
