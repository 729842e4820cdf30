import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { InputError } from '../../src/base/diagnostic.ts';
import type { RawDocument, RawTable } from '../../src/source/raw.ts';
import { storedZip } from '../../src/source/zip.ts';

/** A file of fixtures/hostile. */
export function hostile(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/hostile/${name}`, import.meta.url));
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const tables = new Map<string, Map<string, number[]>>();

/** Encodes a text in a double-byte encoding, by the reverse of what the decoder knows. */
export function encodeAs(label: string, text: string): Uint8Array {
  let table = tables.get(label);
  if (!table) {
    table = new Map();
    tables.set(label, table);
    const decoder = new TextDecoder(label);
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const char = decoder.decode(Uint8Array.of(lead, trail));
        if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [lead, trail]);
      }
    }
  }
  return Uint8Array.from([...text].flatMap(char => (char < '\u0080' ? [char.charCodeAt(0)] : table.get(char)!)));
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A text document with this body; further parts by name. */
export function docx(body: string, parts: Record<string, string> = {}): Uint8Array {
  const all = { 'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`, ...parts };
  return storedZip(new Map(Object.entries(all).map(([name, text]) => [name, utf8(text)])));
}

/** Paragraphs of a text document. */
export function p(...texts: string[]): string {
  return texts.map(text => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
}

/** A cell of a text document with properties and content. */
export function tc(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
}

export function tbl(...rows: string[][]): string {
  return `<w:tbl>${rows.map(cells => `<w:tr>${cells.map(cell => (cell.startsWith('<w:tc>') ? cell : tc(cell))).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A zip with one deflated entry that declares a size of its own. */
export function zipOf(name: string, content: Uint8Array, declared = content.length): Uint8Array {
  const packed = deflateRawSync(content);
  const zip = storedZip(new Map([[name, packed]]));
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const central = zip.length - 22 - 46 - utf8(name).length;
  for (const [at, method, size] of [
    [0, 8, 22],
    [central, 10, 24],
  ] as const) {
    view.setUint16(at + method, 8, true);
    view.setUint32(at + size, declared, true);
  }
  return zip;
}

/** A table as lines: cells joined by bars, `@` and a column where a cell does not follow the one before it, `^` rows and `>` columns spanned. */
export function draw(document: RawDocument): string[] {
  return document.blocks.flatMap(block => (block.kind === 'paragraph' ? [`¶ ${block.text}`] : drawTable(block)));
}

function drawTable(table: RawTable): string[] {
  return table.rows.map(row => {
    let next = 0;
    return row.cells
      .map((cell, index) => {
        const column = cell.column ?? index;
        const jump = column === next ? '' : `@${column}`;
        next = column + (cell.colSpan ?? 1);
        return `${jump}${cell.text.replaceAll('\n', '⏎')}${cell.rowSpan ? `^${cell.rowSpan}` : ''}${cell.colSpan ? `>${cell.colSpan}` : ''}`;
      })
      .join('|');
  });
}

/** The diagnostic of an input that cannot be read. */
export async function refused(read: () => unknown): Promise<string> {
  try {
    await read();
  } catch (error) {
    if (error instanceof InputError) return error.diagnostic.code;
    throw error;
  }
  return 'read';
}
