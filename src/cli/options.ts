import type { Command as Commander } from 'commander';
import { statuses } from '../base/status.ts';
import { kinds } from '../query/deliverables.ts';
import { formats } from '../reporters/index.ts';
import { type Say, UsageError } from './words.ts';

/** Formats that `--input-format` takes: ids of readers, which are not loaded for their names. */
export const inputFormats = ['text', 'csv', 'html', 'docx', 'xlsx'] as const;

/** An option that may be given several times. */
function list(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** Every other option that takes a value takes one: given twice, one of them would be lost without a word. */
export function takeOnce(command: Commander): void {
  for (const option of command.options) {
    if (!option.required || option.parseArg) continue;
    option.argParser((value, before) => {
      if (before !== undefined) throw new UsageError('givenTwice', { option: option.long ?? option.flags });
      return value;
    });
  }
}

/** Options of commands that read a plan. */
export function sourceOptions(command: Commander, say: Say): Commander {
  return readingOptions(command.argument('[source...]', say('argSources')).option('--plan <file>', say('optPlan')), say);
}

/** Options of how documents are read. */
export function readingOptions(command: Commander, say: Say): Commander {
  return command
    .option('--year <year>', say('optYear'))
    .option('--columns <pairs>', say('optColumns'), list)
    .option('--config <file>', say('optConfig'))
    .option('--no-config', say('optNoConfig'))
    .option('--input-format <format>', say('optInputFormat', { formats: inputFormats.join(', ') }));
}

/** Options that restrict which milestones are meant. */
export function queryOptions(command: Commander, say: Say): Commander {
  return rangeOptions(command, say).option('--status <status>', say('optStatus', { statuses: statuses.join(', ') }), list);
}

/** The same but for their status. */
export function rangeOptions(command: Commander, say: Say): Commander {
  return command
    .option('--quarter <quarter>', say('optQuarter'), list)
    .option('--period <period>', say('optPeriod'), list)
    .option('--unit <name>', say('optUnit'), list)
    .option('--role <role>', say('optRole'))
    .option('--category <name>', say('optCategory'), list)
    .option('--as-of <date>', say('optAsOf'))
    .option('--known <date>', say('optKnown'))
    .option('--ledger <file>', say('optLedger'))
    .option('--within <days>', say('optWithin'));
}

/** Options that restrict which tasks are meant. */
export function taskOptions(command: Commander, say: Say): Commander {
  return command
    .option('--unit <name>', say('optUnit'), list)
    .option('--role <role>', say('optRole'))
    .option('--category <name>', say('optCategory'), list);
}

/** Options that restrict which deliverables are meant. */
export function deliverableOptions(command: Commander, say: Say): Commander {
  return command
    .option('--kind <kinds>', say('optKind', { kinds: kinds.join(', ') }), list)
    .option('--commitment <words>', say('optCommitment'), list)
    .option('--due-after <date>', say('optDueAfter'))
    .option('--due-before <date>', say('optDueBefore'))
    .option('--text <words>', say('optText'));
}

/** Options of the output; `further` are formats beside those of reports. */
export function outputOptions(command: Commander, say: Say, further: readonly string[] = []): Commander {
  return command
    .option('--format <format>', say('optFormat', { formats: [...formats, ...further].join(', ') }))
    .option('-o, --output <file>', say('optOutput'))
    .option('--brief', say('optBrief'))
    .option('--ascii', say('optAscii'))
    .option('--no-bom', say('optNoBom'));
}

/** Options that every command has. */
export function commonOptions(command: Commander, say: Say): Commander {
  return command
    .option('--width <columns>', say('optWidth'))
    .option('--color <when>', say('optColor'))
    .option('--lang <lang>', say('optLang'))
    .option('--exit-zero', say('optExitZero'));
}
