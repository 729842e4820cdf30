import { dirname, join } from 'node:path';
import { nearest } from '../query/nearest.ts';
import type { Report, Reporter, Style } from '../report/model.ts';
import { type FormatId, formats, reporterOf } from '../reporters/index.ts';
import { expandSources } from './find-sources.ts';
import { nearestFile, realFile, writeStream, writeWhole } from './io.ts';
import { type Run, wholeNumber } from './run.ts';
import { UsageError } from './words.ts';

/** Other names people give formats. */
const ALIASES: Readonly<Record<string, FormatId>> = { excel: 'xlsx', md: 'markdown', jsonl: 'ndjson', table: 'terminal', text: 'terminal' };

/** The reporter a run asks for: `--format`, else the extension of `-o`, else the terminal's. `further` are formats that a command writes itself. */
export function chosenFormat(run: Run, fallback: FormatId = 'terminal', further: readonly string[] = []): FormatId {
  const given = run.options.format;
  const file = outputFile(run);
  const wanted = ALIASES[String(given)] ?? given ?? (file === null ? fallback : extensionFormat(file, fallback));
  if ((formats as readonly string[]).includes(String(wanted))) return wanted as FormatId;
  const choices = [...formats, ...further];
  throw new UsageError(
    'badValue',
    { option: '--format', given: String(wanted), choices: choices.join(', ') },
    nearest(String(wanted), choices, 1),
  );
}

/** The file of `-o`; null for standard output. Only `parse` may write over a saved plan: that it makes. */
export function outputFile(run: Run, makesPlan = false): string | null {
  const given = run.options.output;
  if (given === undefined || given === '-') return null;
  if (isRead(run, String(given), makesPlan)) throw new UsageError('overwrites', { given: String(given) });
  return String(given);
}

/** Whether a run reads the file that it is to write: a source by whatever path, one within a folder, the saved plan it works on, or the ledger beside it. */
function isRead(run: Run, output: string, makesPlan: boolean): boolean {
  const { cwd, env } = run.world;
  const file = realFile(output, cwd);
  if (file === null) return run.args.includes(output);
  const plan = run.options.plan ?? env.PLAN_FILE ?? nearestFile('plan.json', cwd);
  // Arguments may also be items or names; without sources every command reads the saved plan.
  const sources = expandSources(run.args, cwd).filter(name => name === '-' || realFile(name, cwd) !== null);
  const plans = plan ? [String(plan)] : [];
  // Every other command may read the plan beside its arguments (the forms of `collect`).
  const read = makesPlan && sources.length > 0 ? sources : [...sources, ...plans];
  const ledgers = [...read, ...plans].map(name => join(dirname(name), 'ledger.csv'));
  return [...read, ...ledgers, String(run.options.ledger ?? '')].some(name => realFile(name, cwd) === file);
}

/** The format that an extension stands for; one that stands for none of them is a mistake, since the file would not hold what its name says. */
function extensionFormat(file: string, fallback: FormatId): FormatId {
  const extension = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  const known = formats.find(id => reporterOf(id).extension === extension);
  if (known || extension === undefined || file.startsWith('/dev/')) return known ?? fallback;
  throw new UsageError('badExtension', { given: file, choices: formats.map(id => `.${reporterOf(id).extension}`).join(', ') });
}

/** Tells where a file will not hold what its name says. */
export async function tellOtherExtension(run: Run, file: string, format: FormatId): Promise<void> {
  const extension = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase();
  const other = formats.find(id => reporterOf(id).extension === extension);
  if (other !== undefined && other !== format && reporterOf(format).extension !== extension)
    await tell(run, run.say('otherExtension', { given: file, format }));
}

/** Renders a report in the format asked for and writes it; terminal output goes to standard output as data does. */
export async function emit(run: Run, report: Report): Promise<void> {
  const format = chosenFormat(run);
  const reporter = reporterOf(format);
  const file = outputFile(run);
  if (reporter.binary && file === null && run.world.stdoutIsTerminal) throw new UsageError('binaryToTerminal', { format: reporter.id });
  if (format === 'ics' && !report.calendar) throw new UsageError('noCalendar', {});
  const data = await reporter.render(report, styleOf(run, reporter, file));
  if (file === null) await writeStream(run.world.stdout, data);
  else {
    await tellOtherExtension(run, file, format);
    writeWhole(file, run.world.cwd, data);
    await tell(run, run.say('saved', { name: file }));
  }
  const undated = format === 'ics' ? report.calendar!().undated : 0;
  if (undated > 0) await tell(run, run.say('calendarUndated', { count: undated }));
}

function styleOf(run: Run, _reporter: Reporter, file: string | null): Style {
  const { world, options } = run;
  const width = wholeNumber(options, 'width', '--width') ?? world.columns ?? (Number(world.env.COLUMNS) || 100);
  return {
    width: Math.max(20, Math.min(1000, width)),
    color: file === null && useColor(run),
    brief: options.brief === true,
    ascii: options.ascii === true,
    bom: file !== null && options.bom !== false,
  };
}

/** Colour only on a terminal, unless asked for; NO_COLOR forbids it. */
export function useColor({ world, options }: Run, terminal = world.stdoutIsTerminal): boolean {
  if (options.color === 'always') return true;
  if (options.color === 'never' || (world.env.NO_COLOR ?? '') !== '' || world.env.TERM === 'dumb') return false;
  return terminal;
}

/** A message to standard error, a line. */
export async function tell(run: Run, message: string): Promise<void> {
  await writeStream(run.world.stderr, `${message}\n`);
}
