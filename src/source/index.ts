import { csvReader } from './csv.ts';
import { docxReader } from './docx.ts';
import { htmlReader } from './html.ts';
import type { RawDocument, Reader } from './raw.ts';
import { textReader } from './text.ts';
import { xlsxReader } from './xlsx.ts';

export type { Border, RawCell, RawDocument, RawParagraph, RawRow, RawTable, Reader } from './raw.ts';

/** All formats, in the order in which they are asked whether a file is theirs; the last one takes whatever is left. */
export const readers: readonly [Reader, ...Reader[]] = [docxReader, xlsxReader, htmlReader, csvReader, textReader];

/** The reader for a file: by what it holds first, by its name second. */
export function findReader(bytes: Uint8Array, name: string): Reader {
  return readers.find(reader => reader.sniff(bytes, name)) ?? textReader;
}

/** Reads a document with the reader that fits it, or with the one that `format` names by its id. Throws InputError for what cannot be read. */
export async function readSource(
  bytes: Uint8Array,
  name: string,
  source: number,
  options: { format?: string | undefined } = {},
): Promise<RawDocument> {
  const { format } = options;
  if (format === undefined) return findReader(bytes, name).read(bytes, name, source);
  const reader = readers.find(({ id }) => id === format);
  if (!reader) throw new RangeError(`no reader for the format ${format}`);
  return reader.read(bytes, name, source);
}
