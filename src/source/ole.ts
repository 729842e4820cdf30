const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENTRY = 128;
const NONE = 0xffffffff;
/** Directory entries read at most: the root's own streams come early. */
const MOST_ENTRIES = 4096;

/** Whether bytes are an OLE2 compound file: the container of Office 97-2003 documents and of encrypted newer ones. */
export function isOle(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, at) => bytes[at] === byte);
}

/** Names of the streams at the root of a compound file (`Workbook`, `WordDocument`, `EncryptedPackage`); none where it is damaged. */
export function rootStreams(bytes: Uint8Array): string[] {
  if (!isOle(bytes) || bytes.length < 512) return [];
  const entries = directory(bytes);
  const names: string[] = [];
  const seen = new Set<number>();
  const open = entries.length > 0 ? [entries[0]!.child] : [];
  while (open.length > 0) {
    const index = open.pop()!;
    const entry = entries[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    names.push(entry.name);
    open.push(entry.left, entry.right);
  }
  return names;
}

interface Entry {
  name: string;
  left: number;
  right: number;
  child: number;
}

/** The directory, followed from sector to sector by the allocation table as far as the header lists it. */
function directory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 1 << Math.min(16, view.getUint16(30, true));
  if (size < 512) return [];
  const entries: Entry[] = [];
  const seen = new Set<number>();
  let sector = view.getUint32(48, true);
  while (sector < NONE - 4 && !seen.has(sector) && entries.length < MOST_ENTRIES) {
    seen.add(sector);
    const from = (sector + 1) * size;
    if (from + size > bytes.length) break;
    for (let at = from; at < from + size; at += ENTRY) entries.push(entryAt(view, at));
    sector = nextSector(view, sector, size);
  }
  return entries;
}

function nextSector(view: DataView, sector: number, size: number): number {
  const perTable = size / 4;
  const table = Math.floor(sector / perTable);
  if (table >= 109) return NONE;
  const at = (view.getUint32(76 + 4 * table, true) + 1) * size + 4 * (sector % perTable);
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : NONE;
}

function entryAt(view: DataView, at: number): Entry {
  const length = Math.min(64, view.getUint16(at + 64, true));
  let name = '';
  for (let offset = 0; offset + 2 < length; offset += 2) name += String.fromCharCode(view.getUint16(at + offset, true));
  return { name, left: view.getUint32(at + 68, true), right: view.getUint32(at + 72, true), child: view.getUint32(at + 76, true) };
}
