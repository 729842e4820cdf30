import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { emptyFolder, plan, seedPlan } from './world.ts';

async function script(shell: string): Promise<string> {
  const { exit, stdout } = await plan(['completion', shell], { cwd: emptyFolder() });
  expect(exit).toBe(0);
  return stdout.toString('utf8');
}

/** What the bash script completes a command line to. `plan` itself answers with three names. */
function completed(bash: string, words: readonly string[]): string[] {
  const run = `plan() { printf '%s\\n' 成都市 成都市水务局 '甲 乙'; }
${bash}
COMP_WORDS=(${words.map(word => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; COMP_LINE='${words.join(' ')}'; COMP_POINT=\${#COMP_LINE}
compopt() { :; }
entry=$(complete -p plan); function=\${entry#*-F }; function=\${function%% *}
$function plan '${words.at(-1)}' '${words.at(-2)}'
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', run], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => line.trimEnd());
}

describe('completion', () => {
  it('knows the values of every option that has a few, as the help of its command lists them', async () => {
    const bash = await script('bash');
    for (const [command, option, values] of [
      ['overdue', '--fail-on', ['overdue', 'firm', 'late', 'soon', 'never']],
      ['check', '--fail-on', ['error', 'warning', 'never']],
      ['overdue', '--level', ['milestone', 'deliverable']],
    ] as const)
      expect(completed(bash, ['plan', command, option, ''])).toEqual(values);
  });

  it('lists the items that can be marked, and the states', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'plan.json'), await seedPlan());
    const lines = (await plan(['completion', '--names', 'items'], { cwd })).stdout.toString().trim().split('\n');
    expect(lines.slice(0, 3)).toEqual(['1', '1.Q1', '1.Q2']);
    expect(lines.slice(-2)).toEqual(['调整', '取消']);
  });

  it('for bash is a script that bash accepts', async () => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: await script('bash'), encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  for (const shell of ['bash', 'zsh', 'fish']) {
    it(`for ${shell} knows every command and asks for names of units and categories`, async () => {
      const text = await script(shell);
      expect(commands.filter(({ name }) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
      expect(text).toContain('--names');
      expect(text).toContain('units');
      expect(text).toContain('categories');
      expect(text).toContain('quarter');
    });
  }

  it('in bash completes commands, options, formats and unit names', async () => {
    const bash = await script('bash');
    expect(completed(bash, ['plan', 'ov'])).toEqual(['overdue']);
    expect(completed(bash, ['plan', 'report', '--qu'])).toEqual(['--quarter']);
    expect(completed(bash, ['plan', 'report', '--format', 'ndj'])).toEqual(['ndjson']);
    expect(completed(bash, ['plan', 'overdue', '--unit', '成都'])).toEqual(['成都市', '成都市水务局']);
    expect(completed(bash, ['plan', 'notice', '--kind', 're'])).toEqual(['remind']);
    expect(completed(bash, ['plan', 'status', '--by', 'p'])).toEqual(['period']);
    expect(completed(bash, ['plan', 'mark', '成都'])).toEqual(['成都市', '成都市水务局']);
  });
});
