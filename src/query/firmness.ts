import type { Deliverable } from '../plan/schema.ts';

/**
 * How much being late says of a promise: `firm`; `strive`, where it was only to be tried (力争, 争取); `ongoing`, where work goes on and no state says
 * that it is done (持续推进).
 */
export const firmnesses = ['firm', 'strive', 'ongoing'] as const;
export type Firmness = (typeof firmnesses)[number];

/** The firmness of several deliverables together: that of the firmest; where nothing is known of them, firm. */
export function firmnessOf(deliverables: readonly Deliverable[] = []): Firmness {
  const found = new Set(
    deliverables.map(deliverable => {
      if (deliverable.commitment === 'strive') return 'strive';
      return deliverable.phase === 'ongoing' && !isReached(deliverable) ? 'ongoing' : 'firm';
    }),
  );
  return firmnesses.find(one => found.has(one)) ?? 'firm';
}

/** 路基工程完成60%, 主体建至5层: the work goes on, but how far it is to have come can be told. */
function isReached({ text, quantities }: Deliverable): boolean {
  return quantities.some(({ unit }) => unit === '%') || (quantities.length > 0 && REACHED.test(text));
}

const REACHED = /(?:完成|建至|建到|达到?|升至|降至|不少于|不低于)[^，。；]{0,12}\d/;
