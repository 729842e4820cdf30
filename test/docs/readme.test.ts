import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fits, written } from '../cli/case.ts';
import { emptyFolder, plan, SEED } from '../cli/world.ts';

/** A command shown with its output, in which a line `…` stands for any lines. Commands that end in a pipe are not run. */
interface Shown {
  command: string;
  output: string;
}

function shownIn(text: string): Shown[] {
  return [...text.matchAll(/^```(?:console)?\n\$ (plan [^\n|]+)\n([\s\S]*?)^```$/gm)].map(match => ({
    command: match[1]!,
    output: match[2]!,
  }));
}

/** The version that the README compares with the real document. */
function revised(text: string): string {
  return text
    .replace('启动久隆水库初步设计工作。', '')
    .replace('力争久隆水库开工建设。', '力争久隆水库开工建设。力争启动久隆水库初步设计工作。')
    .replace('路面完成60%', '路面完成50%')
    .replaceAll(',', '，');
}

describe.each([
  ['README.md', 'en_US.UTF-8'],
  ['README.zh-CN.md', 'zh_CN.UTF-8'],
])('what %s shows is what the program prints', (file, LANG) => {
  const shown = shownIn(readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8'));
  const cwd = emptyFolder();
  mkdirSync(join(cwd, 'seeds'));
  writeFileSync(join(cwd, 'seeds/chengdu-2021.txt'), readFileSync(SEED));
  writeFileSync(join(cwd, 'seeds/revised.txt'), revised(readFileSync(SEED, 'utf8')));

  it('begins with parsing', () => expect(shown[0]?.command).toBe('plan parse seeds/chengdu-2021.txt'));

  it.each(shown)('$command', async ({ command, output }) => {
    const argv = command.split(' ').slice(1);
    const { stdout, stderr } = await plan(argv, { cwd, env: { LANG } });
    const printed = written((stdout.toString('utf8') + stderr).replaceAll('\r\n', '\n'));
    if (!fits(printed, output.replace(/^…$/gm, '[…]'))) expect(printed).toBe(output);
  });
});
