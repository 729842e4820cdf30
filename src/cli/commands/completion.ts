import type { Command as Commander } from 'commander';
import { states } from '../../ledger/entry.ts';
import { nearest } from '../../query/nearest.ts';
import { completionScript, shells } from '../completion-scripts.ts';
import { writeStream } from '../io.ts';
import { loadPlan } from '../load.ts';
import { makeProgram } from '../program.ts';
import { type Command, choice, type Run } from '../run.ts';
import { sayIn, UsageError } from '../words.ts';

export const completion: Command = {
  name: 'completion',
  summary: 'sumCompletion',
  examples: [
    'source <(plan completion bash)',
    'plan completion zsh > ~/.zfunc/_plan',
    'plan completion fish > ~/.config/fish/completions/plan.fish',
  ],
  configure: (command, say) =>
    command.argument('[shell]', say('argShell')).option('--names <what>', say('optNames')).option('--plan <file>', say('optPlan')),
  run: async (run, [shell]) => {
    if (run.options.names !== undefined) return names(run);
    if (shell === undefined) throw new UsageError('missingArgument', { given: shells.join(' | ') });
    const known = shells.find(one => one === shell);
    if (!known)
      throw new UsageError('badValue', { option: 'completion', given: shell, choices: shells.join(', ') }, nearest(shell, shells, 1));
    const program: Commander = makeProgram(sayIn(run.lang));
    await writeStream(run.world.stdout, completionScript(known, program));
    return 0;
  },
};

/** Names of the nearest saved plan, a line each: what the scripts ask for while a name is being typed. Without a plan there are none. */
async function names(run: Run): Promise<0> {
  const what = choice(run.options, 'names', '--names', ['units', 'categories', 'tasks', 'items', 'names']);
  let lines: string[] = [];
  try {
    const { plan } = await loadPlan(run, []);
    if (what === 'units') lines = plan.units.map(unit => unit.name);
    else if (what === 'categories') lines = [...new Set(plan.categories.flatMap(category => category.path))];
    else if (what === 'names') lines = (await import('../follow.ts')).namesOf(plan);
    else if (what === 'items') lines = [...plan.tasks.flatMap(({ id, milestones }) => [id, ...milestones.map(one => one.id)]), ...states];
    else lines = plan.tasks.map(task => task.id);
  } catch {
    return 0;
  }
  await writeStream(run.world.stdout, lines.map(line => `${line.replace(/[\r\n\t\p{Cc}]+/gu, ' ')}\n`).join(''));
  return 0;
}
