import { Readable, Writable } from 'node:stream';
import { INVISIBLE } from '../../src/base/invisible.ts';
import { main } from '../../src/cli/main.ts';
import type { Tally } from '../../src/grid/grid.ts';
import { draftPlan, type PlanDraft } from '../../src/plan/build.ts';
import type { Task } from '../../src/plan/schema.ts';
import { readSource } from '../../src/source/index.ts';
import type { RawDocument } from '../../src/source/raw.ts';

/** What is wrong with how an input was dealt with; empty where nothing is. */
export async function faultsOf(bytes: Uint8Array, name: string): Promise<string[]> {
  return [
    ...(await faultsOfRun(bytes, ['check', '-'])),
    ...(await faultsOfRun(bytes, ['parse', '-', '--explain'])),
    ...(await faultsOfReading(bytes, name)),
  ];
}

/** The program ends with 0, 1 or 2, says something, and never a stack trace or a raw control character. */
async function faultsOfRun(bytes: Uint8Array, argv: readonly string[]): Promise<string[]> {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const world = {
    cwd: '/',
    env: {},
    stdin: Readable.from([Buffer.from(bytes)]),
    now: new Date('2026-11-23T04:00:00Z'),
    columns: undefined,
  };
  const exit = await main(argv, { ...world, stdout, stderr, stdoutIsTerminal: false, stderrIsTerminal: false });
  const said = stdout.text() + stderr.text();
  const faults: string[] = [];
  if (![0, 1, 2].includes(exit)) faults.push(`${argv[0]}: exit ${exit}`);
  if (/程序内部错误|internal error|\n\s+at .*:\d+:\d+/.test(said)) faults.push(`${argv[0]}: ${said.slice(0, 300)}`);
  const raw = new RegExp(INVISIBLE.source.replace('\\u00ad', '').replace('\\u200b-\\u200f', '\\u200e\\u200f'), 'u').exec(said);
  if (raw)
    faults.push(
      `${argv[0]}: raw U+${raw[0].charCodeAt(0).toString(16)} near ${JSON.stringify(said.slice(Math.max(0, raw.index - 40), raw.index + 20))}`,
    );
  if (said === '') faults.push(`${argv[0]}: says nothing`);
  return faults;
}

class Sink extends Writable {
  private readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(Buffer.from(chunk));
    done();
  }

  text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }
}

/** Of a document that can be read: the tally comes out even, and no text of a table is lost. */
export async function faultsOfReading(bytes: Uint8Array, name: string): Promise<string[]> {
  let document: RawDocument;
  try {
    document = await readSource(bytes, name, 0);
  } catch (error) {
    if (error instanceof Error && 'diagnostic' in error) return [];
    throw error;
  }
  const draft = draftPlan([{ document, name, sha256: '' }], {});
  const tasks = [...draft.tasks()];
  return [...unevenSums(draft.tally, tasks.length), ...unevenInput(document, draft.tally), ...lostTexts(document, draft, tasks)];
}

/** What went in equals what came out. */
function unevenSums(tally: Tally, tasks: number): string[] {
  const faults: string[] = [];
  const rows = tally.tasks + tally.headings + tally.groups + tally.remarks + tally.blanks + tally.left;
  if (tally.rows !== rows) faults.push(`${tally.rows} rows in, ${rows} out`);
  if (tally.tasks !== tasks) faults.push(`${tally.tasks} rows of tasks, ${tasks} tasks`);
  const cells = tally.placed + tally.surplus + tally.others;
  if (tally.cells !== cells) faults.push(`${tally.cells} cells in, ${cells} out: ${JSON.stringify(tally)}`);
  return faults;
}

/** Rows and cells of a document's tables counted anew; a list's are made of paragraphs. */
function unevenInput({ blocks }: RawDocument, tally: Tally): string[] {
  const tables = blocks.filter(block => block.kind === 'table');
  if (tally.cells === 0 || tables.length === 0) return [];
  const rows = tables.flatMap(table => table.rows);
  const cells = rows.reduce((sum, row) => sum + row.cells.filter(cell => cell.text !== '').length, 0);
  const faults = cells > tally.cells ? [`${cells} cells in the tables, ${tally.cells} seen`] : [];
  const streams = tables.some(table => table.layout === 'stream');
  if (!streams && rows.length > tally.rows) faults.push(`${rows.length} rows in the tables, ${tally.rows} seen`);
  return faults;
}

/** Words that give a unit its role, or say that a category or a list of units goes on: read, not kept. */
const READ =
  /分别|共同|各自|联合|联动|牵头|主办|主责|责任|负责|配合|协办|协助|参与|协同|单位|部门|处室|科室|按照?|职责|分工|落实|续表|续上表|接上页|续|續|无|無|等$/;

/** Every word of a cell stands in the plan, unless its row is no task: then it is counted. */
function lostTexts({ blocks }: RawDocument, draft: PlanDraft, tasks: readonly Task[]): string[] {
  const kept = folded(textsOf([draft.title, draft.columns, draft.diagnostics, tasks]).join('\n'));
  const lost: string[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) for (const { text } of row.cells) if (!isKept(text, kept)) lost.push(text);
  }
  return lost.length > draft.tally.others
    ? [`${lost.length} cells lost, ${draft.tally.others} told: ${lost.slice(0, 3).join(' ¦ ').slice(0, 200)}`]
    : [];
}

function isKept(text: string, kept: string): boolean {
  const words = folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every(word => kept.includes(word) || word.split(READ).every(part => kept.includes(part)));
}

const folded = (text: string): string => text.normalize('NFKC');

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)]);
}
