import type { Diagnostic } from '../base/diagnostic.ts';
import type { Plan } from '../plan/schema.ts';
import { amountConflict } from './amount-conflict.ts';
import { anaphorMismatch } from './anaphor-mismatch.ts';
import { clauseOfOtherTask } from './clause-of-other-task.ts';
import { crossTaskConflict } from './cross-task-conflict.ts';
import { cutOffSentence } from './cut-off-sentence.ts';
import { dateOutsidePeriod } from './date-outside-period.ts';
import { draftNotFinished } from './draft-not-finished.ts';
import { duplicateInCell } from './duplicate-in-cell.ts';
import { goalNotReached } from './goal-not-reached.ts';
import { goalWeakened } from './goal-weakened.ts';
import { goalWithoutMilestone } from './goal-without-milestone.ts';
import { identicalCells } from './identical-cells.ts';
import { impossibleDate } from './impossible-date.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { lookalikeUnit } from './lookalike-unit.ts';
import { missingSupportUnit } from './missing-support-unit.ts';
import { nameVariant } from './name-variant.ts';
import { nearDuplicateCells } from './near-duplicate-cells.ts';
import { nearDuplicateInCell } from './near-duplicate-in-cell.ts';
import { ownerMissing } from './owner-missing.ts';
import { percentOver100 } from './percent-over-100.ts';
import { phaseBackwards } from './phase-backwards.ts';
import { placeholder } from './placeholder.ts';
import { spellingVariant } from './spelling-variant.ts';
import { startAndFinishInCell } from './start-and-finish-in-cell.ts';
import { straySpace } from './stray-space.ts';
import { taskWithoutVerb } from './task-without-verb.ts';
import { unbalancedQuote } from './unbalanced-quote.ts';

/** Every check of a plan, in the order of running and of the docs. Structural findings come from the stages that make the plan. */
export const checks = [
  unbalancedQuote,
  straySpace,
  placeholder,
  cutOffSentence,
  invisibleCharacter,
  lookalikeUnit,
  dateOutsidePeriod,
  impossibleDate,
  percentOver100,
  amountConflict,
  duplicateInCell,
  nearDuplicateInCell,
  startAndFinishInCell,
  identicalCells,
  nearDuplicateCells,
  clauseOfOtherTask,
  phaseBackwards,
  goalWithoutMilestone,
  goalNotReached,
  goalWeakened,
  draftNotFinished,
  crossTaskConflict,
  nameVariant,
  spellingVariant,
  anaphorMismatch,
  ownerMissing,
  missingSupportUnit,
  taskWithoutVerb,
] as const;

/** Runs all checks. */
export function checkPlan(plan: Plan): Diagnostic[] {
  return checks.flatMap(check => check.run(plan));
}
