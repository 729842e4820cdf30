import type { Deliverable } from '../plan/schema.ts';
import type { Clause } from './clause.ts';
import type { Piece } from './cut.ts';
import type { Reading } from './words.ts';

type Commitment = Deliverable['commitment'];

/** How firmly a piece is promised; `before` is the piece before it, whose 力争 may reach over it. */
export function readCommitment(reading: Reading, piece: Piece, before: { piece: Piece; commitment: Commitment } | null): Commitment {
  let partial = false;
  const main = piece.main ?? piece.clauses[0]!;
  for (let i = main.first; i < main.last; i++) {
    const { at, word } = reading.tokens[i]!;
    if (word.cue === 'strive' && strives(reading, main, i)) return 'strive';
    if (word.cue === 'partial' && reading.folded[at - 1] !== '的' && qualifies(reading, i, main.to)) partial = true;
  }
  if (
    before?.commitment === 'strive' &&
    before.piece.sentence === piece.sentence &&
    (carriesOn(reading, main) || pushes(reading, before.piece, main) || (figures(reading, before.piece) && figures(reading, piece)))
  )
    return 'strive';
  return partial ? 'partial' : 'firm';
}

/** 推动 and 探索 only where they head the clause (联合推动…), never as nouns (…的推动, 探索中心). */
function strives({ tokens, folded }: Reading, clause: Clause, index: number): boolean {
  const { at, end, word } = tokens[index]!;
  if (folded[at - 1] === '的' || folded[end] === '的') return false;
  // 签约额力争突破200亿元: what stands right before a verb is said of it, wherever the clause seems to have its own.
  const next = tokens[index + 1];
  if (!word.verb)
    return clause.main < 0 || clause.main > index || clause.cues.includes(tokens[index]!) || (next?.at === end && !!next.word.verb);
  return index === clause.main || (index < clause.main && !clause.subject);
}

/** 基本 and 初步 only before a verb (基本完成, 初步形成); 部分 and 大部分 before anything. */
function qualifies({ tokens, folded }: Reading, index: number, to: number): boolean {
  const token = tokens[index]!;
  const word = folded.slice(token.at, token.end);
  // 剩余部分于…完成, 水工部分完成80%: the part itself is meant, not a part of it.
  const part = /^(?:[于将已在]|完成|建成|达|实现)/.test(folded.slice(token.end, token.end + 2));
  if (word === '部分')
    return !/[各两三四五该这成]/.test(folded[token.at - 1] ?? '') && !(part && /[一-鿿]/.test(folded[token.at - 1] ?? ''));
  if (word.endsWith('部分')) return true;
  let next = index + 1;
  while (tokens[next]?.word.adverb && tokens[next]!.end < to) next++;
  return next < tokens.length && tokens[next]!.at < to && tokens[next]!.word.verb !== undefined && tokens[next]!.at - token.end <= 4;
}

/** Whether a clause goes on under the words of commitment before it: 并开工建设, or a new subject with its predicate. */
function carriesOn(reading: Reading, clause: Clause): boolean {
  if (clause.main < 0) return true;
  if (/完成|推进/.test(reading.folded.slice(reading.tokens[clause.main]!.at, reading.tokens[clause.main]!.end))) return clause.joined;
  // 推动…在图书馆实现借阅,在景区实现入园: only the place changes.
  return clause.joined || clause.subject || reading.folded[clause.from] === '在';
}

/** 力争新建高速公路320公里,改造国省道800公里: one figure after the other. */
function figures({ folded }: Reading, { main, to }: Piece): boolean {
  return main !== null && main.main >= 0 && /\d[\d.]*[^\d,%]{1,6}$/.test(folded.slice(Math.max(main.from, to - 14), to));
}

/** 推动 with somebody who acts (推动…公司布局项目,打造小镇) reaches on while that one goes on acting, up to 完成. */
function pushes({ tokens, folded }: Reading, before: Piece, clause: Clause): boolean {
  const main = before.main;
  if (!main || main.main < 0 || clause.main < 0 || !tokens[main.main]!.word.cue) return false;
  if (tokens[clause.main]!.word.verb!.light || tokens[clause.main]!.word.verb!.order) return false;
  return /^.{2,24}?(?:公司|企业|集团|合作社|学校|医院)(?:[在与和向到赴]|.{0,4}[建投布])/.test(
    folded.slice(tokens[main.main]!.end, main.to),
  );
}
