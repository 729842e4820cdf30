/**
 * A case in a file:
 *
 *     What it shows, in a line or more.
 *     with LANG=en_US.UTF-8            (environment; any number of such lines)
 *     terminal 80                      (output goes to a terminal that wide; else it is piped)
 *     plan.json of the real document   (stands in the folder)
 *     $ plan show 21 --format csv
 *     == file NAME                     (a file in the folder; `bytes NAME` is in hexadecimal)
 *     == stdin
 *     == exit 0
 *     == stdout
 *     == stderr
 *     == wrote NAME                    (a file after the run)
 *
 * A section is the lines up to the next `== `; a last line `\` takes off the final line end. Output that is empty has no section. In what is
 * expected, a line `[…]` stands for any lines, and control characters are written as ‹1B›.
 */
export interface Case {
  about: string;
  env: Record<string, string>;
  terminal: number | undefined;
  seedPlan: boolean;
  argv: string[];
  command: string;
  files: Map<string, Uint8Array>;
  stdin: Uint8Array | undefined;
  exit: number;
  /** By `stdout`, `stderr` and `wrote NAME`, as written in the file. */
  expected: Map<string, string>;
  /** Everything before `== exit`, for writing the case anew. */
  head: string;
}

const SEED_PLAN = 'plan.json of the real document';

/** Reads a case. */
export function readCase(text: string): Case {
  const [top = '', ...sections] = text.split(/^== /m);
  const found: Case = {
    about: '',
    env: {},
    terminal: undefined,
    seedPlan: false,
    argv: [],
    command: '',
    files: new Map(),
    stdin: undefined,
    exit: -1,
    expected: new Map(),
    head: text.split(/^== exit/m)[0]!,
  };
  for (const line of top.split('\n')) readTopLine(line, found);
  for (const section of sections) {
    const end = section.indexOf('\n');
    readSection(section.slice(0, end), section.slice(end + 1), found);
  }
  if (found.command === '' || found.about === '') throw new Error('a case needs a line about it and a command');
  return found;
}

function readTopLine(line: string, found: Case): void {
  const set = /^with (\w+)=(.*)$/.exec(line);
  if (set) found.env[set[1]!] = set[2]!;
  else if (/^terminal \d+$/.test(line)) found.terminal = Number(line.slice(9));
  else if (line === SEED_PLAN) found.seedPlan = true;
  else if (line.startsWith('$ ')) {
    if (!line.startsWith('$ plan')) throw new Error(`not a call of plan: ${line}`);
    found.command = line.slice(2);
    found.argv = words(found.command).slice(1);
  } else found.about += line;
}

function readSection(name: string, body: string, found: Case): void {
  const content = body.endsWith('\\\n') ? body.slice(0, -2) : body;
  if (name.startsWith('file ')) found.files.set(name.slice(5), Buffer.from(content));
  else if (name.startsWith('bytes ')) found.files.set(name.slice(6), Buffer.from(content.replace(/\s/g, ''), 'hex'));
  else if (name === 'stdin') found.stdin = Buffer.from(content);
  else if (/^exit [012]$/.test(name)) found.exit = Number(name.slice(5));
  else if (name === 'stdout' || name === 'stderr' || name.startsWith('wrote ')) found.expected.set(name, body);
  else throw new Error(`no such section: ${name}`);
}

/** The words of a command line, in which quotes keep spaces. */
function words(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare!);
}

/** Output as a case writes it. */
export function written(output: string): string {
  if (output === '') return '';
  const shown = output.replace(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff]/g,
    char => `‹${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}›`,
  );
  return shown.endsWith('\n') ? shown : `${shown}\\\n`;
}

/** Whether an output, as `written`, is what is expected. */
export function fits(output: string, expected: string): boolean {
  if (!/^\[…\]$/m.test(expected)) return output === expected;
  const pieces = expected.split(/^\[…\]\n/m);
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  if (!output.startsWith(first) || !output.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = `\n${output}`.indexOf(`\n${piece}`, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return output.length - last.length >= at;
}
