import type { Diagnostic } from '../base/diagnostic.ts';
import type { Place } from '../base/place.ts';
import { headingOf } from '../lexicon/headings.ts';
import { looksLikeLimit } from '../lexicon/limits.ts';
import { footOf } from '../lexicon/metadata.ts';
import type { RawParagraph, RawRow, RawTable } from '../source/raw.ts';
import { joinBrokenLines, partNumbers } from './list/broken-lines.ts';
import { isAssignment, isContentLabel, isLabel, isLimitLabel, isPeriodLabel, isTaskLabel, isUnitLabel } from './list/labels.ts';
import { isAssigned, type ListHeading, type ListItem, listItems } from './list/list-items.ts';
import { type ListLine, levelOf, listLines, unmarkLabels } from './list/list-line.ts';
import { spreadLabels } from './list/spread-labels.ts';
import { lookAt } from './look.ts';

const NUMBER = '序号';
const CONTENT = '工作任务';
const BODY = '具体内容';
const OTHER = '其他';

/**
 * Plans that are no table: items with label lines below (牵头单位：…, 完成时限：…), with labels behind their sentence, or with their units in
 * brackets at its end （市发改委牵头，市财政局配合）. Makes a table of them, with the labels as headings and the lines between as category rows;
 * null where the paragraphs hold no such items.
 */
export function labelledList(paragraphs: readonly RawParagraph[]): { table: RawTable; rest: RawParagraph[] } | null {
  const joined = joinBrokenLines(partNumbers(paragraphs));
  const lines = unmarkLabels(joined.slice(0, footOf(joined.map(({ text }) => text))).flatMap(listLines));
  const entries = listItems(spreadLabels(lines));
  const items = entries.filter((entry): entry is ListItem => entry.kind === 'item');
  if (!isPlan(items)) return null;
  const from = entries.findIndex(entry => entry.kind === 'item');
  const above = headingsAbove(entries, from);
  const records = items.map(recordOf);
  const numbers = items.some(({ line }) => line.number !== '') ? [NUMBER] : [];
  const headings = [...numbers, CONTENT, ...columnsOf(records)];
  const first = items[0]!.line.paragraph.place;
  const rows: RawRow[] = [rowOf(headings, { ...first, end: first.start })];
  const last = entries.findLastIndex(entry => entry.kind === 'item');
  for (const { line } of above) rows.push(headingRow(line, headings.length));
  let next = 0;
  entries.forEach((entry, index) => {
    if (entry.kind === 'item') rows.push(itemRow(records[next++]!, headings));
    else if (index > last) rows.push({ ...headingRow(entry.line, headings.length), kind: 'remark' });
    else if (index > from) rows.push(headingRow(entry.line, headings.length));
  });
  const table: RawTable = { kind: 'table', layout: 'placed', spansKnown: true, rows, place: first };
  return { table, rest: entries.slice(0, from).flatMap(entry => (above.includes(entry as ListHeading) ? [] : [entry.line.paragraph])) };
}

/** Units that a notice or a list of awards names too, without giving them a task. */
const DESCRIBED = /^(完成|申报|建设|项目|主体|主办|承办|协办|参与|参加|组织|起草|单位|部门)(单位|部门)?$/;
/** Times that are a task's, not a meeting's: 完成时限, 整改期限. */
const DUE = /时限|期限|完成|办结|整改/;

/** Two items at least that are given to units, or that have a time limit under a label. */
function isPlan(items: readonly ListItem[]): boolean {
  const due = ({ labels }: ListItem): boolean =>
    labels.some(({ label, value }) => isLimitLabel(label) && DUE.test(label) && looksLikeLimit(value));
  const given = ({ labels }: ListItem): boolean => labels.some(({ label }) => isUnitLabel(label) && !DESCRIBED.test(label));
  const planned = ({ labels }: ListItem): boolean =>
    labels.some(({ label }) => isUnitLabel(label)) && labels.some(({ label }) => isPeriodLabel(label));
  return [given, due, planned].some(test => items.filter(test).length >= 2);
}

/** The headings in force above the first item, at `from`: the last of each level; or a line without a mark, where others between items have none. */
function headingsAbove(entries: readonly (ListItem | ListHeading)[], from: number): ListHeading[] {
  const before = entries.slice(0, from) as ListHeading[];
  const first = entries[from]!.line;
  const last = entries.findLastIndex(entry => entry.kind === 'item');
  const direct = before.at(-1);
  const unmarked = entries.slice(from, last).some(({ kind, line }) => kind === 'heading' && isBareTitle(line));
  if (before.length > 1 && direct && unmarked && isBareTitle(direct.line)) return [direct];
  const above: ListHeading[] = [];
  let level = first.shape === '' ? Number.POSITIVE_INFINITY : levelOf(first.shape);
  for (const entry of before.toReversed()) {
    const { line } = entry;
    if (line.shape === '' || levelOf(line.shape) >= level || titleOf(line) === null) continue;
    above.unshift(entry);
    level = levelOf(line.shape);
  }
  return above;
}

function isBareTitle({ shape, written }: ListLine): boolean {
  return shape === '' && written.length <= 20 && !/[。；;：:，,]/.test(written);
}

/** An item as a row: its number, its text, and values by label. */
interface Entry {
  item: ListItem;
  content: string;
  values: Map<string, string>;
}

/** A line that names what the paragraphs below it say: 推进农村改革。 */
function isTitle(content: string): boolean {
  return content.length <= 25 || !/[。；;]/.test(content);
}

function recordOf(item: ListItem): Entry {
  const { line, body } = item;
  let labels = item.labels;
  let content = line.content;
  if (content === '') {
    const own = labels.find(({ label }) => isTaskLabel(label)) ?? labels.find(({ label }) => isContentLabel(label));
    content = own?.value ?? body.splice(0).join('\n');
    labels = labels.filter(label => label !== own);
  } else if (!isTitle(content)) content = [content, ...body.splice(0)].join('\n');
  const values = new Map<string, string>();
  const all = [...labels];
  if (body.length > 0) all.push({ label: BODY, value: body.join('\n') });
  if (item.unplaced.length > 0) all.push({ label: OTHER, value: item.unplaced.map(({ written }) => written).join('\n') });
  for (const { label, value } of all) {
    const known = values.get(label);
    values.set(label, known === undefined || known === '' ? value : `${known}${isAssignment(label) ? '、' : '\n'}${value}`);
  }
  return { item, content, values };
}

/**
 * The labels that get a column each: all that are known, and as many others as a heading can bear and still be told as one. Others whose values
 * look like units, people or times stand under 其他, since a column of them would be taken for theirs.
 */
function columnsOf(records: readonly Entry[]): string[] {
  const labels = [...new Set(records.flatMap(({ values }) => [...values.keys()]))];
  const known = labels.filter(label => label === BODY || isLabel(label));
  const others = labels.filter(label => !known.includes(label));
  const plain = others.filter(label => headingOf(label) === null && !records.some(({ values }) => misleads(values.get(label) ?? '')));
  const kept = new Set(plain.slice(0, Math.floor((known.length + 2) / 2)));
  const columns = labels.filter(label => known.includes(label) || kept.has(label));
  return kept.size === others.length || columns.includes(OTHER) ? columns : [...columns, OTHER];
}

function misleads(value: string): boolean {
  const { ordinal, limit, people, units, sentence } = lookAt(value);
  return ordinal !== null || limit || people || (units >= 0.6 && !sentence);
}

function rowOf(texts: readonly string[], place: Place): RawRow {
  return { cells: texts.map((text, column) => ({ text, place, column })), place };
}

function headingRow(line: ListLine, width: number): RawRow {
  const { place } = line.paragraph;
  const row: RawRow = { cells: [{ text: titleOf(line) ?? line.written, place, column: 0, colSpan: width }], place };
  return titleOf(line) === null && /[。；;]/.test(line.written) ? row : { ...row, kind: 'group' };
}

/** The title in a heading line: its first sentence where it goes on behind it. Null for a line without a mark, or a long one. */
function titleOf({ shape, written }: ListLine): string | null {
  if (shape === '') return null;
  if (written.length <= 60) return written;
  const stop = written.search(/[。：:]/);
  return stop > 0 && stop <= 40 ? written.slice(0, stop) : null;
}

function itemRow({ item, content, values }: Entry, columns: readonly string[]): RawRow {
  const { place } = item.line.paragraph;
  const others = [...values].filter(([label]) => !columns.includes(label)).map(([label, value]) => `${label}：${value}`);
  const written = new Map([
    ...values,
    [NUMBER, item.line.number],
    [CONTENT, content],
    [OTHER, [values.get(OTHER) ?? '', ...others].join('\n').trim()],
  ]);
  const cells = columns.map(label => written.get(label) ?? '');
  const diagnostics = [...item.unplaced.map(unplacedFound), ...missingFound(item, place, columns)];
  const row = rowOf(cells, place);
  return diagnostics.length > 0 ? { ...row, diagnostics } : row;
}

function unplacedFound({ paragraph: { place }, written: text }: ListLine): Diagnostic {
  return { code: 'unplaced-text', place, text, data: { text: text.slice(0, 60) } };
}

/** An item to whom nobody is said to belong, among others that are someone's. */
function missingFound(item: ListItem, place: Place, columns: readonly string[]): Diagnostic[] {
  const missing = columns.filter(isUnitLabel)[0] ?? columns.find(isLimitLabel);
  return isAssigned(item) || missing === undefined ? [] : [{ code: 'missing-cell', place, data: { columns: missing } }];
}
