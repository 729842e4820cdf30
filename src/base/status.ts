/** State of a milestone on a day; see the words in `statusNames`. */
export const statuses = ['done', 'done-late', 'late', 'unreported', 'soon', 'open', 'cancelled'] as const;
export type Status = (typeof statuses)[number];
export type Light = 'green' | 'red' | 'yellow' | 'grey';

/** What people call each status. */
export const statusNames: Record<Status, { zh: string; en: string }> = {
  done: { zh: '已完成', en: 'done' },
  'done-late': { zh: '逾期完成', en: 'done late' },
  late: { zh: '逾期未完成', en: 'late' },
  unreported: { zh: '到期未报', en: 'unreported' },
  soon: { zh: '即将到期', en: 'due soon' },
  open: { zh: '未到期', en: 'open' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

/** Other words for statuses, in reports and mails; 逾期 and overdue are both that are due and not done. */
const WORDS: Readonly<Record<string, readonly Status[]>> = {
  逾期: ['late', 'unreported'],
  超期: ['late', 'unreported'],
  overdue: ['late', 'unreported'],
  完成: ['done', 'done-late'],
  按期完成: ['done'],
  逾期未办结: ['late'],
  未完成: ['late', 'unreported', 'soon', 'open'],
  未报: ['unreported'],
  未上报: ['unreported'],
  快到期: ['soon'],
  取消: ['cancelled'],
};

/** The statuses that a word means: its id, what people call it in either language, or another word for it; none for any other word. */
export function statusesOf(word: string): readonly Status[] {
  const own = statuses.find(status => status === word || statusNames[status].zh === word || statusNames[status].en === word);
  return own ? [own] : Object.hasOwn(WORDS, word) ? WORDS[word]! : [];
}

/** Every word that means a status, to propose the nearest. */
export const statusWords = [...statuses, ...statuses.map(status => statusNames[status].zh), ...Object.keys(WORDS)];
