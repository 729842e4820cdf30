import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { findingFormats, type ReportedFinding } from '../../src/reporters/findings/findings.ts';
import { emptyFolder, plan, seedPlan } from '../cli/world.ts';

/** What a hostile document may make of a finding. */
const hostile: ReportedFinding = {
  code: 'name-variant',
  severity: 'warning',
  message: '“</failure>\u001b[31m%0A::error::” & \u202e"\n第二行',
  about: '任务 1,2:3',
  file: 'a,b:c/%25\n::warning::.txt',
  place: { source: 0, line: 3, column: 5, start: 9, end: 12 },
};

describe('findings for programs that run checks', () => {
  it('are one command a line for GitHub, whatever stands in them', () => {
    const lines = findingFormats.github([hostile, { ...hostile, severity: 'info', place: null, file: null }]).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^::warning file=a%2Cb%3Ac\/%2525%0A%3A%3Awarning%3A%3A\.txt,line=3,col=5,title=name-variant::/);
    expect(lines[1]).toMatch(/^::notice title=name-variant::/);
  });

  it('are well-formed XML for JUnit, with the message as it was', () => {
    const messages: string[] = [];
    const tags: string[] = [];
    const parser = new Parser(
      {
        onopentag: (name, { message }) => {
          tags.push(name);
          if (message !== undefined) messages.push(message);
        },
      },
      { xmlMode: true },
    );
    parser.end(findingFormats.junit([hostile], 'check'));
    expect(tags).toEqual(['testsuites', 'testsuite', 'testcase', 'failure']);
    expect(messages).toEqual(['“</failure>‹U+001B›[31m%0A::error::” & ‹U+202E›"\n第二行']);
    expect(findingFormats.junit([], 'check')).toContain('tests="1" failures="0"');
  });

  it('are a SARIF 2.1.0 log whose results name their rules, without raw control characters', () => {
    const text = findingFormats.sarif([hostile, { ...hostile, code: 'identical-cells', severity: 'error', place: null }]);
    expect(text).not.toMatch(/[\u001b\u202e]/);
    const { version, runs } = JSON.parse(text);
    expect(version).toBe('2.1.0');
    const [{ tool, results }] = runs;
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(results.map(({ level }: { level: string }) => level)).toEqual(['warning', 'error']);
    expect(results[0].message.text).toBe(`任务 1,2:3: ${hostile.message}`);
    expect(results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'a%2Cb%3Ac/%2525%0A%3A%3Awarning%3A%3A.txt' },
      region: { startLine: 3, startColumn: 5 },
    });
  });

  it('conform to the official schema of SARIF, by the types made from it', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'plan.json'), await seedPlan());
    const logs: string[] = [findingFormats.sarif([hostile, { ...hostile, file: null, place: null }]), findingFormats.sarif([])];
    for (const command of [['check'], ['overdue', '--level', 'deliverable', '--as-of', '2021-10-01']])
      logs.push((await plan([...command, '--format', 'sarif'], { cwd })).stdout.toString());
    const types = resolve(import.meta.dirname, '../../node_modules/@types/sarif/index.js');
    const named = logs.map((log, index) => `export const log${index}: Log = ${log};`);
    writeFileSync(join(cwd, 'logs.ts'), [`import type { Log } from '${types}';`, ...named].join('\n'));
    const tsc = resolve(import.meta.dirname, '../../node_modules/.bin/tsc');
    const { stdout, status } = spawnSync(tsc, ['--noEmit', '--strict', '--module', 'nodenext', '--types', '', 'logs.ts'], {
      cwd,
      encoding: 'utf8',
    });
    expect([stdout, status]).toEqual(['', 0]);
  });

  it('are listed in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    expect(Object.keys(findingFormats).filter(format => !readme.includes(format))).toEqual([]);
  });
});
