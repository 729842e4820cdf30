import { availableParallelism } from 'node:os';
import type { Run } from './run.ts';

/** On how many threads documents may be read: `--jobs`, else as many as the machine grants this process. */
export function coresOf(run: Run): number {
  return Number(run.options.jobs) || availableParallelism();
}
