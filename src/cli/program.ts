import { Command as Commander, type CommanderError, type Help } from 'commander';
import { nearest } from '../query/nearest.ts';
import { commands } from './commands/index.ts';
import { commonOptions } from './options.ts';
import { type CliWord, type Say, UsageError } from './words.ts';

const SUMMARIES: Record<string, CliWord> = {
  parse: 'sumParse',
  report: 'sumReport',
  overdue: 'sumOverdue',
  check: 'sumCheck',
  units: 'sumUnits',
  show: 'sumShow',
  schema: 'sumSchema',
  completion: 'sumCompletion',
};

/** What the user called: a command with its arguments and options. */
export interface Called {
  name: string;
  args: string[];
  options: Record<string, unknown>;
}

/** The program's commands and options for commander; `called` hears which one was called. */
export function makeProgram(say: Say, called: (what: Called) => void = () => {}, write: (text: string) => void = () => {}): Commander {
  const titles: Record<string, CliWord> = { 'Usage:': 'usage', 'Arguments:': 'arguments', 'Options:': 'options', 'Commands:': 'commands' };
  const help: Partial<Help> = { styleTitle: title => (titles[title] ? say(titles[title]) : title), helpWidth: 100 };
  const program = dress(new Commander('plan'), say, help, write).description(say('about')).version(VERSION, '--version', say('optVersion'));
  program
    .helpCommand(false)
    .usage('<command> [options]')
    .action(() => program.outputHelp());
  for (const command of commands) {
    const made = dress(program.command(command.name), say, help, write).description(say(SUMMARIES[command.name]!));
    commonOptions(command.configure(made, say), say);
    const examples = [say('examples'), ...command.examples.map(example => `  ${example}`)].join('\n');
    made.addHelpText('before', `${examples}\n`).addHelpText('after', `\n${say('exitStatus')}`);
    made.action(() => called({ name: command.name, args: made.args, options: made.opts() }));
  }
  return program;
}

declare const PLAN_VERSION: string | undefined;
/** Set by the build from package.json. */
const VERSION = typeof PLAN_VERSION === 'string' ? PLAN_VERSION : '0.0.0';

function dress(command: Commander, say: Say, help: Partial<Help>, write: (text: string) => void): Commander {
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
  const command = program.commands.find(one => one.name() === argv[0]);
  const flags = [program, ...(command ? [command] : [])].flatMap(one => one.options.map(option => option.long ?? '')).concat('--help');
  switch (error.code) {
    case 'commander.unknownCommand':
    case 'commander.excessArguments':
      if (!command)
        return new UsageError(
          'unknownCommand',
          { given: argv[0] ?? '' },
          nearest(
            argv[0] ?? '',
            commands.map(({ name }) => name),
          ),
          'seeHelp',
        );
      return new UsageError(
        'excessArguments',
        {
          given: argv
            .slice(1)
            .filter(arg => !arg.startsWith('-'))
            .join(' '),
        },
        [],
        'seeHelp',
      );
    case 'commander.unknownOption':
      return new UsageError('unknownOption', { given }, nearest(given, flags), 'seeHelp');
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
