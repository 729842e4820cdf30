import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { type Case, fits, readCase, written } from './case.ts';
import { emptyFolder, plan, SEED, seedPlan } from './world.ts';

const FOLDER = join(import.meta.dirname, 'cases');
/** `UPDATE_CASES=1 vitest run test/cli` writes what the program says into the cases: read it before it is committed. */
const update = process.env.UPDATE_CASES === '1';

/** Runs a case in a folder of its own; gives its exit status and its outputs as the case would write them. */
async function run(one: Case): Promise<{ exit: number; outputs: Map<string, string> }> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'chengdu-2021.txt'), readFileSync(SEED));
  if (one.seedPlan) writeFileSync(join(cwd, 'plan.json'), await seedPlan());
  for (const [name, bytes] of one.files) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), bytes);
  }
  const { env, stdin, terminal } = one;
  const outcome = await plan(one.argv, { cwd, env, ...(stdin ? { stdin } : {}), ...(terminal ? { terminal } : {}) });
  const outputs = new Map([
    ['stdout', written(outcome.stdout.toString('utf8'))],
    ['stderr', written(outcome.stderr.replaceAll(cwd, '…'))],
  ]);
  for (const name of [...one.expected.keys()].filter(key => key.startsWith('wrote '))) {
    const path = join(cwd, name.slice(6));
    outputs.set(name, existsSync(path) ? written(readFileSync(path, 'utf8')) : 'no such file\n');
  }
  return { exit: outcome.exit, outputs };
}

/** The case with what came out, where that does not fit. */
function rewritten(one: Case, exit: number, outputs: ReadonlyMap<string, string>): string {
  const sections = [...outputs].map(([name, output]) => {
    const expected = one.expected.get(name) ?? '';
    const body = fits(output, expected) ? expected : output;
    return body === '' ? '' : `== ${name}\n${body}`;
  });
  return `${one.head}== exit ${exit}\n${sections.join('')}`;
}

const files = readdirSync(FOLDER)
  .filter(file => file.endsWith('.case'))
  .sort();

describe('what the program answers', () => {
  for (const file of files) {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const one = readCase(text);
    it(`${file.slice(0, -5)}: ${one.about}`, async () => {
      const { exit, outputs } = await run(one);
      if (update) writeFileSync(join(FOLDER, file), rewritten(one, exit, outputs));
      else {
        for (const [name, output] of outputs) {
          const expected = one.expected.get(name) ?? '';
          if (!fits(output, expected)) expect(output, name).toBe(expected);
        }
        expect(exit).toBe(one.exit);
      }
    });
  }

  it('is tested for every command, and so is its help in both languages', () => {
    const called = files.map(file => readCase(readFileSync(join(FOLDER, file), 'utf8')));
    const missing = commands.flatMap(({ name }) => {
      const own = called.filter(({ argv }) => argv.includes(name));
      const help = own.filter(({ argv }) => argv.includes('--help'));
      const english = help.filter(({ argv, env }) => argv.includes('en') || env.LANG?.startsWith('en'));
      return [
        ...(own.length > help.length ? [] : [name]),
        ...(help.length > english.length ? [] : [`${name} --help`]),
        ...(english.length > 0 ? [] : [`${name} --help --lang en`]),
      ];
    });
    expect(missing).toEqual([]);
  });

  it('never holds a raw control character or an absolute path, but for colours that were asked for', () => {
    for (const file of files) {
      const { expected, argv } = readCase(readFileSync(join(FOLDER, file), 'utf8'));
      for (const output of argv.includes('--color') ? [] : expected.values())
        expect([file, /‹(0[0-8BCEF]|1[0-9A-F]|7F|[89][0-9A-F])›|\/tmp\//.exec(output)?.[0]]).toEqual([file, undefined]);
    }
  });
});
