import type { PeriodKey } from '../base/period.ts';
import { headingUnit } from '../lexicon/heading-unit.ts';
import { type HeadingRole, yearOfHeading } from '../lexicon/headings.ts';
import { WATCHERS } from '../lexicon/office-words.ts';
import type { ColumnSpec, Role } from './grid.ts';
import type { DraftColumn } from './ordered-heading.ts';

const DIRECT: Partial<Record<HeadingRole, Role>> = {
  number: 'number',
  category: 'category',
  period: 'period',
  lead: 'lead',
  support: 'support',
  person: 'person',
};

const MONTHS = /^月\s*份$/;
const ANSWERS = /责\s*任|负\s*责|承\s*办/;
/** Beside 责任单位: whose the project is, or whose trade, or who looks at it, not who answers for it. */
const OWNER = new RegExp(`业主|建设单位|项目单位|法人|主管|${WATCHERS}`);

/** What a heading adds: 责任单位（联系电话）. */
const BRACKETS = /[（(][^（）()]*[）)]/g;

/** What the words of a heading may mean whose cells group tasks: 经营主题, 二级指标, 项目阶段. */
const GROUPING: ReadonlySet<HeadingRole> = new Set(['task', 'detail', 'target', 'note']);

/** How things are done (周次, 检查方式) or what is to be reached (年度目标), which says nothing of what tasks belong together. */
function groupsNothing({ heading, text }: DraftColumn): boolean {
  return (heading?.role === 'note' && heading.weight < 0.9) || (heading?.role === 'target' && !/指标/.test(text));
}

/** Weighs the headings against each other: which of several task-like columns is the task, whether 责任单位 leads or supports. */
export function settleRoles(drafts: readonly DraftColumn[]): ColumnSpec[] {
  const roleAt = (index: number): HeadingRole | undefined => drafts[index]?.heading?.role;
  const indexes = drafts.map((_, index) => index);
  if (indexes.filter(index => roleAt(index) === 'contact').length >= 2) return [];
  const content = contentColumn(drafts, indexes, roleAt);
  if (content < 0) return [];
  const number = indexes.find(index => roleAt(index) === 'number') ?? -1;
  const hasLead = indexes.some(index => roleAt(index) === 'lead');
  const responsible = indexes.filter(index => roleAt(index) === 'responsible');
  // 单位 beside 责任单位 is what figures are counted in.
  const countedIn =
    hasLead || responsible.length > 1 ? responsible.find(index => drafts[index]!.text.replace(/\s/g, '') === '单位') : undefined;
  const offices = responsible.filter(index => index !== countedIn);
  const firstResponsible =
    offices.find(index => ANSWERS.test(drafts[index]!.text)) ?? offices.find(index => !OWNER.test(drafts[index]!.text)) ?? offices[0];
  const byMonths = drafts.some(({ heading }) => /^M\d\d$/.test(heading?.period ?? ''));
  const limits = indexes.filter(index => roleAt(index) === 'limit');
  const timed = limits.length > 0 || indexes.some(index => roleAt(index) === 'period');
  return drafts.map((draft, index): ColumnSpec => {
    const role = draft.heading?.role;
    let settled: Role = (role && DIRECT[role]) ?? 'extra';
    if (index === content) settled = 'content';
    else if (index === countedIn) settled = 'extra';
    else if (role === 'responsible' && (hasLead || index !== firstResponsible) && OWNER.test(draft.text.replace(BRACKETS, '')))
      settled = 'extra';
    else if (role === 'responsible') settled = !hasLead && index === firstResponsible ? 'lead' : 'support';
    // 月份 beside 起止日期 groups tasks; 建设年限 beside 完成时间 says how long the whole takes.
    else if (role === 'limit' && limits.length > 1 && index < content && MONTHS.test(draft.text)) settled = 'category';
    else if (role === 'limit')
      settled = LASTS.test(draft.text) && limits.some(other => COMPLETED.test(drafts[other]!.text)) ? 'extra' : 'limit';
    // 阶段 before the task groups tasks, behind it tells how far each is; 抽查类型 behind it, where 抽查领域 stands before, of what sort each is.
    else if (role === 'category' && index > content && (draft.heading!.weight < 0.7 || drafts.slice(0, content).some(isCategory)))
      settled = 'extra';
    else if (
      index < number &&
      number < content &&
      (role === undefined || role === 'task' || role === 'detail' || (role === 'target' && index === 0))
    )
      settled = 'category';
    // Without numbers, what stands before the task groups tasks: 实事内容 | 工作任务.
    else if (number < 0 && index === 0 && (role === 'task' || role === 'detail') && !drafts.some(isCategory)) settled = 'category';
    else if (role === 'number' && index !== number) settled = 'extra';
    const spec: ColumnSpec = { heading: oneLine(draft.text), role: settled };
    if (!draft.heading) spec.unknown = true;
    // What a table begins with, or what stands before its numbers, is merged over tasks.
    if (index < (number < 0 ? Math.min(1, content) : number) && (settled === 'lead' || settled === 'limit' || settled === 'person'))
      spec.carried = true;
    if (role === 'limit' && MONTHS.test(draft.text)) spec.months = true;
    if (role === 'responsible' && settled === 'support') spec.responsible = true;
    if (settled === 'extra' && role === 'schedule') spec.schedule = true;
    // 时间安排 where no other column tells when.
    if (settled === 'extra' && role === 'schedule' && /时间/.test(draft.text) && !timed) spec.dated = true;
    if (settled === 'extra' && index > number && (role === 'target' || (role === 'task' && index > content && /目标/.test(draft.text))))
      spec.target = true;
    if (settled === 'period' && draft.heading?.period)
      spec.period = byMonths ? monthOf(draft.heading.period, draft.text) : draft.heading.period;
    const year = settled === 'period' ? (yearOfHeading(draft.text) ?? yearOfHeading(draft.over ?? '')) : null;
    if (year !== null) spec.year = year;
    // A heading over two columns, of which only one is known to have it: 项目 |  | 责任单位.
    if (draft.text === '' && index === content + 1) Object.assign(spec, { heading: oneLine(drafts[content]!.text), measure: true });
    if (settled === 'extra' && index > content && (role === 'task' || role === 'detail' || role === 'target')) spec.measure = true;
    if (settled === 'extra' && index < content && (role === undefined || GROUPING.has(role)) && !groupsNothing(draft)) spec.mayGroup = true;
    if (draft.over !== undefined && draft.over !== draft.text) spec.over = draft.over;
    if (settled === 'extra' && role === 'responsible' && index !== countedIn) spec.owners = true;
    if (settled === 'extra' && DATED.test(draft.text)) spec.dated = true;
    if (settled === 'extra' && PLACES.test(draft.text)) spec.places = true;
    if (headingUnit(draft.text, draft.over) !== undefined || FIGURES.test(draft.text)) spec.figures = true;
    return spec;
  });
}

function isCategory({ heading }: DraftColumn): boolean {
  return heading?.role === 'category';
}

/** A heading without the line breaks that a narrow column makes: 建设 / 性质. */
function oneLine(text: string): string {
  return text.replace(/(?<=[^\x20-\x7e])\s*[\r\n]+\s*|\s*[\r\n]+\s*(?=[^\x20-\x7e])/g, '').replace(/\s*[\r\n]+\s*/g, ' ');
}

/** Headings of how long works take, and of when they are to be done. */
const LASTS = /年限|工期|起止/;
const COMPLETED = /完成|办结|时限|截止/;

const PLACES = /地点|地址|场所|场地|位置|会场/;
const DATED = /时间|日期|起止|工期|年限|开工|竣工|完工/;

/** What is told in numbers: 目标数, 同比增长, 分值. */
const FIGURES = /(?:数|值|得分|满分|权重|量|额|率|投资|资金|比重|比例|增长|增幅|面积|里程|人次)$/;

/** 3月底前 is a quarter among 6月底前 and 9月底前, a month among 5月底前 and 7月底前. */
function monthOf(period: PeriodKey, text: string): PeriodKey {
  return /^Q\d$/.test(period) && /月/.test(text) && !/[-~—–至到]/.test(text)
    ? `M${String(Number(period[1]) * 3).padStart(2, '0')}`
    : period;
}

/** Over periods, how they are filled; without any, what is to be done. */
const ARRANGED = /^(?:主要|重点|具体)?(?:工作|任务|活动)(?:安排|计划|部署)$/;

/** The column of the task text: a task heading, else a detail, else a target; to the right of the number where it can be. */
function contentColumn(
  drafts: readonly DraftColumn[],
  indexes: readonly number[],
  roleAt: (index: number) => HeadingRole | undefined,
): number {
  const number = indexes.find(index => roleAt(index) === 'number') ?? -1;
  for (const role of ['task', 'detail', 'target'] as const) {
    const found = indexes.filter(index => roleAt(index) === role);
    const right = found.find(index => index > number);
    if (right !== undefined) return right;
    if (role === 'task' && found.length > 0 && indexes.some(index => index > number && roleAt(index) === 'detail')) continue;
    if (found.length > 0) return found[0]!;
  }
  // A table with units, limits or periods is a plan, whatever its task column is called.
  const isPlan = indexes.some(index => ['lead', 'support', 'responsible', 'limit', 'period'].includes(roleAt(index) ?? ''));
  if (!isPlan) return -1;
  const arranged = indexes.some(index => roleAt(index) === 'period') ? undefined : drafts.findIndex(({ text }) => ARRANGED.test(text));
  return arranged !== undefined && arranged > number
    ? arranged
    : (indexes.find(index => index > number && roleAt(index) === undefined) ?? -1);
}

/**
 * The other way to read a table with 重点任务 and 具体举措: several measures under one number, each a task of its own. What stands before the
 * column `measure` is then merged over the measures. Or each measure has a number, and the task column is a category (测评项目, 创建任务).
 */
export function asMeasures(columns: readonly ColumnSpec[], measure: number, numbered = false): ColumnSpec[] {
  return columns.map((column, index) => {
    if (index === measure) return { ...column, role: 'content' };
    if (column.role === 'content')
      return numbered ? { ...column, role: 'category', parent: true } : { ...column, role: 'extra', carried: true, parent: true };
    if (numbered) return column;
    const between = column.measure === true && index < measure;
    return column.role === 'number' || between ? { ...column, carried: true } : column;
  });
}
