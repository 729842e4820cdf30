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
  run: plan => plan.tasks.flatMap(task => [...begunAgain(task), ...plannedLate(task)]),
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

function isPartOf({ deliverable }: Promised, names: readonly string[]): boolean {
  return deliverable.names.some(name => names.some(other => commonHead(name, other) >= HEAD));
}

function finding({ task, milestone, deliverable }: Promised, before: Promised): Diagnostic {
  const data = { text: deliverable.text, other: before.deliverable.text, period: before.milestone.period };
  return { code: 'phase-backwards', ...inMilestone(task, milestone, deliverable), data, related: relatedTo([before]) };
}
