import type { Diagnostic } from '../base/diagnostic.ts';
import type { Plan } from '../plan/schema.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { lookalikeUnit } from './lookalike-unit.ts';
import { straySpace } from './stray-space.ts';
import { unbalancedQuote } from './unbalanced-quote.ts';

/** Every check of a plan, in the order of running and of the docs. Structural findings come from the stages that make the plan. */
export const checks = [unbalancedQuote, straySpace, invisibleCharacter, lookalikeUnit] as const;

/** Runs all checks. */
export function checkPlan(plan: Plan): Diagnostic[] {
  return checks.flatMap(check => check.run(plan));
}
