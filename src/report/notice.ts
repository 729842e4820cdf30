import type { CivilDate } from '../base/civil-date.ts';
import type { Lang } from '../base/diagnostic.ts';
import { periodName } from '../base/period.ts';
import { type Status, statuses, statusNames } from '../base/status.ts';
import type { Plan } from '../plan/schema.ts';
import type { Match } from '../query/query.ts';
import { unitsOfMatch } from '../query/units.ts';

export type NoticeKind = 'remind' | 'overdue' | 'bulletin';

/** A notice as its parts, in the order of an official text: title, addressees, body, date. */
export interface Notice {
  title: string;
  to: string;
  body: string[];
  items: string[];
  date: string;
}

/** What a notice is about. */
export interface NoticeFrame {
  kind: NoticeKind;
  lang: Lang;
  asOf: CivilDate;
  units: readonly string[];
  periods: readonly string[];
}

const LATE: readonly Status[] = ['late', 'unreported'];
const DONE: readonly Status[] = ['done', 'done-late'];
/** [Chinese, English]; all else in a notice is the plan's own words and counts. */
const TITLES: Record<NoticeKind, readonly [string, string]> = {
  remind: ['关于{what}节点到期的提醒', 'Reminder of what falls due: {what}'],
  overdue: ['关于{what}逾期事项的催办通知', 'Notice of overdue items: {what}'],
  bulletin: ['关于{what}进展情况的通报', 'Bulletin on progress: {what}'],
};

/** A notice on the milestones found: every count is one of them, every item says its text as the plan does. */
export function noticeOf(plan: Plan, matches: readonly Match[], frame: NoticeFrame): Notice {
  const { kind, lang, asOf, units, periods } = frame;
  const zh = lang === 'zh';
  const name = plan.title === null ? (zh ? '工作计划' : 'work plan') : zh ? `《${plan.title}》` : plan.title;
  const what = [name, periods.map(period => periodName(period, lang)).join(zh ? '、' : ', ')].filter(part => part !== '');
  const shown = kind === 'bulletin' ? matches.filter(({ status }) => LATE.includes(status)) : matches;
  return {
    title: TITLES[kind][zh ? 0 : 1].replace('{what}', () => what.join(zh ? '' : ', ')),
    to: units.length > 0 ? `${units.join(zh ? '、' : ', ')}${zh ? '：' : ':'}` : zh ? '各有关单位：' : 'To all units concerned:',
    body: [countsLine(matches, lang, asOf), ...(kind === 'bulletin' ? bulletinLines(plan, matches, shown, lang) : [])],
    items: shown.map(match => itemLine(match, lang)),
    date: zh ? asOf.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日') : asOf,
  };
}

/** How many milestones and tasks there are, and how many of each status. */
function countsLine(matches: readonly Match[], lang: Lang, asOf: CivilDate): string {
  const tasks = new Set(matches.map(({ task }) => task)).size;
  const counts = statuses.flatMap(status => {
    const count = matches.filter(match => match.status === status).length;
    return count === 0 ? [] : [lang === 'zh' ? `${statusNames[status].zh} ${count} 个` : `${statusNames[status].en} ${count}`];
  });
  const total = lang === 'zh' ? `涉及节点 ${matches.length} 个、任务 ${tasks} 项` : `milestones ${matches.length}, tasks ${tasks}`;
  const parts = counts.length === 0 ? '' : lang === 'zh' ? `，其中${counts.join('、')}` : `; of these ${counts.join(', ')}`;
  return lang === 'zh' ? `截至${asOf}，${total}${parts}。` : `As of ${asOf}: ${total}${parts}.`;
}

/** The completion rate (done among what is not cancelled), and the lead units of what is late, most first. */
function bulletinLines(plan: Plan, matches: readonly Match[], late: readonly Match[], lang: Lang): string[] {
  const done = matches.filter(({ status }) => DONE.includes(status)).length;
  const all = matches.filter(({ status }) => status !== 'cancelled').length;
  const rate = all === 0 ? null : `${Math.round((done / all) * 1000) / 10}%`;
  const byUnit = new Map<string, number>();
  for (const { task } of late)
    for (const unit of unitsOfMatch(plan, { task, units: [] }, 'lead')) if (unit !== '') byUnit.set(unit, (byUnit.get(unit) ?? 0) + 1);
  const ranked = [...byUnit].sort(([, a], [, b]) => b - a);
  const zh = lang === 'zh';
  const list = ranked.map(([unit, count]) => (zh ? `${unit} ${count} 个` : `${unit} ${count}`)).join(zh ? '、' : ', ');
  return [
    ...(rate === null
      ? []
      : [zh ? `完成率 ${rate}（完成 ${done} 个，共 ${all} 个，不含已取消）。` : `Completed: ${rate} (${done} of ${all} not cancelled).`]),
    ...(list === '' ? [] : [zh ? `逾期或到期未报的牵头单位：${list}。` : `Lead units with late or unreported milestones: ${list}.`]),
  ];
}

function itemLine({ task, milestone, status }: Match, lang: Lang): string {
  const text = milestone.text.replace(/\s*[\r\n]+\s*/g, ' ');
  const facts = [milestone.due, statusNames[status][lang], task.leadUnits.join('、')].filter(fact => fact !== null && fact !== '');
  return lang === 'zh' ? `序号 ${task.id}：“${text}”（${facts.join('，')}）` : `Task ${task.id}: “${text}” (${facts.join(', ')})`;
}
