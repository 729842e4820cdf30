import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { RawDocument } from '../../src/source/raw.ts';
import { xlsxReader } from '../../src/source/xlsx.ts';
import { storedZip } from '../../src/source/zip.ts';
import { draw, hostile, refused, utf8, zipOf } from './documents.ts';

const ROWS = [
  ['2024年重点工作计划'],
  ['类别', '序号', '任务', '一季度', '二季度'],
  ['一、甲', 1, '建设\r\n幼儿园', '完成95%', null],
  [null, 2, '乙', null, '开工'],
];

function sheet(rows: unknown[][], merges: string[] = []): XLSX.WorkSheet {
  const made = XLSX.utils.aoa_to_sheet(rows);
  made['!merges'] = merges.map(range => XLSX.utils.decode_range(range));
  return made;
}

function workbook(sheets: Record<string, XLSX.WorkSheet>, bookType: XLSX.BookType = 'xlsx', hidden: number[] = []): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, made] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, made, name);
  book.Workbook = { Sheets: book.SheetNames.map((_, index) => ({ Hidden: hidden.includes(index) ? 1 : 0 })) };
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType }));
}

async function read(bytes: Uint8Array, name = 'plan.xlsx'): Promise<RawDocument> {
  expect(xlsxReader.sniff(bytes, name)).toBe(true);
  return xlsxReader.read(bytes, name, 0);
}

/** A workbook written by hand: styles by the numbers of built-in formats, one row of numbers. */
function styled(values: [value: number, format: number][], own = ''): Uint8Array {
  const cells = values.map(([value], index) => `<c r="${XLSX.utils.encode_col(index)}1" s="${index}"><v>${value}</v></c>`).join('');
  const formats = values.map(([, format]) => `<xf numFmtId="${format}" applyNumberFormat="1"/>`).join('');
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const list = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
  const part = (name: string, kind: string): string => `<Override PartName="/xl/${name}.xml" ContentType="${type}${kind}+xml"/>`;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${part('workbook', 'sheet.main')}${part('worksheets/sheet1', 'worksheet')}${part('styles', 'styles')}</Types>`,
    '_rels/.rels': `<Relationships ${list}><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relation}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${list}><Relationship Id="r1" Type="${relation}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relation}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet ${main}>${own}<cellXfs count="${values.length}">${formats}</cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  };
  return storedZip(new Map(Object.entries(parts).map(([name, text]) => [name, utf8(text)])));
}

describe('xlsx', () => {
  it.each(['xlsx', 'biff8', 'xlsb', 'ods', 'fods', 'xlml'] as const)('reads sheets with merged cells: %s', async bookType => {
    const document = await read(workbook({ 任务: sheet(ROWS, ['A1:E1', 'A3:A4']) }, bookType), 'plan.bin');
    expect(draw(document)).toEqual([
      '2024年重点工作计划>5',
      '类别|序号|任务|一季度|二季度',
      '一、甲^2|1|建设⏎幼儿园|完成95%',
      '@12|乙|@4开工',
    ]);
    expect(document.blocks[0]!.place).toMatchObject({ sheet: '任务' });
  });

  it('says sheet and cell', async () => {
    const [table] = (await read(workbook({ 任务: sheet(ROWS) }))).blocks;
    const place = table?.kind === 'table' ? table.rows[2]!.cells[2]!.place : null;
    expect(place).toEqual({ source: 0, line: 3, column: 3, start: 0, end: 0, sheet: '任务', cell: 'C3' });
  });

  it('shows numbers and dates as the sheet does', async () => {
    const own = '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年第&quot;m&quot;月&quot;;@"/></numFmts>';
    const values: [number, number][] = [
      [45473, 57],
      [45473, 58],
      [45473, 31],
      [45473, 14],
      [45473, 176],
      [0.95, 9],
      [0.075, 10],
      [45473, 0],
      [1200.5, 4],
      [3, 0],
    ];
    expect(draw(await read(styled(values, own)))).toEqual([
      '2024年6月|6月30日|2024年6月30日|2024/6/30|2024年第6月|95%|7.50%|45473|1,200.50|3',
    ]);
    expect(draw(await read(styled([[45473, 57]])))).toEqual(['2024年6月']);
  });

  it('leaves hidden sheets out and says so; empty ones do not count', async () => {
    const document = await read(workbook({ 任务: sheet(ROWS), 旧: sheet(ROWS), 空: sheet([]) }, 'xlsx', [1, 2]));
    expect(document.blocks).toHaveLength(1);
    expect(document.diagnostics).toMatchObject([{ code: 'hidden-sheet', place: { sheet: '旧' }, data: { sheet: '旧' } }]);
  });

  it('reports a stray cell far from the table', async () => {
    const document = await read(hostile('far-cell.xlsx'));
    expect(draw(document)).toEqual(['序号|任务内容|牵头单位|完成时限', '1|推进甲工程|市甲局|6月底前', '2|推进乙工程|市乙局|12月底前']);
    expect(document.diagnostics).toMatchObject([{ code: 'unplaced-text', text: '角落', place: { cell: 'XFD1048576' } }]);
  });

  it('reports text under a merged cell where it differs', async () => {
    const document = await read(
      workbook({
        表: sheet(
          [
            ['甲', '甲', '丙'],
            ['乙', null, '丁'],
          ],
          ['A1:B2'],
        ),
      }),
    );
    expect(draw(document)).toEqual(['甲^2>2|丙', '@2丁']);
    expect(document.diagnostics).toMatchObject([{ code: 'unplaced-text', text: '乙', place: { cell: 'A2' } }]);
  });

  it('keeps absurd merges within the table, and stays quick on many', async () => {
    expect(draw(await read(workbook({ 表: sheet([['甲'], ['乙', '丙']], ['A1:XFD1048576']) })))[0]).toBe('甲^2>2');
    const many = Array.from({ length: 50_000 }, (_, at) => `A${at + 1}:B${at + 1}`);
    const rows = Array.from({ length: 50_000 }, (_, at) => [`任务${at}`]);
    const start = performance.now();
    const [table] = (await read(workbook({ 表: sheet(rows, many) }))).blocks;
    expect(table?.kind === 'table' && table.rows.length).toBe(50_000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('refuses what is damaged, too large or no workbook', async () => {
    const whole = workbook({ 任务: sheet(ROWS) });
    expect(await refused(() => xlsxReader.read(whole.subarray(0, 500), 'a.xlsx', 0))).toBe('damaged-file');
    expect(await refused(() => xlsxReader.read(hostile('ole-named.docx'), 'a.xlsx', 0))).toBe('legacy-format');
    expect(await refused(() => xlsxReader.read(utf8('序号,任务'), 'a.xlsx', 0))).toBe('damaged-file');
    const bomb = zipOf('xl/worksheets/sheet1.xml', new Uint8Array(300 * 2 ** 20).fill(32), 1000);
    expect(await refused(() => xlsxReader.read(bomb, 'a.xlsx', 0))).toBe('too-large');
  });
});
