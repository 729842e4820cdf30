import type { Place } from '../base/place.ts';
import { withoutEnd } from '../base/without-end.ts';
import { headingOf } from '../lexicon/headings.ts';
import { looksLikeLimit } from '../lexicon/limits.ts';
import { leadingMark } from '../lexicon/numerals.ts';
import { looksLikeUnit, splitUnits } from '../lexicon/units.ts';
import type { RawCell, RawParagraph, RawRow, RawTable } from '../source/raw.ts';

/** A label with its value: 牵头单位：区发改委. */
interface Labelled {
  label: string;
  value: string;
}

/** An item with its paragraphs: a numbered sentence and what is said of it. */
interface Item {
  paragraph: RawParagraph;
  number: string;
  content: string;
  labels: Labelled[];
}

const NUMBER = '序号';
const CONTENT = '工作任务';
const LEAD = '牵头单位';
const LIMIT = '完成时限';
const LABEL = /(?:^|[；;，,。、\s（(])\s{0,4}((?:[\p{Script=Han}]\s{0,2}){2,9})\s*[：:]\s*/gu;

/**
 * Plans that are no table: items with label lines below (牵头单位：…, 完成时限：…), or with their units in brackets at the end
 * （市发改委牵头，市财政局配合）. Makes a table of them, with the labels as headings and the lines between as category rows; null where the
 * paragraphs hold no such items.
 */
export function labelledList(paragraphs: readonly RawParagraph[]): { table: RawTable; rest: RawParagraph[] } | null {
  const entries = gather(paragraphs);
  const items = entries.filter((entry): entry is Item => 'labels' in entry);
  if (items.filter(item => item.labels.some(({ label }) => isUnitLabel(label))).length < 2) return null;
  const contentless = items.every(item => item.content === '');
  const labels = [...new Set(items.flatMap(item => item.labels.map(({ label }) => label)))].filter(
    label => !contentless || !isContentLabel(label),
  );
  const headings = [NUMBER, CONTENT, ...labels];
  const first = items[0]!.paragraph.place;
  const from = entries.findIndex(entry => 'labels' in entry);
  const begin = headingBefore(entries, from);
  const rows: RawRow[] = [row(headings, { ...first, end: first.start })];
  for (const entry of entries.slice(begin)) {
    if ('labels' in entry) rows.push(itemRow(entry, labels));
    else rows.push({ cells: [{ text: entry.text, place: entry.place, column: 0, colSpan: headings.length }], place: entry.place });
  }
  const table: RawTable = { kind: 'table', layout: 'placed', spansKnown: true, rows, place: first };
  return { table, rest: entries.slice(0, begin) as RawParagraph[] };
}

/** Index of the first of the category lines right before the first item. */
function headingBefore(entries: readonly (Item | RawParagraph)[], from: number): number {
  let begin = from;
  while (begin > 0 && isCategoryLine((entries[begin - 1] as RawParagraph).text)) begin--;
  return begin;
}

function isCategoryLine(text: string): boolean {
  return leadingMark(text) !== null && text.length <= 60 && !/[。；;]$/.test(text);
}

function row(texts: readonly string[], place: Place): RawRow {
  return { cells: texts.map((text, column) => ({ text, place, column })), place };
}

function itemRow(item: Item, labels: readonly string[]): RawRow {
  const { place } = item.paragraph;
  const content = item.content === '' ? (item.labels.find(({ label }) => isContentLabel(label))?.value ?? '') : item.content;
  const values = labels.map(label =>
    item.labels
      .filter(one => one.label === label)
      .map(one => one.value)
      .join('、'),
  );
  const cells: RawCell[] = [item.number, content, ...values].map((text, column) => ({ text, place, column }));
  return { cells, place };
}

/** Goes through the paragraphs: label lines belong to the item before them, other lines begin an item or stay what they are. */
function gather(paragraphs: readonly RawParagraph[]): (Item | RawParagraph)[] {
  const entries: (Item | RawParagraph)[] = [];
  for (const paragraph of paragraphs) {
    const labels = labelLine(paragraph.text);
    const last = entries.at(-1);
    if (labels && last) {
      if ('labels' in last) last.labels.push(...labels);
      else entries[entries.length - 1] = { ...itemOf(last), labels };
      continue;
    }
    const bracket = unitBracket(paragraph.text);
    if (bracket) entries.push({ ...itemOf(paragraph, bracket.content), labels: bracket.labels });
    else entries.push(paragraph);
  }
  return entries;
}

function itemOf(paragraph: RawParagraph, text = paragraph.text): Omit<Item, 'labels'> {
  const mark = leadingMark(text);
  if (!mark) return { paragraph, number: '', content: text };
  return {
    paragraph,
    number: mark.mark.replace(/[、.．)）]$/, match => (/[)）]/.test(match) && /^[（(]/.test(mark.mark) ? match : '')),
    content: mark.rest,
  };
}

/** A line that is nothing but labels and their values; null otherwise. */
function labelLine(text: string): Labelled[] | null {
  const found = labelsIn(text);
  return found.length > 0 && found[0]!.at === 0 ? found : null;
}

/** The labels known to the lexicon in a text, each with the value up to the next. */
function labelsIn(text: string): (Labelled & { at: number })[] {
  const marks = [...text.matchAll(LABEL)].filter(match => isLabel(match[1]!));
  return marks.map((match, index) => {
    const begin = match.index + match[0].length;
    const end = marks[index + 1]?.index ?? text.length;
    const closing = isContentLabel(match[1]!) ? '；;，,' : '；;，,。';
    const value = withoutEnd(text.slice(begin, end), closing);
    return { label: match[1]!.replace(/\s+/g, ''), value, at: match.index };
  });
}

function isLabel(label: string): boolean {
  const role = headingOf(label)?.role;
  return role !== undefined && ['lead', 'support', 'responsible', 'limit', 'person', 'target', 'note', 'detail', 'task'].includes(role);
}

/** A label whose value is the task itself: 工作内容：…. */
function isContentLabel(label: string): boolean {
  const role = headingOf(label)?.role;
  return role === 'task' || role === 'detail';
}

function isUnitLabel(label: string): boolean {
  const role = headingOf(label)?.role;
  return role === 'lead' || role === 'support' || role === 'responsible';
}

/** Units in brackets at the end of an item: labelled, with 牵头 / 配合 behind them, or a bare list of units. */
function unitBracket(text: string): { content: string; labels: Labelled[] } | null {
  const end = /[）)]\s*[。；;]?\s*$/.exec(text);
  if (!end) return null;
  const open = openingOf(text, end.index);
  if (open < 1) return null;
  const inside = text.slice(open + 1, end.index);
  const labels = labelsIn(inside);
  const content = (text.slice(0, open) + end[0].slice(1)).trim();
  if (labels.some(({ label }) => isUnitLabel(label))) return { content, labels };
  const { names } = splitUnits(inside);
  const roles = names.filter(name => /(牵头|负责|配合|协办|参与|主办)$/.test(name)).length;
  if (roles > 0) {
    const limits = names.filter(looksLikeLimit);
    const units = names.filter(name => !looksLikeLimit(name)).join('、');
    return { content, labels: [{ label: LEAD, value: units }, ...limits.map(value => ({ label: LIMIT, value }))] };
  }
  return names.length > 0 && names.every(looksLikeUnit) && leadingMark(text)
    ? { content, labels: [{ label: '责任单位', value: inside }] }
    : null;
}

/** Offset of the bracket that the one at `close` closes; -1 where there is none. */
function openingOf(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (/[）)]/.test(text[at]!)) depth++;
    else if (/[（(]/.test(text[at]!) && --depth === 0) return at;
  }
  return -1;
}
