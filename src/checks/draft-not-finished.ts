import { DOCUMENT_NOUNS } from '../lexicon/verbs.ts';
import { bare, coverage, matterOf } from '../meaning/compare.ts';
import type { Check } from './check.ts';
import { inMilestone, promisedInCells } from './promises.ts';

const DRAFTING = '编制|起草|草拟|制定|拟定|修订|修编';
/** 启动…方案编制, 启动编制…规划. */
const DRAFTED = new RegExp(`(?:${DRAFTING}).*(?:${DOCUMENT_NOUNS.replaceAll(' ', '|')})$|(?:${DRAFTING})(?:工作)?$`);
/** Least share of what a draft is about that later milestones must hold to speak of it. */
const SHARE = 0.35;

/** 起草未完: a draft that is begun, and that no later milestone of its task speaks of. */
export const draftNotFinished: Check = {
  code: 'draft-not-finished',
  explain: 'A document is begun to be drafted, and no later milestone of the task speaks of it.',
  run: plan =>
    plan.tasks.flatMap(task => {
      const promised = promisedInCells(task);
      return promised.flatMap(({ milestone, deliverable }, index) => {
        if (deliverable.phase !== 'begin' || !DRAFTED.test(bare(deliverable.text))) return [];
        const later = promised.slice(index + 1).filter(one => one.milestone !== milestone);
        const matter = matterOf(deliverable.text).replace(new RegExp(`(?:${DRAFTING})?(?:工作)?$`), '');
        if (later.length === 0 || coverage(matter, bare(later.map(one => one.deliverable.text).join('\n'))) >= SHARE) return [];
        return [{ code: 'draft-not-finished' as const, ...inMilestone(task, milestone, deliverable), data: { text: deliverable.text } }];
      });
    }),
};
