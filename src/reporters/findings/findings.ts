import type { ReportedFinding } from './finding.ts';
import { findingsAsGithub } from './github.ts';
import { findingsAsJunit } from './junit.ts';
import { findingsAsSarif } from './sarif.ts';

export type { ReportedFinding } from './finding.ts';

/** Formats of findings for the programs that run checks; listed once. */
export const findingFormats = { sarif: findingsAsSarif, junit: findingsAsJunit, github: findingsAsGithub } as const satisfies Record<
  string,
  (findings: readonly ReportedFinding[], command: string) => string
>;

export type FindingFormat = keyof typeof findingFormats;
