import { bare, matterOf } from '../meaning/compare.ts';
import type { Check } from './check.ts';
import { inMilestone, type Promised, promisedInCells, relatedTo } from './promises.ts';
import { goalsOf, NAMEABLE, partsOf } from './things/things.ts';

/** Goals of a task that are looked for at most. */
const MOST = 100;
/** Shortest thing (characters) that a task sets up and that is looked for: not every 机制. */
const LEAST = 6;

/** 目标未达到: a task that says "built", and milestones that leave it, or a part of it, unfinished. */
export const goalNotReached: Check = {
  code: 'goal-not-reached',
  explain: 'The task promises a completed work, and its last milestone about it leaves it, or a part excepted before, unfinished.',
  run: plan =>
    plan.tasks.flatMap(task => {
      const promised = promisedInCells(task);
      if (promised.length < 2) return [];
      const goals = goalsOf(task);
      const firm = goals.filter(({ phase, commitment }) => phase === 'done' && commitment === 'firm').slice(0, MOST);
      const names = new Set(
        firm.filter(({ kind }) => kind === 'build').flatMap(goal => (goal.names.length > 0 ? goal.names : workOf(goal.text))),
      );
      const setUp = new Set(
        firm
          .filter(({ kind }) => kind === 'establish')
          .flatMap(goal => partsOf(goal.text).filter(part => NAMEABLE.test(part) && part.length >= LEAST)),
      );
      return [...names, ...setUp].flatMap(name => {
        const about = promised.filter(({ deliverable }) => bare(deliverable.text).includes(bare(name)));
        if (setUp.has(name) && !about.every(({ deliverable }) => isPlanOf(name, deliverable.text))) return [];
        const rest = about.flatMap(one => exceptedOf(one.deliverable.text)).flatMap(part => lastOf(promised, part));
        const last =
          rest.find(({ deliverable }) => deliverable.phase !== 'done') ??
          (setUp.has(name)
            ? about.at(-1)
            : (unfinished(about) ??
              halfBuilt(
                about,
                firm.some(({ text }) => COMPLETE.test(text)),
              )));
        if (!last) return [];
        const data = { name, text: last.deliverable.text };
        const related = relatedTo(about.filter(one => one !== last).slice(-1));
        return [{ code: 'goal-not-reached' as const, ...inMilestone(task, last.milestone, last.deliverable), data, related }];
      });
    }),
};

/** The work that a goal without a name is about: 石桥安置房二期 of 建成石桥安置房二期1200套并交付使用. */
function workOf(text: string): string[] {
  const work = /^[^\d，,、并和及]{6,}(?=\d|并|$)/.exec(matterOf(text))?.[0];
  return work === undefined ? [] : [work];
}

/** Whether a clause is only about a plan for something: 都市圈治理智慧平台建设工作计划. */
function isPlanOf(name: string, text: string): boolean {
  const after = text.slice(text.lastIndexOf(name) + name.length);
  return text.includes(name) && /^(?:项目)?(?:建设|组建)?(?:工作|实施|行动)?(?:计划|方案|规划|思路|需求)/.test(after);
}

/** What a clause leaves out: (除沱江大桥), 除沱江大桥外. */
function exceptedOf(text: string): string[] {
  return [...text.matchAll(/除(?!了)([^()（），,。；;]{2,20}?)(?:外|以外|[)）])/g)].map(match => match[1]!);
}

function lastOf(promised: readonly Promised[], part: string): Promised[] {
  return promised.filter(({ deliverable }) => deliverable.text.includes(part) && exceptedOf(deliverable.text).length === 0).slice(-1);
}

/** What ends a work, and what is a part of the way. */
const COMPLETE = /建成|竣工|完工|投用|投入使用|交付|通车|投产|验收|开放|启用/;
const HALF = /封顶|结构|桩基|基坑|基础|施工至|填筑|路基|出正负零|招标/;

/** 主体结构封顶 in the last milestone about what the task builds and hands over. */
function halfBuilt(about: readonly Promised[], complete: boolean): Promised | null {
  const last = about.at(-1);
  const ended = about.some(({ deliverable }) => COMPLETE.test(deliverable.text));
  return complete && !ended && last && about.length > 1 && HALF.test(last.deliverable.text) ? last : null;
}

/** The last milestone about a work that no milestone completes. */
function unfinished(about: readonly Promised[]): Promised | null {
  const last = about.at(-1);
  return last && about.length > 1 && about.every(({ deliverable }) => deliverable.phase !== 'done') ? last : null;
}
