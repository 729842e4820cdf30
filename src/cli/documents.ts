/** All that reading documents takes, loaded together and only then: a saved plan needs none of it. */
export { checkPlan } from '../checks/index.ts';
export { meaningWith } from '../meaning/index.ts';
export { buildPlan, draftPlan } from '../plan/build.ts';
export { readSource } from '../source/index.ts';
