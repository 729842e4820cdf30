import { beginsWith, refusal, refuseForeign } from './foreign.ts';
import { isOle, rootStreams } from './ole.ts';
import type { RawDocument, Reader } from './raw.ts';
import { entryNames, isZip, openZip, unpack } from './zip.ts';

/** Workbooks of Excel, WPS and LibreOffice (xlsx, xls, et, xlsb, ods): each visible sheet is a table. */
export const xlsxReader: Reader = {
  id: 'xlsx',
  extensions: ['xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'et'],
  sniff: (bytes, name) => formatOf(bytes, name) !== null,
  async read(bytes, name, source): Promise<RawDocument> {
    const format = formatOf(bytes, name);
    if (format === null) {
      refuseForeign(bytes, source);
      throw refusal('damaged-file', source, { what: 'XLSX' });
    }
    const { readWorkbook } = await import('./xlsx/workbook.ts');
    const { blocks, diagnostics } = readWorkbook(bytes, format, source);
    return { format, dialect: 'sheet', encoding: format === 'xls' ? 'binary' : 'utf-8', blocks, diagnostics };
  },
};

/** What kind of workbook bytes are; null for anything else. */
function formatOf(bytes: Uint8Array, name: string): string | null {
  if (isOle(bytes)) return rootStreams(bytes).some(stream => stream === 'Workbook' || stream === 'Book') ? 'xls' : null;
  if (!isZip(bytes)) return flatFormat(bytes);
  const names = entryNames(bytes);
  if (names.length === 0) return /\.(xlsx|xlsm|xlsb|ods|et)$/i.test(name) ? 'xlsx' : null;
  if (names.includes('xl/workbook.bin')) return 'xlsb';
  if (names.some(entry => entry.startsWith('xl/'))) return 'xlsx';
  return isSpreadsheet(bytes) ? 'ods' : null;
}

/** OpenDocument files say what they are in an entry of their own, which every program writes a little differently. */
function isSpreadsheet(bytes: Uint8Array): boolean {
  try {
    const zip = openZip(bytes, 0);
    const kind = unpack(zip, 'mimetype') ?? unpack(zip, 'META-INF/manifest.xml');
    return kind !== null && new TextDecoder().decode(kind.subarray(0, 4096)).includes('opendocument.spreadsheet');
  } catch {
    return false;
  }
}

/** Workbooks written as one XML text. */
function flatFormat(bytes: Uint8Array): string | null {
  if (!beginsWith(bytes, '<?xml') && !beginsWith(bytes, '\u00ef\u00bb\u00bf<?xml')) return null;
  const begin = String.fromCharCode(...bytes.subarray(0, 4096));
  if (begin.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml';
  return /office:document[\s>][\s\S]*opendocument\.spreadsheet/.test(begin) ? 'fods' : null;
}
