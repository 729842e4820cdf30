import type { Time } from '../plan/schema.ts';
import { ATTRIBUTE, actsInTime, counts, figureVerb, finiteVerb, PART, RATED, reports, says, TREND, workedVerb } from './predicate.ts';
import { firstFrom } from './spans.ts';
import type { Reading, Token } from './words.ts';

/**
 * What a part between two commas is:
 * `work` has its own verb and object, or its own subject and predicate; `effect` and `content` belong to the action before them;
 * `circumstance` (围绕…) and `manner` (积极沟通联动) to the one behind them; `noun` goes on with a list.
 */
export type ClauseClass = 'work' | 'effect' | 'content' | 'circumstance' | 'manner' | 'noun';

export interface Clause {
  from: number;
  to: number;
  class: ClauseClass;
  /** Index of the main verb among the words of the reading; -1 where there is none. */
  main: number;
  /** Words of the reading in this clause: from `first` up to `last`, exclusive. */
  first: number;
  last: number;
  /** Stands before the verb (桥梁完成85%). */
  subject: boolean;
  /** What comes before the main verb at the head of the clause, less its circumstance: 并, adverbs, 力争. */
  cues: readonly Token[];
  joined: boolean;
}

/** Reads what the part `from`..`to` of a text is; `first` and `last` bound its words. */
export function readClause(reading: Reading, times: readonly Time[], from: number, to: number, first: number, last: number): Clause {
  const start = afterLabel(reading, from, to);
  while (first < last && reading.tokens[first]!.at < start) first++;
  const head = skipHead(reading, times, start, to, first, last);
  // 全年不少于24场次: only how much of what comes before.
  const found = AMOUNT.test(reading.folded.slice(head.at, to)) ? { class: 'noun' as const } : classify(reading, times, head, to, last);
  return {
    from,
    to,
    first,
    last,
    cues: head.cues,
    joined: head.joined,
    subject: found.subject ?? false,
    class: found.class,
    main: found.main ?? -1,
  };
}

/** 建设占用永久基本农田的,应当…: in which case something is to be done. */
const CASE = /^[^,]{4,}的,(?=[应须不由]|必须|要|可|一律|经)/;

interface Head {
  /** Where the clause begins once 并, adverbs, times and words of commitment are past. */
  at: number;
  /** The first word at or behind `at`. */
  next: number;
  cues: Token[];
  adverbs: number;
  joined: boolean;
  /** A time of its own stands before it: what is due by a day of its own is a deed of its own. */
  timed: boolean;
}

const AMOUNT =
  /^(?:每[一-鿿]|推动|开展|举办|组织)?(?:不少于|不低于|至少|不超过|共计?|计)?\d[\d.,]*万?[余多]?(?:次|场|场次|期|人|人次|件|批|批次|轮|家次|课时|小时)(?:以上)?$/;

interface Found {
  class: ClauseClass;
  main?: number;
  subject?: boolean;
}

/** A label (工程建设方面:) stands before its clause. */
function afterLabel(reading: Reading, from: number, to: number): number {
  for (let at = Math.min(to, from + 30) - 1; at > from; at--) {
    if (reading.folded[at] === ':' && !reading.inside?.[at] && /^\s*[^\s\d]/.test(reading.folded.slice(at + 1, to))) return at + 1;
  }
  return from;
}

const MARK = /[\s,、]|自[^,;。]{1,20}之日起|[一二三四五六七八九十]是|\d{1,2}[.、)](?!\d)|[①-⑳]|\(\d{1,2}\)|\([一二三四五六七八九十]+\)/y;

function skipHead({ folded, tokens }: Reading, times: readonly Time[], from: number, to: number, next: number, last: number): Head {
  const head: Head = { at: from, next, cues: [], adverbs: 0, joined: false, timed: false };
  let time = firstFrom(times, from);
  while (head.at < to) {
    while (head.next < last && tokens[head.next]!.at < head.at) head.next++;
    while (time < times.length && times[time]!.span[0] < head.at) time++;
    const token = head.next < last && tokens[head.next]!.at === head.at ? tokens[head.next]! : null;
    const known = times[time];
    if (known && known.span[0] === head.at && known.span[1] < to && known.role !== 'reference') {
      head.at = known.span[1];
      head.timed = true;
    } else if (known && token?.word.circumstance && token.end === known.span[0] && known.role !== 'reference' && known.span[1] < to)
      head.at = known.span[1];
    else if (token?.word.joins || token?.word.adverb || (token?.word.cue && !token.word.verb)) {
      if (token.word.cue) head.cues.push(token);
      if (token.word.adverb) head.adverbs++;
      if (token.word.joins) head.joined = true;
      head.at = token.end;
      head.next++;
    } else {
      MARK.lastIndex = head.at;
      const mark = MARK.exec(folded);
      if (!mark) break;
      head.at += mark[0].length;
    }
  }
  while (head.next < last && tokens[head.next]!.at < head.at) head.next++;
  return head;
}

/** 完成审批后启动招标: what must come first. */
const REQUIRED = /^(?:完成|通过|取得|获得|办结)[^,、]{1,14}后(?![续期备勤台方端])/;

function classify(reading: Reading, times: readonly Time[], head: Head, to: number, last: number): Found {
  const { tokens } = reading;
  if (CASE.test(reading.folded.slice(head.at, to + 3))) return { class: 'circumstance' };
  if (isPart(reading, times, head, to, last)) return { class: 'noun' };
  const before = REQUIRED.exec(reading.folded.slice(head.at, Math.min(to, head.at + 18)));
  if (before) {
    const at = head.at + before[0].length;
    let next = head.next;
    while (next < last && tokens[next]!.at < at) next++;
    if (next < last) return classify(reading, times, { ...head, at, next }, to, last);
  }
  const token = head.next < last && tokens[head.next]!.at === head.at ? tokens[head.next]! : null;
  if (token?.word.circumstance || token?.word.coverb) return behindPreposition(reading, head, to, last, token);
  // 排查出的隐患限期整改: a verb that 的 follows is no verb of the clause.
  const described = token && /^[出到过]的/.test(reading.folded.slice(token.end, token.end + 2));
  // 整治率95%: a rate, whatever is done at it.
  const rate = token && (reading.folded[token.end] === '率' || (token.word.verb?.noun && RATED.test(reading.folded.slice(token.end, to))));
  // 批复后30日内完成建设: what must come first.
  const first = token && reading.folded[token.end] === '后';
  if (token?.word.verb && !described && !rate && !first) {
    // 救援基地建成投用: a noun that is also a verb begins the name of what is done.
    const closing = last - 1 > head.next + 1 || tokens[last - 1]!.at > token.end ? tokens[last - 1]! : null;
    if (
      token.word.verb.noun &&
      closing?.end === to &&
      closing.word.verb?.alone &&
      !closing.word.verb.noun &&
      !/[并、及和]/.test(reading.folded[closing.at - 1]!)
    )
      return { class: 'work', main: last - 1, subject: true };
    // 体检率达到72%: a verb that begins the name of what is measured.
    const { noun, end, light, order, effect } = token.word.verb;
    const figure = noun || !(end || light || order || effect) ? figureVerb(reading, head.next + 1, to, last) : null;
    return figure === null ? behindVerb(reading, head, to, last) : { class: 'work', main: figure, subject: true };
  }
  if (reports(reading.folded.slice(head.at, to))) return { class: 'work', subject: false };
  if (head.at >= to && head.adverbs > 0) return { class: 'manner' };
  if (ATTRIBUTE.test(reading.folded.slice(head.at, to))) return { class: 'noun' };
  const found = behindSubject(reading, times, head.at, head.next, to, last);
  // 3月22日“世界水日”当天,联合…: only when.
  if (found.class === 'noun' && head.timed && /(?:当天|当日|期间|前后|前夕|之际|日)$/.test(reading.folded.slice(head.at, to)))
    return { class: 'circumstance' };
  return found.class === 'noun' && (actsUnknown(reading, head, to) || (head.timed && to - head.at >= 2))
    ? { class: 'work', subject: false }
    : found;
}

/** Whether a clause only says how many of those before are of a kind: 其中9月底前新建10所 is done, and has a time. */
function isPart({ folded, tokens }: Reading, times: readonly Time[], head: Head, to: number, last: number): boolean {
  if (!PART.test(folded.slice(head.at, to)) || (times[firstFrom(times, head.at)]?.span[0] ?? to) < to) return false;
  for (let i = head.next; i < last; i++)
    if (tokens[i]!.word.verb && !/^(?:不少于|不低于|至少|超过)$/.test(folded.slice(tokens[i]!.at, tokens[i]!.end))) return false;
  return true;
}

/** Whether what stands at `head` must be a verb that no list knows: behind 并 or an adverb that no noun takes (逐步…, 积极…). */
function actsUnknown({ folded }: Reading, head: Head, to: number): boolean {
  const before = folded.slice(Math.max(0, head.at - 2), head.at);
  return to - head.at >= 4 && /(?:并|[^合]并且|逐步|积极|大力|尽快|及时|努力|切实|着力|不断|稳步|有序|同步|力争|争取)$/.test(before);
}

/** What one passes. */
const PASSED =
  /^通过[^,并]{0,20}(?:评审|验收|审查|审议|审批|评估|考核|认定|复审|复核|复评|鉴定|论证|核查|终验|初验|年检|审定|评定|评价|备案|[环能安稳]评|联审|会审|初评|国评|省评)$/;

/** 围绕活动筹备事宜开展2场网络研讨会 has a verb of its own; 围绕同城化发展 has none. */
function behindPreposition(reading: Reading, head: Head, to: number, last: number, preposition: Token): Found {
  const { tokens, folded } = reading;
  const text = folded.slice(head.at, to);
  if (/^(?:为|面向)/.test(text) && /提供|奠定|创造|打下|注入|贡献|打造.*(样板|示范)$/.test(text)) return { class: 'effect' };
  if (
    /^以[^,]{1,40}为(?:重点|主线|抓手|导向|契机|载体|核心|牵引|突破口|目标|引领|依托|主题|龙头|基础|主体|支撑|先导|纽带|切入点|着力点|根本|关键|前提)$/.test(
      text,
    )
  )
    return { class: 'circumstance' };
  if (/^按.{2,24}(?:原则|要求)(?:分批|分步|有序|稳步|统筹|逐步)?(?:实施|推进|组织实施)$/.test(text)) return { class: 'circumstance' };
  if (/的(?:原则|要求|部署|安排|思路|方式|精神|目标|导向|契机|抓手)$/.test(text)) return { class: 'circumstance' };
  if (/^(?:根据|按照|依照|遵照|对照|结合)[^并]{0,30}(?:部署|要求|安排|精神|原则)$/.test(text)) return { class: 'circumstance' };
  // 通过省级评审 is what is to happen; 通过竞争性谈判 how.
  if (preposition.word.verb && (PASSED.test(text) || /[^\d\s]\d[\d.,]*[^\d,、()的]{1,6}$/.test(text)))
    return { class: 'work', main: head.next };
  // 赴青岛学习考察邮轮港运营经验: one goes there for what comes first.
  if (/^[赴到]/.test(text))
    for (let i = head.next + 1; i < last; i++) if (tokens[i]!.word.verb && tokens[i]!.end < to) return { class: 'work', main: i };
  let at = head.next + 1;
  // 对已入库服务商开展评价: what 已 stands before tells which.
  if (/[已未拟]/.test(folded[preposition.end] ?? '')) {
    while (at < last && !tokens[at]!.word.verb) at++;
    at++;
  }
  while (at < last && (tokens[at]!.word.adverb || (tokens[at]!.at === preposition.end && tokens[at]!.word.verb))) at++;
  const main = finiteVerb(reading, at, to, last, preposition.end);
  if (main >= 0) return { class: tokens[main]!.word.verb!.effect && !counts(reading, main, to) ? 'effect' : 'work', main };
  const worked = workedVerb(reading, head.at, to, at, last);
  if (worked >= 0) return { class: 'work', main: worked };
  if (says(text)) return { class: 'work' };
  if (!preposition.word.coverb) return { class: 'circumstance' };
  for (let i = last - 1; i > head.next; i--) if (tokens[i]!.word.verb) return { class: 'work', main: i };
  return { class: 'circumstance' };
}

/** A verb at the head: work with its object, effect, content, or only a manner (积极沟通联动). */
function behindVerb(reading: Reading, head: Head, to: number, last: number): Found {
  const { tokens, folded } = reading;
  const main = head.next;
  const verb = tokens[main]!.word.verb!;
  if (verb.content) return { class: 'content', main };
  if (folded.startsWith('采取', tokens[main]!.at) && /(?:方式|办法|措施|形式|模式)等?$/.test(folded.slice(0, to)))
    return { class: 'circumstance' };
  const chain = chainEnd(reading, main, last);
  const end = tokens[chain]!.end;
  const number = /\d|[一二三四五六七八九十百]+[个项场次家条]/.test(folded.slice(end, to));
  if (verb.effect) {
    const next = tokens[main + 1];
    if (main + 1 <= chain && next?.word.verb && !next.word.verb.noun && !next.word.verb.effect) return { class: 'work', main: main + 1 };
    if (head.cues.some(cue => cue.word.cue === 'strive')) return { class: 'work', main };
    if (
      folded.startsWith('确保', tokens[main]!.at) &&
      (/全部|全面完成|如期|按期|按时|清零|到位/.test(folded.slice(end, to)) || ended(reading, main, last))
    )
      return { class: 'work', main };
    return { class: number ? 'work' : 'effect', main };
  }
  if (folded.startsWith('形成', tokens[main]!.at) && /(?:合力|氛围|局面|态势|闭环|风尚|共识)$/.test(folded.slice(end, to)))
    return { class: 'effect', main };
  const rest = to - end;
  if (rest <= 0) {
    // 完成勘察: the last verb is the object of one that is no noun; 沟通联动 has none.
    if (!verb.noun && chain > main) return { class: 'work', main };
    for (let i = main; i <= chain; i++) if (tokens[i]!.word.verb?.alone) return { class: 'work', main };
    // 11月底前全面完成: due by a day of its own.
    if (head.timed && verb.end) return { class: 'work', main };
    return {
      class:
        verb.noun && head.adverbs === 0 && !head.joined && head.cues.length === 0
          ? 'noun'
          : head.joined || head.cues.length > 0
            ? 'work'
            : 'manner',
      main,
    };
  }
  if (verb.noun && chain === main && !number && head.adverbs === 0 && head.cues.length === 0 && nounPhrase(folded.slice(end, to)))
    return { class: 'noun', main };
  return { class: 'work', main };
}

/** Whether a verb behind `main` ends a work: 确保电气化开通运营. */
function ended({ tokens }: Reading, main: number, last: number): boolean {
  return tokens.slice(main + 1, last).some(({ word }) => word.verb?.alone && word.verb.kind === 'build');
}

/** What follows a verb that is also a noun where both make a noun phrase (管理办法, 设备安装等). */
function nounPhrase(rest: string): boolean {
  if (/.{4}(?:报告|方案|规划|计划|清单|手册|指南|文本|图纸?|预算|标准)$/.test(rest)) return false;
  return rest.length <= 2 || rest.endsWith('等') || /^(?:工程|项目|工作|办法|体系|机制|能力|水平|方案|制度|中心|平台|设施)/.test(rest);
}

/** The last of the verbs that stand side by side (梳理分析研究形成, 发布并实施). */
export function chainEnd({ tokens, folded }: Reading, main: number, last: number): number {
  let end = main;
  for (let i = main + 1; i < last; i++) {
    const { at, word } = tokens[i]!;
    const gap = folded.slice(tokens[i - 1]!.end, at);
    if (gap !== '' && gap !== '、') break;
    if (word.verb) end = i;
    else if (!word.adverb && !word.joins && !word.cue) break;
  }
  return end;
}

/** Subject and predicate (桥梁完成85%, 居民就医就近统筹保障, 全程网办率90%以上), or only a noun phrase. */
function behindSubject(reading: Reading, times: readonly Time[], from: number, next: number, to: number, last: number): Found {
  const verb = figureVerb(reading, next, to, last) ?? finiteVerb(reading, next, to, last, -1);
  const main = verb >= 0 ? verb : workedVerb(reading, from, to, next, last);
  if (main >= 0) return { class: 'work', main, subject: true };
  const text = reading.folded.slice(Math.max(from, to - 40), to);
  // 每名领导包联1个项目: a share for each.
  const each = /^每[一-鿿].*\d/.test(text) && text.length === to - from;
  const predicate = each || RATED.test(text) || TREND.test(text) || says(text) || actsInTime(reading, times, from, to);
  return { class: predicate ? 'work' : 'noun', subject: true };
}
