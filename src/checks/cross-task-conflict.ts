import type { Diagnostic } from '../base/diagnostic.ts';
import { grouped } from '../base/grouped.ts';
import { bare } from '../meaning/compare.ts';
import type { Check } from './check.ts';
import { inMilestone, type Promised, promisedBy, relatedTo } from './promises.ts';

/** Shortest name (bare characters) that stands for one thing in a whole plan. */
const LEAST = 3;
/** Shortest one that stands for one document or work whose time must be the same everywhere. */
const LEAST_DATED = 8;
const ENDED = new Set(['issue', 'sign', 'build']);
const DOCUMENT = /(?:规划|方案|计划|办法|意见|条例|标准|清单|协议|指南)$/;

/** 任务间不一致: two tasks promise one named thing, one of them firmly and the other not, or for different times. */
export const crossTaskConflict: Check = {
  code: 'cross-task-conflict',
  explain: 'Two tasks promise the same named thing for different times, or one of them firmly and the other only as an aim.',
  run: plan => {
    const promised = plan.tasks.flatMap(promisedBy).filter(({ deliverable }) => deliverable.phase === 'done');
    return [...softer(promised), ...later(promised), ...twice(promised)];
  },
};

function softer(promised: readonly Promised[]): Diagnostic[] {
  const built = promised.filter(({ deliverable }) => deliverable.kind === 'build');
  const firm = namesOf(built.filter(({ deliverable }) => deliverable.commitment === 'firm'));
  const ending = grouped(firm, ([name]) => name.slice(-2));
  const soft = namesOf(built.filter(({ deliverable }) => deliverable.commitment === 'strive'));
  return [...soft].flatMap(([name, weak]) => {
    const strong = (ending.get(name.slice(-2)) ?? []).filter(([other]) => isSame(name, other)).flatMap(([, all]) => all);
    const other = strong.findLast(one => weak.every(({ task }) => task !== one.task));
    return other ? [finding(name, other, weak)] : [];
  });
}

/** Documents and works that two tasks finish, each for a time of its own. */
function later(promised: readonly Promised[]): Diagnostic[] {
  const ended = promised.filter(({ deliverable }) => ENDED.has(deliverable.kind) && deliverable.commitment === 'firm');
  return [...namesOf(ended)].flatMap(([name, all]) => {
    const [first, ...others] = all;
    const other = others.find(
      one => one.task !== first!.task && one.deliverable.kind === first!.deliverable.kind && one.milestone.due !== first!.milestone.due,
    );
    return other && name.length >= LEAST_DATED ? [finding(name, other, [first!])] : [];
  });
}

/** 新建口袋公园30个 under two time limits: one goal, word for word with its figure. */
function twice(promised: readonly Promised[]): Diagnostic[] {
  const goals = promised.filter(({ milestone, deliverable: { text } }) => milestone.dueFrom === 'limit' && /\d/.test(text));
  const same = grouped(goals, ({ deliverable }) => bare(deliverable.text));
  return [...same].flatMap(([text, [first, ...others]]) => {
    const other = others.find(
      ({ task, milestone: { due, place } }) =>
        task !== first!.task && due !== first!.milestone.due && place.start !== first!.milestone.place.start,
    );
    return other && text.length >= LEAST_DATED ? [finding(other.deliverable.text, other, [first!])] : [];
  });
}

function finding(name: string, { task, milestone, deliverable }: Promised, others: readonly Promised[]): Diagnostic {
  const data = { name, task: others[0]!.task.id, text: others.at(-1)!.deliverable.text };
  return { code: 'cross-task-conflict', ...inMilestone(task, milestone, deliverable), data, related: relatedTo(others) };
}

function namesOf(promised: readonly Promised[]): Map<string, Promised[]> {
  const named = promised.flatMap(one =>
    one.deliverable.names.flatMap(withFirst).map(name => ({ name: bare(name).replace(/(?<=.{4})(?:主线|全线)$/, ''), one })),
  );
  const byName = grouped(
    named.filter(({ name }) => name.length >= LEAST),
    ({ name }) => name,
  );
  return new Map([...byName].map(([name, all]) => [name, all.map(({ one }) => one)]));
}

/** A name, and of several documents that share their last word the first: 国土空间、生态环境规划 holds 国土空间规划. */
function withFirst(name: string): string[] {
  const parts = name.split('、');
  const noun = DOCUMENT.exec(name)?.[0];
  return parts.length > 1 && noun && !parts[0]!.endsWith(noun) ? [name, `${parts[0]}${noun}`] : [name];
}

/** One name, or the short one at the end of the long one (环湖路, 三岔湖环湖路). */
function isSame(a: string, b: string): boolean {
  return a === b || a.endsWith(b) || b.endsWith(a);
}
