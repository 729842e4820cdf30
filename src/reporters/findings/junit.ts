import { showPlace } from '../../base/place.ts';
import { visible } from '../../base/visible.ts';
import type { ReportedFinding } from './finding.ts';

/** JUnit XML, as build servers take it: a test case a finding, failed for errors and warnings, passed for remarks; one that passes where there is none. */
export function findingsAsJunit(findings: readonly ReportedFinding[], command: string): string {
  const failures = findings.filter(({ severity }) => severity !== 'info').length;
  const cases = findings.length === 0 ? [`    <testcase classname="plan" name="${command}"/>`] : findings.map(caseOf);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="plan ${command}" tests="${cases.length}" failures="${failures}">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf({ code, severity, message, about, file, place }: ReportedFinding): string {
  const where = [file ?? '', place ? showPlace(place) : ''].filter(Boolean).join(':');
  const head = `    <testcase classname="${escaped(code)}" name="${escaped([where, about].filter(Boolean).join(' '))}"`;
  if (severity === 'info') return `${head}/>`;
  return `${head}>\n      <failure type="${severity}" message="${escaped(message)}"/>\n    </testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;' };

function escaped(text: string): string {
  return visible(text).replace(/[&<>"\n\r]/g, char => ENTITIES[char]!);
}
