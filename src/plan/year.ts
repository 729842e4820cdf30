import type { Diagnostic } from '../base/diagnostic.ts';
import { fold } from '../lexicon/fold.ts';
import { isMetadataLine, publishedIn } from '../lexicon/metadata.ts';

export interface YearFound {
  year: number | null;
  yearFrom: 'option' | 'stated' | 'inferred' | 'unknown';
  diagnostics: Diagnostic[];
}

const YEAR = /(?<![\d—–\-~])(?<!有效期(?:限|自)?[至到]?)((?:19|20)\d{2})\s*年/g;
const CHINESE_YEAR = /([一二][〇○零九][〇○零一二三四五六七八九]{2})年/g;
const ROC_YEAR = /(?<!\d)(?:民[国國]\s*)?(\d{2,3})\s*年(?:度)?/g;

/** Whether a document counts years of the Republic calendar (民國113年 = 2024): it says so, or is in Traditional Chinese with such years. */
export function usesRocYears(text: string): boolean {
  if (/民[国國]\s*\d{2,3}\s*年/.test(text)) return true;
  return /[辦單頭責協項時間備註類導務執參與計畫級縣鄉鎮廳會開發總]/.test(text) && /(?<!\d)1[01]\d\s*(年|[./]\d)/.test(text);
}

/** A year in a text, and what follows it up to the next one. */
interface Mention {
  year: number;
  after: string;
}

/** What is planned, as against what is reported (总结, 完成情况) or cited. */
const PLANNED =
  /计划|規劃|计畫|任务|要点|安排|目标|清单|分解|分工|方案|台账|实施|推进|项目|实事|工作报告|年度|重点|工作|施政|措施|指標|指标|进度|事项|列管|立法/;
const REPORTED = /^[^计任要目]{0,8}(总结|完成情况|工作情况|执行情况|回顾)/;
/** A day, a month alone, a number of a document: no year of a plan. */
const CITED = /^\s*(\d{1,2}\s*月\s*(\d{1,2}\s*日|$)|第?\s*\d+\s*号|第\s*\d+\s*[次届期批])/;

/**
 * The year a plan is for: the option, else what its title or the text before the table states of a plan, else the one year of its headings, else
 * what its cells, headings or the text before speak of most (inferred, with a diagnostic that says from what).
 */
export function findYear(
  option: number | undefined,
  texts: readonly string[],
  headings: readonly string[],
  cells: readonly string[],
  roc: boolean,
): YearFound {
  if (option !== undefined) return { year: option, yearFrom: 'option', diagnostics: [] };
  for (const text of texts) {
    const term = isTitle(text) ? yearOfTerm(text) : null;
    if (term) return { year: term, yearFrom: 'stated', diagnostics: [] };
    const planned = yearsIn(text, roc).filter(
      ({ after }) => (isTitle(text) || PLANNED.test(after)) && !REPORTED.test(after) && !CITED.test(after),
    );
    if (planned.length > 0) return { year: planned.at(-1)!.year, yearFrom: 'stated', diagnostics: [] };
  }
  const said = headings.filter(heading => !/完成情况|总结|实际|进展/.test(heading)).flatMap(heading => yearsIn(heading, roc));
  if (new Set(said.map(({ year }) => year)).size === 1) return { year: said[0]!.year, yearFrom: 'stated', diagnostics: [] };
  for (const mentions of [
    said,
    cells.flatMap(text => [...text.matchAll(YEAR)].map(found => ({ year: Number(found[1]) }))),
    texts.flatMap(text => yearsIn(text, roc)),
  ]) {
    const counts = new Map<number, number>();
    for (const { year } of mentions) counts.set(year, (counts.get(year) ?? 0) + 1);
    const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
    if (best) {
      const data = { year: best[0], from: `${best[0]}年 × ${best[1]}` };
      return { year: best[0], yearFrom: 'inferred', diagnostics: [{ code: 'year-inferred', place: null, data }] };
    }
  }
  const published = texts.map(publishedIn).find(found => found !== null);
  // What comes out in the last months is as a rule a plan for the year after.
  if (published && published.month <= 10) {
    const data = { year: published.year, from: `${published.year}-${String(published.month).padStart(2, '0')}` };
    return { year: published.year, yearFrom: 'inferred', diagnostics: [{ code: 'year-inferred', place: null, data }] };
  }
  // 仁济院〔2023〕5号, 2023年2月16日: the year in which it was issued, where that was not at its end.
  const issued = texts.flatMap(text => ISSUED.exec(text.trim())?.[1] ?? [])[0];
  if (issued !== undefined && texts.some(text => SIGNED.exec(text.trim())?.[1] === issued)) {
    const data = { year: Number(issued), from: `〔${issued}〕` };
    return { year: Number(issued), yearFrom: 'inferred', diagnostics: [{ code: 'year-inferred', place: null, data }] };
  }
  return { year: null, yearFrom: 'unknown', diagnostics: [{ code: 'year-unknown', place: null }] };
}

const ISSUED = /^[^，。\s]{1,16}[〔［[(（]((?:19|20)\d{2})[〕］\])）]\s*(?:第\s*)?\d{1,4}\s*号$/;
const SIGNED = /^((?:19|20)\d{2})\s*年\s*(?:[1-9]|10)\s*月\s*\d{1,2}\s*日$/;

/** The year in which a term of a school year is for the most part: 2024—2025学年第二学期 is 2025, 2024学年第一学期 2024. */
function yearOfTerm(text: string): number | null {
  const found = /(20\d{2})(?:\s*[-—–~～至]{1,2}\s*(20\d{2}))?\s*学年度?\s*[（(]?\s*(?:(?:第\s*)?([一二12上下])\s*学期|([春秋])季)/.exec(
    text.slice(0, 200),
  );
  if (!found) return null;
  return Number(found[1]) + (/[二2下春]/.test(found[3] ?? found[4]!) ? 1 : 0);
}

function isTitle(text: string): boolean {
  return text.length <= 60 && !/[。；，,]/.test(text);
}

/** The years a text names (2024年, 二〇二四年, where `roc` is set 113年), each with the text after it. */
function yearsIn(text: string, roc: boolean): Mention[] {
  if (text.length > 5000) return [];
  const patterns = [YEAR, CHINESE_YEAR, ...(roc ? [ROC_YEAR] : [])];
  const found = patterns.map(pattern => [...text.matchAll(pattern)]).find(matches => matches.length > 0) ?? [];
  return found.map((match, index) => ({
    year: yearValue(match[1]!),
    after: text.slice(match.index + match[0].length, found[index + 1]?.index).slice(0, 40),
  }));
}

function yearValue(digits: string): number {
  const chinese = [...digits].map(digit => '〇一二三四五六七八九'.indexOf(digit.replace(/[○零]/, '〇')));
  if (chinese.every(digit => digit >= 0)) return Number(chinese.join(''));
  return digits.length === 4 ? Number(digits) : Number(digits) + 1911;
}

/** The title among the paragraphs before a table: short, without a full stop, and called a plan, list, table or the like. */
export function findTitle(paragraphs: readonly string[]): string | null {
  return paragraphs.find(isTitleLine) ?? null;
}

function isTitleLine(text: string): boolean {
  return text.length >= 5 && text.length <= 70 && !/[。；;：:？?]$/.test(text) && TITLE.test(fold(text)) && !isMetadataLine(text);
}

const TITLE = /(计划|方案|要点|清单|任务|分解|安排|推进|一览|台账|分工|项目|事项|工作|规划|实事|表)/;
