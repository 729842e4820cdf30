import type { Diagnostic } from '../base/diagnostic.ts';
import { fold } from '../lexicon/fold.ts';

export interface YearFound {
  year: number | null;
  yearFrom: 'option' | 'stated' | 'inferred' | 'unknown';
  diagnostics: Diagnostic[];
}

const YEAR = /(?<![\d—–\-~])((?:19|20)\d{2})\s*年/g;
const CHINESE_YEAR = /([一二][〇○零九][〇○零一二三四五六七八九]{2})年/;
const ROC_YEAR = /(?<!\d)(?:民[国國])?\s*(\d{2,3})\s*年(?:度)?/;

/** Whether a document counts years of the Republic calendar (民國113年 = 2024): it says so, or is in Traditional Chinese with such years. */
export function usesRocYears(text: string): boolean {
  if (/民[国國]\s*\d{2,3}\s*年/.test(text)) return true;
  return /[辦單頭責協項時間備註類導務執參與計畫級縣鄉鎮廳會開發總]/.test(text) && /(?<!\d)1[01]\d\s*(年|[./]\d)/.test(text);
}

/**
 * The year a plan is for: the option, else what its title or the text before the table states, else what its headings or cells speak of most
 * (inferred, with a diagnostic that says from what).
 */
export function findYear(option: number | undefined, stated: readonly string[], cells: readonly string[], roc: boolean): YearFound {
  if (option !== undefined) return { year: option, yearFrom: 'option', diagnostics: [] };
  for (const text of stated) {
    const year = yearIn(text, roc);
    if (year !== null) return { year, yearFrom: 'stated', diagnostics: [] };
  }
  const counts = new Map<number, number>();
  for (const text of cells) for (const match of text.matchAll(YEAR)) counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  if (!best) return { year: null, yearFrom: 'unknown', diagnostics: [{ code: 'year-unknown', place: null }] };
  const [year, count] = best;
  return {
    year,
    yearFrom: 'inferred',
    diagnostics: [{ code: 'year-inferred', place: null, data: { year, from: `${year}年 × ${count}` } }],
  };
}

function yearIn(text: string, roc: boolean): number | null {
  const plain = [...text.matchAll(YEAR)][0];
  if (plain) return Number(plain[1]);
  const chinese = CHINESE_YEAR.exec(text);
  if (chinese) return Number([...chinese[1]!].map(digit => '〇一二三四五六七八九'.indexOf(digit.replace(/[○零]/, '〇'))).join(''));
  const republic = roc ? ROC_YEAR.exec(text) : null;
  return republic ? Number(republic[1]) + 1911 : null;
}

/** The title among the paragraphs before a table: short, without a full stop, and called a plan, list, table or the like. */
export function findTitle(paragraphs: readonly string[]): string | null {
  return paragraphs.find(text => text.length >= 5 && text.length <= 70 && !/[。；;：:]$/.test(text) && TITLE.test(fold(text))) ?? null;
}

const TITLE = /(计划|方案|要点|清单|任务|分解|安排|推进|一览|台账|分工|项目|事项|工作|规划|实事|表)/;
