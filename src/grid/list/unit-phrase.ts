import { foldInPlace } from '../../lexicon/fold.ts';
import { looksLikeLimit } from '../../lexicon/limits.ts';
import { saidPart } from '../../lexicon/said-roles.ts';
import { looksLikeUnit, splitUnits } from '../../lexicon/units.ts';
import { countedItems, isAssignment, isUnitLabel, type Labelled, labelsOf } from './labels.ts';

const LEAD = '牵头单位';
const RESPONSIBLE = '责任单位';
const LIMIT = '完成时限';
const NOTE = '备注';
const OPENING = '（(【［[〔';
const CLOSING = '）)】］]〕';

/** A sentence taken apart from the units said of it. */
export interface Assigned {
  content: string;
  labels: Labelled[];
}

/** 6月底前报批, 汛前完成排查: a time, and what is done by then. */
const LIMITED =
  /^(?:力争|确保|争取|于)?(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日)?|第?[一二三四1-4]季度|[上下]半年|年[内底末]|汛期?前)(?:上旬|中旬|下旬|[底末初内])?(?:之?前)?(?:全[部面]|基本|正式)?(?:完成|启动|开工|动工|印发|报批|报审|报送|出台|发布|上线|投用|投入使用|竣工|验收|通车|运行|办结|执行|实施|到位|举办|召开|见效|交付|落实|开放|挂牌|上报|修订|达标).{0,6}$/;
/** （2000年底前建成）: of what there is, not by when. */
const STANDING = /^(?:19|20)\d{2}年.*(?:前|以前)(?:建成|修建|建设|竣工|建|入住)/;
/** What a limit alone in brackets says; （2024年） says something else. */
const BINDING = /[前底末]|完成|学期|持续|长期/;

function isLimit(text: string): boolean {
  return looksLikeLimit(text) || LIMITED.test(foldInPlace(text));
}

/** Brackets and labels behind one sentence; more are not read, however long a text is. */
const MOST = 12;

/**
 * Takes off what stands behind a sentence and says who does it by when: labels, brackets of any kind with labels or units in them, or a last
 * sentence 市发改委牵头，市财政局配合. `numbered`: the text is a numbered item, so that a bare list of units in brackets is meant too.
 */
export function takeAssignment(text: string, numbered: boolean, depth = 0): Assigned {
  if (depth === MOST) return { content: text.trim(), labels: [] };
  const bracket = takeBracket(text, numbered, depth);
  if (bracket) return bracket;
  const { before, labels } = labelsOf(text);
  if (labels.length === 0) return takeSentence(text, numbered) ?? takeWithin(text, depth);
  const outer = takeAssignment(before.replace(/[\s，,（(【［[〔]{1,9}$/, ''), numbered, depth + 1);
  return { content: outer.content, labels: [...outer.labels, ...labels.flatMap(withLimits)] };
}

/** A label's value without the bracket that closes behind it, and without what is no unit of a list of units: a time limit, a remark. */
function withLimits(label: Labelled): Labelled[] {
  const value = unbalanced(label.value);
  if (!isUnitLabel(label.label)) return [{ ...label, value }];
  const [list, remark] = withoutRemark(value);
  const { names } = splitUnits(list);
  const limits = names.filter(isLimit);
  const said = [...limits.map(limit => ({ label: LIMIT, value: limit })), ...(remark === '' ? [] : [{ label: NOTE, value: remark }])];
  const units = limits.length === 0 ? list : names.filter(name => !limits.includes(name)).join('、');
  return [{ ...label, value: units }, ...said];
}

/** A list of units, and what is said behind its full stop: …参与。以下均需各县落实，不再列出。 */
function withoutRemark(text: string): [string, string] {
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if (OPENING.includes(text[at]!)) depth++;
    else if (CLOSING.includes(text[at]!)) depth--;
    else if (text[at] === '。' && depth <= 0) return [text.slice(0, at), text.slice(at + 1).trim()];
  }
  return [text, ''];
}

function takeBracket(text: string, numbered: boolean, depth: number): Assigned | null {
  const bare = text.trimEnd();
  const stop = /[。；;，,、]/.test(bare.at(-1) ?? '') ? bare.at(-1)! : '';
  const closed = stop === '' ? bare : bare.slice(0, -1).trimEnd();
  const open = openingOf(closed);
  if (open < 0) return null;
  const inside = closed.slice(open + 1, -1).trim();
  const own = insideOf(inside, numbered);
  if (own.length === 0 && !isLimit(inside)) return null;
  const before = closed.slice(0, open).trimEnd();
  if (labelsOf(inside).labels.length === 0 && isValue(before)) return null;
  const outer = takeAssignment(before, numbered, depth + 1);
  if (own.length === 0 && outer.labels.length === 0 && !(numbered && BINDING.test(inside) && !STANDING.test(inside))) return null;
  const labels = [...outer.labels, ...(own.length > 0 ? own : [{ label: LIMIT, value: inside }])];
  const content = !/[。；;]/.test(stop) || outer.content === '' || /[。；;]$/.test(outer.content) ? outer.content : outer.content + stop;
  return { content, labels };
}

/** Whether a text ends in the value of a label that no bracket closes: 责任单位：各镇 before （街道）. */
function isValue(text: string): boolean {
  const last = labelsOf(text).labels.at(-1);
  return last !== undefined && unbalanced(last.value) === last.value;
}

/** What a bracket says: labels, with 牵头 / 配合 behind the units, or a bare list of units; empty where it says something else. */
function insideOf(inside: string, numbered: boolean): Labelled[] {
  const counted = countedItems(inside);
  if (counted) return insideOf(counted.rest, true).map(label => ({ ...label, of: counted.of }));
  const { before, labels } = labelsOf(inside);
  if (labels.some(({ label }) => isAssignment(label)))
    return [...(before.trim() === '' ? [] : phraseLabels(before, numbered)), ...labels.flatMap(withLimits)];
  return phraseLabels(inside, numbered);
}

/** 市发改委牵头，市财政局配合，6月底前; of numbered items also 市发改委、市财政局. */
function phraseLabels(written: string, bare: boolean): Labelled[] {
  const [phrase, remark] = withoutRemark(written.replace(/^(?:此项工作)?由/, '').replace(/[，,；;、。\s]{1,9}$/, ''));
  const { names } = splitUnits(phrase);
  const limits = names.filter(isLimit);
  const units = names.filter(name => !isLimit(name));
  const parts = units.map(saidPart);
  const fitting = units.filter((name, index) => looksLikeUnit(parts[index]?.name ?? name)).length;
  if (fitting === 0 || fitting * 2 < units.length) return [];
  const said = [...limits.map(value => ({ label: LIMIT, value })), ...(remark === '' ? [] : [{ label: NOTE, value: remark }])];
  const value = limits.length === 0 ? phrase : units.join('、');
  if (parts.some(part => part?.part === 'lead' || part?.part === 'help')) return [{ label: LEAD, value }, ...said];
  // 分别牵头 and the like are no part of the last name.
  if (/牵头$/.test(foldInPlace(phrase))) return [{ label: LEAD, value }, ...said];
  const carried = parts.some(part => part !== null) || /负责$/.test(foldInPlace(phrase));
  const plain = carried ? units.every((name, index) => (parts[index]?.name ?? name).length <= 15) : bare && fitting === units.length;
  return plain ? [{ label: RESPONSIBLE, value }, ...said] : [];
}

/** …。市发改委牵头，市财政局配合。 …新闻发布会，由省安监局负责。 */
function takeSentence(text: string, numbered: boolean): Assigned | null {
  const bare = text.trimEnd().replace(/[。；;]$/, '');
  const clause =
    /[，,；;。](?=(?:此项工作)?由[^，,；;。]{2,60}(?:负责|牵头|承办|主办|组织实施|起草|落实)[^，,；;。]{0,6}(?:[，,；;][^。]{2,80}(?:配合|协助|协办|参与))?$)/.exec(
      foldInPlace(bare),
    );
  const at = Math.max(bare.lastIndexOf('。'), clause?.index ?? -1);
  const last = bare.slice(at + 1).trim();
  if (!numbered || at < 0 || last.length > 120 || !/(牵头|配合|负责|协办|承办|主办|起草|落实|组织实施)/.test(foldInPlace(last)))
    return null;
  const { names } = splitUnits(last.replace(/^(?:此项工作)?由/, ''));
  const isName = (name: string): boolean => name.length <= 15 && !/\d/.test(name);
  if (!names.every(name => isLimit(name) || isName(saidPart(name)?.name ?? name))) return null;
  const labels = phraseLabels(last, false);
  if (labels.length === 0) return null;
  const content = bare.slice(0, at + 1);
  return { content: /。$/.test(content) ? content : content.slice(0, -1), labels };
}

/** A bracket in the midst of a sentence, which stays as it is written: 推进扩容（市水务局牵头）并通水。 */
function takeWithin(text: string, depth: number): Assigned {
  const said = depth > 0 ? [] : saidInside(text);
  return { content: text.trim(), labels: said.length === 1 ? insideOf(text.slice(said[0]!.begin + 1, said[0]!.end - 1), false) : [] };
}

/** A value at the end of a bracket that closes behind it: 市财政局） for 市财政局. */
function unbalanced(value: string): string {
  const last = value.at(-1) ?? '';
  return CLOSING.includes(last) && last !== '' && openingOf(value) < 0 ? value.slice(0, -1).trimEnd() : value;
}

/** Offset of the bracket that the last character closes; -1 where it closes none. */
function openingOf(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (CLOSING.includes(text[at]!)) depth++;
    else if (OPENING.includes(text[at]!)) depth--;
    if (depth <= 0) return at < text.length - 1 ? at : -1;
  }
  return -1;
}

/**
 * Cuts a paragraph behind each bracket that says whose the sentence before it is, where there are several:
 * 建设学校5所。（市教育局负责）新建医院2所。（市卫健委负责）.
 */
export function sentencesWithUnits(text: string): string[] {
  const ends = saidInside(text).map(({ end }) => end + (/[。；;，,、]/.test(text[end] ?? '') ? 1 : 0));
  if (ends.length < 2) return [text];
  const parts = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end).replace(/[，、,\s]{1,4}$/, ''));
  const rest = text.slice(ends.at(-1)).trim();
  return rest === '' ? parts : [...parts, rest];
}

/** The brackets within a text that say whose the sentence before them is; of several side by side the last. */
function saidInside(text: string): { begin: number; end: number }[] {
  if (!/[）)】］\]〕]/.test(text) || labelsOf(text).before === '') return [];
  const said = brackets(text).filter(
    ({ begin, end }) => begin > 0 && insideOf(text.slice(begin + 1, end - 1), false).length > 0 && !isValue(text.slice(0, begin)),
  );
  return said.filter(({ end }, index) => said[index + 1] === undefined || text.slice(end, said[index + 1]!.begin).trim() !== '');
}

/** The outermost brackets of a text. */
function brackets(text: string): { begin: number; end: number }[] {
  const found: { begin: number; end: number }[] = [];
  let depth = 0;
  let begin = 0;
  for (let at = 0; at < text.length; at++) {
    if (OPENING.includes(text[at]!)) {
      if (depth++ === 0) begin = at;
    } else if (CLOSING.includes(text[at]!) && depth > 0 && --depth === 0 && at - begin < 400 && found.length < 60)
      found.push({ begin, end: at + 1 });
  }
  return found;
}
