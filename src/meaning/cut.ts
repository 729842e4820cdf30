import type { Time } from '../plan/schema.ts';
import { type Clause, readClause } from './clause.ts';
import type { Reading } from './words.ts';

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
  for (const part of parts(reading)) {
    const first = token;
    while (token < reading.tokens.length && reading.tokens[token]!.at < part.to) token++;
    if (/[\p{L}\p{N}]/u.test(reading.folded.slice(part.from, part.to)))
      sentence.push(...measures(reading, times, readClause(reading, times, part.from, part.to, first, token)));
    if (part.stop === 'sentence') {
      pieces.push(...group(sentence, number++));
      sentence = [];
    }
  }
  pieces.push(...group(sentence, number));
  return pieces;
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
    const stop = inside?.[at] && folded[at] !== '。' ? null : stopAt(folded, at);
    if (!stop) continue;
    yield { from, to: at, stop };
    from = at + 1;
  }
  if (from < folded.length) yield { from, to: folded.length, stop: 'sentence' };
}

function stopAt(folded: string, at: number): Stop | null {
  switch (folded[at]) {
    case '。':
    case '｡':
    case ';':
    case '!':
    case '?':
      return 'sentence';
    case ',':
      return /\d/.test(folded[at - 1] ?? '') && /^\d{3}(?!\d)/.test(folded.slice(at + 1, at + 5)) ? null : 'comma';
    case '\n':
      return /^\s*(?:\d{1,2}[.、)]|[①-⑳]|\()/.test(folded.slice(at + 1, at + 12)) ? 'sentence' : 'comma';
    default:
      return null;
  }
}

/** Puts the clauses of a sentence together: circumstance with the action behind it, effect and lists with the one before. */
function group(clauses: readonly Clause[], sentence: number): Piece[] {
  const pieces: Piece[] = [];
  let open: Piece | null = null;
  const begin = (clause: Clause): void => {
    open = { from: clause.from, to: clause.to, clauses: [clause], main: clause.class === 'work' ? clause : null, sentence };
    pieces.push(open);
  };
  clauses.forEach((clause, index) => {
    if (!open) return begin(clause);
    if (joins(clause, open, clauses[index + 1])) {
      open.to = clause.to;
      open.clauses.push(clause);
      open.main ??= clause.class === 'work' ? clause : null;
    } else begin(clause);
  });
  return pieces;
}

function joins(clause: Clause, open: Piece, next: Clause | undefined): boolean {
  const waiting = open.main === null && open.clauses.every(part => part.class !== 'effect' && part.class !== 'content');
  switch (clause.class) {
    case 'work':
      return waiting;
    case 'effect':
    case 'noun':
    case 'content':
      return true;
    case 'circumstance':
    case 'manner':
      return waiting || next === undefined || (next.class !== 'work' && next.class !== 'circumstance' && next.class !== 'manner');
  }
}

/** Cuts a clause at 、 between distinct measures (土石方完成95%、桥梁完成95%) or full verb-object clauses. */
function measures(reading: Reading, times: readonly Time[], clause: Clause): Clause[] {
  if (clause.class !== 'work' || clause.main < 0) return [clause];
  const { folded, inside, tokens } = reading;
  const matrix = tokens[clause.main]!.word.verb!;
  if (
    matrix.causes ||
    matrix.effect ||
    (matrix.light === 'carry' && tokens[clause.main + 1]?.at === tokens[clause.main]!.end && tokens[clause.main + 1]?.word.verb)
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
    if (!before || (full(reading, before) && full(reading, part) && before.subject === part.subject)) {
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
  if (clause.class !== 'work' || clause.main < 0) return false;
  const { end, word } = tokens[clause.main]!;
  if (clause.subject)
    return /\d[\d.,]*\D{0,6}$/.test(folded.slice(end, clause.to)) || /全部|全面/.test(folded.slice(clause.from, clause.to));
  return !word.verb!.noun && clause.to - end >= 3;
}
