import type { Time } from '../plan/schema.ts';
import { type Clause, readClause } from './clause.ts';
import { RATED } from './predicate.ts';
import type { Reading, Token } from './words.ts';

/** One deliverable as a stretch of the text, with the clauses it is made of. */
export interface Piece {
  from: number;
  to: number;
  clauses: Clause[];
  /** The clause that is done; the others are its circumstance before it and its effect behind it. */
  main: Clause | null;
  /** Number of the sentence (up to 。 or ;) it stands in. */
  sentence: number;
}

type Stop = 'sentence' | 'comma';

/** Cuts a text into deliverables: at 。 and ; always, at , before a part with a verb of its own, at 、 between full clauses. */
export function cutPieces(reading: Reading, times: readonly Time[]): Piece[] {
  const pieces: Piece[] = [];
  let sentence: Clause[] = [];
  let number = 0;
  let token = 0;
  /** The piece that announces the items of a list. */
  let list: Piece | null = null;
  for (const part of parts(reading)) {
    const first = token;
    while (token < reading.tokens.length && reading.tokens[token]!.at < part.to) token++;
    if (/[\p{L}\p{N}]/u.test(reading.folded.slice(part.from, part.to))) {
      const clause = readClause(reading, times, part.from, part.to, first, token);
      const before = pieces.at(-1);
      if (before && sentence.length === 0 && isListed(reading, clause, before, before === list)) {
        list = before;
        list.to = part.to;
        continue;
      }
      for (const part of measures(reading, times, clause)) sentence.push(part);
    }
    if (part.stop === 'sentence') {
      for (const piece of group(reading, sentence, number++)) pieces.push(piece);
      sentence = [];
    }
  }
  for (const piece of group(reading, sentence, number)) pieces.push(piece);
  return pieces;
}

/** 新推出服务事项16项: ①企业注销、企业迁移 ②退休养老: the items of a list that is announced are its content, where nothing is done in them. */
function isListed({ folded }: Reading, { from, to, main, subject }: Clause, before: Piece, goesOn: boolean): boolean {
  if (!ITEM.test(folded[from]!) || !(goesOn || /:\s*$/.test(folded.slice(before.from, before.to)))) return false;
  return (main < 0 || subject) && !/\d/.test(folded.slice(from + 1, to));
}

interface Part {
  from: number;
  to: number;
  stop: Stop;
}

/** The parts between stops; brackets and quotation marks are never cut. */
function* parts({ folded, inside }: Reading): Generator<Part> {
  let from = 0;
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if ((code >= 0x4e00 && code < 0xa000) || !STOPS.has(code)) continue;
    const stop = inside?.[at] && folded[at] !== '。' ? null : stopAt(folded, at);
    if (!stop) continue;
    yield { from, to: at, stop };
    // The mark of an item belongs to what follows it.
    from = ITEM.test(folded[at]!) ? at : at + 1;
  }
  if (from < folded.length) yield { from, to: folded.length, stop: 'sentence' };
}

/** What numbers the items of a cell: ①…。 ②…. */
const ITEM = /[①-⑳]/;
const STOPS = new Set([...'。｡;!?,|\n①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'].map(char => char.charCodeAt(0)));

function stopAt(folded: string, at: number): Stop | null {
  switch (folded[at]) {
    case '。':
    case '｡':
    case ';':
    case '!':
    case '?':
    case '|':
      return 'sentence';
    case ',':
      return /\d/.test(folded[at - 1] ?? '') && /^\d{3}(?!\d)/.test(folded.slice(at + 1, at + 5)) ? null : 'comma';
    case '\n':
      return /^\s*(?:\d{1,2}[.、)]|[①-⑳]|\()/.test(folded.slice(at + 1, at + 12)) ? 'sentence' : 'comma';
    default:
      return ITEM.test(folded[at]!) ? 'sentence' : null;
  }
}

/** Puts the clauses of a sentence together: circumstance with the action behind it, effect and lists with the one before. */
function group(reading: Reading, clauses: readonly Clause[], sentence: number): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, clause] of clauses.entries()) {
    const open = pieces.at(-1);
    const next = clauses[index + 1];
    const deed = (clause.class === 'work' || clause.class === 'content') && !actorOnly(reading, clause, next);
    const named = clause.class === 'noun' && !open && (isDeedNoun(reading, clause, next) || isCounted(reading, clause, next));
    const inRow =
      clause.class === 'noun' && open?.main?.class === 'noun' && lastDeed(reading.tokens, open.main) && lastDeed(reading.tokens, clause);
    const main = deed || named || inRow || (clause.class === 'noun' && open && sameMeasure(reading, clause, open)) ? clause : null;
    if (open && !inRow && joins(reading, clause, open, next)) {
      open.to = clause.to;
      open.clauses.push(clause);
      open.main ??= main;
    } else pieces.push({ from: clause.from, to: clause.to, clauses: [clause], main, sentence });
  }
  return pieces;
}

/** 设备安装调试,年底前通水运行: a deed that a noun names stands by itself before another; before its own rate (接种,接种率90%) it does not. */
function isDeedNoun({ tokens, folded }: Reading, clause: Clause, next: Clause | undefined): boolean {
  // 班主任考核,假期安全教育: deeds that nouns name in a row stand by themselves, too.
  if (next?.class !== 'work' && !(next?.class === 'noun' && lastDeed(tokens, next))) return false;
  const token = lastDeed(tokens, clause);
  if (!token || /\d/.test(folded[token.at - 1] ?? '')) return false;
  const name = folded.slice(token.at, token.end);
  return !/工程|项目|主体/.test(name) && !folded.slice(next.from, next.to).includes(name.slice(-2));
}

/** The word that ends a clause, where it names a deed. */
function lastDeed(tokens: Reading['tokens'], { first, last, to }: Clause): Token | null {
  const token = last > first ? tokens[last - 1]! : null;
  return token?.end === to && (token.word.deed || token.word.verb) ? token : null;
}

/** 更新健身器材60套,建成广场2个: things and their number stand by themselves before a deed with a number of its own. */
function isCounted(reading: Reading, clause: Clause, next: Clause | undefined): boolean {
  if (!next || scales(reading.folded, clause) || !measured(reading.folded, clause) || !counted(reading, next)) return false;
  return reading.tokens[next.main]!.word.verb!.light !== 'finish';
}

function joins(reading: Reading, clause: Clause, open: Piece, next: Clause | undefined): boolean {
  const waiting = (): boolean => open.main === null && open.clauses.every(part => part.class !== 'effect' && part.class !== 'content');
  switch (clause.class) {
    case 'work':
      return waiting() || resultOfPlan(reading, clause, open) || agenda(reading, clause, open);
    case 'effect':
      return true;
    case 'noun':
      return !sameMeasure(reading, clause, open);
    case 'content':
      return waiting() || hasContent(reading, clause, open);
    case 'circumstance':
    case 'manner':
      return waiting() || next === undefined || (next.class !== 'work' && next.class !== 'circumstance' && next.class !== 'manner');
  }
}

/** What only says how large or for whom the thing before is: 惠及居民3.2万户, 总投资5亿元. */
const SCALE =
  /^(?:约?占|其中|即|含|包括|届时|可|预计|协议总?(?:投资|金额)|预算|(?:建设)?(?:周期|工期)|合同[额价]|控制价|惠及|受益|涉及|装机|总(?:投资|长|面积|规模)|全长|占地|建筑面积|用地面积|概算)/;

/** 生产总值增长8%,固定资产投资10%: what is measured behind a measure is one of its own. */
function sameMeasure({ folded }: Reading, clause: Clause, open: Piece): boolean {
  if (!clause.subject || scales(folded, clause) || !measured(folded, clause)) return false;
  // 冷库8万吨,交易大棚2.4万平方米: things alone, with how much of each.
  if (open.main === null)
    return open.clauses
      .slice(-3)
      .every(one => one.class === 'noun' && !scales(folded, one) && THING.test(folded.slice(Math.max(one.from, one.to - 16), one.to)));
  // 新建管廊3.2公里,管网60公里 goes on with what is built; 新建食堂4个,日供餐能力1000人次 does not.
  return open.main.to === open.to && (open.main.subject || unitOf(folded, open.to) !== unitOf(folded, clause.to));
}

function unitOf(folded: string, to: number): string {
  return /[\d.]+([^\d]{1,6})$/.exec(folded.slice(Math.max(0, to - 16), to))?.[1] ?? '';
}

const THING = /[^\dA-Za-z\s]\d[\d.]*[^\dA-Za-z,、()]{1,4}$/;

function scales(folded: string, { from }: Clause): boolean {
  return SCALE.test(folded.slice(from, from + 6));
}

function measured(folded: string, { from, to }: Clause): boolean {
  return /[^\d\s]\d[\d.,]*[^\d,、()]{0,6}$/.test(folded.slice(Math.max(from, to - 16), to));
}

/** 讨论… is the content of a meeting before it, 系统总结… of a document; elsewhere they are deeds of their own. */
function hasContent({ tokens, folded }: Reading, clause: Clause, open: Piece): boolean {
  const before = folded.slice(open.from, open.to);
  if (/研讨会|论坛$/.test(before)) return true;
  return tokens[clause.main]!.word.verb!.content === 'meeting'
    ? /会|论坛|讲堂|培训|活动/.test(before)
    : /规划|方案|报告|白皮书|蓝皮书|指南|清单|手册|计划|意见|办法|书$|》/.test(before);
}

/** 指导相关部门,根据…,研究制定…: whoever is made to act stands alone, what is done follows. */
function actorOnly({ tokens, folded }: Reading, clause: Clause, next: Clause | undefined): boolean {
  if (!next || clause.main < 0 || !tokens[clause.main]!.word.verb!.causes || next.class === 'effect' || next.class === 'noun') return false;
  const object = folded.slice(tokens[clause.main]!.end, clause.to);
  return (
    /(?:部门|单位|企业|公司|机构|学校|医院|专家|人员|队伍|力量|各[区县市镇乡]+|县|区|镇|街道|媒体|院校|高校|干部|党员|志愿者)$/.test(
      object,
    ) && object.length <= 16
  );
}

/** 部署全年任务 behind 召开…会议 is what the meeting is about. */
function agenda({ tokens, folded }: Reading, clause: Clause, open: Piece): boolean {
  if (clause.main < 0 || clause.joined || clause.subject) return false;
  const verb = tokens[clause.main]!;
  return (
    /^(?:部署|安排|研究部署|安排部署|动员部署|审议|审定)$/.test(folded.slice(verb.at, verb.end)) &&
    /(?:召开|举行).*(?:会|会议)$/.test(folded.slice(open.from, open.to))
  );
}

/** 优化四市建设用地布局 behind 印发…规划 is what the plan is for. */
function resultOfPlan({ tokens, folded }: Reading, clause: Clause, open: Piece): boolean {
  const main = open.main && open.main.main >= 0 ? tokens[open.main.main]!.word.verb! : null;
  if (clause.main < 0 || clause.joined || (main?.kind !== 'issue' && main?.kind !== 'approve')) return false;
  const verb = tokens[clause.main]!;
  return /规划|方案$/.test(folded.slice(open.from, open.to)) && folded.slice(verb.at, verb.end) === '优化';
}

/** Cuts a clause at 、 between distinct measures (土石方完成95%、桥梁完成95%) or full verb-object clauses. */
function measures(reading: Reading, times: readonly Time[], clause: Clause): Clause[] {
  if (clause.class !== 'work') return [clause];
  const { folded, inside, tokens } = reading;
  const matrix = clause.main < 0 ? null : tokens[clause.main]!.word.verb!;
  if (
    matrix?.causes ||
    matrix?.effect ||
    (matrix?.light === 'carry' && tokens[clause.main + 1]?.at === tokens[clause.main]!.end && tokens[clause.main + 1]?.word.verb)
  )
    return [clause];
  const whole = folded.slice(clause.from, clause.to);
  if (!whole.includes('、') || /等(?:工作|任务|措施|方式|方面|内容|活动)?$/.test(whole)) return [clause];
  const starts: { from: number; first: number }[] = [];
  let before: Clause | null = null;
  let from = clause.from;
  let first = clause.first;
  for (let at = clause.from; at <= clause.to; at++) {
    if (at < clause.to && (folded[at] !== '、' || inside?.[at])) continue;
    let last = first;
    while (last < clause.last && tokens[last]!.at < at) last++;
    const part = readClause(reading, times, from, at, first, last);
    const apart =
      !before ||
      (full(reading, before) && full(reading, part) && (before.subject === part.subject || (before.subject && figured(reading, part)))) ||
      (counted(reading, before) && counted(reading, part));
    if (apart) {
      starts.push({ from, first });
      before = part;
    }
    from = at + 1;
    first = last;
  }
  if (starts.length === 1) return [clause];
  return starts.map((start, index) => {
    const next = starts[index + 1];
    return readClause(reading, times, start.from, next ? next.from - 1 : clause.to, start.first, next ? next.first : clause.last);
  });
}

/** Whether a part of a list stands by itself: verb and object, or subject, verb and figure. */
function full({ tokens, folded }: Reading, clause: Clause): boolean {
  if (clause.class === 'work' && clause.main < 0) return RATED.test(folded.slice(Math.max(clause.from, clause.to - 16), clause.to));
  if (clause.class !== 'work') return false;
  const { end, word } = tokens[clause.main]!;
  if (clause.subject) {
    const rest = folded.slice(end, clause.to);
    if (/\d[\d.]*\D{0,6}$/.test(rest) || /全部|全面/.test(folded.slice(clause.from, clause.to))) return true;
    return word.verb!.light === 'finish' ? rest.length >= 3 : word.verb!.alone === true && word.verb!.kind === 'build' && rest === '';
  }
  // 健全收集、研判、处置和回应机制: verbs that one noun behind them all ends.
  if (/^[和与及].{2,4}(?:机制|制度|体系|流程|能力|水平|工作)$/.test(folded.slice(end, clause.to))) return false;
  return figured({ tokens, folded }, clause) || (!word.verb!.noun && clause.to - end >= 3);
}

/** 新建公路36公里: a verb with an object that is counted. */
function counted({ tokens, folded }: Reading, { class: found, subject, main, to }: Clause): boolean {
  return found === 'work' && !subject && main >= 0 && /[^\d,、]{2}\d[\d.,]*[^\d]{1,6}$/.test(folded.slice(tokens[main]!.end, to));
}

/** 改造提升0.8万亩: a verb and its figure. */
function figured({ tokens, folded }: Pick<Reading, 'tokens' | 'folded'>, { main, to }: Clause): boolean {
  return main >= 0 && /^(?:\d[\d.]*|[一两二三四五六](?=[次场期轮]))[^\d,、%]{1,6}$/.test(folded.slice(tokens[main]!.end, to));
}
