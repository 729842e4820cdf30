import { CLOSING_ENDINGS, DOCUMENT_ENDINGS, NAME_ENDINGS } from '../../lexicon/name-words.ts';
import { matterIn } from '../../meaning/compare.ts';
import { readDeliverables } from '../../meaning/index.ts';
import type { Deliverable, Milestone, Task } from '../../plan/schema.ts';
import { cellsOf } from '../promises.ts';

/** A thing that a task or one of its cells names, as written. */
export interface Thing {
  text: string;
  task: Task;
  /** null: in the task's own text. */
  milestone: Milestone | null;
  /** Whether it is a name, and not of general words only (国土空间规划). */
  named: boolean;
}

/** Things of a task looked at at most, and shortest and longest thing (characters). */
const MOST = 200;
const SHORTEST = 4;
const LONGEST = 40;

/** What can be asked for by its name: works, bodies, documents, and what is set up. */
export const NAMEABLE = new RegExp(
  `(?:${[NAME_ENDINGS, DOCUMENT_ENDINGS, CLOSING_ENDINGS, '机制 制度 体系 中枢 建议书'].join(' ').split(' ').join('|')})$`,
);

const PARTS = /[、,，;；。()（）“”《》\n]|以及|及其|及|和|与|等/;
/** Words of work behind a thing: 示范基地建设, 专区前期工作. */
const WORK = /(?:前期|编制|建设|组建|工作|摸底|实地|调研|调查|现状|需求|思路)+$/;

const goals = new WeakMap<Task, Deliverable[]>();

/** The goals that a task's own text sets; several checks ask for them. */
export function goalsOf(task: Task): Deliverable[] {
  const known = goals.get(task) ?? readDeliverables(task.content, { id: task.id, times: [], quantities: [], due: null });
  goals.set(task, known);
  return known;
}

/** The things of a task's text and of its cells, each once for each place it stands in. */
export function thingsOf(task: Task): Thing[] {
  const found = new Map<string, Thing>();
  const add = (deliverables: readonly Deliverable[], milestone: Milestone | null): void => {
    for (const { text, names } of deliverables) {
      const own = names.map(name => name.replace(/^[《“]+|[》”]+$/g, ''));
      for (const part of [...own, ...partsOf(text)]) {
        const key = `${milestone?.id ?? ''}\u0000${part}`;
        if (!found.has(key) && found.size < MOST && part.length >= SHORTEST && part.length <= LONGEST && NAMEABLE.test(part))
          found.set(key, { text: part, task, milestone, named: own.includes(part) });
      }
    }
  };
  add(goalsOf(task), null);
  for (const milestone of cellsOf(task)) add(milestone.deliverables ?? [], milestone);
  return [...found.values()];
}

/** The things a clause joins: 建立A机制和B机制 is about two. */
export function partsOf(text: string): string[] {
  return matterIn(text)
    .split(PARTS)
    .map(part => part.replace(WORK, ''));
}
