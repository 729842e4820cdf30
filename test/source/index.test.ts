import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { InputError } from '../../src/base/diagnostic.ts';
import { findReader, readers, readSource } from '../../src/source/index.ts';
import { docx, draw, encodeAs, hostile, refused, tbl, utf8 } from './documents.ts';

const ROWS = [
  ['序号', '任务内容', '牵头单位'],
  ['1', '推进甲工程', '市甲局'],
  ['2', '推进乙工程', '市乙局'],
];
const CSV = ROWS.map(row => row.join(',')).join('\n');
const PAGE = `<table>${ROWS.map(row => `<tr>${row.map(cell => `<td>${cell}`).join('')}`).join('')}</table>`;

function workbook(): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(ROWS), '表');
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }));
}

const FORMATS: [format: string, bytes: Uint8Array][] = [
  ['csv', utf8(CSV)],
  ['csv', encodeAs('gb18030', CSV)],
  ['csv', Buffer.from(`\ufeff${CSV}`, 'utf16le')],
  ['tsv', utf8(CSV.replaceAll(',', '\t'))],
  ['html', utf8(PAGE)],
  ['docx', docx(tbl(...ROWS))],
  ['xlsx', workbook()],
  ['text', utf8(ROWS.map(row => `${row.join(' | ')} |`).join('\n'))],
];

describe('readSource', () => {
  it.each(FORMATS)('knows %s by its content, whatever it is called', async (format, bytes) => {
    for (const name of ['plan', '-', 'plan.txt', 'plan.html', 'plan.docx', 'plan.xls']) {
      const document = await readSource(bytes, name, 0);
      expect(document.format).toBe(format);
      expect(draw(document)).toEqual(ROWS.map(row => row.join('|')));
    }
  });

  it('takes pipe text for text even when it is called .csv', () => {
    expect(findReader(hostile('wrong-extension.csv'), 'wrong-extension.csv').id).toBe('text');
  });

  it('uses the reader that is insisted on', async () => {
    expect((await readSource(utf8(PAGE), 'page.html', 0, { format: 'text' })).format).toBe('text');
    expect(await refused(() => readSource(utf8(PAGE), 'page.html', 0, { format: 'docx' }))).toBe('damaged-file');
    await expect(readSource(utf8(PAGE), 'page.html', 0, { format: 'jpeg' })).rejects.toThrow(RangeError);
  });

  it.each([
    ['%PDF-1.4', 'plan.pdf', 'pdf'],
    ['{\\rtf1}', 'plan.rtf', 'legacy-format'],
    ['', 'plan.docx', 'empty-input'],
    ['PK\u0003\u0004', 'plan.zip', 'not-text'],
    ['PK\u0003\u0004', 'plan.docx', 'damaged-file'],
    ['PK\u0003\u0004', 'plan.xlsx', 'damaged-file'],
  ])('refuses %j called %s: %s', async (text, name, code) => {
    expect(await refused(() => readSource(utf8(text), name, 0))).toBe(code);
  });

  it('never fails but by InputError, whatever the bytes', async () => {
    const starts = ['', 'PK\u0003\u0004', '<table><tr><td', '\u00ff\u00fe', '1,"', '<?xml version="1.0"?>'].map(text =>
      Uint8Array.from(text, char => char.charCodeAt(0)),
    );
    const bytes = fc
      .tuple(fc.constantFrom(...starts, hostile('ole-named.docx')), fc.uint8Array({ maxLength: 400 }))
      .map(parts => Buffer.concat(parts));
    await fc.assert(fc.asyncProperty(bytes, fc.constantFrom('a.txt', 'a.csv', 'a.docx', 'a.xlsx', 'a.html'), onlyInputErrors), {
      numRuns: 500,
    });
  });

  it('never fails but by InputError on a damaged document', async () => {
    const damage = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FORMATS), damage, async ([, whole], changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [where, value] of changes) bytes[Math.floor(where * (bytes.length - 1))] = value;
        await onlyInputErrors(bytes, 'plan');
      }),
      { numRuns: 300 },
    );
  });
});

async function onlyInputErrors(bytes: Uint8Array, name: string): Promise<void> {
  for (const format of [undefined, ...readers.map(({ id }) => id)]) {
    try {
      await readSource(bytes, name, 0, { format });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
}
