import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/reporters/json.ts';
import { renderNdjson } from '../../src/reporters/ndjson.ts';
import { sampleReport } from './sample-report.ts';

const records = [
  { id: '1.Q3', text: '完成“断头路”\n①', due: null, leadUnits: ['成都市'] },
  { id: '2.Q3', text: '甲\u001b[31m\u009b\u202e乙\u2028丙\ud800👨‍👩‍👧' },
];

describe('json', () => {
  it('holds the records with what they are of', () => {
    const text = renderJson(sampleReport({ records }));
    expect(text.startsWith('{\n  "heading": "节点进度",\n')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual({
      heading: '节点进度',
      title: '2021年成德眉资同城化发展工作计划',
      asOf: '2021-10-12',
      facts: sampleReport().facts.map(([label, value]) => ({ label, value })),
      records,
      notes: sampleReport().notes,
    });
  });

  it('escapes what would harm a terminal, without changing a value', () => {
    for (const text of [renderJson(sampleReport({ records })), renderNdjson(sampleReport({ records }))])
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
  });
});

describe('ndjson', () => {
  it('is a record a line', () => {
    const lines = renderNdjson(sampleReport({ records })).split('\n');
    expect([lines.length, lines.at(-1)]).toEqual([3, '']);
    expect(lines.slice(0, 2).map(line => JSON.parse(line))).toEqual(records);
    expect(renderNdjson(sampleReport({ records: [] }))).toBe('');
  });
});
