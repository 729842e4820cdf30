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
