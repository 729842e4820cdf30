import { firstIndex } from '../base/first-index.ts';
import { comparePeriods } from '../base/period.ts';
import { fold } from '../lexicon/fold.ts';
import { headingOf } from '../lexicon/headings.ts';
import { readQuantities, readTimes } from '../meaning/index.ts';
import type { Deliverable, Milestone, Plan, Quantity, Task } from '../plan/schema.ts';
import { holding } from './deliverables.ts';
import type { Match } from './query.ts';

/** A quantity with the milestone and the deliverable that promise it. */
export interface Target {
  /** Null where it is a goal of the whole task, in its own text or under 年度目标. */
  milestone: Milestone | null;
  /** Null where it stands outside every deliverable. */
  deliverable: Deliverable | null;
  quantity: Quantity;
  /** What a cumulative figure adds to what was reached before; null where it is the first of its series or for its period alone. */
  change: number | null;
}

/** What one task promises of one thing in one unit, in the order of the periods. */
export interface Series {
  task: Task;
  /** In the fullest words that the task has for it (二标段, 张老引水二标段); empty where it has none. */
  metric: string;
  unit: string;
  targets: Target[];
}

/**
 * Every quantity of the milestones given, and of the goals that their tasks set besides, a series for each task, metric and unit. Figures are
 * never added up. `year` is the plan's.
 */
export function seriesOf(matches: readonly Match[], year: Plan['year']): Series[] {
  const tasks = new Map<Task, Milestone[]>();
  for (const { task, milestone } of matches) {
    const known = tasks.get(task);
    if (known) known.push(milestone);
    else tasks.set(task, [milestone]);
  }
  return [...tasks].flatMap(([task, milestones]) => seriesOfTask(task, milestones, goalsOf(task, year)));
}

/** The series in which a quantity stands in words: its metric or its deliverable has them. */
export function seriesWith(series: readonly Series[], text: string): Series[] {
  const has = holding(text);
  return series.filter(
    ({ metric, targets }) => has(metric) || targets.some(({ deliverable, quantity }) => has((deliverable ?? quantity).text)),
  );
}

function seriesOfTask(task: Task, milestones: readonly Milestone[], goals: readonly Target[]): Series[] {
  const promised = [...milestones]
    .sort((a, b) => comparePeriods(a.period, b.period))
    .flatMap(milestone =>
      (milestone.quantities ?? [])
        .filter(quantity => !isSort(milestone.text, quantity))
        .map(
          (quantity): Target => ({
            milestone,
            deliverable: holderOf(milestone, quantity),
            quantity,
            change: null,
          }),
        ),
    );
  const names = fullNames(promised);
  const groups = new Map<string, Target[]>();
  for (const target of promised) {
    const key = JSON.stringify([kindOf(target), names.get(keyOf(target)) ?? fold(metricOf(target))]);
    const group = groups.get(key);
    if (group) group.push(target);
    else groups.set(key, [target]);
  }
  const series = [...groups.values()].flatMap(apart).map(group => {
    const metric = group.map(metricOf).reduce((full, one) => (one.length > full.length ? one : full));
    return { task, metric, unit: group[0]!.quantity.unit, targets: withChanges(group) };
  });
  return withGoals(task, series, goals);
}

/** What is measured; where the text does not say of what, what is done (签约3个: 签约), and nothing where it is no more than done (完成30公里). */
function metricOf({ deliverable, quantity }: Target): string {
  if (quantity.metric !== '' || !deliverable) return quantity.metric;
  return deliverable.text
    .replace(quantity.text, '')
    .replace(/\(\)|（）/, '')
    .replace(/^(?:累计|全年|共|再|已|全部|分别)+/, '')
    .replace(/^(?:完成(?=.{2})|(?:完成|建成|实现|达到?|新增)$)/, '');
}

/** A goal stands beside the series of its name, where there is one; it changes neither what that is called nor how it is counted. */
function withGoals(task: Task, series: readonly Series[], goals: readonly Target[]): Series[] {
  const known = new Map<string, Series | null>();
  for (const one of series) {
    const key = JSON.stringify([kindOf(one.targets[0]!), fold(one.metric)]);
    known.set(key, known.has(key) ? null : one);
  }
  const lone = (target: Target): Series | null => {
    const unit = kindOf(target);
    const unnamed = series.filter(({ metric, targets }) => metric === '' && kindOf(targets[0]!) === unit);
    return unnamed.length === 1 && goals.filter(goal => kindOf(goal) === unit).length === 1 ? unnamed[0]! : null;
  };
  const alone: Series[] = [];
  for (const goal of goals) {
    // 完成20亿元 of a task with the one goal 固定资产投资45亿元 is a part of that.
    const found = (goal.quantity.metric === '' ? null : known.get(keyOf(goal))) ?? lone(goal);
    if (found) found.targets.push(goal);
    else alone.push({ task, metric: metricOf(goal), unit: goal.quantity.unit, targets: [goal] });
  }
  return [...series, ...alone];
}

/** What is there already is no goal: 已建成20个, 由85%提高到95%. */
const ALREADY = /(?:已建成?|已有|现有|原有)$/;
const FROM = /[由从](?:\d{4}年的?|[去上今]年的?|原来?的?|现[有在]?的?|目前的?)?$/;
const TO = /^(?:左右|以上)?(?:提[高升]|增[加长]?|扩[大容]?|升|降[低]?|减少?|压[减缩]|缩短|上升|下降)?[到至为]约?\d/;

/** 亿元以上项目, 3000元以下企业: what sort of things are meant, not how many. */
function isSort(text: string, { comparator, unit, span: [, end] }: Quantity): boolean {
  return (
    comparator !== 'eq' &&
    /元$|^$/.test(unit) &&
    /^的?[^，,。；;、\d]{0,6}(?:项目|企业|工程|园区|合同|产业链?)/.test(text.slice(end, end + 12))
  );
}

/** What a task with cells for its periods sets itself for all of them: in its text, and in columns of goals. */
function goalsOf(task: Task, year: Plan['year']): Target[] {
  if (task.milestones.every(({ dueFrom }) => dueFrom === 'limit')) return [];
  const columns = Object.entries(task.extra).filter(([heading]) => headingOf(heading)?.role === 'target');
  const goals: Target[] = [];
  for (const text of [task.content, ...columns.map(([, text]) => text)]) {
    const before = [...goals];
    for (const quantity of readQuantities(text, readTimes(text, { year, roc: false }))) {
      const ahead = text.slice(Math.max(0, quantity.span[0] - 12), quantity.span[0]);
      const already = ALREADY.test(ahead) || (FROM.test(ahead) && TO.test(text.slice(quantity.span[1])));
      if (already || isSort(text, quantity)) continue;
      const goal: Target = { milestone: null, deliverable: null, quantity, change: null };
      // The task and its column of goals often say the same.
      const same = (other: Target): boolean =>
        other.quantity.value === quantity.value && (quantity.metric === '' ? kindOf(other) === kindOf(goal) : keyOf(other) === keyOf(goal));
      if (!before.some(same)) goals.push(goal);
    }
  }
  return goals;
}

/** The deliverable in whose text a quantity stands; deliverables stand in order and do not overlap. */
function holderOf({ deliverables = [] }: Milestone, { span: [at] }: Quantity): Deliverable | null {
  const found = deliverables[firstIndex(deliverables.length, index => deliverables[index]!.span[1] <= at)];
  return found && found.span[0] <= at ? found : null;
}

/** Figures for each of several things are no figures of the whole, even in the same unit. */
function kindOf({ quantity }: Target): string {
  return `${quantity.unit}${quantity.distributive ? ' each' : ''}`;
}

function keyOf(target: Target): string {
  return JSON.stringify([kindOf(target), fold(metricOf(target))]);
}

/** The metrics that a task also has in longer words, by what one alone of the longer ones ends in (二标段: 张老引水二标段). */
function fullNames(targets: readonly Target[]): Map<string, string> {
  const longer = new Map<string, string | null>();
  for (const target of new Map(targets.map(one => [keyOf(one), one])).values()) {
    const metric = fold(metricOf(target));
    for (let cut = 1; cut < Math.min(metric.length - 1, LONGEST); cut++) {
      const key = JSON.stringify([kindOf(target), metric.slice(cut)]);
      longer.set(key, longer.has(key) ? null : metric);
    }
  }
  return new Map([...longer].flatMap(([key, metric]) => (metric === null ? [] : [[key, metric] as [string, string]])));
}

/** Beyond so many letters in front a metric is a sentence. */
const LONGEST = 40;

/** Two figures of one period under one name (桥梁 95%, 桥梁 85%) are of two things: then each stands alone. */
function apart(group: Target[]): Target[][] {
  const periods = new Set(group.map(({ milestone }) => milestone!.id));
  return periods.size < group.length ? group.map(target => [target]) : [group];
}

/**
 * Puts on each cumulative figure what it adds. What is for a period alone adds to the level reached, but a share, which is a level itself. Figures
 * that add up to more than the cumulative one behind them were cumulative, too, without saying so: then nothing is known of what it adds.
 */
function withChanges(targets: readonly Target[]): Target[] {
  let level: number | null = null;
  let said = true;
  return targets.map(target => {
    const { value, cumulative, unit } = target.quantity;
    const added: number | null = cumulative && level !== null ? exact(value - level) : null;
    const change = added !== null && added < 0 && !said ? null : added;
    said = cumulative || unit === '%';
    level = cumulative || unit === '%' ? value : (level ?? 0) + value;
    return { ...target, change };
  });
}

/** 25.9 - 16 is 9.9. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
