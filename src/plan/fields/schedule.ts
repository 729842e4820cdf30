import type { PeriodKey } from '../../base/period.ts';
import { withoutEnd } from '../../base/without-end.ts';
import { periodOfHeading } from '../../lexicon/headings.ts';

/** One period of a schedule that stands in a single cell, as a slice of its text. */
export interface ScheduleItem {
  period: PeriodKey;
  text: string;
  start: number;
  end: number;
}

const MARK =
  /(?:^|[；;。\n]\s{0,20})((?:第?[一二三四1-4]季度?|Q[1-4]|[上下]半年|\d{1,2}月(?:份|底前|底)?|(?:\d{4}年)?第?[一二三四]季度)\s*[：:])/gi;

/**
 * Takes a schedule cell apart: `一季度：摸底；二季度：整治4条` has two items, `上半年：…；下半年：…` two. Null where the cell does not begin
 * with a period and a colon, so that nothing is left over.
 */
export function scheduleItems(text: string): ScheduleItem[] | null {
  const marks = [...text.matchAll(MARK)].flatMap(match => {
    const period = periodOfHeading(match[1]!.replace(/\s*[：:]$/, ''));
    return period ? [{ period, at: match.index, begin: match.index + match[0].length }] : [];
  });
  if (marks.length === 0 || text.slice(0, marks[0]!.at).trim() !== '') return null;
  return marks.map(({ period, begin }, index) => {
    const slice = text.slice(begin, marks[index + 1]?.at ?? text.length);
    const written = withoutEnd(slice, '；;').trimStart();
    const start = begin + slice.length - slice.trimStart().length;
    return { period, text: written, start, end: start + written.length };
  });
}
