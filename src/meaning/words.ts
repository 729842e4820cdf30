import {
  ADVERBS,
  CIRCUMSTANCE_ENDS,
  CIRCUMSTANCES,
  CONJUNCTIONS,
  COVERBS,
  FIXED_WORDS,
  MANNER_PHRASES,
  PARTIAL,
  STRIVE,
} from '../lexicon/clause-words.ts';
import { foldInPlace, halfWidth } from '../lexicon/fold.ts';
import { DEED_NOUNS, DOCUMENT_NOUNS, type Kind, VERBS, type Verb } from '../lexicon/verbs.ts';
import { WordFinder } from '../lexicon/word-finder.ts';

/** All that the lexicon says of one word. */
export interface Word {
  verb?: Verb;
  /** The kind of deed that the noun names. */
  deed?: Kind;
  document?: true;
  adverb?: true;
  joins?: true;
  circumstance?: true;
  coverb?: true;
  circumstanceEnd?: true;
  cue?: 'strive' | 'partial';
}

/** A word of the lexicon in a text, outside brackets and quotation marks. */
export interface Token {
  at: number;
  end: number;
  word: Word;
}

/** A text with its words found: what every step of the meaning stage looks at. */
export interface Reading {
  text: string;
  /** The same length as `text`: half-width, simplified, so that variants of writing mean the same. */
  folded: string;
  tokens: readonly Token[];
  /** Whether the character stands in brackets or quotation marks that are closed; null where there are none. */
  inside: Uint8Array | null;
}

const list = (words: string, word: Word): [string, Word][] => words.split(' ').map(text => [text, word]);

/** What the words of a text are found in. */
export type Lexicon = WordFinder<Word>;

/** Verbs of the user's own, by the kind of deed they name. Plain data: documents may be read on other threads. */
export type UserVerbs = ReadonlyMap<Kind, readonly string[]>;

const LEXICON = lexiconWith(new Map());

/** The lexicon with verbs of the user's, whose state at the end of a period is the usual one of their kind. */
export function lexiconWith(verbs: UserVerbs): Lexicon {
  return new WordFinder<Word>(
    () => [
      ...VERBS.map(([text, verb]): [string, Word] => [text, { verb }]),
      ...Object.entries(DEED_NOUNS).flatMap(([kind, words]) => list(words, { deed: kind as Kind })),
      ...list(DOCUMENT_NOUNS, { document: true }),
      ...list(ADVERBS, { adverb: true }),
      ...list(MANNER_PHRASES, { adverb: true }),
      ...list(CONJUNCTIONS, { joins: true }),
      ...list(CIRCUMSTANCES, { circumstance: true }),
      ...list(COVERBS, { coverb: true }),
      ...list(CIRCUMSTANCE_ENDS, { circumstanceEnd: true }),
      ...list(STRIVE, { cue: 'strive' }),
      ...list(PARTIAL, { cue: 'partial' }),
      ...list(FIXED_WORDS, {}),
      ...[...verbs].flatMap(([kind, words]) => words.map((text): [string, Word] => [halfWidth(foldInPlace(text)), { verb: verbOf(kind) }])),
    ],
    (before, next) => ({ ...before, ...next }),
  );
}

function verbOf(kind: Kind): Verb {
  if (kind === 'start') return { kind, phase: 'begin' };
  return kind === 'draft' || kind === 'advance' ? { kind, phase: 'ongoing' } : { kind, phase: 'done', end: true };
}

/** Finds the words of a text in one pass. */
export function readWords(text: string, lexicon: Lexicon = LEXICON): Reading {
  const folded = halfWidth(foldInPlace(text));
  const inside = bracketed(folded);
  const tokens: Token[] = [];
  for (let at = 0; at < folded.length; ) {
    const found = inside?.[at] || folded.charCodeAt(at) < 0x80 ? null : lexicon.at(folded, at);
    if (found) tokens.push({ at, end: found.end, word: found.value });
    at = found ? found.end : at + 1;
  }
  return { text, folded, tokens, inside };
}

const OPENERS = '《(“‘「『【[〈<';
const CLOSERS = '》)”’」』】]〉>';
const BRACKETS = new Set([...`${OPENERS}${CLOSERS}"。`].map(char => char.charCodeAt(0)));

/** Marks what stands between matching brackets or quotation marks, which never cross a full stop. */
function bracketed(folded: string): Uint8Array | null {
  if (!/[《(“‘「『【[〈<"]/.test(folded)) return null;
  const inside = new Uint8Array(folded.length);
  let open: { at: number; closer: string }[] = [];
  for (let at = 0; at < folded.length; at++) {
    const code = folded.charCodeAt(at);
    if ((code >= 0x4e00 && code < 0xa000) || !BRACKETS.has(code)) continue;
    const char = folded[at]!;
    if (char === '。') open = [];
    const match = open.findLastIndex(bracket => bracket.closer === char);
    if (match >= 0) {
      if (match === 0) inside.fill(1, open[0]!.at, at + 1);
      else inside.fill(1, open[match]!.at, at + 1);
      open.length = match;
    } else if (open.length < 8) {
      const kind = OPENERS.indexOf(char);
      if (kind >= 0) open.push({ at, closer: CLOSERS[kind]! });
      else if (char === '"') open.push({ at, closer: '"' });
    }
  }
  return inside;
}
