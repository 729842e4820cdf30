import { showPlace } from '../../base/place.ts';
import { safeJson } from '../../base/safe-json.ts';
import { hasLines, type ReportedFinding } from './finding.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0 (OASIS), as code hosts show it: a run with a rule a code and a result a finding. Columns count UTF-16 units, which is its default. */
export function findingsAsSarif(findings: readonly ReportedFinding[]): string {
  const codes = [...new Set(findings.map(({ code }) => code))];
  const results = findings.map(finding => ({
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding) },
    ...(finding.file === null ? {} : { locations: [locationOf(finding, finding.file)] }),
  }));
  const driver = { name: 'plan', rules: codes.map(id => ({ id })) };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${safeJson(log, 2)}\n`;
}

function messageOf({ about, message, place }: ReportedFinding): string {
  const where = place && !hasLines(place) ? `${showPlace(place)} ` : '';
  return `${where}${about === '' ? '' : `${about}: `}${message}`;
}

function locationOf({ place }: ReportedFinding, file: string): object {
  const artifactLocation = { uri: file.toWellFormed().split('/').map(encodeURIComponent).join('/') };
  const region = hasLines(place) ? { region: { startLine: place.line, startColumn: place.column } } : {};
  return { physicalLocation: { artifactLocation, ...region } };
}
