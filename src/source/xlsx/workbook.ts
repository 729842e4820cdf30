import * as XLSX from 'xlsx';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { refusal } from '../foreign.ts';
import type { RawTable } from '../raw.ts';
import { openZip, storedZip, unpackAll } from '../zip.ts';
import { withChineseFormats } from './formats.ts';
import { readSheet } from './sheet.ts';

/** Flat XML workbooks beyond this are refused; packed ones are judged by what they unpack to. */
const MOST_FLAT = 100 * 2 ** 20;

/** All visible sheets of a workbook that hold anything. Throws InputError where it is damaged, locked or too large. */
export function readWorkbook(bytes: Uint8Array, format: string, source: number): { blocks: RawTable[]; diagnostics: Diagnostic[] } {
  const book = parse(unpacked(bytes, format, source), source);
  const hidden = book.Workbook?.Sheets ?? [];
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const blocks: RawTable[] = [];
  const diagnostics: Diagnostic[] = [];
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name];
    if (!sheet) return;
    const place = { source, line: 1, column: 1, start: 0, end: 0, sheet: name };
    const read = readSheet(sheet, { sheet: name, source, date1904 });
    if (read.rows.length === 0) return;
    if (hidden[index]?.Hidden) {
      diagnostics.push({ code: 'hidden-sheet', place, data: { sheet: name } });
      return;
    }
    blocks.push({ kind: 'table', layout: 'placed', spansKnown: true, rows: read.rows, place });
    for (const found of read.diagnostics) diagnostics.push(found);
  });
  return { blocks, diagnostics };
}

/**
 * Packed workbooks are unpacked here, within limits, and handed on without compression: so what is parsed is what was measured. Pictures
 * and macros are left behind.
 */
function unpacked(bytes: Uint8Array, format: string, source: number): Uint8Array {
  if (format === 'xls') return bytes;
  if (format === 'xml' || format === 'fods') {
    if (bytes.length > MOST_FLAT) throw refusal('too-large', source, { what: 'XML', size: bytes.length, limit: MOST_FLAT });
    return bytes;
  }
  const parts = unpackAll(
    openZip(bytes, source),
    name => /\.(xml|rels|bin)$|^mimetype$/i.test(name) && !/vbaProject|printerSettings|\/(media|embeddings|activeX)\//.test(name),
  );
  return storedZip(withChineseFormats(parts));
}

function parse(bytes: Uint8Array, source: number): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, { type: 'array', nodim: true, cellHTML: false, cellText: false, cellNF: true, cellFormula: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/password|encrypt/i.test(reason)) throw refusal('encrypted-file', source);
    throw refusal('damaged-file', source, { what: reason.slice(0, 80) });
  }
}
