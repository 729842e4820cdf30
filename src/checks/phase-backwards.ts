import { bare, matterOf } from '../meaning/compare.ts';
import type { Check } from './check.ts';
import { inMilestone, type Promised, promisedBy, relatedTo } from './promises.ts';

const LEAST = 5;

/** 阶段倒退: what is finished in one period and begun in a later one. */
export const phaseBackwards: Check = {
  code: 'phase-backwards',
  explain: 'Something is finished in one period and begun, or still under way, in a later one of the same task.',
  run: plan =>
    plan.tasks.flatMap(task => {
      const done = new Map<string, Promised>();
      return promisedBy(task).flatMap(promised => {
        const { deliverable, milestone } = promised;
        const matter = matterOf(deliverable.text);
        const key = `${deliverable.kind === 'start' ? 'build' : deliverable.kind}\u0000${matter}`;
        const before = done.get(key);
        if (deliverable.phase === 'done' && matter.length >= LEAST) done.set(key, before ?? promised);
        const back = before && deliverable.phase === 'begin' && before.milestone !== milestone;
        if (!back || bare(before.deliverable.text) === bare(deliverable.text)) return [];
        const data = { text: deliverable.text, other: before.deliverable.text, period: before.milestone.period };
        return [{ code: 'phase-backwards' as const, ...inMilestone(task, milestone, deliverable), data, related: relatedTo([before]) }];
      });
    }),
};
