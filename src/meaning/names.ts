import type { Quantity, Time } from '../plan/schema.ts';
import { chainEnd } from './clause.ts';
import type { Piece } from './cut.ts';
import { endsInDocument, endsName, NAME_FINDER, type NameWord } from './name-finder.ts';
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
  const names = new Set<string>();
  const listed = listEnd(reading, span);
  for (const run of runs(reading, stretches(reading, known, piece, span))) {
    const joint = run.length > 1 ? jointName(reading, run) : null;
    if (joint) names.add(joint);
    else for (const [from, to] of run) for (const name of namesIn(reading, from, to, to <= listed)) names.add(name);
  }
  for (const name of meetingsOfPeriods(reading, known.times, span)) names.add(name);
  return [...names];
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
  const alike = run.every(([at]) => folded[at] === folded[from]);
  return end > last && (alike || endsInDocument(folded, end)) ? names[0]! : null;
}

/** 三季度联席会议: a meeting that is held once a period is named by it. */
function meetingsOfPeriods({ folded, text }: Reading, times: readonly Time[], [from, to]: readonly [number, number]): string[] {
  const names: string[] = [];
  for (const { span } of times) {
    const [start, end] = [span[0]!, span[1]!];
    if (
      start < from ||
      end > to ||
      !/^(?:召开|举办|举行)$/.test(folded.slice(start - 2, start)) ||
      /[前日号]$/.test(folded.slice(start, end))
    )
      continue;
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

const PARTING = new Set([...',、 \n\t\u3000:;的等'].map(char => char.charCodeAt(0)));

/** The stretches between the words that no name holds: verbs, adverbs before them, times, amounts, commas, 的. */
function* stretches(
  reading: Reading,
  { times, quantities }: { times: readonly Time[]; quantities: readonly Quantity[] },
  piece: Piece,
  [from, to]: readonly [number, number],
): Generator<[number, number]> {
  const breaks: [number, number][] = [];
  const within = (span: readonly number[]): boolean => span[0]! >= from && span[1]! <= to && !reading.inside?.[span[0]!];
  for (const time of times) if (within(time.span) && time.role !== 'reference') breaks.push([time.span[0]!, time.span[1]!]);
  for (const amount of quantities) if (within(amount.span)) breaks.push([amount.span[0]!, amount.span[1]!]);
  for (const clause of piece.clauses) {
    const chain = clause.main < 0 ? -1 : chainEnd(reading, clause.main, clause.last);
    const document = endsInDocument(reading.folded, clause.to);
    for (let i = clause.first; i < clause.last; i++) {
      const token = reading.tokens[i]!;
      if (document && i > chain && clause.main >= 0 && !token.word.cue) continue;
      if (parts(token, clause.main < 0 || i < clause.main, i >= clause.main && i <= chain)) breaks.push([token.at, token.end]);
    }
  }
  for (let at = from; at < to; at++) if (PARTING.has(reading.folded.charCodeAt(at)) && !reading.inside?.[at]) breaks.push([at, at + 1]);
  breaks.sort((a, b) => a[0] - b[0]);
  let start = from;
  for (const [left, right] of breaks) {
    if (left > start) yield [start, left];
    start = Math.max(start, right);
  }
  if (start < to) yield [start, to];
}

/** Whether a word parts names: verbs that are no nouns, and before the main verb also adverbs and prepositions. */
function parts({ at, end, word }: Token, before: boolean, main: boolean): boolean {
  if (main || word.cue) return true;
  if (end - at === 1) return false;
  if (word.circumstance || word.coverb) return before;
  if (word.verb && !word.verb.noun && (before || word.verb.end || word.verb.light || word.verb.order)) return true;
  return before && (word.adverb === true || word.joins === true);
}

/** What has been read of a name so far. */
interface Candidate {
  start: number;
  /** Behind the last ending that a name may have; -1 before the first. */
  end: number;
  /** How much stands in it beside words of general use: 1 a letter. */
  proper: number;
  /** The same up to `end`. */
  settled: number;
  /** Whether a single letter of general use has been counted (万罗路, 白云人家合作社). */
  single: boolean;
  /** Whether it belongs to several places (四市图书馆). */
  several?: boolean;
}

/** Less than this and it is a general word (全域土地综合整治项目). */
const PROPER = 1.5;

/** The names in one stretch, left to right; a member of a list (清晨到来等新村民项目) needs no ending. */
function namesIn(reading: Reading, from: number, to: number, member: boolean): string[] {
  const names = plainNames(reading, from, to);
  if (names) return names;
  return scanned(reading, from, to, member);
}

/** Stretches that need no look at their words: mechanisms have no name, quotations in a row are a name each; null for any other. */
function plainNames({ folded, text }: Reading, from: number, to: number): string[] | null {
  if (to - from < 3) return [];
  const tail = folded.slice(Math.max(from, to - 6), to);
  if (/(?:机制|制度|体系|模式|格局)(?:建设)?$/.test(tail) && !tail.endsWith('指标体系'))
    return text.slice(from, to).match(/《[^《》]+》/g) ?? [];
  if (folded[from] === '“' && /^(?:“[^“”]+”){2,}/.test(folded.slice(from, to))) return text.slice(from, to).match(/“[^“”]+”/g) ?? [];
  return null;
}

function scanned(reading: Reading, from: number, to: number, member: boolean): string[] {
  const { folded, text } = reading;
  const names: string[] = [];
  let name: Candidate = { start: from, end: -1, proper: 0, settled: 0, single: false };
  const close = (next: number): void => {
    const length = name.end - name.start;
    const enough = length <= 4 ? (/[路桥街]$/.test(folded.slice(name.start, name.end)) ? 0.5 : 1) : PROPER;
    const one = !name.several || endsInDocument(folded, name.end);
    if (one && name.end > name.start && name.settled >= enough && named(folded.slice(name.start, name.end)))
      names.push(...shown(reading, name.start, name.end));
    name = { start: next, end: -1, proper: 0, settled: 0, single: false };
  };
  for (let at = from; at < to; ) {
    const quoted = quotation(reading, at, to);
    if (quoted > at) {
      if (folded[at] === '《') {
        close(at);
        names.push(text.slice(at, quoted));
        name.start = quoted;
      } else {
        if (endsName(folded, at + 1, quoted - 1))
          Object.assign(name, { start: YEAR.test(folded.slice(name.start, at)) ? name.start : at, end: quoted, settled: 2 });
        name.proper += 2;
      }
      at = quoted;
      continue;
    }
    const marked = mark(folded, at);
    if (!marked && (folded[at] === '(' || folded[at] === ')')) close(at + 1);
    const found = marked ? null : wordAt(folded, at);
    if (folded[at] === '·' && name.proper > 0 && !found) Object.assign(name, dotted(folded, name, at, to));
    if (found && found.end <= to) at = step(folded, name, at, found, to, close);
    else {
      if (marked) name.proper += 2;
      else if (folded.charCodeAt(at) >= 0x3400 && folded.charCodeAt(at) < 0xa000) name.proper++;
      else if (/\p{L}/u.test(folded[at]!)) name.proper++;
      at += marked ? marked[0].length : 1;
    }
  }
  const bare = names.length === 0 && name.end < 0 ? BARE.exec(folded.slice(from, from + 20)) : null;
  if (PUT_OUT.test(folded.slice(Math.max(0, from - 2), to))) return [text.slice(from, to)];
  if (bare) return [text.slice(from + bare[1]!.length, from + bare[0].length)];
  if (member && names.length === 0) Object.assign(name, { end: to, settled: name.proper });
  close(to);
  return names;
}

/** General projects (重点项目) have no name; items are named where their list has a number (第二批受理事项). */
function named(text: string): boolean {
  if (/(?:重点|重大|企业|产业|产业化|整理|核心|子|后续|比赛)项目$|赛事活动$/.test(text)) return false;
  return !text.endsWith('事项') || /第.{1,3}批/.test(text);
}

/** What makes a name of general words: a year, the number of a list, a place in brackets (中国(成都)博览会). */
const MARKED = /^(?:\d{4}年度?|\([^()]{1,6}\)(?=[一-鿿])|第[一二三四五六七八九十\d]{1,3}批)/;

/** 2021年“…论坛”: the year of an event is part of its name. */
const YEAR = /^\d{4}年度?$/;

/** The mark that begins at `at`; brackets around a word of general use are none (国际(地区)合作). */
function mark(folded: string, at: number): RegExpExecArray | null {
  if (!/[\d第(]/.test(folded[at]!)) return null;
  const found = MARKED.exec(folded.slice(at, at + 10));
  const general = found && folded[at] === '(' ? NAME_FINDER.at(folded, at + 1)?.end : undefined;
  return general === at + (found?.[0].length ?? 0) - 1 ? null : found;
}

/** “三区三带”建设: a short quotation that ends like a place or a body is a name (“专精特新”企业 is none). */
const BARE = /^(\d{4}年|一批|)“[^“”,、+]{2,9}[区带园城圈廊轴环镇村路馆台体]”(?![,。;、]|改革|政策|模式|机制)/;
/** 推出“…”: what is put out under a quotation is named by it. */
const PUT_OUT = /(?:推出|举办|打造|上线|发布)(?:“[^“”,、+]{3,10}”)$/;

/** The word at a place; 重点|项目库: the last part of a word of two may begin a longer one. */
function wordAt(folded: string, at: number): { end: number; value: NameWord } | null {
  const found = NAME_FINDER.at(folded, at);
  if (!found || found.end - at < 4) return found;
  const longer = NAME_FINDER.at(folded, found.end - 2);
  return longer && longer.end > found.end ? longer : found;
}

/** 神谷·康田里: a name with a dot in it ends where words of general use begin. */
function dotted(folded: string, { proper }: Candidate, dot: number, to: number): Partial<Candidate> {
  let end = dot + 1;
  while (end < to && end - dot < 8 && /[一-鿿]/.test(folded[end]!) && (NAME_FINDER.at(folded, end)?.end ?? end) - end < 2) end++;
  return end - dot > 2 ? { end, settled: proper + 2 } : {};
}

/** Takes one known word into the name; says where to go on. */
function step(
  folded: string,
  name: Candidate,
  at: number,
  { end, value }: { end: number; value: NameWord },
  to: number,
  close: (next: number) => void,
): number {
  if (end - at === 1 && (!name.single || end - name.start <= 3) && !'和与及或等的'.includes(folded[at]!)) {
    name.single = true;
    name.proper += 0.5;
  }
  if (value.mark) name.proper += 2;
  // 四市图书馆: what several places have is no one thing (but a document of theirs is); 园区内…基地: the thing inside has its own name.
  const word = folded.slice(at, end);
  if (SEVERAL_PLACES.test(word) && name.proper > 0) name.several = true;
  // …核心区重点项目: its projects of general words are no part of the name.
  const works = /^(?:重点|重大|子|后续)项目$/.test(word) && documentAhead(folded, end, to) < 0;
  if ((word === '内' || works) && name.end === at) close(end);
  else if (value.paper) close(end);
  else if (value.ending && !value.general) {
    // 市图书馆: the institution of a place needs no other name.
    if (end - at >= 2 && at - name.start === 1 && /[市省县州]/.test(folded[name.start]!)) name.proper += PROPER;
    // 就业服务管理信息系统: a system is named by what it does.
    if (/(?:信息|管理)系统$/.test(folded.slice(at, end)) && end - name.start >= 8) name.proper = Math.max(name.proper, PROPER);
    // 司法合作框架协议: what is signed is named by what it is about.
    if (/(?:协议|备忘录)$/.test(word) && end - name.start >= 8) name.proper = Math.max(name.proper, PROPER);
    // 跨区域产业产销联合社, 都市圈治理智慧平台建设工作计划: so many general words are a name together.
    if (end - name.start >= (value.ending === 'document' ? 13 : value.ending === 'open' ? 9 : Infinity))
      name.proper = Math.max(name.proper, PROPER);
    // 公馆A区: a lettered part belongs to the name.
    if (/[A-Z]区/.test(folded.slice(end, end + 2)) && end + 2 <= to) end += 2;
    name.end = end;
    name.settled = name.proper;
    if (value.ending === 'closing' && !partAhead(folded, end, to) && folded[end] !== '暨' && documentAhead(folded, end, to) < 0) close(end);
    else if (value.ending === 'document') {
      const joint = jointDocument(folded, end, to);
      if (joint > end) {
        name.end = joint;
        close(joint);
        return joint;
      }
    }
  } else if (/^[在对为]/.test(folded.slice(at, end)) || (/^[和与及或等]/.test(folded.slice(at, end)) && (name.end > 0 || name.proper < 1)))
    close(end);
  return end;
}

const SEVERAL_PLACES = /^[两二三四五六七八九十各][市县区地省镇]$/;

/** Whether a part of the work follows that has no name of its own (…项目|核心区). */
function partAhead(folded: string, at: number, to: number): boolean {
  const found = NAME_FINDER.at(folded, at);
  return found?.value.ending === 'open' && !found.value.general && found.end <= to && found.end - at >= 2;
}

/** Where 计划和项目清单 ends: a second document of general words shares the name of the first. */
function jointDocument(folded: string, end: number, to: number): number {
  return /[和与及]/.test(folded[end] ?? '') ? Math.max(end, documentAhead(folded, end + 1, to)) : end;
}

/** The end of a document that is named by a few general words from `at` on (重点项目|规划); -1 where there is none. */
function documentAhead(folded: string, at: number, to: number): number {
  for (let words = 0; at < to && words < 4; words++) {
    const found = NAME_FINDER.at(folded, at);
    if (!found || found.end > to || found.value.paper) return -1;
    if (found.value.ending === 'document') return found.end;
    at = found.end;
  }
  return -1;
}

const QUOTES = new Map(['《》', '“”', '‘’', '「」', '『』', '""'].map(pair => [pair[0]!, pair[1]!]));

/** The end of a quotation that opens at `at` and closes within the stretch; `at` itself where none does. */
function quotation({ folded, inside }: Reading, at: number, to: number): number {
  const closer = inside?.[at] ? QUOTES.get(folded[at]!) : undefined;
  if (closer === undefined) return at;
  const end = folded.indexOf(closer, at + 1);
  return end < 0 || end >= to ? at : end + 1;
}

/** A name less the small words at its head (一批, 两地). */
function shown({ text, folded }: Reading, start: number, end: number): string[] {
  const lead =
    /^(?:[\s,、]|一批|若干|多个|各|两地|两县|四市|三市|其余|及|和|与|等|首届|首个|首批|共享|第[一二三四五六七八九十\d]{1,3}[期届]|除|含|包括|[\d.]+(?:[个条项家所处座]|万?平米))+/.exec(
      folded.slice(start, end),
    );
  const from = start + (lead ? lead[0].length : 0);
  return end - from >= 3 && end - from <= 60 ? [text.slice(from, end)] : [];
}
