import { fold } from '../lexicon/fold.ts';

/** Marks of layout and quoting, which say nothing; symbols (√, ×, <, ¥, +) and all others do. */
const SILENT = /[^\p{S}%‰&@#*/\\]|[`^]/gu;

/**
 * A text for comparing two versions: folded, in lower case, without punctuation, so that width, spaces, line breaks and quoting marks make no
 * difference. Between digits a mark stays, since 1.2 is not 12. `own` is the plan's own year as written (2021年), where the versions are of
 * two years: then it reads 本年 in both.
 */
export function sense(text: string, own: string | null = null): string {
  const folded = fold(text).toLowerCase();
  const dated = own === null ? folded : folded.replaceAll(own, '本年');
  return dated.replace(/[\p{P}\p{S}]+/gu, (marks, at: number) => {
    const behind = dated.slice(at + marks.length, at + marks.length + 4);
    // -5% is not 5%.
    const minus = /[-−]$/.test(marks) && /^\d/.test(behind) && !/\d/.test(dated[at - 1] ?? '') ? '-' : '';
    const kept = marks.replace(SILENT, '') + minus;
    if (!/\d/.test(dated[at - 1] ?? '') || !/^\d/.test(behind)) return kept;
    if (marks === '.') return marks;
    if (marks === ',' && /^\d{3}(?!\d)/.test(behind)) return '';
    return /^[:/：]$/.test(marks) ? marks : `${kept}-`;
  });
}
