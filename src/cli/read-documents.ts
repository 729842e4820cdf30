import type { Diagnostic } from '../base/diagnostic.ts';
import { visible } from '../base/visible.ts';
import type { UserWords } from '../grid/restore.ts';
import type { ReadDocument } from '../plan/build.ts';
import { coresOf } from './cores.ts';
import { inOrder } from './in-order.ts';
import { fileSize, readSourceBytes, sourceName } from './io.ts';
import { isJson } from './is-json.ts';
import type { ReadAll } from './load.ts';
import { tell } from './output.ts';
import { Progress } from './progress.ts';
import { type DocumentAnswer, type DocumentJob, readDocument } from './read-document.ts';
import type { Run } from './run.ts';
import { showDiagnostic } from './show-diagnostics.ts';
import { isFileError } from './words.ts';
import type { WorkerTask } from './worker.ts';
import { WorkerPool } from './worker-pool.ts';

type Pool = WorkerPool<DocumentJob, DocumentAnswer>;
/** A document as read, as the `source`-th of its plan; or words why it was not. */
type Answer = { read: ReadDocument; source: number } | { told: string };

/** What documents are packed by zip take per byte, in bytes of plain text that take as long to read. */
const PACKED = 8;
/** So much plain text is worth a thread of its own: below it, starting the thread takes longer than it saves. */
const SHARE = 4 << 20;
/** Larger files are read where the plan is built: sending all their rows from thread to thread would take twice the memory. */
const LARGE = 32 << 20;

/** What is known of the reading beforehand: the bytes of the first source, and whether the digests of sources are asked for. */
export interface HowToRead {
  first?: Uint8Array | undefined;
  digest: boolean;
}

/** Reads every source, in their order; one that cannot be read is told and does not stop the others. */
export async function readAll(run: Run, names: readonly string[], words: UserWords, { first, digest }: HowToRead): Promise<ReadAll> {
  const documents: ReadDocument[] = [];
  const failed: string[] = [];
  const threads = threadsFor(run, names);
  const pool = threads > 1 ? poolOf(threads, words) : null;
  const progress = new Progress(run, names.length);
  const reading = async ([index, name]: [number, string]): Promise<[string, Answer]> => {
    const bytes = index === 0 ? first : undefined;
    return [name, await answerTo(run, { name, bytes, source: index - failed.length, only: names.length === 1, digest }, pool)];
  };
  try {
    for await (const [name, answer] of inOrder(names.entries(), pool ? 2 * threads : 1, reading)) {
      if ('read' in answer) documents.push(asSource(answer, documents.length));
      else {
        failed.push(name);
        await progress.clear();
        await tell(run, answer.told);
      }
      await progress.step(sourceName(name));
    }
  } finally {
    await progress.clear();
    await pool?.close();
  }
  return { documents, failed };
}

function poolOf(threads: number, { names, units }: UserWords): Pool {
  const task: WorkerTask = { kind: 'documents', words: { names, units } };
  return new WorkerPool(new URL('./worker.js', import.meta.url), threads, task);
}

/** How many threads are worth starting for these files. */
function threadsFor(run: Run, names: readonly string[]): number {
  const most = names.length === 1 ? 1 : coresOf(run);
  if (most === 1) return 1;
  let size = 0;
  for (const name of names) size += fileSize(name, run.world.cwd) * (/\.(docx|docm|xlsx|xlsm|xlsb|ods)$/i.test(name) ? PACKED : 1);
  return Math.min(most, names.length, Math.floor(size / SHARE));
}

interface Source {
  name: string;
  bytes: Uint8Array | undefined;
  source: number;
  only: boolean;
  digest: boolean;
}

async function answerTo(run: Run, { name, bytes: known, source, only, digest }: Source, pool: Pool | null): Promise<Answer> {
  let bytes: Uint8Array;
  try {
    bytes = known ?? (await readSourceBytes(name, run.world));
  } catch (error) {
    if (!isFileError(error)) throw error;
    return { told: `plan: ${run.say('cannotRead', { name: error.shownName(run.say), why: error.reason(run.say) })}` };
  }
  if (isJson(bytes)) return { told: `plan: ${run.say(only ? 'parseSaved' : 'mixedSources', { given: visible(name) })}` };
  const format = run.options.inputFormat === undefined ? undefined : String(run.options.inputFormat);
  const job: DocumentJob = { bytes, file: name, name: sourceName(name), source, format, digest };
  const outcome = pool && bytes.length <= LARGE ? await pool.run(job) : { result: await readDocument(job) };
  const answer = 'result' in outcome ? outcome.result : { failed: lost(outcome.lost) };
  return 'read' in answer ? { read: answer.read, source } : { told: showDiagnostic(run, answer.failed, [job.name]) };
}

function lost(why: string): Diagnostic {
  return { code: 'reading-failed', place: null, data: { why } };
}

/** The document as the `source`-th of its plan, where it was begun before one ahead of it had failed. */
function asSource({ read, source: begun }: { read: ReadDocument; source: number }, source: number): ReadDocument {
  if (begun !== source) renumber(read, source);
  return read;
}

function renumber(data: object, source: number): void {
  for (const value of Object.values(data)) if (typeof value === 'object' && value !== null) renumber(value as object, source);
  if ('source' in data && 'line' in data) data.source = source;
}
