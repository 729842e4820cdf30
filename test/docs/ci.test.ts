import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, SEED } from '../cli/world.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(ROOT, 'docs/ci.md'), 'utf8');

/** The commands that an example runs, in order. */
function commandsOf(block: string): string[] {
  return [...block.matchAll(/^\s*- (?:run: )?(plan .+)$/gm)].map(match => match[1]!);
}

function blockAfter(heading: string): string {
  return /```\w+\n([\s\S]*?)```/.exec(text.slice(text.indexOf(`## ${heading}`)))![1]!;
}

/** A machine as the page takes it: `plan` on the path, the source in its folder. */
function machine(): { cwd: string; run(line: string): { status: number | null; stdout: string; stderr: string } } {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'bin'));
  mkdirSync(join(cwd, 'plans'));
  cpSync(SEED, join(cwd, 'plans/2021.txt'));
  writeFileSync(join(cwd, 'bin/plan'), `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'bin/plan.js')}' "$@"\n`);
  chmodSync(join(cwd, 'bin/plan'), 0o755);
  const env = { ...process.env, PATH: `${join(cwd, 'bin')}:${process.env.PATH}`, LANG: 'C.UTF-8' };
  return { cwd, run: line => spawnSync('sh', ['-c', line], { cwd, env, encoding: 'utf8' }) };
}

describe('the examples of docs/ci.md', () => {
  it('GitHub Actions: annotations at lines of the source, a SARIF file, and a failure by firm promises', () => {
    const { cwd, run } = machine();
    const outcomes = commandsOf(blockAfter('GitHub Actions')).map(run);
    expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 1]);
    expect(JSON.parse(readFileSync(join(cwd, 'check.sarif'), 'utf8')).runs[0].results.length).toBeGreaterThan(0);
    const annotations = outcomes.at(-1)!.stdout.trim().split('\n');
    expect(annotations).toHaveLength(168);
    for (const line of annotations) expect(line).toMatch(/^::(error|warning) file=plans\/2021\.txt,line=\d+,col=\d+,title=unreported::/);
  });

  it('GitLab CI: a JUnit report and a page of counts', () => {
    const { cwd, run } = machine();
    const outcomes = commandsOf(blockAfter('GitLab CI')).map(run);
    expect(outcomes.map(({ status }) => status)).toEqual([0, 0, 1]);
    expect(readFileSync(join(cwd, 'overdue.xml'), 'utf8')).toContain('<testsuite name="plan overdue"');
    expect(readFileSync(join(cwd, 'status.md'), 'utf8')).toContain('| 合计 |');
  });

  it('crontab: prints the list where anything is overdue, and nothing once all is done', () => {
    const { cwd, run } = machine();
    const command = blockAfter('A line of crontab')
      .trim()
      .replace(/^(\S+ ){5}/, '')
      .replace('/srv/plan', cwd);
    const first = run(command);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('成都市');
    expect(run('plan mark 1-42 已完成').status).toBe(0);
    expect(run(command)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(existsSync(join(cwd, 'overdue.txt'))).toBe(true);
  });
});
