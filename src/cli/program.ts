import { Command as Commander, type CommanderError, type Help } from 'commander';
import { nearest } from '../query/nearest.ts';
import { commands } from './commands/index.ts';
import { commonOptions, takeOnce } from './options.ts';
import type { Command } from './run.ts';
import { type CliWord, type Say, UsageError } from './words.ts';

/** What the user called: a command with its arguments and options. */
export interface Called {
  command: Command;
  args: string[];
  options: Record<string, unknown>;
}

declare const PLAN_VERSION: string | undefined;
/** Set by the build from package.json. */
const VERSION = typeof PLAN_VERSION === 'string' ? PLAN_VERSION : '0.0.0';

/**
 * The program's commands and options for commander. Where `only` names a command, the others are listed without their options, which takes
 * time at every start. `called` hears which one was called, `write` gets help and version.
 */
export function makeProgram(
  say: Say,
  only?: string,
  called: (what: Called) => void = () => {},
  write: (text: string) => void = () => {},
): Commander {
  const titles: Record<string, CliWord> = { 'Usage:': 'usage', 'Arguments:': 'arguments', 'Options:': 'options', 'Commands:': 'commands' };
  const help: Partial<Help> = { styleTitle: title => (titles[title] ? say(titles[title]) : title), helpWidth: 100 };
  const program = dress(new Commander('plan'), help, say, write).description(say('about')).version(VERSION, '--version', say('optVersion'));
  commonOptions(program, say);
  program.helpCommand(false).usage('<command> [options]');
  program.addHelpText('after', `\n${say('exitStatus')}\n${say('seeHelp', { command: `plan ${say('commandWord')}` })}`);
  program.action(() => program.outputHelp());
  for (const command of commands) {
    const made = dress(program.command(command.name), help, say, write).description(say(command.summary));
    if (only === undefined || only === command.name) addCommand(made, command, say, called);
  }
  return program;
}

function addCommand(made: Commander, command: Command, say: Say, called: (what: Called) => void): void {
  commonOptions(command.configure(made, say), say);
  takeOnce(made);
  const examples = [say('examples'), ...command.examples.map(example => `  ${example}`)].join('\n');
  made.addHelpText('before', `${examples}\n`).addHelpText('after', `\n${say('exitStatus')}`);
  made.action(() => called({ command, args: made.args, options: made.optsWithGlobals() }));
}

/** Options before the command that take a value. */
const WITH_VALUE = new Set(['--lang', '--width', '--color']);

/** The name of the command in an argument list: its first word that is no option and no option's value. */
export function commandName(argv: readonly string[]): string | undefined {
  return argv.find((arg, index) => !arg.startsWith('-') && !WITH_VALUE.has(argv[index - 1] ?? ''));
}

/** The mistake of a dash as word processors put it in place of the hyphens of an option: —quarter, –o. */
export function wrongDash(argv: readonly string[]): UsageError | null {
  const given = argv.find(arg => /^[-‐-―−－﹣]*[‐-―−－﹣][-‐-―−－﹣]*[A-Za-z]/.test(arg));
  if (given === undefined) return null;
  const name = given.replace(/^[-‐-―−－﹣]+/, '');
  return new UsageError('wrongDash', { given, right: `${/^[A-Za-z]($|=)/.test(name) ? '-' : '--'}${name}` });
}

/** The mistake of a command that does not exist. */
export function unknownCommand(name: string): UsageError {
  return new UsageError(
    'unknownCommand',
    { given: name },
    nearest(
      name,
      commands.map(one => one.name),
    ),
    'seeHelp',
  );
}

function dress(command: Commander, help: Partial<Help>, say: Say, write: (text: string) => void): Commander {
  return command
    .helpOption('-h, --help', say('optHelp'))
    .configureHelp(help)
    .configureOutput({ writeOut: write, writeErr: () => {}, getOutHelpWidth: () => 100 })
    .showSuggestionAfterError(false)
    .exitOverride();
}

/** Turns commander's complaint into ours, with the nearest right word; null where it was help or a version that ended the parse. */
export function usageErrorOf(error: CommanderError, program: Commander, argv: readonly string[]): UsageError | null {
  const given = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const name = commandName(argv);
  const command = program.commands.find(one => one.name() === name);
  const flags = [program, ...(command ? [command] : [])].flatMap(one => one.options.map(option => option.long ?? '')).concat('--help');
  switch (error.code) {
    case 'commander.unknownCommand':
    case 'commander.excessArguments':
      return command ? new UsageError('excessArguments', { given: command.args.join(' ') }, [], 'seeHelp') : unknownCommand(name ?? '');
    case 'commander.unknownOption':
      return new UsageError('unknownOption', { given }, nearest(given, flags, 2), 'seeHelp');
    case 'commander.missingArgument':
      return new UsageError('missingArgument', { given }, [], 'seeHelp');
    case 'commander.optionMissingArgument':
      return new UsageError('missingValue', { given }, [], 'seeHelp');
    case 'commander.helpDisplayed':
    case 'commander.help':
    case 'commander.version':
      return null;
    default:
      return new UsageError('excessArguments', { given: error.message }, [], 'seeHelp');
  }
}
