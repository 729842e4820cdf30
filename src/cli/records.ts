import { createInterface } from 'node:readline';
import { type Diagnostic, isInputError, wordsOf } from '../base/diagnostic.ts';
import type { BuildOptions } from '../plan/build.ts';
import { addMeaning, buildPlan, checkPlan, readSource, sha256 } from './documents.ts';
import { writeStream } from './io.ts';
import type { Run } from './run.ts';

/** One line in: a document as text, or as bytes in base64 with a name whose extension may help to tell its format. */
interface RecordIn {
  id?: unknown;
  text?: unknown;
  base64?: unknown;
  name?: unknown;
}

/**
 * `plan parse --records`: a filter for engines that split a large archive (Spark's pipe, Hadoop Streaming, GNU parallel). One JSON document a
 * line in, one result `{"id", "plan"}` or one `{"id", "error": {"code", "message"}}` a line out, in order and with constant memory.
 */
export async function filterRecords(run: Run, given: BuildOptions): Promise<void> {
  const options = run.options.meaning === false ? given : { ...given, meaning: addMeaning };
  const lines = createInterface({ input: run.world.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.trim() === '') continue;
    if (!(await writeStream(run.world.stdout, `${JSON.stringify(await readRecord(run, line, options))}\n`))) return;
  }
}

async function readRecord(run: Run, line: string, options: BuildOptions): Promise<unknown> {
  let id: unknown = null;
  try {
    const record = JSON.parse(line) as RecordIn | null;
    if (typeof record !== 'object' || record === null) return failure(run, id, { code: 'invalid-record', place: null });
    id = record.id ?? null;
    const bytes = bytesOf(record);
    if (!bytes) return failure(run, id, { code: 'invalid-record', place: null });
    const name = typeof record.name === 'string' ? record.name : String(id ?? '-');
    const document = await readSource(bytes, name, 0, {});
    const { plan } = buildPlan([{ document, name, sha256: sha256(bytes) }], options, checkPlan);
    if (plan.tasks.length > 0) return { id, plan };
    return failure(
      run,
      id,
      plan.diagnostics.some(found => found.code === 'no-task') ? { code: 'no-task', place: null } : { code: 'no-table', place: null },
    );
  } catch (error) {
    if (isInputError(error)) return failure(run, id, error.diagnostic);
    return failure(run, id, { code: 'invalid-record', place: null, data: { why: String((error as Error).message) } });
  }
}

function bytesOf({ text, base64 }: RecordIn): Uint8Array | null {
  if (typeof text === 'string') return Buffer.from(text, 'utf8');
  return typeof base64 === 'string' ? Buffer.from(base64, 'base64') : null;
}

function failure(run: Run, id: unknown, { code, data }: Diagnostic): unknown {
  const { message } = wordsOf(code, data ?? {}, run.reportLang);
  return { id, error: { code, message } };
}
