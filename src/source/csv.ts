import { CsvText } from './csv/rows.ts';
import { chooseSeparator } from './csv/separator.ts';
import { decode, decodeBegin } from './decode.ts';
import { beginsWith } from './foreign.ts';
import type { RawDocument, Reader } from './raw.ts';

const DIALECTS: Readonly<Record<string, string>> = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' };

/** Tables of separated values: comma, tab or semicolon, with quoted cells that may hold line breaks. */
export const csvReader: Reader = {
  id: 'csv',
  extensions: ['csv', 'tsv', 'tab'],
  sniff(bytes, name): boolean {
    if (beginsWith(bytes, 'PK\u0003\u0004') || beginsWith(bytes, '{')) return false;
    return chooseSeparator(decodeBegin(bytes), /\.(csv|tsv|tab)$/i.test(name)) !== null;
  },
  read(bytes, _name, source): RawDocument {
    const { text, encoding, diagnostics } = decode(bytes, source);
    const separator = chooseSeparator(text.slice(0, 65_536), true) ?? ',';
    const found = new CsvText(text, separator, source).table();
    const format = separator === '\t' ? 'tsv' : 'csv';
    return {
      format,
      dialect: DIALECTS[separator] ?? 'comma',
      encoding,
      blocks: [found.table],
      diagnostics: [...diagnostics, ...found.diagnostics],
    };
  },
};
