import { looksLikeLimit } from '../lexicon/limits.ts';
import { leadingMark, type Ordinal, ordinal } from '../lexicon/numerals.ts';
import { looksLikeUnit, splitUnits } from '../lexicon/units.ts';
import { VERBS } from '../lexicon/verbs.ts';

/** What a cell's text looks like, whatever column it may stand in. */
export interface Look {
  text: string;
  length: number;
  /** Logarithm of the length, in steps of an eighth: what the length of a text says of its column. */
  size: number;
  /** Texts with the same key look the same to every column, so that a reading of one row serves for all rows of its keys. */
  key: string;
  /** The whole text is an item number. */
  ordinal: Ordinal | null;
  /** It begins with an item mark such as 一、 or （二）; only of short texts. */
  mark: string | null;
  /** Share (0-1) of the names between 、，, that look like units. */
  units: number;
  /** The names themselves, of texts that can be a list of units. */
  names: readonly string[];
  limit: boolean;
  /** Names of people: 王小明、李 强. */
  people: boolean;
  /** Ends as a sentence does, or has a sentence inside. */
  sentence: boolean;
  /** Begins with a verb of plans: says what is to be done. */
  deed: boolean;
  /** Holds a figure that counts something: 14处. */
  figure: boolean;
  /** Is such a figure from end to end: 26公里, 3,200人. */
  amount: boolean;
  /** —, /, 无: written, but empty. */
  placeholder: boolean;
  /** Months the text speaks of, as a set of bits 1-12 (6月底前 sets bit 6). */
  months: number;
}

const PLACEHOLDER = /^[-—–/／\\、.…·无無]{1,4}$/;
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤欧温柯颜洪张陳劉楊黃趙吳孫馬鄭謝許鄧馮韓葉蔣蘇魏呂盧鍾譚陸賈鄒龍賀顧龔萬錢嚴湯殷施牛尤翟庞';
/** Surnames that begin other words of two characters, too (章程, 苗木). */
const RARE_SURNAMES = '章祁闵柴褚凌霍樊纪祝甘耿詹鲍骆穆麦葛佘桂冉卓苗岑阮靳缪俞倪童翁喻瞿滕管柳宁蓝兰左游米';
const PERSON = new RegExp(
  `^[${RARE_SURNAMES}]\\p{Script=Han}(?![省市县区州镇乡村局委办科处室馆院所站会司厅部组机量池路桥点前后])\\p{Script=Han}$|^[${SURNAMES}]\\s{0,3}\\p{Script=Han}{1,2}$|^[${SURNAMES}]\\p{Script=Han}{1,2}\\s?(?:副)?(?:市长|县长|区长|局长|主任|书记|常委|同志)$`,
  'u',
);

const SHORT = 60;
const seen = new Map<string, Look>();

/** Looks at a text; what was seen of short texts is remembered, since units and numbers come again and again. */
export function lookAt(text: string): Look {
  if (text.length > SHORT) return lookAtLong(text);
  if (/^\d{1,7}$/.test(text)) return lookAtNumber(text);
  let look = seen.get(text);
  if (!look) {
    if (seen.size > 20_000) seen.clear();
    look = lookAtShort(text);
    seen.set(text, look);
  }
  return look;
}

/** A way to look at texts. */
export type Looker = (text: string) => Look;

/** Looks at texts as `lookAt` does, but takes some names for units that do not look like it. */
export function lookerWith(units: ReadonlySet<string> | undefined): Looker {
  if (!units || units.size === 0) return lookAt;
  return text => {
    const look = lookAt(text);
    const names = look.sentence || look.length > 300 ? [] : splitUnits(text).names;
    if (!names.some(name => units.has(name))) return look;
    const share = names.filter(name => units.has(name) || looksLikeUnit(name)).length / names.length;
    return { ...look, units: share, people: false, key: `${look.key}:${share}` };
  };
}

/** Numbers are too many to remember, and all look the same. */
function lookAtNumber(text: string): Look {
  const number = ordinal(text);
  const key = `#${number?.shape ?? text}`;
  const none = {
    mark: null,
    units: 0,
    names: [text],
    limit: false,
    people: false,
    sentence: false,
    deed: false,
    figure: false,
    amount: false,
    placeholder: false,
    months: 0,
  };
  return { text, length: text.length, size: sizeOf(text.length), key, ordinal: number, ...none };
}

function lookAtShort(text: string): Look {
  const { length } = text;
  const names = text.includes('。') ? [] : splitUnits(text).names;
  const sentence = SENTENCE.test(text) && !areLabelled(names);
  const number = length <= 12 ? ordinal(text) : null;
  return {
    text,
    length,
    size: sizeOf(length),
    key: number ? `#${number.shape}` : text,
    ordinal: number,
    mark: leadingMark(text)?.shape ?? null,
    units: names.length === 0 ? 0 : names.filter(looksLikeUnit).length / names.length,
    names,
    limit: length <= 30 && looksLikeLimit(text),
    people: names.length > 0 && names.every(name => PERSON.test(name)),
    sentence,
    deed: beginsWithVerb(text),
    figure: FIGURE.test(text),
    amount: AMOUNT.test(text),
    placeholder: length <= 4 && PLACEHOLDER.test(text),
    months: monthsIn(text),
  };
}

const LABELLED = /^(?:牵头|主办|主责|责任|负责|配合|协办|参与|协同)(?:单位|部门|处室|科室)?\s?[:：]/;

/** 牵头：市水利局；配合：市财政局: units under labels, whatever parts them. */
function areLabelled(names: readonly string[]): boolean {
  return LABELLED.test(names[0] ?? '') && names.every(name => looksLikeUnit(name.replace(LABELLED, '')));
}

const SENTENCE = /[。；;!！?？](?=.)|[。；;]$/;

/** A text of more than sixty characters: no number, limit or list of people, and a list of units only if it has no full stop. */
function lookAtLong(text: string): Look {
  const { length } = text;
  const labelled = length <= 300 && LABELLED.test(text) && areLabelled(splitUnits(text).names);
  const sentence = !labelled && SENTENCE.test(length > 400 ? text.slice(0, 200) + text.slice(-200) : text);
  const names = sentence || length > 300 ? [] : splitUnits(text).names;
  const units = names.length === 0 ? 0 : names.filter(looksLikeUnit).length / names.length;
  const months = monthsIn(text);
  const mark = length <= 80 ? (leadingMark(text)?.shape ?? null) : null;
  const size = sizeOf(length);
  const deed = beginsWithVerb(text);
  const key = `~${size}${sentence ? '.' : ','}${deed ? '!' : ''}${months}${mark ?? ''}:${units}`;
  return {
    text,
    length,
    size,
    key,
    ordinal: null,
    mark,
    units,
    names: [],
    limit: false,
    people: false,
    sentence,
    deed,
    figure: false,
    amount: false,
    placeholder: false,
    months,
  };
}

const FIGURE = /\d(?![\d.、年月日）)])[^\d\s]/;
const AMOUNT =
  /^(?:约[达超]?|超过?|达到?|不?低于|不?高于|不少于|不超过?|至少|[≥≤><＞＜])?\d[\d,.]{0,9}[万亿]?(?![年月日])[^\d\s，。；、]{1,3}(?:以上|以下|左右)?$/;
const VERB_WORDS = new Set(VERBS.map(([word]) => word));

/** 修订应急预案 does, 汛前准备 does not; a verb that is all there is (审计) may be anything. */
function beginsWithVerb(text: string): boolean {
  for (let length = Math.min(4, text.length - 2); length >= 2; length--) if (VERB_WORDS.has(text.slice(0, length))) return true;
  return false;
}

function sizeOf(length: number): number {
  return Math.round(Math.log(length + 1) * 8) / 8;
}

function monthsIn(text: string): number {
  let bits = 0;
  if (text.includes('月')) for (const match of text.matchAll(/(?<!\d)(\d{1,2})月/g)) bits |= bit(Number(match[1]));
  if (text.includes('季度'))
    for (const match of text.matchAll(/([一二三四])季度/g)) bits |= 0b111 << ('一二三四'.indexOf(match[1]!) * 3 + 1);
  return bits;
}

function bit(month: number): number {
  return month >= 1 && month <= 12 ? 1 << month : 0;
}
