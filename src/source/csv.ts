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
    if (beginsWith(bytes, 'PK\u0003\u0004')) return false;
    // A brace is looked for in the text: 类 in UTF-16 begins with the byte of one.
    const begin = decodeBegin(bytes);
    return !begin.startsWith('{') && chooseSeparator(begin, /\.(csv|tsv|tab)$/i.test(name)) !== null;
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
