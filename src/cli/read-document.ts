import { type Diagnostic, isInputError } from '../base/diagnostic.ts';
import { restore, type UserWords } from '../grid/restore.ts';
import type { ReadDocument } from '../plan/build.ts';
import { settle } from '../plan/settled.ts';
import { readSource } from '../source/index.ts';

/** A document to read. Plain data: it may be read on another thread. */
export interface DocumentJob {
  bytes: Uint8Array;
  /** The name as given, whose extension may tell the format, and the name for outputs. */
  file: string;
  name: string;
  /** Which source of its plan it is, counted from 0. */
  source: number;
  format: string | undefined;
  /** Whether its SHA-256 is asked for: a text for lines is not. */
  digest: boolean;
}

export type DocumentAnswer = { read: ReadDocument } | { failed: Diagnostic };

/** Reads a document; what cannot be read, for whatever reason, is an answer too, so that it stops no other. */
export async function readDocument(job: DocumentJob): Promise<DocumentAnswer> {
  return answer(() => read(job));
}

/** The same with the tables restored and their rows gone through: what is worth doing on another thread, as plain data. */
export async function readAndSettle(job: DocumentJob, words: UserWords): Promise<DocumentAnswer> {
  return answer(async () => {
    const found = await read(job);
    const settled = settle(restore(found.document, words));
    return { ...found, settled, document: { ...found.document, blocks: [] } };
  });
}

async function read({ bytes, file, name, source, format, digest }: DocumentJob): Promise<ReadDocument> {
  const document = await readSource(bytes, file, source, { format });
  // Loading what makes digests takes a twentieth of a short run.
  return { document, name, sha256: digest ? (await import('./digest.ts')).sha256(bytes) : '' };
}

async function answer(reading: () => Promise<ReadDocument>): Promise<DocumentAnswer> {
  try {
    return { read: await reading() };
  } catch (error) {
    return { failed: failureOf(error) };
  }
}

/** What is to be said of a document that could not be read: its own reason, or that the program failed at it. */
export function failureOf(error: unknown): Diagnostic {
  if (isInputError(error)) return error.diagnostic;
  return { code: 'reading-failed', place: null, data: { why: String((error as Error | null)?.message ?? error) } };
}
