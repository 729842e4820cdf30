import type { CivilDate } from '../base/civil-date.ts';
import type { Deliverable, Quantity, Time } from '../plan/schema.ts';
import { readCommitment } from './commitment.ts';
import { cutPieces, type Piece } from './cut.ts';
import { type Deed, readDeed } from './kind.ts';
import { readNames } from './names.ts';
import { type Lexicon, type Reading, readWords } from './words.ts';

/** What is known around a text: the id of its milestone, what it says of times and amounts, and the day it is due by. */
export interface DeliverableContext {
  id: string;
  times: readonly Time[];
  quantities: readonly Quantity[];
  due: CivilDate | null;
  /** With the user's own words, where there are any. */
  lexicon?: Lexicon | undefined;
}

/** Cuts the text of a milestone into deliverables, in order and without overlap; spans count UTF-16 units of `text`. */
export function readDeliverables(text: string, context: DeliverableContext): Deliverable[] {
  const reading = readWords(text, context.lexicon);
  const deadlines = readDeadlines(reading, context);
  const quantities = cursor(context.quantities);
  let before: { piece: Piece; commitment: Deliverable['commitment']; deed: Deed } | null = null;
  return cutPieces(reading, context.times).map((piece, index) => {
    const span = trimmed(reading, piece);
    const same = before?.piece.sentence === piece.sentence ? before : null;
    const deed = readDeed(reading, piece.main ?? piece.clauses[0]!, same?.deed ?? null);
    const commitment = readCommitment(reading, piece, same);
    before = { piece, commitment, deed };
    return {
      id: `${context.id}.${index + 1}`,
      text: text.slice(...span),
      span,
      kind: deed.kind,
      phase: deed.phase,
      commitment,
      deadline: deadlines(piece),
      quantities: quantities(span),
      names: readNames(reading, context, piece, span),
    };
  });
}

/** Whether a piece may be due by a time: none within a name or brackets, none from which on something holds (5月1日12时起). */
function bounds({ folded, inside }: Reading, time: Time): boolean {
  return (
    time.role !== 'reference' &&
    (!inside?.[time.span[0]!] || !inside[time.span[1]! - 1] || (time.role === 'deadline' && alone(folded, time))) &&
    !/^\d{0,2}[时点]?起/.test(folded.slice(time.span[1]!, time.span[1]! + 4)) &&
    folded[time.span[1]! - 1] !== '起'
  );
}

/** 旅游节(8月): in brackets of its own a time says when. */
function alone(folded: string, { span }: Time): boolean {
  return folded[span[0]! - 1] === '(' && folded[span[1]!] === ')';
}

const EDGE = /[\s,。｡;、!?:.]/;

function edge(folded: string, at: number): boolean {
  const code = folded.charCodeAt(at);
  return (code < 0x4e00 || code >= 0xa000) && EDGE.test(folded[at]!);
}

/** What numbers an item of a list, and is none of its words. */
const ITEM = /(?:[①-⑳]|\(?\d{1,2}(?:[.、](?!\d)|\))|\([一二三四五六七八九十]{1,3}\))\s*/y;

/** A piece without the white space and the stops at its ends, and the number of an item at its head. */
function trimmed({ folded }: Reading, { from, to }: Piece): [number, number] {
  while (from < to && edge(folded, from)) from++;
  ITEM.lastIndex = from;
  const mark = ITEM.exec(folded);
  if (mark && from + mark[0].length < to) from += mark[0].length;
  while (to > from && edge(folded, to - 1)) to--;
  return [from, to];
}

/** Takes the items within each span; spans and items come in order. */
function cursor<T extends { span: readonly number[] }>(items: readonly T[]): (span: readonly [number, number]) => T[] {
  let next = 0;
  return ([from, to]) => {
    const within: T[] = [];
    while (next < items.length && items[next]!.span[0]! < to) {
      if (items[next]!.span[0]! >= from && items[next]!.span[1]! <= to) within.push(items[next]!);
      next++;
    }
    return within;
  };
}

/** The first of some times, or the last of those that stand beside it: 4月上旬、9月下旬各开展一次. */
function lastJoined({ folded }: Reading, times: readonly Time[]): Time | undefined {
  const apart = times.findIndex((time, index) => !/^[、和及]$/.test(folded.slice(time.span[1], times[index + 1]?.span[0])));
  return times[apart];
}

/**
 * The day each piece is due by: its own time, else the milestone's own. A span of days reaches over what follows in its sentence (国庆期间加密航班,
 * 投放船舶), a day only over a figure without a verb of its own (5月底前完成检验,检验率100%). A time in brackets or in a name is none.
 */
function readDeadlines(reading: Reading, context: DeliverableContext): (piece: Piece) => Deliverable['deadline'] {
  const bounding = context.times.filter(time => bounds(reading, time));
  const times = cursor(bounding.filter(({ to }) => to !== null));
  const undated = cursor(bounding.filter(({ to, role }) => to === null && role === 'deadline'));
  let reaches: { sentence: number; time: Time } | null = null;
  return piece => {
    const within = times([piece.from, piece.to]);
    // 春耕前…: a time of its own that has no day ends the reach of the one before.
    if (undated([piece.from, piece.to]).length > 0 && within.length === 0) reaches = null;
    const first = within.findIndex(time => time.role === 'deadline');
    const own = lastJoined(reading, within.slice(Math.max(0, first)));
    if (own) {
      const main = piece.main && piece.main.main >= 0 ? reading.tokens[piece.main.main]!.at : piece.to;
      const heads = own.span[1] <= main && !/[\p{L}\p{N}]/u.test(reading.folded.slice(piece.from, own.span[0]));
      reaches = heads ? { sentence: piece.sentence, time: own } : null;
      return { text: own.text, date: own.to };
    }
    if (reaches?.sentence === piece.sentence && (/期间$/.test(reaches.time.text) || (piece.main?.main ?? 0) < 0))
      return { text: reaches.time.text, date: reaches.time.to };
    return { text: null, date: context.due };
  };
}
