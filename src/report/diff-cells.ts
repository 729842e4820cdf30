import type { Lang } from '../base/diagnostic.ts';
import { type Change, type ChangeKind, DOUBTFUL, type Finding, type Side } from '../diff/finding.ts';
import { markChanges } from './marks.ts';
import { type Word, word } from './words.ts';

/** What stands in the cells of a difference: the two texts as written, the same with what changed in marks, and what is said of it. */
export interface Cells {
  plain: readonly [old: string | null, now: string | null];
  marked: readonly [old: string | null, now: string | null];
  detail: string | null;
}

/** Kinds whose name means something else elsewhere in reports. */
const OTHERWISE: Partial<Record<ChangeKind, Word>> = { category: 'changed-category', unit: 'changed-unit', extra: 'changed-extra' };

/** How a kind of change is called. */
export function changeWord(kind: ChangeKind, lang: Lang): string {
  return word(OTHERWISE[kind] ?? (kind as Word), lang);
}

/** One text of a finding in both versions. */
type Texts = readonly [old: string | null, now: string | null];

/** The cells of a difference. */
export function cellsOf(finding: Finding, lang: Lang): Cells {
  const { old, now } = finding;
  const lines = finding.level === 'task' ? taskLines(finding, lang) : [[textOf(old), textOf(now)] as const];
  const side = (texts: readonly Texts[], at: 0 | 1): string | null =>
    texts.every(pair => pair[at] === null) ? null : texts.map(pair => pair[at] ?? word('none', lang)).join('\n');
  return {
    plain: [side(lines, 0), side(lines, 1)],
    marked: both(lines.map(pair => marksOf(pair, lang))),
    detail: detailOf(finding, lang) || null,
  };

  function both(texts: readonly Texts[]): Texts {
    return [side(texts, 0), side(texts, 1)];
  }
}

function marksOf([old, now]: Texts, lang: Lang): Texts {
  if (old === null || now === null) return [old, now];
  return old === now ? [old, word('unchanged', lang)] : markChanges(old, now);
}

function textOf(side: Side | null): string | null {
  return side && (side.item?.text ?? side.category.join(' › '));
}

/** Of a task what changed, a line each; its content where it is new, gone, or has another number only. */
function taskLines({ changes, old, now }: Finding, lang: Lang): Texts[] {
  const content: Texts = [old?.task?.content ?? null, now?.task?.content ?? null];
  const lines = changes.flatMap((change): Texts[] => {
    const label = labelOf(change, lang);
    if (change.kind === 'renamed') return [content];
    if (label === null) return [];
    return [[labelled(label, change.from, lang), labelled(label, change.to, lang)]];
  });
  return lines.length > 0 ? lines : [content];
}

/** The column that a change stands in; null where it is told otherwise. */
function labelOf({ kind, field }: Change, lang: Lang): string | null {
  if (kind === 'category') return word('category', lang);
  if (kind === 'extra') return field ?? '';
  if (field === 'deadline' || field === 'lead' || field === 'support' || field === 'leadMode') return word(field, lang);
  return null;
}

function labelled(label: string, value: Change['from'], lang: Lang): string {
  const text = Array.isArray(value) ? value.join('、') : String(value ?? '');
  const mode = label === word('leadMode', lang) ? word(text as Word, lang) : text;
  return `${label}${lang === 'zh' ? '：' : ': '}${mode || word('none', lang)}`;
}

/** What the texts do not show by themselves: numbers, commitments and days from and to, how sure it is that both are the same. */
function detailOf({ changes, similarity, old, now, level }: Finding, lang: Lang): string {
  const told = changes.flatMap(({ kind, field = '', from = null, to = null, unit = '' }): string[] => {
    const none = word('none', lang);
    switch (kind) {
      case 'moved':
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
        return [`${field === '' ? '' : `${field} `}${from ?? none} → ${to ?? none} ${unit}`.trim()];
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
  ].join('\n');
}

function countOf({ task }: Side): number {
  return task!.milestones.reduce((sum, { deliverables = [] }) => sum + deliverables.length, 0);
}
