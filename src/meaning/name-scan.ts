import { FESTIVALS } from '../lexicon/festivals.ts';
import { endsInDocument, endsName, NAME_FINDER, type NameWord } from './name-finder.ts';
import type { Reading } from './words.ts';

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
export function namesIn(reading: Reading, from: number, to: number, member: boolean): string[] {
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
  if (folded[from] === '“' && /^(?:“[^“”]+”){2,}/.test(folded.slice(from, to)))
    return /”[^“”]{0,6}(?:举措|措施|政策|服务|模式|改革|行为|作风|问题|意识)$/.test(folded.slice(from, to))
      ? []
      : (text.slice(from, to).match(/“[^“”]+”/g) ?? []);
  return null;
}

function scanned(reading: Reading, from: number, to: number, member: boolean): string[] {
  const { folded, text } = reading;
  const names: string[] = [];
  let name: Candidate = { start: from, end: -1, proper: 0, settled: 0, single: false };
  const close = (next: number): void => {
    if (stands(folded, name)) names.push(...shown(reading, name.start, name.end));
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
        if (endsName(folded, at + 1, quoted - 1) && !/^(?:能力|水平|意识|问题)/.test(folded.slice(quoted, quoted + 2)))
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
      else if (letter(folded, at)) name.proper++;
      at += marked ? marked[0].length : 1;
    }
  }
  const quoted = names.length === 0 && name.end < 0 ? quotedName(reading, from, to) : null;
  if (quoted) return [quoted];
  if (member && names.length === 0) Object.assign(name, { end: to, settled: name.proper });
  close(to);
  return names;
}

/** Whether a letter stands at a place; most are Chinese. */
function letter(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  if (code < 0x80) return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return (code >= 0x4e00 && code < 0xa000) || (code !== 0x201c && code !== 0x201d && code !== 0x2014 && /\p{L}/u.test(folded[at]!));
}

/** Whether what has been read is a name: it has an ending and enough beside words of general use. */
function stands(folded: string, { start, end, settled, several }: Candidate): boolean {
  if (end <= start || (several && !endsInDocument(folded, end))) return false;
  const text = folded.slice(start, end);
  const enough = end - start > 4 ? PROPER : /[路桥街]$/.test(text) ? 0.5 : 1;
  return settled >= enough && named(text);
}

/** General projects (重点项目) have no name; items are named where their list has a number (第二批受理事项). */
function named(text: string): boolean {
  // A day, a sort of standard, a sort of village.
  if (Object.hasOwn(FESTIVALS, text) || (text.endsWith('节') && Object.hasOwn(FESTIVALS, text.slice(0, -1)))) return false;
  if (/^(?:国家|行业|地方|团体)标准$|^(?:建制|行政|自然)村$/.test(text)) return false;
  // 广元至绵阳段: a stretch of the way; 全省…保护区: whatever there is of a kind; 2号泊位: one of several.
  if (/^[一二三]级以上|^.{2,6}至.{2,6}段$|^全[省市县区国]|^\d+号..$/.test(text)) return false;
  if (/(?:重点|重大|企业|产业|产业化|整理|核心|子|后续|比赛)项目$|赛事活动$/.test(text)) return false;
  // 社会公众意见, 区级政务信息系统: whoever's, whichever level's.
  if (/(?:公众|社会|群众|各方|代表|委员|学者|单位|部门|方面|企业|居民|修改|反馈)意见$|^[省市县区镇村]级/.test(text)) return false;
  return !text.endsWith('事项') || /第.{1,3}批/.test(text);
}

/** What makes a name of general words: a year, the number of a list, a place in brackets (中国(成都)博览会). */
const MARKED = /^(?:\d{1,2}(?=号线)|\d{4}(?:[—-]\d{4})?年度?|\([^()]{1,6}\)(?=[一-鿿])|第[一二三四五六七八九十\d]{1,3}批)/;

/** 2021年“…论坛”: the year of an event is part of its name. */
const YEAR = /^\d{4}年度?$/;

/** The mark that begins at `at`; brackets around a word of general use are none (国际(地区)合作). */
function mark(folded: string, at: number): RegExpExecArray | null {
  const first = folded.charCodeAt(at);
  if (first !== 0x28 && first !== 0x7b2c && (first < 0x30 || first > 0x39)) return null;
  const found = MARKED.exec(folded.slice(at, at + 11));
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

/** The quotation that is a name by itself at the head of a stretch; null where none is. */
function quotedName({ folded, text }: Reading, from: number, to: number): string | null {
  if (PUT_OUT.test(folded.slice(Math.max(0, from - 2), to))) return text.slice(from, to);
  const bare = BARE.exec(folded.slice(from, from + 20));
  return bare && from + bare[0].length <= to ? text.slice(from + bare[1]!.length, from + bare[0].length) : null;
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
  if (end - at === 1 && (!name.single || end - name.start <= 3) && !value.small) {
    name.single = true;
    name.proper += 0.5;
  }
  if (value.mark) name.proper += 2;
  // 四市图书馆: what several places have is no one thing (but a document of theirs is); 园区内…基地: the thing inside has its own name.
  if (value.several && name.proper > 0) name.several = true;
  // …核心区重点项目: its projects of general words are no part of the name.
  if (name.end === at && ((end - at === 1 && folded[at] === '内') || (value.works && documentAhead(folded, end, to) < 0))) close(end);
  else if (value.general && name.proper >= 2 && /^(?:工程|平台|基地)建设$/.test(folded.slice(at, end))) {
    // 滇中引水工程建设管理经验: the name ends before its building.
    Object.assign(name, { end: end - 2, settled: name.proper });
    close(end);
  } else if (value.paper) close(end);
  else if (value.ending && !value.general) {
    if (enoughWords(folded, name, at, end, value)) name.proper = Math.max(name.proper, PROPER);
    end = withPart(folded, end, to);
    name.end = end;
    name.settled = name.proper;
    if (value.ending === 'closing' && !partAhead(folded, end, to) && folded[end] !== '暨' && documentAhead(folded, end, to) < 0) close(end);
    else if (value.ending === 'document') {
      // 国家重点研发计划“智能传感器”专项: a part of a programme that has a name of its own.
      const part = /^“[^”]{2,40}”(?:重点专项|专项)/.exec(folded.slice(end, to));
      if (part) {
        name.end = end + part[0].length;
        close(name.end);
        return end + part[0].length;
      }
      const joint = jointDocument(folded, end, to);
      if (joint > end) {
        name.end = joint;
        close(joint);
        return joint;
      }
    }
  } else if (value.joins === 'circumstance' || (value.joins === 'names' && (name.end > 0 || name.proper < 1))) close(end);
  return end;
}

/** The end of a name with the part of the work that its letters or brackets give: 公馆A区, 海塘安澜工程(白泉段). */
function withPart(folded: string, end: number, to: number): number {
  const stage = /[路道线速]/.test(folded[end - 1]!)
    ? /^(?:[东西南北]延(?:伸?线)?|[东西南北中]段|延长线|延伸线)/.exec(folded.slice(end, Math.min(to, end + 4)))
    : null;
  if (stage) return end + stage[0].length;
  if (end + 2 <= to && folded[end + 1] === '区' && /[A-Z东西南北]/.test(folded[end]!)) return end + 2;
  const stretch =
    folded[end] === '('
      ? /^\((?:[^()]{1,8}段|[A-Z东西南北]区|[一二三四五]期|[^()]{1,6}赛区|\d{4}年版)\)/.exec(folded.slice(end, Math.min(to, end + 11)))
      : null;
  return end + (stretch?.[0].length ?? 0);
}

/** Whether words of general use up to the ending from `at` to `end` make a name by themselves. */
function enoughWords(folded: string, { start }: Candidate, at: number, end: number, { ending }: NameWord): boolean {
  const word = folded.slice(at, end);
  const length = end - start;
  // 市图书馆: the institution of a place needs no other name; 市平台 does.
  if (word.length >= 2 && !/^(?:平台|系统)$/.test(word) && at - start === 1 && /[市省县州]/.test(folded[start]!)) return true;
  // 市儿童医院, 县第二中学: an institution of a place.
  if (
    /^[市省县州区](?![级属内直]).{0,8}$/.test(folded.slice(start, end)) &&
    /^(?:医院|中学|小学|幼儿园|大学|学院|[图博体文美科档].馆|大剧院)$/.test(word) &&
    !/公[立办]|民办|普通|基层|乡镇|农村/.test(folded.slice(start, end))
  )
    return true;
  // 就业服务管理信息系统, 司法合作框架协议: a system is named by what it does, what is signed by what it is about.
  if (length >= 8 && /(?:(?:信息|管理)系统|协议|备忘录)$/.test(word)) return true;
  // 跨区域产业产销联合社, 都市圈治理智慧平台建设工作计划: so many general words are a name together.
  // 省自然资源厅, 市人大常委会: a body of a place.
  if (
    length >= 4 &&
    /(?:^|[报向由与])[省市县区州][^,]{1,10}$/.test(folded.slice(start, end)) &&
    /(?:[局厅]|委员会|常委会|法院|检察院)$/.test(word)
  )
    return true;
  // 农村供水保障提升行动: a campaign is named by what it is to change; 市国土空间总体规划, 区行政许可事项清单: a document of a place.
  if (length >= 9 && /(?:提升|整治|攻坚|治理|专项)行动$/.test(folded.slice(start, end))) return true;
  if (ending === 'document' && length >= 8 && /^[市省县区州]级?[^级属内直]/.test(folded.slice(start, end))) return true;
  return ending === 'document' ? length >= 13 : ending === 'open' && length >= 9;
}

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
    /^(?:[\s,、]|其中|将(?!军)|[^,]{0,14}[报向由与](?=(?:国家|[省市县区州])[^,]{1,10}(?:[局厅]|委员会|常委会)$)|走进|暨|一批|若干|多个|各|两地|两县|四市|三市|其余|及|和|与|等|首届|首个|首批|共享|第[一二三四五六七八九十\d]{1,3}[期届]|除|不含|不包括|含|包括|穿越|跨越|下穿|上跨|[^,]{1,8}(?:搬迁|迁改|拆除|征收)[和及]|[\d.]+(?:[个条项家所处座]|万?平米))+/.exec(
      folded.slice(start, end),
    );
  const from = start + (lead ? lead[0].length : 0);
  const name = folded.slice(from, end);
  const to = /(?:常委会|委员会|理事会)会议$/.test(name) ? end - 2 : /(?:铁路|公路|高速)段$/.test(name) ? end - 1 : end;
  return to - from >= 3 && to - from <= 60 ? [text.slice(from, to)] : [];
}
