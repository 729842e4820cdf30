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
    deliverables.map(({ commitment, phase }): Firmness => (commitment === 'strive' ? 'strive' : phase === 'ongoing' ? 'ongoing' : 'firm')),
  );
  return firmnesses.find(one => found.has(one)) ?? 'firm';
}
