/** What compares two versions of a plan: loaded when asked for. */

export { comparePlans } from '../diff/compare-plans.ts';
export { diffReport } from '../report/diff.ts';
