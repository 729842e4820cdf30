import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { emptyFolder, plan } from './world.ts';

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
  });
});
