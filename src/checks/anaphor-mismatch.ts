import type { Check } from './check.ts';
import { cellsOf, inMilestone } from './promises.ts';

/** What a task may be about and a cell may call it by: 示范区, 示范点, 示范园…; a name's own end, or standing alone. */
const KINDS = [
  '示范区',
  '示范点',
  '示范园',
  '示范带',
  '示范基地',
  '示范片',
  '试验区',
  '试点区',
  '先行区',
  '功能区',
  '度假区',
  '产业园',
  '产业带',
];
const KIND = new RegExp(KINDS.join('|'), 'g');

/** 指代不符: a cell speaks of 示范点 where its task is a 示范区. */
export const anaphorMismatch: Check = {
  code: 'anaphor-mismatch',
  explain: 'A cell refers to its task by another word (示范点) than the task itself (示范区).',
  run: plan =>
    plan.tasks.flatMap(task => {
      const own = new Set(task.content.match(KIND) ?? []);
      if (own.size === 0) return [];
      return cellsOf(task).flatMap(milestone =>
        (milestone.deliverables ?? []).flatMap(deliverable => {
          for (const found of deliverable.text.matchAll(KIND)) {
            const before = deliverable.text.slice(0, found.index);
            // With a name or another word before it, it is another thing; a rival of the task's own word is only one of its family (示范…).
            const rival = [...own].some(word => word.slice(0, 2) === found[0].slice(0, 2));
            const same = /\p{Script=Han}{4}$/u.exec(before)?.[0];
            if (
              own.has(found[0]) ||
              !rival ||
              (!(same && task.content.includes(same)) &&
                !/(^|[，,、。；;]|建立|印发|制定|签订|签署|编制|推进|推动|加快|召开|启动|完善|明确|出台)$/.test(before))
            )
              continue;
            const data = { word: found[0], own: [...own].join('、') };
            return [{ code: 'anaphor-mismatch' as const, ...inMilestone(task, milestone, deliverable), data }];
          }
          return [];
        }),
      );
    }),
};
