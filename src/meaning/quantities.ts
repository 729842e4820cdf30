import { CharSet } from '../base/char-set.ts';
import { foldInPlace } from '../lexicon/fold.ts';
import { chineseNumber } from '../lexicon/numerals.ts';
import {
  AFTER_NUMBER,
  BEFORE_NUMBER,
  type Comparator,
  MONEY,
  MULTIPLIER,
  NAME_BEHIND,
  OVER_VERB,
  POWERS,
  RATE,
  savedUnit,
  UNIT,
  UNIT_AFTER_CHINESE,
  WORK,
} from '../lexicon/quantity-words.ts';
import type { Quantity, Time } from '../plan/schema.ts';
import { metricOf } from './metric.ts';

/** Thousands may be set apart by commas, or, as in Hong Kong, by spaces. */
const ARABIC =
  '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|(?<=[^\\s\\d])\\d{1,3}(?:[ \u00a0\u2009\u202f]\\d{3})+(?!\\d)|\\d{1,15}(?!\\d)(?:\\.\\d{1,15})?';
const TO = ' ?(?:-|—|–|~|至|到){1,2} ?';
/** An amount in Arabic numerals (3, 1.2万, 5—8, 100余) and its unit, if it has one. */
const AMOUNT = new RegExp(
  `(${ARABIC}) ?(${MULTIPLIER})?([余多几])?(?: ?${UNIT})?(?:${TO}(${ARABIC}) ?(${MULTIPLIER})?)? ?([余多几])?(?: ?(${UNIT}))?`,
  'y',
);
const SIMPLE = new RegExp(`(${ARABIC}) ?(${MULTIPLIER})?([余多几])?(?: ?(${UNIT}))?`, 'y');
const CHINESE_AMOUNT = new RegExp(`([一二三四五六七八九十百千两]{1,9}) ?(${MULTIPLIER})?([余多几])? ?(${UNIT_AFTER_CHINESE})`, 'y');
const PERCENT = /百分之(百|[一二三四五六七八九十]{1,3}|\d+(?:\.\d+)?)(?:点([一二三四五六七八九]))?/y;
/** 两成, 九成以上: tenths of a whole. */
const TENTHS = /([一二三四五六七八九两])成(?=$|[,，。;；、)）]|左右|以[上下内])/y;
const WHOLE_WORK =
  /全部(?=[^,，。;；、]{0,6}(?:完成|完工|竣工|建成|投用|完毕|到位|贯通|拆除|开工|交付|投产|通车|办结|清零|达标|封顶|完建|合龙|销号|投入使用|投入运行|通过(?:验收|评审|审查|认定|鉴定|复核)|进场|开诊|实现|上线|开放|出台|印发|发布|兑现|兑付|整改))/y;
const TRIGGER = /\d+|百分之|[一二三四五六七八九十百千两]+|全[部面]|亿/y;
const FIRST = new CharSet('0123456789一二三四五六七八九十百千两全亿');
/** 亿元以上, 超百亿元: a round sum without a digit, where it is a bound. */
const ROUND = /([十百千]?亿|[百千]万)元(以上)?/y;
/** What makes a number part of a name: S3, V2.0, 7×24, 第4, 1+3. */
const NAMED_BEFORE = /[\d.A-Za-z#×+·_第Ⅰ-Ⅹ/]$|[A-Za-z][- ]?$|[前]$|\d时$|No ?$/;
const NAMED_AFTER = new RegExp(`^(?:#|×|时\\d{1,2}分|·\\d|\\+|号(?!召)|${NAME_BEHIND})`);
/** 一 before a counter is a number only after these: 每村至少一所, 新建一座. */
const COUNTED_ONE = /(?:建成|新建|举办|召开|开展|新增|引进|培育|改造|组织|完成|建设|至少|不少于|不低于|每[^,，。;；]{0,5}|各)$/;

const CUES = new RegExp(`(?:${BEFORE_NUMBER.map(([, words]) => `(${words})`).join('|')})(?:达到?|到|在|为|至|于)?(?:[一-鿿]{2,9}的)?\\s*$`);
const FAR_CUE = /不得?(?:少于|低于|小于|短于|超过|高于|大于|多于)[一-鿿]{2,9}的\s*$/;
const LIMITS = new RegExp(AFTER_NUMBER.map(([, words]) => `(${words})`).join('|'), 'y');

/** A number with its unit as it stands in the text. */
interface Amount {
  start: number;
  end: number;
  value: number;
  unit: string;
  /** A range (3—5家) or a rounded number (100余家) says how it binds by itself. */
  comparator: Comparator | null;
}

/**
 * Finds the amounts of a text with their units, in order; numbers inside `times` or in names (S3线, 500KV, 1#, 一标段) are none. `unit` is what
 * the heading of a column gives for a bare number (亿元). Spans count UTF-16 units.
 */
export function readQuantities(text: string, times: readonly Time[], unit?: string): Quantity[] {
  return new QuantityReader(text, times, unit).read();
}

/** A minus sign, not a hyphen or a dash between two things. */
const NEGATIVE = /(?:^|[\s(，,：:；;、比为至率])[-−]$/;

class QuantityReader {
  private readonly written: string;
  private readonly text: string;
  private readonly times: readonly Time[];
  private readonly headed: string | undefined;
  private readonly found: Quantity[] = [];
  private nextTime = 0;
  /** Where the clause of the current place begins, and how far it has been looked for. */
  private clause = 0;
  private looked = 0;
  private quoted = -1;

  constructor(written: string, times: readonly Time[], headed: string | undefined) {
    this.written = written;
    this.text = foldInPlace(written);
    this.times = times;
    this.headed = headed;
  }

  read(): Quantity[] {
    let at = FIRST.next(this.text);
    while (at >= 0) {
      TRIGGER.lastIndex = at;
      const begun = TRIGGER.exec(this.text)?.[0];
      const time = begun === undefined ? null : this.timeAt(at);
      let resume = Math.max(at + (begun?.length ?? 1), time?.span[1] ?? 0);
      const amount = begun === undefined || time ? null : this.amountAt(at, begun);
      if (amount) {
        this.lookTo(at);
        const quantity = this.quoted < 0 ? this.quantity(amount) : null;
        // What runs into a time is a part of it.
        if (quantity && !this.meetsTime(quantity.span)) {
          this.found.push(quantity);
          resume = Math.max(resume, amount.end);
        }
      }
      at = FIRST.next(this.text, resume);
    }
    return this.found;
  }

  /** Whether an amount runs into the time behind it, or its comparator into the one before. */
  private meetsTime([start, end]: readonly [number, number]): boolean {
    const before = this.times[this.nextTime - 1];
    const behind = this.times[this.nextTime];
    return (before !== undefined && before.span[1] > start) || (behind !== undefined && behind.span[0] < end);
  }

  /** The time expression that a place lies in. Places come in order. */
  private timeAt(at: number): Time | null {
    while (this.nextTime < this.times.length && this.times[this.nextTime]!.span[1] <= at) this.nextTime++;
    const time = this.times[this.nextTime];
    return time && time.span[0] <= at ? time : null;
  }

  /** Goes on to a place, and keeps where its clause and an open quotation began. */
  private lookTo(at: number): void {
    for (; this.looked < at; this.looked++) {
      const char = this.text[this.looked]!;
      if ('，,。;；：:\n'.includes(char)) this.clause = this.looked + 1;
      if (char === '“' || char === '《' || char === '「') this.quoted = this.looked;
      else if ('”》」。\n'.includes(char)) this.quoted = -1;
    }
    // A quotation mark whose partner is missing must not hide the rest.
    if (this.quoted >= 0 && at - this.quoted > 40) this.quoted = -1;
  }

  private amountAt(at: number, trigger: string): Amount | null {
    if (trigger[0] === '全') return this.wholeWork(at);
    const sum = this.roundSum(at);
    if (sum || trigger === '亿') return sum;
    if (trigger === '百分之') return this.percent(at);
    if (trigger[0]! > '9') return this.chinese(at, trigger);
    // 6月底前4处: what ends a time is no part of a name.
    const timed = this.times[this.nextTime - 1]?.span[1] === at;
    return !timed && NAMED_BEFORE.test(this.text.slice(Math.max(0, at - 4), at)) ? null : this.arabic(at);
  }

  private roundSum(at: number): Amount | null {
    ROUND.lastIndex = at;
    const match = ROUND.exec(this.text);
    const before = this.text.slice(Math.max(0, at - 2), at);
    if (!match || /[\d.一二三四五六七八九十百千万两几数上多余]$/.test(before) || !(match[2] || /[超逾过]$|突破$/.test(before))) return null;
    return { start: at, end: at + match[1]!.length + 1, value: scaled('1', match[1]), unit: '元', comparator: null };
  }

  private arabic(at: number): Amount | null {
    AMOUNT.lastIndex = at;
    const range = AMOUNT.exec(this.text);
    // Numbers of more than fifteen digits are account or project numbers.
    if (!range) return null;
    const ranged =
      range[7] ?? (NAMED_AFTER.test(this.text.slice(at + range[0].length, at + range[0].length + 10)) ? undefined : this.headed);
    if (range[4] !== undefined && ranged !== undefined) {
      const value = scaled(range[1]!, range[2] ?? range[5]);
      return { start: at, end: at + range[0].trimEnd().length, ...united(value, ranged), comparator: 'ge' };
    }
    SIMPLE.lastIndex = at;
    const [whole, digits = '', multiplier, rounded, unit] = SIMPLE.exec(this.text)!;
    const end = at + whole.trimEnd().length;
    const rest = this.text.slice(end, end + 10);
    if (NAMED_AFTER.test(rest)) return null;
    const comparator = roundedBy(rounded);
    if (unit !== undefined) return { start: at, end, ...united(scaled(digits, multiplier), unit), comparator };
    if (/^[A-Za-z]/.test(rest)) return null;
    if (this.headed !== undefined) return { start: at, end, ...united(scaled(digits, multiplier), this.headed), comparator };
    if (multiplier === undefined || !/[万亿]/.test(multiplier)) return null;
    return { start: at, end, value: scaled(digits, multiplier), unit: MONEY.test(this.bare(at)) ? '元' : '', comparator };
  }

  /** The clause before a place, less the words that lead to a number. */
  private bare(at: number): string {
    this.lookTo(at);
    return this.text.slice(Math.max(this.clause, at - 16), at).replace(/(?:达到|达|突破|超过?|完成|实现|为|到|约|近)+$/, '');
  }

  private chinese(at: number, trigger: string): Amount | null {
    TENTHS.lastIndex = at;
    const tenths = TENTHS.exec(this.text);
    if (tenths) return { start: at, end: at + 2, value: chineseNumber(tenths[1]!)! * 10, unit: '%', comparator: null };
    CHINESE_AMOUNT.lastIndex = at;
    const match = CHINESE_AMOUNT.exec(this.text);
    if (!match) return null;
    const [whole, numeral = '', multiplier, rounded, unit = ''] = match;
    const value = chineseNumber(numeral);
    const before = this.text.slice(Math.max(0, at - 8), at);
    if (value === null || numeral === '二' || /[第前·×+_]$/.test(before) || /[统进同单唯万其之逐]$/.test(before)) return null;
    const cued = CUES.test(before);
    if ((value === 1 || !/[一二三四五六七八九两十]/.test(trigger)) && !cued && !(numeral === '一' && COUNTED_ONE.test(before))) return null;
    if (value === 1 && /^[个批项]$/.test(unit) && !cued && !/各$|每[^,，。;；]{0,5}$/.test(before)) return null;
    const end = at + whole.length;
    if (NAMED_AFTER.test(this.text.slice(end, end + 10))) return null;
    return { start: at, end, ...united(scaled(String(value), multiplier), unit), comparator: roundedBy(rounded) };
  }

  private percent(at: number): Amount | null {
    PERCENT.lastIndex = at;
    const match = PERCENT.exec(this.text);
    if (!match) return null;
    const [whole, number = '', tenth] = match;
    const value = number === '百' ? 100 : /\d/.test(number) ? Number(number) : chineseNumber(number)!;
    return { start: at, end: at + whole.length, value: value + (tenth ? chineseNumber(tenth)! / 10 : 0), unit: '%', comparator: null };
  }

  /** 全部完工 is 100 % of a work. */
  private wholeWork(at: number): Amount | null {
    WHOLE_WORK.lastIndex = at;
    return WHOLE_WORK.test(this.text) ? { start: at, end: at + 2, value: 100, unit: '%', comparator: 'eq' } : null;
  }

  private quantity(amount: Amount): Quantity {
    const { value, unit } = amount;
    const cue = this.cueBefore(amount.start);
    LIMITS.lastIndex = amount.end;
    const limit = LIMITS.exec(this.text);
    const negative = cue === null && NEGATIVE.test(this.text.slice(Math.max(0, amount.start - 2), amount.start));
    const start = amount.start - (cue?.[0].length ?? (negative ? 1 : 0));
    const end = amount.end + (limit?.[0].length ?? 0);
    const clause = this.text.slice(Math.max(this.clause, start - 40), start);
    const far = cue || limit ? null : OVER_VERB.exec(clause.slice(-9));
    const said = limit ? AFTER_NUMBER[groupOf(limit)]![0] : cue ? BEFORE_NUMBER[groupOf(cue)]![0] : far ? (far[1] ? 'ge' : 'le') : null;
    return {
      text: this.written.slice(start, end),
      span: [start, end],
      metric: metricOf(this.written, start, end, unit),
      comparator: said ?? amount.comparator ?? this.listed(start, unit) ?? 'eq',
      value: negative ? -value : value,
      unit,
      cumulative: isCumulative(clause, this.text.slice(amount.start, amount.end), unit),
      ...(this.isDistributive(clause, start, end) ? { distributive: true as const } : {}),
    };
  }

  /** 不少于2次、6次、12次: how the first of a list binds holds for the others. */
  private listed(start: number, unit: string): Comparator | null {
    const before = this.found.at(-1);
    if (!before || before.unit !== unit || before.comparator === 'eq' || /(?:以[上下内]|之内|内|左右)$/.test(before.text)) return null;
    return /^[、和及与]$/.test(this.text.slice(before.span[1], start)) ? before.comparator : null;
  }

  /** The words before a number that say how it binds; 不低于行政村总数的20% may stand further off. */
  private cueBefore(at: number): RegExpExecArray | null {
    const before = (length: number): string => this.text.slice(Math.max(this.clause, at - length), at);
    return FAR_CUE.test(before(16)) ? CUES.exec(before(16)) : CUES.exec(before(8));
  }

  /** 分别开展1场 is one for each; 桥梁、路面分别完成80%、60% gives each its own. */
  private isDistributive(clause: string, start: number, end: number): boolean {
    if (
      /每(?:个|家|县|镇|乡|村|街道|区|市|所|校|户|人|社区|支部|单位)[^、]{0,12}$|各$|各(?:至少|建成|完成|举办|开展|新建|建设)$/.test(clause)
    )
      return true;
    const others =
      /^[、和及,，] ?\d/.test(this.text.slice(end, end + 3)) ||
      /\d[^、]{0,6}[、和及] ?$/.test(this.text.slice(Math.max(0, start - 12), start));
    return /分别|各自/.test(clause) && !others;
  }
}

/** 累计 says so; a share of a work counts from its beginning; 全年 and 上半年 take in the quarters before. */
function isCumulative(clause: string, amount: string, unit: string): boolean {
  if (/累计|累积/.test(clause) || amount === '全部') return true;
  // 全年受害率控制在0.9‰以内: a rate is no sum.
  if (/全年|上半年|前[二两三]季度|1[-—–至~]\d{1,2}月/.test(clause)) return !/^[%‰]$/.test(unit) || !RATE.test(clause.slice(-14));
  const near = clause.slice(-14);
  return unit === '%' && WORK.test(near) && !RATE.test(near);
}

function groupOf(match: RegExpExecArray): number {
  return match.findIndex((group, index) => index > 0 && group !== undefined) - 1;
}

/** 100余家 and 100多家 are more than that, 十几家 about so many. */
function roundedBy(word: string | undefined): Comparator | null {
  return word === undefined ? null : word === '几' ? 'approx' : 'gt';
}

/** Digits times a multiplier, shifted as text: 3.2亿 is exactly 320000000. */
function scaled(digits: string, multiplier: string | undefined): number {
  return Number(`${digits.replace(/[, \u00a0\u2009\u202f]/g, '')}e${multiplier === undefined ? 0 : POWERS[multiplier]!}`);
}

function united(value: number, written: string): { value: number; unit: string } {
  const { unit, power } = savedUnit(written);
  return { value: power === 0 ? value : Number(`${value}e${power}`), unit };
}
