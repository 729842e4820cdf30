import { DOCUMENT_NOUNS, type Kind, type Phase, type Verb } from '../lexicon/verbs.ts';
import { type Clause, chainEnd } from './clause.ts';
import { reports, SAYING } from './predicate.ts';
import { titleDeed } from './title.ts';
import type { Reading, Token } from './words.ts';

export interface Deed {
  kind: Kind;
  phase: Phase;
}

/** What one would tick off in a clause, and its state after the period. */
export function readDeed(reading: Reading, clause: Clause, before: Deed | null): Deed {
  const { tokens, folded } = reading;
  if (clause.main < 0) {
    const deed = nounDeed(reading, clause);
    return goesOn(folded.slice(clause.from, clause.to)) ? { ...deed, phase: 'ongoing' } : deed;
  }
  const titled = titleDeed(folded.slice(clause.from, clause.to), tokens[clause.main]!.at - clause.from);
  if (titled) return titled;
  const verb = tokens[clause.main]!.word.verb!;
  // 居民就医…就近统筹保障 after 实现…: the verb left out is that of the clause before.
  if (clause.subject && verb.noun && before?.kind === 'other') return before;
  const deed = verbDeed(reading, clause, verb);
  const after = secondAct(reading, clause, deed.end);
  const kept = after ?? deed;
  const text = folded.slice(clause.from, clause.to);
  const repeated = /^(?:[^,]{0,8})(?:持续|常态化|滚动)/.test(text) && kept.kind !== 'start' && kept.kind !== 'establish';
  if (repeated) return { kind: /^(?:[^,]{0,8})持续/.test(text) && !verb.causes ? 'advance' : kept.kind, phase: 'ongoing' };
  return { kind: kept.kind, phase: partDone(reading, clause) || goesOn(text) ? 'ongoing' : kept.phase };
}

/** What is kept up or must not be done is never over (动态清零, 随到随审, 不得重复检查), nor what is done again and again (每周开放), unless so often. */
function goesOn(text: string): boolean {
  return (
    /日更|随(?:.)随|动态清零|\d小时(?:待命|值守|值班)|不得|不再/.test(text) ||
    (/(?<!人)每(?:月|周|旬|日|天|半月|季|两周)/.test(text) && !/[\d一两](?:次|场|期|个|家|户|项|件)/.test(text))
  );
}

interface Act extends Deed {
  /** Index of the last word of the act. */
  end: number;
}

function verbDeed(reading: Reading, clause: Clause, verb: Verb): Act {
  const { tokens, folded } = reading;
  const last = chainEnd(reading, clause.main, clause.last);
  if (verb.order && !(verb.causes && last > clause.main)) {
    const reached = tokens[clause.main]!.word.cue ? reachedState(reading, clause, last) : null;
    return reached ?? { kind: verb.kind, phase: verb.phase, end: clause.main };
  }
  if (verb.causes) return causedDeed(reading, clause, verb, last);
  let main = clause.main;
  const studied = verb.kind === 'survey' && /(?:现状|情况|问题|经验|做法|需求|瓶颈|短板)$/.test(folded.slice(clause.from, clause.to));
  for (let i = clause.main + 1; i <= last; i++) {
    const word = tokens[i]!.word;
    if (!word.verb || (word.verb.noun && word.verb.kind !== 'draft' && tokens[i]!.end >= clause.to)) continue;
    const known = tokens[main]!.word.verb!;
    // 开展招商活动: the first noun of what a light verb governs.
    if (known.light === 'carry' && word.verb.noun && word.verb.kind !== 'draft') continue;
    // 开展不少于3次演练, 开展全覆盖检查: how often and how widely it is done.
    if (/^(?:不少于|不低于|不超过|超过|突破|达到?|全覆盖)$/.test(folded.slice(tokens[i]!.at, tokens[i]!.end)) && known.light) continue;
    // 举行开工仪式: what is held is a ceremony.
    if (known.kind === 'hold' && /(?:仪式|[开闭]幕式|典礼|[^机]会)/.test(folded.slice(tokens[i]!.at, clause.to))) break;
    // 研究策划举办论坛 plans it: it is held later.
    if (word.verb.kind === 'hold' && folded.startsWith('研究', tokens[clause.main]!.at)) break;
    if (studied || folded.startsWith('具备', tokens[main]!.at) || (word.verb.kind !== known.kind && folded[tokens[i]!.at - 1] === '、'))
      break;
    // 完善线上线下服务规范: a document at the end is no verb.
    if (tokens[i]!.end >= clause.to && i > clause.main + 1 && DOCUMENT.test(folded.slice(tokens[i]!.at, tokens[i]!.end))) break;
    // 编制整合清单: what is drawn up is a document, however its name begins.
    if (known.kind === 'draft' && !word.verb.end && governsDocument(reading, clause, main)) break;
    // 建立新增欠款预警通报制度: what is set up, however its name begins.
    if (known.kind === 'establish' && /(?:制度|机制|体系|平台|台账)$/.test(folded.slice(tokens[i]!.end, clause.to))) break;
    if (word.verb.end || !known.end) main = i;
  }
  return settled(reading, clause, main);
}

/** The deed of one verb with what it governs: a light verb takes it from its noun, 形成 and 完善 look for a document. */
function settled(reading: Reading, clause: Clause, main: number): Act {
  const { tokens, folded } = reading;
  const verb = tokens[main]!.word.verb!;
  const name = folded.slice(tokens[main]!.at, tokens[main]!.end);
  const rest = folded.slice(tokens[main]!.end, clause.to);
  if (verb.light) return { ...lightDeed(reading, clause, main, verb), end: main };
  // 每季度督导不少于1次: counted times are held.
  if (COMPARES.test(name) && clause.subject && HELD.test(rest)) return { kind: 'hold', phase: 'done', end: main };
  if (name === '形成' || name === '总结形成')
    return { kind: governsDocument(reading, clause, main) ? 'draft' : 'other', phase: 'done', end: main };
  if (/^(?:完善|细化|优化|优化调整|调整优化)$/.test(name) && governsDocument(reading, clause, main))
    return { kind: 'draft', phase: 'ongoing', end: main };
  if (name === '打通' && /壁垒|堵点|难点|瓶颈|渠道|卡点|梗阻|循环|链条/.test(rest)) return { kind: 'advance', phase: 'ongoing', end: main };
  if (name === '进入' && /阶段$/.test(rest)) return { kind: 'start', phase: 'begin', end: main };
  if (/^(?:新?引进|新?招引|引入)$/.test(name) && !/(?:入驻|落户|入园)$/.test(rest))
    return { kind: COUNTED.test(rest) ? 'other' : verb.kind, phase: 'done', end: main };
  if (name === '通报') return { kind: 'issue', phase: 'done', end: main };
  if (name === '优化') return { kind: 'advance', phase: COUNTED.test(rest) ? 'done' : 'ongoing', end: main };
  if (/^(?:纳入|列入)$/.test(name))
    return { kind: /计划|规划|项目库|目录|名录|储备|清单|盘子|库$/.test(rest) ? 'approve' : 'other', phase: 'done', end: main };
  if (/^(?:获得|取得)$/.test(name))
    return { kind: /批复|意见|许可|证|认定|核准|批准|同意|称号|立项|资格|资质/.test(rest) ? 'approve' : 'other', phase: 'done', end: main };
  // 占…比重提高1个百分点, 掘进累计突破2000米: a figure that something has reached.
  if (verb.effect && /\d/.test(rest)) return { kind: 'other', phase: 'done', end: main };
  if (name === '落实' && /(?:制度|政策|责任|清单|要求|措施|机制|规定|职责|责任人|规划)[”"]?$/.test(rest))
    return { kind: 'other', phase: 'ongoing', end: main };
  if (clause.subject && COMPARES.test(name) && LENGTH_SO_FAR.test(folded.slice(clause.from, clause.to)))
    return { kind: 'build', phase: 'ongoing', end: main };
  if (name === '具备' && /开工条件/.test(rest)) return { kind: 'other', phase: 'done', end: main };
  if (name === '具备' && /条件|(?:通车|运行|运营|生产|使用|投用|投产|开放|入驻)能力/.test(rest))
    return { kind: 'build', phase: 'done', end: main };
  const counted =
    (/\d|全部|全覆盖/.test(rest) || /全部$/.test(folded.slice(clause.from, tokens[main]!.at))) &&
    (verb.kind === 'build' || (verb.kind === 'advance' && verb.phase === 'ongoing' && !verb.order));
  if (counted && verb.kind === 'advance' && clause.subject && /^\d[\d.]*%/.test(rest)) return { kind: 'other', phase: 'done', end: main };
  // 实施重点项目126个: projects are carried out over years.
  if (/实施$/.test(name) && /项目\d[\d.]*个/.test(rest)) return { kind: 'advance', phase: 'ongoing', end: main };
  if (/^(?:实施|组织实施)$/.test(name) && THINGS.test(folded.slice(clause.from, clause.to)))
    return { kind: 'advance', phase: 'done', end: main };
  if (counted && verb.kind === 'advance' && COUNTED.test(rest))
    return { kind: GAINED.test(name) ? 'other' : 'advance', phase: 'done', end: main };
  if (counted && verb.kind === 'build') return { kind: 'build', phase: 'done', end: main };
  if (verb.kind === 'build' && !verb.end && /逐步|陆续|分批/.test(folded.slice(clause.from, tokens[main]!.at)))
    return { kind: 'build', phase: 'ongoing', end: main };
  return { kind: verb.kind, phase: verb.phase, end: main };
}

const COMPARES = /^(?:不少于|不低于|不超过|超过|突破|达到?)$/;

/** What is gained by the number, which is no going on: 引进中试平台3个. */
const GAINED = /^(?:新培育|新?招引|新?引进|引入|招募|吸引|引育|淘汰|办理|新?开发|减少|关停|清退|补充)$/;

/** So many people, houses or things that something is done for, which is over then. */
const THINGS = /\d[\d.,]{0,12}万?[余多]?(?:名|户|家|条|处|座|所|栋|辆|台|套|人)/;

/** A number of things at the end: 整治户外广告450处. */
const COUNTED = /\d[余多]?[^\d%,的]{1,4}$/;

const LENGTH_SO_FAR = /累计[^,]{2,8}\d[\d.]*(?:公里|千米|米|延米|万?立方米|万?平方米|km|m)$/;

const DOCUMENT = new RegExp(`(?:${DOCUMENT_NOUNS.replaceAll(' ', '|')}|》)(?:\\([^()]*\\))?(?:初稿|编制|体系|等)?$`);

/** Whether the verb at `main` governs a document: what stands before any second act ends in the name of one. */
function governsDocument({ tokens, folded }: Reading, clause: Clause, main: number): boolean {
  const object = folded.slice(tokens[main]!.end, clause.to);
  return object.split(/[并,]|向(?=.{2,12}报)/).some(part => DOCUMENT.test(part.slice(-30)));
}

function lightDeed(reading: Reading, clause: Clause, main: number, verb: Verb): Deed {
  const { at, end } = reading.tokens[main]!;
  const object = reading.folded.slice(end, clause.to);
  const noun = governedNoun(reading, clause, main);
  const deed = noun?.word.deed ?? noun?.word.verb?.kind ?? null;
  if (verb.light === 'finish') {
    if (/(?:固定资产|全社会|社会|产业)投资\d/.test(object)) return { kind: 'other', phase: 'done' };
    if (PEOPLE.test(object) && deed === null) return { kind: 'other', phase: 'done' };
    if (deed === null || deed === 'advance' || deed === 'start')
      return { kind: figure(reading, clause, main) ? 'build' : 'other', phase: 'done' };
    return { kind: deed, phase: 'done' };
  }
  if (deed === 'survey' || deed === 'hold') return { kind: deed, phase: 'done' };
  if (/^(?:办好|搞好)$/.test(reading.folded.slice(at, end)) && EVENT.test(object.slice(-8))) return { kind: 'hold', phase: 'done' };
  if ((deed === null || deed === 'advance' || verb.light === 'arrange') && HELD.test(object)) return { kind: 'hold', phase: 'done' };
  if (deed === 'draft') return { kind: 'draft', phase: 'ongoing' };
  if (verb.light === 'arrange')
    return {
      kind: deed === 'sign' || deed === 'approve' ? deed : 'advance',
      phase: deed === 'sign' || deed === 'approve' ? 'done' : 'ongoing',
    };
  if (deed === 'other' && figure(reading, clause, main)) return { kind: 'other', phase: 'done' };
  if (verb.light === 'carry' && THINGS.test(reading.folded.slice(clause.from, clause.to))) return { kind: verb.kind, phase: 'done' };
  if (deed === 'advance' && /^(?:宣传|推广|宣介)/.test(noun ? reading.folded.slice(noun.at, noun.end) : ''))
    return { kind: 'advance', phase: 'ongoing' };
  return { kind: verb.kind, phase: verb.phase };
}

/** Counted people, of whom none is built: 完成首轮培育8000人. */
const PEOPLE = /\d万?[余多]?(?:人|人次|名|例|件|批次)(?:以上)?$/;

/** What is held, by its last word: 办好非遗节. */
const EVENT = /[^,]{2}(?:节|庙会|博览会|论坛|晚会|大赛|运动会|年会|大会|赛事|活动|展会)$/;

/** Counted times: 联合生态调度试验3次. */
const HELD = /\d[余多]?(?:次|场|场次|期|轮|轮次|批次)(?:以上)?$/;

const TASK = /^(?:任务|工作|目标任务)$/;
const EMPTY_NOUN = /^(?:工作|任务|等|等工作|及其|、|及|和)*$/;

/** The last noun behind a light verb that names a deed: 可研报告编制及审查工作, 招聘会. */
function governedNoun({ tokens, folded }: Reading, clause: Clause, main: number): Token | null {
  let found: Token | null = null;
  const finishes = tokens[main]!.word.verb!.light === 'finish';
  // 土石方全部完成: what is done stands before the verb.
  const from = clause.subject && tokens[main]!.end >= clause.to ? clause.first : main + 1;
  for (let i = from; i < clause.last; i++) {
    if (i === main) continue;
    const token = tokens[i]!;
    if (token.word.joins && folded.startsWith('并', token.at) && found) break;
    // 完成设备安装调试: what is finished is a noun, whatever it is elsewhere.
    const closing = token.word.verb && !token.word.verb.light && i > main && token.end === clause.to && finishes;
    // 改造任务基本完成: what is finished is the work, however it is called.
    if (found && TASK.test(folded.slice(token.at, token.end))) continue;
    if (token.word.deed || token.word.verb?.noun || closing) {
      found = token;
    } else if (token.word.document && !EMPTY_NOUN.test(folded.slice(token.end, clause.to))) found ??= null;
  }
  return found;
}

function figure({ folded, tokens }: Reading, clause: Clause, main: number): boolean {
  return /\d/.test(folded.slice(tokens[main]!.end, clause.to));
}

/** 组织施工进场, 指导相关部门研究制定办法: the verb of whoever is made to act decides. */
function causedDeed(reading: Reading, clause: Clause, verb: Verb, chain: number): Act {
  const { tokens, folded } = reading;
  for (let i = clause.main + 1; i < clause.last; i++) {
    const { at, end, word } = tokens[i]!;
    if (COMPARES.test(folded.slice(at, end)) && verb.light === 'arrange') continue;
    if (!word.verb || word.verb.causes || folded[at - 1] === '的' || folded[end] === '的' || /[已未拟]/.test(folded[at - 1]!)) continue;
    const lastDeed = end >= clause.to && (word.verb.kind === 'survey' || word.verb.kind === 'hold');
    if (word.verb.noun && !lastDeed && !(i <= chain && end < clause.to)) continue;
    if (!word.verb.end && !word.verb.light && !word.verb.order && !lastDeed && i > chain && verb.light !== 'arrange') continue;
    const inner = { ...clause, main: i };
    return verbDeed(reading, inner, word.verb);
  }
  if (verb.light) return { ...lightDeed(reading, clause, clause.main, verb), end: clause.main };
  const counted = COUNTED.test(folded.slice(tokens[clause.main]!.end, clause.to)) && !verb.order;
  return { kind: verb.kind, phase: counted ? 'done' : verb.phase, end: clause.main };
}

/** 推动…达30%以上: a state that is reached decides, not the pushing. */
function reachedState(reading: Reading, clause: Clause, from: number): Act | null {
  for (let i = from + 1; i < clause.last; i++) {
    const { end, at, word } = reading.tokens[i]!;
    if (!word.verb?.end || word.verb.noun || /^[已未拟的]|的$/.test(reading.folded[at - 1] + (reading.folded[end] ?? ''))) continue;
    if (word.verb.kind === 'issue' || word.verb.kind === 'sign' || word.verb.kind === 'establish') continue;
    return settled(reading, clause, i);
  }
  return null;
}

/** What stands behind 并: it takes over if its end can be checked (形成并签署), else it does not (发布并实施). */
function secondAct(reading: Reading, clause: Clause, main: number): Act | null {
  const { tokens, folded } = reading;
  for (let i = main + 1; i < clause.last - 1; i++) {
    if (folded[tokens[i]!.at] !== '并' || !tokens[i]!.word.joins) continue;
    let next = i + 1;
    while (next < clause.last && tokens[next]!.word.adverb) next++;
    const verb = tokens[next]?.word.verb;
    if (next < clause.last && verb?.end) return settled(reading, clause, next);
    if (next < clause.last && /^报/.test(folded.slice(tokens[i]!.end))) return { kind: 'approve', phase: 'done', end: next };
  }
  return null;
}

/** A share below 100 %, or a length built so far at the end of the clause, leaves work to do. */
function partDone(reading: Reading, clause: Clause): boolean {
  const { folded, tokens } = reading;
  const rest = folded.slice(tokens[clause.main]!.end, clause.to);
  const name = folded.slice(tokens[clause.main]!.at, tokens[chainEnd(reading, clause.main, clause.last)]!.end);
  const works = /完成|建成|建设|铺设|新建|改造|化解|整改|拆除|征收|腾退/.test(name);
  const share = /(?<![\d.增长降高升加少])(\d[\d.]*)%/.exec(rest);
  if (share && Number(share[1]) < 100 && works && !/率/.test(folded.slice(clause.from, clause.to))) return true;
  if (works && clause.subject && /累计/.test(folded.slice(clause.from, clause.to)) && /^\D{0,4}\d/.test(rest)) return true;
  return works && clause.subject && /^\d[\d.]*(?:公里|千米|米|平方米|平米|万平方米|亩|万亩|km|m)$/i.test(rest);
}

/** A clause without a verb: the last noun that names a deed. */
function nounDeed(reading: Reading, clause: Clause): Deed {
  const { folded } = reading;
  const text = folded.slice(clause.from, clause.to);
  if ((clause.joined && /^并?报/.test(text)) || reports(text.replace(/^.*?(?=报)/, ''))) return { kind: 'approve', phase: 'done' };
  if (/通报$/.test(text)) return { kind: 'issue', phase: 'done' };
  if (SAYING.test(text)) return { kind: 'other', phase: 'done' };
  if (/率\d[\d.]*%/.test(text) || clause.cues.some(cue => cue.word.cue === 'strive')) return { kind: 'other', phase: 'done' };
  const titled = titleDeed(text, text.length);
  if (titled) return titled;
  let found: Kind | null = null;
  for (let i = clause.first; i < clause.last; i++) found = reading.tokens[i]!.word.deed ?? reading.tokens[i]!.word.verb?.kind ?? found;
  // The bare name of works: they are going on.
  if ((found === null || found === 'other') && /(?:项目|工程)$/.test(text)) return { kind: 'build', phase: 'ongoing' };
  if (found === null || found === 'other') return { kind: 'other', phase: 'done' };
  return {
    kind: found,
    phase: found === 'survey' || found === 'hold' || (COUNTED.test(text) && !/[至到]\d/.test(text)) ? 'done' : 'ongoing',
  };
}
