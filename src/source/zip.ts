import { inflateRawSync } from 'node:zlib';
import type { InputError } from '../base/diagnostic.ts';
import { refusal, refuseForeign } from './foreign.ts';

/** Limits of what a document may unpack to; real ones stay far below. */
const MOST_BYTES = 200 * 2 ** 20;
const MOST_ENTRIES = 10_000;
/** Deflate reaches 1032:1 on a single repeated byte; documents stay below 100:1. Only judged for large entries. */
const MOST_RATIO = 250;
const RATIO_FROM = 20 * 2 ** 20;

export interface ZipEntry {
  name: string;
  method: number;
  packed: number;
  /** Size as declared; never trusted when unpacking. */
  size: number;
  offset: number;
}

/** An opened zip: its entries by name, and what is needed to unpack them. */
export interface Zip {
  bytes: Uint8Array;
  entries: Map<string, ZipEntry>;
  source: number;
}

/** Whether bytes begin like a zip. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Names of the entries of a zip, without judging its size; none where its directory is damaged. */
export function entryNames(bytes: Uint8Array): string[] {
  return directory(bytes)?.map(entry => entry.name) ?? [];
}

/** Opens a zip by its central directory. Throws InputError where it is damaged or would unpack beyond the limits. */
export function openZip(bytes: Uint8Array, source: number): Zip {
  refuseForeign(bytes, source);
  const list = directory(bytes);
  if (!list) throw refusal('damaged-file', source, { what: 'ZIP' });
  if (list.length > MOST_ENTRIES) throw refusal('too-large', source, { what: 'ZIP', size: list.length, limit: MOST_ENTRIES });
  let total = 0;
  for (const entry of list) {
    total += entry.size;
    if (entry.size > RATIO_FROM && entry.size > MOST_RATIO * entry.packed) throw tooLarge(entry.name, entry.size, source);
  }
  if (total > MOST_BYTES) throw tooLarge('ZIP', total, source);
  return { bytes, entries: new Map(list.map(entry => [entry.name, entry])), source };
}

/** Unpacks an entry, never beyond the limit whatever size it declares; null where there is no such entry. */
export function unpack(zip: Zip, name: string): Uint8Array | null {
  const entry = zip.entries.get(name);
  if (!entry) return null;
  const { bytes, source } = zip;
  const damaged = (): InputError => refusal('damaged-file', source, { what: name });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw damaged();
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (from + entry.packed > bytes.length) throw damaged();
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    throw error instanceof RangeError ? tooLarge(name, MOST_BYTES, source) : damaged();
  }
}

/** Unpacks every entry that `wanted` names, within the limit for all of them together. */
export function unpackAll(zip: Zip, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const unpacked = new Map<string, Uint8Array>();
  let total = 0;
  for (const name of zip.entries.keys()) {
    if (name.endsWith('/') || !wanted(name)) continue;
    const content = unpack(zip, name)!;
    total += content.length;
    if (total > MOST_BYTES) throw tooLarge(name, total, zip.source);
    unpacked.set(name, content);
  }
  return unpacked;
}

function tooLarge(what: string, size: number, source: number): InputError {
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;
  return refusal('too-large', source, { what, size: megabytes(size), limit: megabytes(MOST_BYTES) });
}

/** The central directory; null where there is none or it points beyond the file. */
function directory(bytes: Uint8Array): ZipEntry[] | null {
  if (!isZip(bytes)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).replaceAll('\\', '/');
    const sizes = { packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), offset: view.getUint32(at + 42, true) };
    entries.push({ name, method: view.getUint16(at + 10, true), ...sizes });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Offset of the end-of-directory record, which a comment of up to 64 KB may follow; -1 where there is none. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

/** Writes contents as a zip without compression. */
export function storedZip(contents: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of contents) {
    const label = new TextEncoder().encode(name);
    const local = header(30, 0x04034b50, 18, content.length, label.length);
    const record = header(46, 0x02014b50, 20, content.length, label.length);
    new DataView(record.buffer).setUint32(42, offset, true);
    parts.push(local, label, content);
    central.push(record, label);
    offset += 30 + label.length + content.length;
  }
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, contents.size, true);
  view.setUint16(10, contents.size, true);
  view.setUint32(
    12,
    central.reduce((sum, part) => sum + part.length, 0),
    true,
  );
  view.setUint32(16, offset, true);
  return Buffer.concat([...parts, ...central, end]);
}

/** A local (30 bytes) or central (46) header of a stored entry; `at` is where its two sizes stand. */
function header(length: number, signature: number, at: number, size: number, nameLength: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  view.setUint32(at, size, true);
  view.setUint32(at + 4, size, true);
  view.setUint16(at + 8, nameLength, true);
  return bytes;
}
