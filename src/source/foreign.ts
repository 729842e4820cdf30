import { type Code, InputError } from '../base/diagnostic.ts';
import { isOle, rootStreams } from './ole.ts';

/** Beginnings of files that are no text and no document known here: [bytes, name]. */
const SIGNATURES: readonly [readonly number[], string][] = [
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [[0x47, 0x49, 0x46, 0x38], 'GIF'],
  [[0x42, 0x4d], 'BMP'],
  [[0x49, 0x49, 0x2a, 0x00], 'TIFF'],
  [[0x1f, 0x8b], 'GZIP'],
  [[0x42, 0x5a, 0x68], 'BZIP2'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7-Zip'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR'],
  [[0x50, 0x4b, 0x03, 0x04], 'ZIP'],
  [[0x7f, 0x45, 0x4c, 0x46], 'ELF'],
  [[0x4d, 0x5a], 'EXE'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'SQLite'],
];

/** Whether bytes begin with an ASCII text. */
export function beginsWith(bytes: Uint8Array, text: string): boolean {
  for (let at = 0; at < text.length; at++) if (bytes[at] !== text.charCodeAt(at)) return false;
  return true;
}

/** The error for an input that cannot be read, at its begin. */
export function refusal(code: Code, source: number, data: Record<string, string | number> = {}): InputError {
  return new InputError({ code, place: { source, line: 1, column: 1, start: 0, end: 0 }, data });
}

/** Throws for documents that another program must first convert: PDF, RTF, Word 97, encrypted or OpenDocument files. */
export function refuseForeign(bytes: Uint8Array, source: number): void {
  if (beginsWith(bytes, '%PDF')) throw refusal('pdf', source);
  if (beginsWith(bytes, '{\\rtf')) throw refusal('legacy-format', source, { what: 'RTF' });
  if (!isOle(bytes)) return;
  const streams = rootStreams(bytes);
  if (streams.includes('EncryptedPackage')) throw refusal('encrypted-file', source);
  if (streams.includes('Workbook') || streams.includes('Book')) throw refusal('legacy-format', source, { what: 'Excel (.xls)' });
  throw refusal('legacy-format', source, {
    what: streams.includes('WordDocument') ? 'Word 97–2003 (.doc, .wps)' : 'OLE2 (.doc, .wps, .ppt)',
  });
}

/** What bytes seem to be that are no text: a name where the first bytes tell, otherwise these bytes. */
export function nameOfBinary(bytes: Uint8Array): string {
  const known = SIGNATURES.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  if (known) return known[1];
  return Array.from(bytes.subarray(0, 8), byte => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');
}
