import { showPlace } from '../../base/place.ts';
import { visible } from '../../base/visible.ts';
import { hasLines, type ReportedFinding } from './finding.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands of GitHub Actions: each finding becomes an annotation at its line. */
export function findingsAsGithub(findings: readonly ReportedFinding[]): string {
  return findings.map(lineOf).join('');
}

function lineOf({ code, severity, message, about, file, place }: ReportedFinding): string {
  const at: [string, string | number][] = [['title', code]];
  if (hasLines(place)) at.unshift(['line', place.line], ['col', place.column]);
  if (file !== null) at.unshift(['file', file]);
  const where = place && !hasLines(place) ? `${showPlace(place)} ` : '';
  const said = `${where}${about === '' ? '' : `${about}: `}${message}`;
  return `::${COMMANDS[severity]} ${at.map(([key, value]) => `${key}=${property(String(value))}`).join(',')}::${data(said)}\n`;
}

/** As GitHub's own toolkit escapes the text of a command, and a property, in which : and , have a meaning too. */
function data(text: string): string {
  return visible(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
