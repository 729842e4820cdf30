import { CommanderError } from 'commander';
import { isInputError } from '../base/diagnostic.ts';
import { visible } from '../base/visible.ts';
import { commands } from './commands/index.ts';
import { writeStream } from './io.ts';
import { type Called, commandName, makeProgram, unknownCommand, usageErrorOf, wrongDash } from './program.ts';
import { type Environment, type Exit, makeRun, messageLang } from './run.ts';
import { showDiagnostic } from './show-diagnostics.ts';
import { isFileError, type Say, sayIn, UsageError } from './words.ts';

export { processWorld } from './process-world.ts';

/**
 * Runs the program: argv without node and script, and the world. Returns the exit status and never throws; this is the only try/catch of the
 * program besides those that turn a failure into a diagnostic.
 */
export async function main(argv: readonly string[], world: Environment): Promise<Exit> {
  const lang = messageLang(langOf(argv), world.env);
  const say = sayIn(lang);
  try {
    const { called, help } = read(argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv, say);
    if (help !== '') await writeStream(world.stdout, help);
    if (called === null) return 0;
    const exit = await called.command.run(makeRun(world, called.options, called.args), called.args);
    return exit === 1 && called.options.exitZero === true ? 0 : exit;
  } catch (error) {
    await complain(error, world, say, argv);
    return 2;
  }
}

/** Parses the arguments: which command was called, and what help was asked for. */
function read(argv: readonly string[], say: Say): { called: Called | null; help: string } {
  const dash = wrongDash(argv);
  if (dash) throw dash;
  const name = commandName(argv);
  if (name !== undefined && !commands.some(command => command.name === name)) throw unknownCommand(name);
  let called: Called | null = null;
  let help = '';
  const hear = (what: Called): void => {
    called = what;
  };
  const program = makeProgram(say, name ?? '', hear, text => {
    help += text;
  });
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const usage = usageErrorOf(error, program, argv);
    if (usage) throw usage;
  }
  return { called, help };
}

/** The language option before anything is parsed, since the help itself is in a language. */
function langOf(argv: readonly string[]): string | undefined {
  const given = argv.flatMap((arg, index) => (arg === '--lang' ? (argv[index + 1] ?? []) : arg.startsWith('--lang=') ? arg.slice(7) : []));
  return given.findLast(lang => lang === 'zh' || lang === 'en');
}

async function complain(error: unknown, world: Environment, say: Say, argv: readonly string[]): Promise<void> {
  const lines: string[] = [];
  if (error instanceof UsageError) {
    const data = Object.fromEntries(
      Object.entries(error.data).map(([key, value]) => [key, typeof value === 'string' ? visible(value) : value]),
    );
    lines.push(`plan: ${say(error.key, data)}`);
    if (error.near.length > 0) lines.push(`  ${say('didYouMean', { names: visible(error.near.join('、')) })}`);
    const known = commands.find(command => command.name === commandName(argv));
    if (error.hint) lines.push(`  ${say(error.hint, { command: known ? `plan ${known.name}` : 'plan' })}`);
  } else if (isFileError(error)) lines.push(`plan: ${say(error.key, { name: error.shownName(say), why: error.reason(say) })}`);
  else if (isInputError(error))
    lines.push(showDiagnostic(makeRun(world, { lang: langOf(argv) }), error.diagnostic, error.source === undefined ? [] : [error.source]));
  else lines.push(`plan: ${say('internal', { why: visible(String((error as Error | null)?.message ?? error)) })}`);
  await writeStream(world.stderr, `${lines.join('\n')}\n`).catch(() => false);
}
