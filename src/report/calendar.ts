import type { CivilDate } from '../base/civil-date.ts';
import type { Lang } from '../base/diagnostic.ts';
import type { Status } from '../base/status.ts';
import type { Plan } from '../plan/schema.ts';
import type { Match } from '../query/query.ts';
import type { Calendar } from './model.ts';
import { milestoneValue } from './tables.ts';
import { word } from './words.ts';

/** What falls due, with the match it belongs to: a milestone or one of its deliverables. */
export interface Due {
  match: Match;
  id: string;
  text: string;
  date: CivilDate | null;
  status: Status;
}

/** The due dates among what was found; what has no date is only counted. */
export function calendarOf(plan: Plan, dues: readonly Due[], lang: Lang, asOf: CivilDate): Calendar {
  const events = dues.flatMap(({ match, id, text, date, status }) => {
    if (date === null) return [];
    const { task } = match;
    const details = (['category', 'task', 'content', 'period', 'lead', 'support', 'status'] as const).map(item => {
      const value = milestoneValue({ ...match, status }, COLUMNS[item], lang, asOf);
      const shown = Array.isArray(value) ? value.join('、') : String(value ?? '');
      return shown === '' ? '' : `${word(item === 'task' ? 'number' : item === 'content' ? 'task' : item, lang)}: ${shown}`;
    });
    return [
      {
        // Not the file's name or bytes: a plan that is renamed, or corrected elsewhere, keeps its events.
        key: [plan.title, plan.year, id, task.content],
        date,
        summary: [task.leadUnits.join('、'), text].filter(part => part !== '').join(': '),
        details: details.filter(line => line !== ''),
        cancelled: status === 'cancelled',
      },
    ];
  });
  return { events, undated: dues.length - events.length };
}

/** The column that holds each detail. */
const COLUMNS = {
  category: 'category',
  task: 'task',
  content: 'content',
  period: 'period',
  lead: 'leadUnits',
  support: 'supportUnits',
  status: 'status',
} as const;
