import type { FindingFormat, ReportedFinding } from '../reporters/findings/findings.ts';
import { writeStream, writeWhole } from './io.ts';
import { chosenFormat, outputFile } from './output.ts';
import type { Run } from './run.ts';

/** Formats for the programs that run checks. */
export const CI_FORMATS: readonly FindingFormat[] = ['sarif', 'junit', 'github'];

/** The format for programs that a run asks for; undefined for any other that there is. Throws UsageError for one that there is not. */
export function ciFormat(run: Run): FindingFormat | undefined {
  const ci = CI_FORMATS.find(one => one === run.options.format);
  if (!ci) chosenFormat(run, 'terminal', CI_FORMATS);
  return ci;
}

/** Writes findings for programs, by the name of the command that found them. */
export async function writeFindings(run: Run, format: FindingFormat, findings: readonly ReportedFinding[], command: string): Promise<void> {
  const { findingFormats } = await import('../reporters/findings/findings.ts');
  const text = findingFormats[format](findings, command);
  const file = outputFile(run);
  if (file === null) await writeStream(run.world.stdout, text);
  else writeWhole(file, run.world.cwd, text);
}
