import { foldInPlace } from '../../lexicon/fold.ts';
import { type HeadingRole, headingOf } from '../../lexicon/headings.ts';
import { looksLikeLimit } from '../../lexicon/limits.ts';
import { numberValue } from '../../lexicon/numerals.ts';
import { saidPart } from '../../lexicon/said-roles.ts';
import { looksLikeUnit, splitUnits } from '../../lexicon/units.ts';

/** A label with its value: 牵头单位：区发改委. */
export interface Labelled {
  label: string;
  value: string;
  /** How many of the items above it is said of, from the last one on: 以上三项任务的责任单位均为…; Infinity for 以上任务, up to the heading above. */
  reach?: number;
  /** The numbers of the items it is said of: 第1至3项. */
  of?: readonly number[];
}

/** A label where it stands in a text: `at` its first character, `end` the begin of its value. */
interface Mark {
  label: string;
  at: number;
  end: number;
  /** It stands at the begin of a sentence, a line or a bracket, not behind a comma. */
  opens: boolean;
}

const PERIOD = String.raw`(?:\d{4}年)?(?:第?[1-4一二三四]季度?|Q[1-4]|[上下]半年|\d{1,2}(?:[-~—–至]\d{1,2})?月(?:份|底前|底|末前|末|前)?)`;
/** A word, or its characters set apart: 责任单位, 责 任 单 位, 牵头/责任单位. */
const WORD = String.raw`\p{Script=Han}(?:[\p{Script=Han}/／]{1,9}|(?:[ \u00a0\u3000]{1,3}\p{Script=Han}){1,8})`;
const SPACE = String.raw`[ \u00a0\u3000]{0,4}`;
const BEFORE = String.raw`^|[；;，,。、\s（(【［\[〔]`;
const LABEL = new RegExp(
  String.raw`(?:(?<=${BEFORE}|[：:])(${PERIOD})|(?<=${BEFORE})(${WORD}))(?:(?:[（(][^（()）：:]{1,12}[）)])?[】］\]〕]?${SPACE}[：:]|(?<=[【［\[〔]\2)[】］\]〕])${SPACE}`,
  'giu',
);
/** 责任单位为市水务局; 以上三项任务的责任单位均为市生态环境局: a label in a sentence. */
const SAID_OF =
  /^(?:以上|上述|前述|该|此|这|本)?([一二两三四五六七八九十\d]{1,2})?(?:项|个|件|条)?(?:目标|任务|工作|措施|事项|重点工作|指标|项目){0,2}的?((?:牵头|责任|主办|承办|配合|协办)(?:单位|部门))(?:均|都|分别)?(?:为|是)(?!第|牵头)(.+)$/;
/** 以上任务由市财政局牵头，各区配合: the same without a label. */
const SAID_BY =
  /^(?:以上|上述|前述|该|此|这|本)([一二两三四五六七八九十\d]{1,2})?(?:项|个|件|条)?(?:目标|任务|工作|措施|事项|内容|重点工作|指标|项目){0,2}[，,]?(?:均|都|分别)?由(.{2,}(?:牵头|负责|落实|承办|实施|配合|协助|协办|参与)(?:落实|实施|完成|推进)?)$/;
const IN_SENTENCE = /(?<=[，,；;。）)])((?:牵头|责任|主办|承办|配合|协办)(?:单位|部门))(?:均|分别)?(?:为|是)(?!第|牵头)/g;

const N = String.raw`(?:[一二三四五六七八九十]{1,3}|\d{1,3})`;
/** 第1至3项, 第4、5项任务, 7-9项: which of the items above is meant. */
const COUNTED = new RegExp(
  String.raw`^(?=第|${N}[^项条款])第?(${N})((?:(?:至|到|[-—–~、,和])第?${N}){0,8})[项条款](?:任务|工作|措施|事项|目标)?的?[:：,，由]?(?=\p{Script=Han})`,
  'u',
);

/** Labels that may follow a value without any mark between: 牵头单位：市发改委配合单位：市财政局. */
const GLUED = /(?:牵头|主办|责任|配合|协办|承办|参与)(?:单位|部门)$|(?:责任|牵头|分管)领导$|责任人$|完成(?:时限|时间)$/;
const SPACED = /^(\p{Script=Han}{2,9})[ \t\u00a0\u3000]{1,8}(\S.*)$/u;
/** A label at the begin of a line, known or not. */
const LEADING = new RegExp(String.raw`^[【［\[〔]?(${WORD})[】］\]〕]?${SPACE}[：:]${SPACE}`, 'u');

const SAID_OF_TASKS: ReadonlySet<HeadingRole> = new Set(['lead', 'support', 'responsible', 'limit', 'person']);
const KNOWN: ReadonlySet<HeadingRole> = new Set([...SAID_OF_TASKS, 'target', 'note', 'detail', 'task', 'period', 'schedule']);

/** Words of a longer phrase are none: 提出部门分工意见如下. */
const LABEL_END = /(?:单位|部门|处室|科室|股室|机构|机关|主体|局|委|领导|责任人|负责人|联系人|人|专班|组|方|公司|支部|乡镇|街道)$/;

function roleOf(label: string): HeadingRole | undefined {
  const role = headingOf(label)?.role;
  return (role === 'lead' || role === 'support' || role === 'responsible') && label.length > 6 && !LABEL_END.test(label) ? undefined : role;
}

/** Whether a word is a label that the lexicon knows, and one that a list may say of its items. */
export function isLabel(label: string): boolean {
  const role = roleOf(label);
  return role !== undefined && KNOWN.has(role);
}

/** A label that is said of tasks only: units, people, time limits. */
export function isAssignment(label: string): boolean {
  const role = roleOf(label);
  return role !== undefined && SAID_OF_TASKS.has(role);
}

/** A label of units: 牵头单位, 配合单位, 责任单位. */
export function isUnitLabel(label: string): boolean {
  const role = roleOf(label);
  return role === 'lead' || role === 'support' || role === 'responsible';
}

/** A label of units that help: 配合单位. */
export function isSupportLabel(label: string): boolean {
  return roleOf(label) === 'support';
}

/** A label whose value is the task itself: 工作内容：…. */
export function isContentLabel(label: string): boolean {
  const role = roleOf(label);
  return role === 'task' || role === 'detail';
}

/** A label that names its task: 工作任务：…, 项目名称：…. */
export function isTaskLabel(label: string): boolean {
  return roleOf(label) === 'task';
}

/** A label of time limits: 完成时限. */
export function isLimitLabel(label: string): boolean {
  return roleOf(label) === 'limit';
}

/** A label of a stretch of time: 第一季度, 进度安排. */
export function isPeriodLabel(label: string): boolean {
  const role = roleOf(label);
  return role === 'period' || role === 'schedule';
}

/** The labels of a text that the lexicon knows, each with the value up to the next; `before` is what stands before them. */
export interface LabelledText {
  before: string;
  labels: Labelled[];
}

/**
 * Labels that make up a text, or its end: `牵头单位：…；配合单位：…` is nothing but labels, `建成学校2所。责任单位：…` a sentence with a label. Behind a
 * sentence the first label must be one said of tasks, since 目标：, 措施： stand in sentences too; those right before it go with it.
 */
export function labelsOf(text: string): LabelledText {
  const parts = text.split(/[；;](?=第?[\d一二三四五六七八九十])/).map(countedItems);
  if (parts.every(part => part !== null)) {
    const labels = parts.flatMap(part => saidOfItems(part.rest).map(label => ({ ...label, of: part.of })));
    if (labels.length > 0) return { before: '', labels };
  }
  const whole = spacedLabel(text) ?? saidOf(text);
  if (whole) return { before: '', labels: [whole] };
  const marks = marksIn(text);
  let first = marks.findIndex(mark => mark.at === 0 || isAssignment(mark.label));
  if (first < 0) return { before: text, labels: [] };
  while (first > 0 && marks[first - 1]!.opens) first--;
  const labels = marks.slice(first).map(({ label, end }, index): Labelled => {
    const value = text.slice(end, marks[first + index + 1]?.at ?? text.length);
    return { label, value: trimValue(label, value) };
  });
  return { before: text.slice(0, marks[first]!.at), labels };
}

/** A text that begins with the numbers of the items it is said of: these, and what is said. */
export function countedItems(text: string): { rest: string; of: readonly number[] } | null {
  const found = text.length > LONGEST_SAID ? null : COUNTED.exec(foldInPlace(text));
  if (!found) return null;
  const [written, first = '', more = ''] = found;
  const numbers = [first, ...(more.match(/[一二三四五六七八九十\d]+/g) ?? [])].flatMap(number => numberValue(number) ?? []);
  const isRange = /[至到\-—–~]/.test(more) && numbers.length === 2;
  const [from = 0, to = 0] = numbers;
  const of = isRange ? Array.from({ length: Math.max(0, Math.min(to - from, MOST_COUNTED) + 1) }, (_, index) => from + index) : numbers;
  return of.length > 0 ? { rest: text.slice(written.length), of } : null;
}

const MOST_COUNTED = 100;
const LONGEST_SAID = 400;

/** What is said of items whose numbers stand before it: labels, or 区教育局牵头，区住建局配合. */
function saidOfItems(rest: string): Labelled[] {
  const { before, labels } = labelsOf(rest);
  if (labels.length > 0) return before === '' ? labels : [];
  const value = rest.replace(/。$/, '');
  const { names } = splitUnits(value);
  const said = names.map(name => saidPart(name));
  return said.some(part => part !== null) && names.every((name, index) => looksLikeUnit(said[index]?.name ?? name))
    ? [{ label: '牵头单位', value }]
    : [];
}

/** Sentences keep their full stop; names and dates have none. */
function trimValue(label: string, value: string): string {
  const bare = value.replace(isAssignment(label) ? /[；;，,、。（(【［[〔\s]{1,9}$/ : /[；;，,（(【［[〔\s]{1,9}$/, '');
  return bare.trim();
}

function marksIn(text: string): Mark[] {
  const within = [...text.matchAll(IN_SENTENCE)].map(
    ({ 0: { length }, 1: label, index }): Mark => ({ label: label!, at: index, end: index + length, opens: false }),
  );
  return [...colonMarks(text), ...within].sort((a, b) => a.at - b.at);
}

function colonMarks(text: string): Mark[] {
  return [...text.matchAll(LABEL)].flatMap(match => {
    const written = match[1] ?? match[2]!;
    const before = text[match.index - 1] ?? '';
    const glued = GLUED.exec(written);
    const cut = glued && glued.index > 1 && looksLikeUnit(written.slice(0, glued.index)) ? glued.index : 0;
    const label = written.slice(cut).replace(/\s+/g, '');
    if (!isLabel(label)) return [];
    const bracket = cut === 0 && /[（(【［[〔]/.test(before) ? 1 : 0;
    return [{ label, at: match.index + cut - bracket, end: match.index + match[0].length, opens: cut === 0 && !/[，,、]/.test(before) }];
  });
}

/** A sentence that is a label: 该目标责任单位为市财政局。 */
function saidOf(text: string): Labelled | null {
  if (text.length > 160) return null;
  const bare = foldInPlace(text).replace(/。$/, '');
  const by = SAID_BY.exec(bare);
  const found = by ?? SAID_OF.exec(bare);
  if (!found) return null;
  const [, count, label = '牵头单位', said = ''] = by ? [by[0], by[1], undefined, by[2]] : found;
  const value = text.slice(bare.length - said.length, bare.length);
  const { names } = splitUnits(value);
  if (!names.every(name => looksLikeUnit(saidPart(name)?.name ?? name) && !name.includes('由'))) return null;
  const all = /^(?:以上|上述|前述)/.test(bare) ? Number.POSITIVE_INFINITY : undefined;
  const reach = (count === undefined ? null : numberValue(count)) ?? all;
  return { label, value: trimValue(label, value), ...(reach !== undefined && { reach }) };
}

/** A label with a blank for its colon, before what it must have: 责任单位　县水务局. */
function spacedLabel(text: string): Labelled | null {
  const match = text.length > 200 ? null : SPACED.exec(text);
  if (!match || !isAssignment(match[1]!)) return null;
  const [, label = '', value = ''] = match;
  const fits = isUnitLabel(label) ? splitUnits(value).names.every(looksLikeUnit) : isLimitLabel(label) && looksLikeLimit(value);
  return fits ? { label, value } : null;
}

/** A word before a colon at the begin of a line, whatever it means; null where there is none. */
export function leadingLabel(text: string): Labelled | null {
  const match = LEADING.exec(text);
  return match && { label: match[1]!.replace(/\s+/g, ''), value: text.slice(match[0].length).trim() };
}
