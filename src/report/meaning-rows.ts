import type { Lang } from '../base/diagnostic.ts';
import type { Deliverable, Milestone } from '../plan/schema.ts';
import type { Row } from './model.ts';
import { word } from './words.ts';

/** How comparators are written. */
export const SIGNS = { eq: '=', ge: '≥', gt: '>', le: '≤', lt: '<', approx: '≈' } as const;

/** What a milestone's text means, as rows of a label and lines: its times with their days, its amounts with their values. */
export function meaningRows({ times = [], quantities = [] }: Milestone, lang: Lang): [label: string, lines: string][] {
  const days = times.map(
    ({ text, from, to, role }) => `${text} → ${[from, to].filter(day => day !== null).join(' — ') || '?'} (${word(role, lang)})`,
  );
  const amounts = quantities.map(({ text, metric, comparator, value, unit, cumulative, distributive }) => {
    const marks = [...(cumulative ? [word('cumulative', lang)] : []), ...(distributive ? [word('distributive', lang)] : [])];
    const measured = metric === '' ? text : `${text} · ${metric}`;
    return `${measured} → ${SIGNS[comparator]} ${value} ${unit}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
  });
  const rows: [string, string[]][] = [
    [word('times', lang), days],
    [word('quantities', lang), amounts],
  ];
  return rows.flatMap(([label, lines]) => (lines.length > 0 ? [[label, lines.join('\n')] as [string, string]] : []));
}

/** A deliverable below its milestone: what is ticked off, its state after the period, how firmly it is promised, its own deadline. */
export function deliverableRow({ text, kind, phase, commitment, deadline }: Deliverable, lang: Lang): Row {
  const about = [kind, phase, ...(commitment === 'firm' ? [] : [commitment])].map(key => word(key, lang)).join(' · ');
  const due = deadline.text === null ? '' : `\n${deadline.text}${deadline.date ? ` (${deadline.date})` : ''}`;
  return { values: [`└ ${about}${due}`, text, ''] };
}
