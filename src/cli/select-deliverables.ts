import { type CivilDate, parseCivilDate } from '../base/civil-date.ts';
import type { Plan } from '../plan/schema.ts';
import { commitments, type DeliverableQuery, kinds, lacksMeaning } from '../query/deliverables.ts';
import { nearest } from '../query/nearest.ts';
import { word } from '../report/words.ts';
import { wordsOf } from './build-options.ts';
import type { Options, Run } from './run.ts';
import { UsageError } from './words.ts';

/** Reads the options that restrict deliverables: words of either language, days, a text. */
export function readDeliverableQuery({ options }: Run): DeliverableQuery {
  const query: DeliverableQuery = {};
  const wantedKinds = wordsOf(options.kind, /[,，、]/).map(given => known(given, kinds, '--kind'));
  if (wantedKinds.length > 0) query.kinds = wantedKinds;
  const wanted = wordsOf(options.commitment, /[,，、]/).map(given => known(given, commitments, '--commitment'));
  if (wanted.length > 0) query.commitments = wanted;
  if (options.dueAfter !== undefined) query.dueAfter = day(options.dueAfter);
  if (options.dueBefore !== undefined) query.dueBefore = day(options.dueBefore);
  const text = readText(options);
  if (text !== undefined) query.text = text;
  return query;
}

/** The words of `--text`; they cannot be empty, since everything holds nothing. */
export function readText({ text }: Options): string | undefined {
  if (text !== undefined && String(text).trim() === '') throw new UsageError('missingValue', { given: '--text' });
  return text === undefined ? undefined : String(text);
}

/** Refuses a plan that was saved without its meaning: it would answer that there is nothing. */
export function needMeaning(plan: Plan): void {
  if (lacksMeaning(plan)) throw new UsageError('noMeaning', {}, [], 'noMeaningHint');
}

function known<T extends (typeof kinds)[number] | (typeof commitments)[number]>(given: string, choices: readonly T[], option: string): T {
  const found = choices.find(one => one === given.toLowerCase() || word(one, 'zh') === given);
  if (found) return found;
  const all = choices.flatMap(one => [one, word(one, 'zh')]);
  throw new UsageError('badValue', { option, given, choices: all.join(', ') }, nearest(given, all, 2));
}

function day(given: unknown): CivilDate {
  const date = parseCivilDate(String(given));
  if (date === null) throw new UsageError('badDate', { given: String(given) });
  return date;
}
