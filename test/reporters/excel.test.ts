import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { Column, Report } from '../../src/report/model.ts';
import { renderExcel } from '../../src/reporters/excel.ts';
import { milestoneRows, sampleReport } from './sample-report.ts';

async function readBack(report: Report): Promise<XLSX.WorkBook> {
  return XLSX.read(await renderExcel(report), { cellFormula: true, cellStyles: true });
}

function text(sheet: XLSX.WorkSheet | undefined, cell: string): unknown {
  return (sheet?.[cell] as XLSX.CellObject | undefined)?.v;
}

/** The parts of a zip by name, as text; sizes come from the central directory. */
function parts(bytes: Uint8Array): Map<string, string> {
  const data = Buffer.from(bytes);
  const found = new Map<string, string>();
  for (let at = data.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = data.indexOf('PK\x01\x02', at + 46, 'latin1')) {
    const name = data.toString('utf8', at + 46, at + 46 + data.readUInt16LE(at + 28));
    const local = data.readUInt32LE(at + 42);
    const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const packed = data.subarray(from, from + data.readUInt32LE(at + 20));
    found.set(name, (data.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
  }
  return found;
}

const texts = (values: readonly string[], column: Partial<Column> = {}): Report => {
  const columns: Column[] = [{ id: 'text', heading: '节点内容', kind: 'text', priority: 1, ...column }];
  return sampleReport({
    table: { name: '节点', columns, groups: [{ title: '', rows: values.map(value => ({ values: [value] })) }] },
    appendix: () => [],
  });
};

describe('excel', () => {
  it('has a sheet a table, the title above it, and the rows as they are', async () => {
    const book = await readBack(sampleReport());
    expect(book.SheetNames).toEqual(['节点', '任务', '单位', '说明']);
    const sheet = book.Sheets.节点;
    expect(text(sheet, 'A1')).toBe('2021年成德眉资同城化发展工作计划 · 节点进度 · Q3 · 成都市 · 2021-10-12');
    expect(['A2', 'B2', 'F2', 'J2'].map(cell => text(sheet, cell))).toEqual(['类别', '序号', '截止日期', '配合单位']);
    expect(text(sheet, 'E3')).toBe(milestoneRows[0]!.values[4]);
    expect(text(sheet, 'J4')).toBe('德阳市、眉山市、资阳市');
    expect(text(sheet, 'H3')).toBe(12);
    expect(text(sheet, 'B3')).toBe(1);
  });

  it('holds dates as dates, shown as 2021-09-30, and an undated row as an empty cell', async () => {
    const sheet = (await readBack(sampleReport())).Sheets.节点;
    expect([sheet?.F3.t, sheet?.F3.w]).toEqual(['n', '2021-09-30']);
    expect(text(sheet, 'F5')).toBeUndefined();
  });

  it('holds what XML forbids or Excel would read as a code, so that the file opens and says what was written', async () => {
    const report = texts(['代码_x0041_', '完成\ufffe医院', '_x000D_'], { heading: '要点_x0042_' });
    report.title = '重点\ufffe工作_x0043_\u000b计划';
    const written = parts(await renderExcel(report));
    for (const [name, text] of written)
      expect([name, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)]).toEqual([name, false]);
    expect(written.get('docProps/core.xml')).toContain('<dc:title>重点‹U+FFFE›工作_x0043_‹U+000B›计划</dc:title>');
    const strings = written.get('xl/sharedStrings.xml');
    for (const text of ['代码_x005F_x0041_', '完成‹U+FFFE›医院', '_x005F_x000D_', '要点_x005F_x0042_'])
      expect(strings).toContain(`>${text}<`);
  });

  it('merges equal categories and the heading over the quarters, and filters only where nothing is merged', async () => {
    const { Sheets } = await readBack(sampleReport());
    const merges = (name: string): string[] => (Sheets[name]?.['!merges'] ?? []).map(range => XLSX.utils.encode_range(range)).sort();
    expect(merges('任务')).toEqual(['A1:F1', 'A2:A3', 'A4:A5', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:F3']);
    expect(merges('节点')).toEqual(['A1:J1']);
    expect(Sheets.节点?.['!autofilter']?.ref).toBe('A2:J5');
    expect(Sheets.任务?.['!autofilter']).toBeUndefined();
  });

  it('links a unit to the row of its first task', async () => {
    const sheet = (await readBack(sampleReport())).Sheets.单位;
    expect(['A3', 'A4'].map(cell => (sheet?.[cell] as XLSX.CellObject | undefined)?.l?.Target)).toEqual(['#任务!A5', '#任务!A6']);
  });

  it('freezes the headings, repeats them in print and numbers the pages', async () => {
    const found = parts(await renderExcel(sampleReport()));
    const sheet = found.get('xl/worksheets/sheet2.xml')!;
    expect(sheet).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<pageSetup [^>]*paperSize="8"[^>]*orientation="landscape"/);
    expect(sheet).toContain('第 &amp;P 页，共 &amp;N 页');
    expect(found.get('xl/workbook.xml')).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="1">任务!$1:$3</definedName>');
  });

  it('makes every row as high as its longest cell needs', async () => {
    const long = '完成路基土石方工程。'.repeat(30);
    const sheet = (await readBack(texts(['短', long, `${long}\n${long}`]))).Sheets.节点;
    const heights = [2, 3, 4].map(row => sheet?.['!rows']?.[row]?.hpt ?? 0);
    expect(heights[0]).toBeLessThan(25);
    expect(heights[1]).toBeGreaterThan((600 / 48) * 14);
    expect(heights[2]).toBeGreaterThan(heights[1]! * 1.9);
  });

  it('gives a merged category of one row the height it needs', async () => {
    const sheet = (await readBack(texts(['加强'.repeat(60)], { merge: true }))).Sheets.节点;
    expect(sheet?.['!rows']?.[2]?.hpt).toBeGreaterThan((240 / 20) * 14);
  });

  it('never makes a formula of a text', async () => {
    const risky = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '=HYPERLINK("http://x","y")',
      '\t=1',
      '＝1+1',
      "'=1",
      '1e5',
      '0012',
      '2021-1-1',
      'TRUE',
      '#N/A',
    ];
    const sheet = (await readBack(texts(risky))).Sheets.节点;
    risky.forEach((value, index) => {
      const cell = sheet?.[`A${index + 3}`] as XLSX.CellObject;
      expect([cell.f, cell.t, cell.v]).toEqual([undefined, 's', value.replace('\t', ' ')]);
    });
  });

  it('shows characters that XML forbids instead of making a damaged file', async () => {
    const bytes = await renderExcel(texts(['甲\u0000\u001b[31m乙\u202e\ud800丙'], { heading: '节点\u0007内容', over: '进度\u0001' }));
    for (const [name, xml] of parts(bytes))
      expect([name, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd\ufffe]/.test(xml)]).toEqual([name, false]);
    expect(text(XLSX.read(bytes).Sheets.节点, 'A4')).toBe('甲‹U+0000›‹U+001B›[31m乙‹U+202E›‹U+D800›丙');
  });

  it('keeps any text, up to what Excel can hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), async values => {
        const sheet = (await readBack(texts(values))).Sheets.节点;
        const { visible } = await import('../../src/base/visible.ts');
        values.forEach((value, index) => {
          expect(text(sheet, `A${index + 3}`) ?? '').toBe(visible(value).replace(/\r\n|\r/g, '\n'));
        });
      }),
      { numRuns: 60 },
    );
    const most = text((await readBack(texts(['长'.repeat(40_000)]))).Sheets.节点, 'A3') as string;
    expect([most.length, most.at(-1)]).toEqual([32_767, '…']);
  });

  it('names sheets so that every program can refer to them, each once', async () => {
    const { table } = sampleReport();
    const names = ["2021年 '任务'", '任务[1]', '任务(1)', ''].map(name => ({ ...table, name }));
    const book = await readBack(sampleReport({ appendix: () => names }));
    expect(book.SheetNames).toEqual(['节点', '_2021年任务', '任务1', '任务1_2', 'Sheet']);
  });

  it('is the same to the byte on every run', async () => {
    expect(Buffer.from(await renderExcel(sampleReport())).equals(Buffer.from(await renderExcel(sampleReport())))).toBe(true);
  });
});
