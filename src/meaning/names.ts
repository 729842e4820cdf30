import { firstIndex } from '../base/first-index.ts';
import type { Quantity, Time } from '../plan/schema.ts';
import { chainEnd } from './clause.ts';
import type { Piece } from './cut.ts';
import { endsInDocument, endsName } from './name-finder.ts';
import { namesIn } from './name-scan.ts';
import { firstFrom, within } from './spans.ts';
import type { Reading, Token } from './words.ts';

/**
 * Named projects, documents, events, organisations and platforms in a piece, as written: a stretch that ends like a name and holds something
 * beside words of general use, and whatever stands in 《》.
 */
export function readNames(
  reading: Reading,
  known: { times: readonly Time[]; quantities: readonly Quantity[] },
  piece: Piece,
  span: readonly [number, number],
): string[] {
  if (isTitle(reading, span)) return [reading.text.slice(...span)];
  const report = span[1] - span[0] > 120 ? null : REPORT.exec(reading.folded.slice(...span));
  if (report) return [reading.text.slice(span[1] - report[1]!.length, span[1])];
  const names = new Set<string>();
  const listed = listEnd(reading, span);
  for (const run of runs(reading, stretches(reading, known, piece, span))) {
    const joint = run.length > 1 ? jointName(reading, run) : null;
    if (joint) names.add(joint);
    else
      for (const [from, to] of run) {
        const found = namesIn(reading, from, to, to <= listed).filter(name => !several(reading, known.quantities, name, to));
        if (found.length === 0 && run.length === 1 && finished(reading, piece, from, to)) found.push(reading.text.slice(from, to));
        for (const name of found) names.add(name);
      }
  }
  for (const name of meetingsOfPeriods(reading, known.times, span)) names.add(name);
  return [...names];
}

const PROPOSAL = /^关于[^,。;]{4,50}的(?:建议|提案|议案|(?:若干|实施)?(?:意见|措施|办法))$|^[^,、。;]{2,12}关于[^,。;]{4,50}的报告$/;
/** 听取和审议市人民政府关于…的报告: what is heard is named by its whole title. */
const REPORT = /(?:听取|审议)(?:并审议)?([^,。;和并听审]{2,14}关于[^,。;]{4,70}的(?:(?:综合|专项|专题|工作)?报告|议案|说明))$/;
const WORKS =
  /^[^,。;、\d(]{8,40}(?:工程|嘉年华|运动会|艺术节|文化节|[开闭]幕式|联展|方案|办法|条例|规则|规划(?:\(\d{4}-\d{4}年\))?)$|^(?!.{0,60}(?:以上|以下|总投资|重点|[\d一二三四五六七八九十][个项]))[^,。;、(]{8,40}项目$/;

/** The bare name of a proposal, of works or an event: all that is done stands at its end (…街区|保护|修缮|工程). */
function isTitle({ folded, tokens }: Reading, [from, to]: readonly [number, number]): boolean {
  if (to - from > 80) return false;
  const text = folded.slice(from, to);
  if (!WORKS.test(text)) {
    const about = from + Math.max(1, text.indexOf('关于'));
    return PROPOSAL.test(text) && !tokens.slice(tokenFrom(tokens, from), tokenFrom(tokens, about)).some(({ word }) => word.verb);
  }
  const inner = tokens.slice(tokenFrom(tokens, from), tokenFrom(tokens, to)).filter(({ end }) => end <= to);
  const first = inner.findIndex(({ word }) => word.verb || word.cue);
  if (first < 0) return true;
  const { at, word } = inner[first]!;
  if (word.verb?.light || word.verb?.kind === 'draft' || word.verb?.kind === 'issue') return false;
  return at - from >= 4 && inner.slice(first).every(({ end }, index, rest) => end === (rest[index + 1]?.at ?? to));
}

/** Index of the first word that begins at a place or behind it: a cell may have very many. */
function tokenFrom(tokens: readonly Token[], from: number): number {
  return firstIndex(tokens.length, index => tokens[index]!.at < from);
}

function verbAt(tokens: readonly Token[], place: number): boolean {
  const token = tokens[tokenFrom(tokens, place)];
  return token?.at === place && token.word.verb !== undefined;
}

/** 文化服务中心40个: what there are several of is a kind of thing, unless a quotation names it. */
function several({ text, folded, tokens }: Reading, quantities: readonly Quantity[], name: string, to: number): boolean {
  const amount = quantities[firstFrom(quantities, to)];
  if (amount?.span[0] !== to || amount.value < 2 || !/^[个家所座处条台套间栋幢份]$/.test(amount.unit)) return false;
  // 一期工程2个泊位建成: what there are two of stands behind.
  const end = amount.span[1]!;
  if (/[一-鿿]/.test(folded[end] ?? '') && !verbAt(tokens, end)) return false;
  return !/[“《]/.test(name) && text.endsWith(name, to);
}

/** 智慧园区管理平台上线: what is built, opened or begun as a whole is one thing, though general words name it. */
function finished({ folded, tokens }: Reading, { main }: Piece, from: number, to: number): boolean {
  if (!main?.subject || main.main < 0 || from !== main.from || to - from < 7 || !endsName(folded, from, to)) return false;
  const verb = tokens[main.main]!;
  return (
    verb.word.verb!.alone === true &&
    /^(?:build|start)$/.test(verb.word.verb!.kind) &&
    !/\d|全部|全面/.test(folded.slice(to, main.to)) &&
    !/[各类等]|老旧|农村|乡镇|主体|配套|附属|[市县区镇村]级|重点/.test(folded.slice(from, to))
  );
}

/** Stretches that only 、 parts, together. */
function runs({ folded }: Reading, stretches: Iterable<[number, number]>): [number, number][][] {
  const runs: [number, number][][] = [];
  for (const stretch of stretches) {
    const last = runs.at(-1);
    if (last && stretch[0] === last.at(-1)![1] + 1 && folded[stretch[0] - 1] === '、') last.push(stretch);
    else runs.push([stretch]);
  }
  return runs;
}

/**
 * The one name of a list whose members share an ending: a document on several fields (…国土空间、现代农业、公共服务规划), or names that begin
 * alike (成德临港、成眉高新技术、成资临空经济产业带); null for a list of names of their own.
 */
function jointName(reading: Reading, run: readonly [number, number][]): string | null {
  const { folded } = reading;
  const alike = run.every(([at]) => folded[at] === folded[run[0]![0]]);
  if (!alike && !holdsDocument(folded, ...run.at(-1)!)) return null;
  const heads = run.slice(0, -1);
  if (
    heads.some(
      ([from, to]) => to - from < 2 || to - from > 16 || endsName(folded, from, to) || namesIn(reading, from, to, false).length > 0,
    )
  )
    return null;
  const [from] = run[0]!;
  const [last, to] = run.at(-1)!;
  const names = namesIn(reading, from, to, false);
  if (names.length !== 1 || !reading.text.startsWith(names[0]!, from)) return null;
  const end = from + names[0]!.length;
  return end > last && (alike || endsInDocument(folded, end)) ? names[0]! : null;
}

/** Whether a document is named in a stretch. */
function holdsDocument(folded: string, from: number, to: number): boolean {
  for (let end = from + 2; end <= to; end++) if (endsInDocument(folded, end)) return true;
  return false;
}

/** 三季度联席会议: a meeting that is held once a period is named by it. */
function meetingsOfPeriods({ folded, text }: Reading, times: readonly Time[], [from, to]: readonly [number, number]): string[] {
  const names: string[] = [];
  for (const { span } of within(times, from, to)) {
    const [start, end] = [span[0]!, span[1]!];
    if (!/^(?:召开|举办|举行)$/.test(folded.slice(start - 2, start)) || /[前日号]$/.test(folded.slice(start, end))) continue;
    const meeting = /^[^,、;“《]{0,8}?(?:会议|例会|座谈会)(?![一-鿿])/.exec(folded.slice(end, Math.min(to, end + 12)));
    if (meeting) names.push(text.slice(start, end + meeting[0].length));
  }
  return names;
}

/** Where 等…项目 closes a list of names; -1 where nothing does. */
function listEnd({ folded }: Reading, [from, to]: readonly [number, number]): number {
  if (!folded.slice(from, to).includes('等')) return -1;
  const closed = /等[^,、等]{0,16}(?:项目|线路|路线|平台|品牌|活动|景区)/.exec(folded.slice(from, to));
  return closed ? from + closed.index : -1;
}

const PARTING = new Set([...',、 \n\t\u3000:;的等赴'].map(char => char.charCodeAt(0)));

/** The stretches between the words that no name holds: verbs, adverbs before them, times, amounts, commas, 的. */
function* stretches(
  reading: Reading,
  { times, quantities }: { times: readonly Time[]; quantities: readonly Quantity[] },
  piece: Piece,
  [from, to]: readonly [number, number],
): Generator<[number, number]> {
  const { folded, inside, tokens } = reading;
  const gap = new Uint8Array(to - from);
  const part = (left: number, right: number): unknown => gap.fill(1, Math.max(0, left - from), Math.max(0, right - from));
  const binding = within(times, from, to).filter(({ role }) => role !== 'reference');
  // 10万吨级码头: a size that is part of what it sizes.
  const amounts = within(quantities, from, to).filter(({ span }) => folded[span[1]!] !== '级');
  for (const { span } of [...binding, ...amounts]) if (!inside?.[span[0]!]) part(span[0]!, span[1]!);
  for (const clause of piece.clauses) {
    const chain = clause.main < 0 ? -1 : chainEnd(reading, clause.main, clause.last);
    const document = clause.main >= 0 && endsInDocument(folded, clause.to);
    for (let i = clause.first; i < clause.last; i++) {
      const token = tokens[i]!;
      // 列入…立法计划: what is taken into a document is no part of its name.
      const into = /^[列纳]入$/.test(folded.slice(token.at, token.end));
      if (document && i > chain && !token.word.cue && !into) continue;
      // 编制清单并报会议审定: 并 begins a second act, none goes on in a name.
      if (folded[token.at] === '并' && token.word.joins && i > chain) part(token.at, token.end);
      if (parts(token, clause.main < 0 || i < clause.main, i >= clause.main && i <= chain)) part(token.at, token.end);
    }
  }
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && gap[at - from] === 0 && (inside?.[at] || !PARTING.has(folded.charCodeAt(at)))) continue;
    if (at > start) yield [start, at];
    start = at + 1;
  }
}

/** Whether a word parts names: verbs that are no nouns, and before the main verb also adverbs and prepositions. */
function parts({ at, end, word }: Token, before: boolean, main: boolean): boolean {
  if (main || word.cue) return true;
  if (end - at === 1) return false;
  if (word.circumstance || word.coverb) return before;
  if (word.verb && !word.verb.noun && (before || word.verb.end || word.verb.light || word.verb.order)) return true;
  return before && (word.adverb === true || word.joins === true);
}
