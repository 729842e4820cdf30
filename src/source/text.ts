import { decode } from './decode.ts';
import type { RawDocument, Reader } from './raw.ts';
import { pipeTables } from './text/pipe-tables.ts';
import { ruledTables } from './text/ruled-tables.ts';

/** Text of every dialect: pipe tables, tables drawn with rules, labelled lists, a cell a line. Takes whatever no other reader knows. */
export const textReader: Reader = {
  id: 'text',
  extensions: ['txt', 'md', 'text', 'markdown'],
  sniff: () => true,
  read(bytes, _name, source): RawDocument {
    const { text, encoding, diagnostics } = decode(bytes, source);
    return { format: 'text', encoding, diagnostics, ...(ruledTables(text, source) ?? pipeTables(text, source)) };
  },
};
