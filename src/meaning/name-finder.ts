import { FIXED_WORDS } from '../lexicon/clause-words.ts';
import {
  CLOSING_ENDINGS,
  COMMON_WORDS,
  DESIGN_PAPERS,
  DOCUMENT_ENDINGS,
  GENERAL_ENDINGS,
  NAME_ENDINGS,
  NAME_MARKS,
} from '../lexicon/name-words.ts';
import { VERBS } from '../lexicon/verbs.ts';
import { WordFinder } from '../lexicon/word-finder.ts';

/** What a word says about the name that it may be part of. */
export interface NameWord {
  /** `open`: a longer name may go on; `closing`, `document`: the name ends here. */
  ending?: 'open' | 'closing' | 'document';
  /** A paper of planning: the name has ended before it. */
  paper?: true;
  /** Makes a name of general words. */
  mark?: true;
  general?: true;
  /** Joins names (和) or opens a circumstance (在…): the name before it has ended, or goes on behind it. */
  joins?: 'names' | 'circumstance';
  /** A small word that is never part of the proper name (的). */
  small?: true;
  /** Several places at once (四市). */
  several?: true;
  /** Projects of general words (重点项目). */
  works?: true;
}

const list = (words: string, word: NameWord): [string, NameWord][] => words.split(' ').map(text => [text, word]);

const ENDINGS = [
  ...list(NAME_ENDINGS, { ending: 'open' }),
  ...list(CLOSING_ENDINGS, { ending: 'closing' }),
  ...list(DOCUMENT_ENDINGS, { ending: 'document' }),
];
const KNOWN_ENDINGS = new Map(ENDINGS);

/** A fixed word of two parts ends a name where its last part does (改造项目, 受理事项). */
function byLastPart(word: string): NameWord {
  for (let from = 1; from <= word.length - 2; from++) {
    const known = KNOWN_ENDINGS.get(word.slice(from));
    if (known) return known;
  }
  return {};
}

/** What the letters of a word say, whichever list it stands in. */
function byLetters(word: string): NameWord {
  return {
    ...(/^[和与及或等]/.test(word) && { joins: 'names' as const }),
    ...(/^[在对为]/.test(word) && { joins: 'circumstance' as const }),
    ...(/^[和与及或等的]$/.test(word) && { small: true as const }),
    ...(/^[两二三四五六七八九十各][市县区地省镇]$/.test(word) && { several: true as const }),
    ...(/^(?:重点|重大|子|后续)项目$/.test(word) && { works: true as const }),
  };
}

const entries = (): [string, NameWord][] => [
  ...VERBS.map(([text]): [string, NameWord] => [text, {}]),
  ...FIXED_WORDS.split(' ').map((text): [string, NameWord] => [text, byLastPart(text)]),
  ...list(COMMON_WORDS, {}),
  ...ENDINGS,
  ...list(GENERAL_ENDINGS, { general: true }),
  ...list(DESIGN_PAPERS, { paper: true }),
  ...list(NAME_MARKS, { mark: true }),
];

/** The words that names are made of. */
export const NAME_FINDER = new WordFinder<NameWord>(
  () => entries().map(([word, value]) => [word, { ...value, ...byLetters(word) }] as const),
  (before, next) => ({ ...before, ...next }),
);

/** Whether quoted words end like a name (“成德眉资同城化大讲堂”). */
export function endsName(folded: string, from: number, to: number): boolean {
  for (let at = Math.max(from, to - 4); at <= to - 2; at++)
    if (KNOWN_ENDINGS.has(folded.slice(at, to)) || folded.slice(at, to) === '大脑') return true;
  return false;
}

const DOCUMENTS = new Set(DOCUMENT_ENDINGS.split(' ').filter(word => word.length <= 3));

/** Whether a clause ends in a document, or the making of one: 基金组建工作方案 and 平台开放指南 hold verbs. */
export function endsInDocument(folded: string, to: number): boolean {
  for (const after of ['初稿', '编制工作', '编制']) if (folded.endsWith(after, to)) return endsInDocument(folded, to - after.length);
  return DOCUMENTS.has(folded.slice(to - 2, to)) || DOCUMENTS.has(folded.slice(to - 3, to));
}
