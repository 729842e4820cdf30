import { bare, coverage, matterOf } from '../meaning/compare.ts';
import type { Deliverable } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { cellsOf } from './promises.ts';
import { goalsOf, NAMEABLE, partsOf } from './things/things.ts';

/** Kinds of goals whose end can be seen; only of these a milestone must speak. */
const SEEN = new Set(['draft', 'issue', 'sign', 'build']);
/** Least share of a goal's words that its milestones must hold: where they have its last word, where not, and where they do not count in the unit of its figure. */
const SHARE = 0.35;
const SHARE_WITHOUT_END = 0.6;
const SHARE_OF_FIGURE = 0.5;
/** Shortest goal (characters). */
const LEAST = 6;
/** Characters of a thing that stand for it: 财税利益共享 of 跨市域项目财税利益共享机制. */
const KNOWN = 6;
/** From how many characters on cells tell what they are about. */
const TOLD = 80;
/** What a goal sets up: 区域利益争端处理机制. */
const SET_UP = new Set(['establish', 'build', 'draft', 'issue', 'start', 'advance']);

/** 目标无节点: a goal of the task that no milestone mentions. */
export const goalWithoutMilestone: Check = {
  code: 'goal-without-milestone',
  explain: 'The task sets a goal that none of its milestones mentions.',
  run: plan =>
    plan.tasks.flatMap(task => {
      const cells = cellsOf(task);
      if (cells.length < 2) return [];
      const all = bare(cells.map(({ text }) => text).join('\n'));
      const goals = goalsOf(task);
      // 完成招标 | 主体施工 | 投产: steps that name nothing say nothing of what they leave out.
      if (all.length < TOLD && !goals.some(({ text }) => coverage(matterOf(text), all) >= SHARE_WITHOUT_END)) return [];
      // What a task names first is what its steps are about, named or not.
      const set = goals.flatMap((goal, index) => {
        if (index > 0 && isMissing(goal, all)) return [goal.text];
        const parts = missingParts(goal, all, goals.length).filter(part => part !== firstPart(goals[0]!));
        return [...parts, ...(goals.length > 1 ? missingTitles(goal, all) : [])];
      });
      return set.map(text => ({ code: 'goal-without-milestone' as const, place: task.place, task: task.id, text, data: { text } }));
    }),
};

/** What a goal says of its size, its cost and whom it reaches, which no cell need repeat. */
const SIZE =
  /(?:^|[，,])(?:(?:其中|项目|线路|全线|工程|计划|预计)?(?:总投资|总长|总?建筑面积|总面积|总规模|总里程)|全长|线路全长|占地|建筑面积|设置?床位|惠及|服务人口|受益)[^，,]*/g;

function isMissing(goal: Deliverable, all: string): boolean {
  const matter = matterOf(goal.text.replace(SIZE, '').replace(/^[，,]|年内|全年|年底前/g, ''));
  const named = goal.names.some(name => coverage(bare(name), all) >= 0.6);
  // 完成投资1000亿元: a figure whose unit no cell counts in.
  const unit = /\d([^\d]{1,2})/.exec(matter)?.[1];
  const share = unit !== undefined && !all.includes(unit) ? SHARE_OF_FIGURE : SHARE;
  return SEEN.has(goal.kind) && matter.length >= LEAST && !named && coverage(matter, all) < share;
}

/** Of several things that a task sets up, those that no cell speaks of. */
function missingParts(goal: Deliverable, all: string, goals: number): string[] {
  if (!SET_UP.has(goal.kind)) return [];
  // What stands behind 等 is their kind, no further thing.
  const parts = partsOf(goal.text.replace(/等[^、,，]*$/, '')).map(part => part.slice(part.lastIndexOf('的') + 1));
  const things = parts.filter(part => bare(part).length >= LEAST && NAMEABLE.test(part));
  // The only goal of a task, and the only thing in it, is what all its steps are about.
  return things.length + goals < 3 ? [] : things.filter(thing => !isSpokenOf(bare(thing), all));
}

/** Programmes and documents in quotes (深化“领航计划”) of which no cell says the name. */
function missingTitles(goal: Deliverable, all: string): string[] {
  return goal.names.filter(
    name =>
      /^[“《].{3,}[”》]$/.test(name) &&
      !/^(?:经验|精神|理念|要求|做法)/.test(goal.text.slice(goal.text.indexOf(name) + name.length)) &&
      NAMEABLE.test(bare(name)) &&
      coverage(bare(name), all) < SHARE_WITHOUT_END,
  );
}

function firstPart(goal: Deliverable): string | undefined {
  return partsOf(goal.text).find(part => part !== '');
}

function isSpokenOf(thing: string, all: string): boolean {
  for (let at = 0; at + KNOWN <= thing.length; at++) if (all.includes(thing.slice(at, at + KNOWN))) return true;
  return coverage(thing, all) >= (all.includes(thing.slice(-2)) ? SHARE : SHARE_WITHOUT_END);
}
