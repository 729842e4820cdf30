import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import type { Column, Report } from '../../src/report/model.ts';
import { renderCsv } from '../../src/reporters/csv.ts';
import { milestoneColumns, plainStyle, sampleReport } from './sample-report.ts';

const columns: Column[] = [
  { id: 'text', heading: '节点内容', kind: 'text', priority: 1 },
  { id: 'days', heading: '逾期天数', kind: 'number', priority: 9 },
];
const texts = (values: readonly string[]): Report =>
  sampleReport({ table: { name: '节点', columns, groups: [{ title: '一季度', rows: values.map(value => ({ values: [value, -3] })) }] } });

describe('csv', () => {
  it('has a heading row with every column and a record a row, ending in CRLF', () => {
    const lines = renderCsv(sampleReport(), plainStyle).split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe(milestoneColumns.map(({ heading }) => heading).join(','));
    expect(lines[2]?.endsWith(',2021-10-15,即将到期,,四川省交通运输厅、成都市,德阳市、眉山市、资阳市')).toBe(true);
    expect(lines[4]).toBe('');
  });

  it('begins with a byte order mark only where asked to', () => {
    expect([true, false].map(bom => renderCsv(sampleReport(), { ...plainStyle, bom }).startsWith('\ufeff'))).toEqual([true, false]);
  });

  it('takes the power from what a spreadsheet would take for a formula, and leaves numbers alone', () => {
    const risky = ['=1+1', '+86', '-甲', '@SUM(A1)', '＝1', '＋1', '－1', '＠1'];
    const lines = renderCsv(texts([...risky, '——甲', '95%']), plainStyle).split('\r\n');
    expect(lines.slice(1, -1)).toEqual([...risky.map(text => `'${text},-3`), '——甲,-3', '95%,-3']);
  });

  it('keeps a cell with line breaks, quotes and commas in one record', () => {
    expect(renderCsv(texts(['一\n二', '三\r四', '“五”,"六"']), plainStyle)).toBe(
      '节点内容,逾期天数\r\n"一\n二",-3\r\n"三\r四",-3\r\n"“五”,""六""",-3\r\n',
    );
  });

  it('gives any text back to who reads it, with no control or direction character raw', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 6 }), values => {
        const csv = renderCsv(texts(values.map(value => `甲${value}`)), plainStyle);
        expect(csv).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/);
        const sheet = XLSX.read(csv, { type: 'string', raw: true, FS: ',' }).Sheets.Sheet1;
        expect(XLSX.utils.decode_range(sheet?.['!ref'] ?? '').e).toEqual({ c: 1, r: values.length });
      }),
    );
  });
});
