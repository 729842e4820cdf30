import type { Plan } from '../../src/index.ts';
import { halfWidth } from '../../src/lexicon/fold.ts';
import { splitUnits } from '../../src/lexicon/units.ts';
import type { RandomPlan, RandomTask } from './plans.ts';
import { isMerged } from './tables.ts';

/** What a dialect keeps of a table. */
export interface Kept {
  /** Merged cells. */
  spans: boolean;
  /** Line breaks within cells; where not, they become spaces. */
  breaks: boolean;
}

/** What a task means, however it was written. */
export interface TaskMeaning {
  id: string;
  category: string[];
  content: string;
  lead: string[];
  support: string[];
  deadline: string | null;
  milestones: Record<string, string>;
  extra: Record<string, string>;
}

/** What the plan that was read means. */
export function meaningOf(plan: Plan): TaskMeaning[] {
  return plan.tasks.map(task => ({
    id: task.id,
    category: task.category,
    content: task.content,
    lead: task.leadUnits,
    support: task.supportUnits,
    deadline: task.deadline?.text ?? null,
    milestones: Object.fromEntries(task.milestones.map(({ period, text }) => [period, text])),
    extra: task.extra,
  }));
}

/** What a random plan means after it went through a dialect. */
export function expectedMeaning(plan: RandomPlan, { spans, breaks }: Kept): TaskMeaning[] {
  const read = (text: string): string => (breaks ? text : text.replaceAll('\n', ' '));
  const ids = idsOf(plan);
  const lines = (text: string): readonly string[] => splitUnits(text).names;
  // A merged task cell groups several measures, each a task; without spans it still shows as an empty cell.
  const measures = plan.tasks.some((_, row) => isMerged(plan, 'content', row)) && isEnough(plan);
  return plan.tasks.map((task, row) => {
    const content = measures ? task.measure : task.content;
    const extra: Record<string, string> = {};
    const groups = [task.category, measures ? read(task.content) : ''].filter(text => text !== '');
    if (!measures && task.measure !== '') extra[plan.headings.measure] = read(task.measure);
    if (task.note !== '') extra[plan.headings.note] = task.note;
    return {
      id: ids[row]!,
      category: groups.filter((text, index) => text !== groups[index - 1]),
      content: read(content),
      lead: [...lines(task.lead)],
      support: !spans && isMerged(plan, 'support', row) ? [] : [...lines(task.support)],
      deadline: task.limit === '' ? null : task.limit,
      milestones: task.limit === '' ? periodTexts(plan, task, spans, read) : { year: read(content) },
      extra,
    };
  });
}

/** Enough merged rows that the table is read as one of measures. */
function isEnough(plan: RandomPlan): boolean {
  return plan.tasks.filter((_, row) => isMerged(plan, 'content', row)).length >= Math.max(1, plan.tasks.length * 0.1);
}

function idsOf({ tasks, parts }: RandomPlan): string[] {
  const seen = new Map<string, number>();
  return tasks.map((task, row) => {
    const id = parts.includes('number') ? halfWidth(task.number).replace(/[、.]+$/, '') : String(row + 1);
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}#${times}`;
  });
}

function periodTexts({ periods }: RandomPlan, task: RandomTask, spans: boolean, read: (text: string) => string): Record<string, string> {
  const texts: Record<string, string> = {};
  task.periods.forEach((text, at) => {
    if (text === null || text === '') return;
    const key = periods[at]![1];
    texts[spans && task.periods[at + 1] === null ? `${key}-${periods[at + 1]![1]}` : key] = read(text);
  });
  return texts;
}
