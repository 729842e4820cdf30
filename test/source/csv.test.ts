import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvText } from '../../src/source/csv/rows.ts';
import { csvReader } from '../../src/source/csv.ts';
import type { RawDocument } from '../../src/source/raw.ts';
import { draw, encodeAs, hostile, utf8 } from './documents.ts';

function read(text: string | Uint8Array): RawDocument {
  return csvReader.read(typeof text === 'string' ? utf8(text) : text, 'plan.csv', 0) as RawDocument;
}

const HEADING = '序号,任务内容,牵头单位,配合单位';

describe('csv', () => {
  it('reads quoted cells with separators, line breaks and quotes; empty cells are cells', () => {
    const document = read(`${HEADING}\r\n1,"建设""一张网"",\r\n并联通",市水务局,\r\n,,,\r\n`);
    expect(draw(document)).toEqual(['序号|任务内容|牵头单位|配合单位', '1|建设"一张网",⏎并联通|市水务局|'.replace('⏎', '\r⏎'), '|||']);
    expect(document).toMatchObject({ format: 'csv', dialect: 'comma', blocks: [{ layout: 'placed', spansKnown: false }] });
  });

  it('gives every cell its place', () => {
    const text = `\ufeff${HEADING}\n1,"甲\n乙", 市水务局 ,\n2,丙,丁,戊`;
    const [table] = read(text).blocks;
    const cells = table?.kind === 'table' ? table.rows.flatMap(row => row.cells) : [];
    for (const { text: cell, place } of cells) expect(text.slice(place.start, place.end)).toBe(cell);
    expect(cells[6]!.place).toMatchObject({ line: 3, column: 5 });
    expect(cells[9]!.place).toMatchObject({ line: 4, column: 3 });
  });

  it.each([
    ['\t', 'tab'],
    [';', 'semicolon'],
    [',', 'comma'],
  ])('finds the separator %j', (separator, dialect) => {
    const document = read(`${HEADING}\n1,甲,乙,丙\n2,丁,戊,己`.replaceAll(',', separator));
    expect(document.dialect).toBe(dialect);
    expect(draw(document)[2]).toBe('2|丁|戊|己');
  });

  it('keeps titles above the table as rows', () => {
    expect(draw(read(`2024年计划,,,\n${HEADING}\n1,甲,乙,丙`))[0]).toBe('2024年计划|||');
    expect(draw(read(`2024年计划\n${HEADING}\n1,甲,乙,丙`))[0]).toBe('2024年计划');
  });

  it('takes a quote that is never closed as text and swallows no row', () => {
    const document = read(hostile('unbalanced-quotes.csv'));
    expect(draw(document)).toEqual([
      '序号|任务内容|牵头单位|完成时限',
      '1|"推进甲工程|市甲局|6月底前',
      '2|推进乙工程|市乙局|12月底前',
      '3|推进丙工程"丙|市丙局|9月底前',
    ]);
    expect(document.diagnostics).toMatchObject([{ code: 'unclosed-quote', place: { line: 2, column: 3 }, data: { line: 2 } }]);
  });

  it('reads GBK', () => {
    expect(read(encodeAs('gb18030', `${HEADING}\n1,甲,市水务局,无`))).toMatchObject({ encoding: 'gb18030', diagnostics: [] });
  });

  it('recognizes tables by content and leaves pipe tables and prose alone', () => {
    const table = `${HEADING}\n1,甲,乙,丙\n2,丁,戊,己\n`;
    expect(csvReader.sniff(utf8(table), 'plan.txt')).toBe(true);
    expect(csvReader.sniff(utf8(table.replaceAll(',', '\t')), '-')).toBe(true);
    expect(csvReader.sniff(hostile('wrong-extension.csv'), 'wrong-extension.csv')).toBe(false);
    expect(csvReader.sniff(utf8('各街道,各部门:\n经研究,现印发给你们,请落实。\n1.建成幼儿园5所,新增学位900个。\n'), 'plan.txt')).toBe(
      false,
    );
  });

  it('puts every character of a text into some cell, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', '"', ',', '\n', '\r', ' ', '1')), parts => {
        const { table } = new CsvText(parts.join(''), ',', 0).table();
        const count = (text: string): number => text.match(/[甲1]/g)?.length ?? 0;
        expect(table.rows.reduce((sum, row) => sum + row.cells.reduce((all, cell) => all + count(cell.text), 0), 0)).toBe(
          count(parts.join('')),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('stays quick where every line opens a quote', () => {
    const start = performance.now();
    read(`${HEADING}\n${'1,"甲,乙,丙\n'.repeat(100_000)}`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
