import type { Diagnostic } from '../base/diagnostic.ts';
import { bare, commonHead, matterOf } from '../meaning/compare.ts';
import type { Task } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { inMilestone, type Promised, promisedBy, relatedTo } from './promises.ts';

/** Shortest matter (characters) by which two promises are one. */
const LEAST = 5;
/** Characters at the head of two names that make them parts of one work. */
const HEAD = 5;
/** Work on the spot, which comes after planning it; and a clause that plans. */
const ON_SITE = /建设|施工|开工|动工|定植|种植|安装|建成|竣工|完工/;
const PLANS = /^(?:初步|抓紧|加快)?(?:规划|设计|谋划|策划)(?!方案|报告|编制)/;

/** 阶段倒退: what is finished in one period and begun in a later one, or worked at and then planned. */
export const phaseBackwards: Check = {
  code: 'phase-backwards',
  explain:
    'Something is finished in one period and begun in a later one of the same task, or worked at on the spot and planned only later.',
  run: plan => plan.tasks.flatMap(task => [...begunAgain(task), ...plannedLate(task), ...stepsReversed(task)]),
};

function begunAgain(task: Task): Diagnostic[] {
  const done = new Map<string, Promised>();
  return promisedBy(task).flatMap(promised => {
    const { deliverable, milestone } = promised;
    const matter = matterOf(deliverable.text);
    const key = `${deliverable.kind === 'start' ? 'build' : deliverable.kind}\u0000${matter}`;
    const before = done.get(key);
    if (deliverable.phase === 'done' && matter.length >= LEAST) done.set(key, before ?? promised);
    const back = before && deliverable.phase === 'begin' && before.milestone !== milestone;
    return back && bare(before.deliverable.text) !== bare(deliverable.text) ? [finding(promised, before)] : [];
  });
}

function plannedLate(task: Task): Diagnostic[] {
  const promised = promisedBy(task);
  const planned = promised.filter(({ deliverable }) => PLANS.test(deliverable.text) && deliverable.kind === 'draft');
  return planned.flatMap(one => {
    const worked = promised
      .slice(0, promised.indexOf(one))
      .find(
        ({ milestone, deliverable }) => milestone !== one.milestone && ON_SITE.test(deliverable.text) && isPartOf(one, deliverable.names),
      );
    return worked ? [finding(one, worked)] : [];
  });
}

/** Deliverables of a task whose steps are compared at most. */
const MOST = 200;
/** Steps of one thing in their order: what ends it, and what comes before that. */
const STEPS: readonly (readonly [RegExp, RegExp])[] = [
  [/印发|出台|发布|公布|颁布/, /征求[^，,]{0,10}意见|起草|初稿|送审|提请[^，,]{0,14}审议|报[^，,]{0,10}审[议定]/],
  [/通过[^，,]{0,12}(?:验收|评定|认定|考核|评审)/, /申请|申报|预评估|自评/],
  [/(?:主体|结构)[^，,]{0,6}封顶|竣工|建成投用|投入使用/, /基坑|桩基|地基|地下室|土方开挖|打桩/],
];
/** Another part of the work, whose steps come later. */
const OTHER_PART = /[二三四五六]期|其余|剩余|另外|第[二三四]|[B-Z2-9]#|[二三四]标段|配套|附属/;

/** 封顶 and then 基坑, 印发 and then 征求意见: a step that comes before one that was taken in an earlier period. */
function stepsReversed(task: Task): Diagnostic[] {
  const promised = promisedBy(task).slice(0, MOST);
  return promised.flatMap((one, index) => {
    const step = STEPS.find(([, before]) => before.test(one.deliverable.text));
    if (!step || OTHER_PART.test(one.deliverable.text)) return [];
    const ended = promised
      .slice(0, index)
      .find(
        ({ milestone, deliverable }) =>
          milestone !== one.milestone &&
          step[0].test(deliverable.text) &&
          !step[1].test(deliverable.text) &&
          sameThing(one, deliverable, step),
      );
    return ended ? [finding(one, ended)] : [];
  });
}

/** Whether two clauses name the same; a building may be named once only. */
function sameThing(one: Promised, { names, text }: Promised['deliverable'], step: (typeof STEPS)[number]): boolean {
  if (isPartOf(one, names)) return true;
  if (step === STEPS[2]) return one.deliverable.names.length === 0 && !OTHER_PART.test(text);
  return one.deliverable.names.length === 0 && names.length === 0 && commonHead(matterOf(one.deliverable.text), matterOf(text)) >= HEAD;
}

function isPartOf({ deliverable }: Promised, names: readonly string[]): boolean {
  return deliverable.names.some(name => names.some(other => commonHead(name, other) >= HEAD));
}

function finding({ task, milestone, deliverable }: Promised, before: Promised): Diagnostic {
  const data = { text: deliverable.text, other: before.deliverable.text, period: before.milestone.period };
  return { code: 'phase-backwards', ...inMilestone(task, milestone, deliverable), data, related: relatedTo([before]) };
}
