import { describe, expect, it } from 'vitest';
import { type Plan, planJsonSchema } from '../../src/index.ts';
import { conforms, type JsonSchema } from '../../src/plan/conforms.ts';
import { seedPlan } from '../cli/world.ts';

/** The real plan as saved, with the first time of a milestone changed. */
async function changed(change: (time: object) => void): Promise<boolean> {
  const plan = JSON.parse(String(await seedPlan())) as Plan;
  change(plan.tasks[0]!.milestones[0]!.times![0]!);
  return conforms(plan, planJsonSchema() as JsonSchema);
}

describe('the quick look at a saved plan', () => {
  it('takes a good plan with its times and amounts', async () => expect(await changed(() => {})).toBe(true));

  it('refuses a span that has not two whole numbers', async () => {
    for (const span of [[0], [0, 4, 5], [0, '4'], [0, 1.5], 4])
      expect([span, await changed(time => Object.assign(time, { span }))]).toEqual([span, false]);
  });

  it('refuses a role that there is none of', async () => expect(await changed(time => Object.assign(time, { role: 'name' }))).toBe(false));
});
