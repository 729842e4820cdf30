import { type Diagnostic, type Lang, wordsOf } from '../base/diagnostic.ts';
import { safeJson } from '../base/safe-json.ts';
import type { UserVerbs } from '../meaning/words.ts';
import type { BuildOptions } from '../plan/build.ts';
import type { Plan } from '../plan/schema.ts';
import { sha256 } from './digest.ts';
import { buildPlan, checkPlan, meaningWith, readSource } from './documents.ts';
import { sourceName } from './io.ts';
import { failureOf } from './read-document.ts';

/** How records are read. Plain data: they may be read on another thread. */
export interface RecordSettings {
  options: BuildOptions;
  /** Whether what the texts of milestones mean is read. */
  meaning: boolean;
  verbs: UserVerbs;
  /** Language of the messages of errors. */
  lang: Lang;
}

/** One line in: a document as text, or as bytes in base64 with a name whose extension may help to tell its format. */
interface RecordIn {
  id?: unknown;
  text?: unknown;
  base64?: unknown;
  name?: unknown;
}

/** One line out. */
type RecordOut = { id: unknown; plan: Plan } | { id: unknown; error: { code: string; message: string } };

const LINE_END = 0x0a;

/** The lines of a stretch of bytes, less those that are blank. */
export function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(LINE_END, from);
    const to = found < 0 ? bytes.length : found;
    const line = bytes.subarray(from, to);
    if (line.some(byte => byte > 0x20)) lines.push(line);
    from = to + 1;
  }
  return lines;
}

/** Answers whole lines of records: a line of JSON each, as UTF-8. */
export async function answerLines(bytes: Uint8Array, settings: RecordSettings): Promise<Uint8Array> {
  const answers: Uint8Array[] = [];
  for (const line of linesOf(bytes)) answers.push(await answerLine(line, settings));
  return Buffer.concat(answers);
}

async function answerLine(line: Uint8Array, settings: RecordSettings): Promise<Uint8Array> {
  const answer = await answerRecord(line, settings);
  try {
    return Buffer.from(`${safeJson(answer)}\n`);
  } catch (error) {
    // The text of a very large plan is longer than a string can be.
    return failedLine(answer.id, failureOf(error), settings.lang);
  }
}

/** The answer to a line whose reading has failed or was not begun. */
export function failedLine(id: unknown, found: Diagnostic, lang: Lang): Uint8Array {
  return Buffer.from(`${safeJson(failure(id, found, lang))}\n`);
}

/** The id of a record; null where the line is none. */
export function idOf(line: Uint8Array): unknown {
  return recordOf(line)?.id ?? null;
}

async function answerRecord(line: Uint8Array, { options: given, meaning, verbs, lang }: RecordSettings): Promise<RecordOut> {
  const record = recordOf(line);
  const id = record?.id ?? null;
  const bytes = record && bytesOf(record);
  if (!bytes) return failure(id, { code: 'invalid-record', place: null }, lang);
  try {
    const file = typeof record.name === 'string' ? record.name : String(id ?? '-');
    const name = sourceName(file);
    const options = meaning ? { ...given, meaning: meaningWith(verbs) } : given;
    const document = await readSource(bytes, file, 0, {});
    const { plan } = buildPlan([{ document, name, sha256: sha256(bytes) }], options, checkPlan);
    if (plan.tasks.length > 0) return { id, plan };
    const headed = plan.diagnostics.some(found => found.code === 'no-task');
    return failure(id, { code: headed ? 'no-task' : 'no-table', place: null }, lang);
  } catch (error) {
    return failure(id, failureOf(error), lang);
  }
}

function recordOf(line: Uint8Array): RecordIn | null {
  try {
    const record = JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.length).toString('utf8').trim()) as unknown;
    return typeof record === 'object' && record !== null ? record : null;
  } catch {
    return null;
  }
}

function bytesOf({ text, base64 }: RecordIn): Uint8Array | null {
  if (typeof text === 'string') return Buffer.from(text, 'utf8');
  return typeof base64 === 'string' ? Buffer.from(base64, 'base64') : null;
}

function failure(id: unknown, { code, data }: Diagnostic, lang: Lang): RecordOut {
  const { message } = wordsOf(code, data ?? {}, lang);
  return { id, error: { code, message } };
}
