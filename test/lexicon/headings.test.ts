import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { headingOf, readsAsHeading } from '../../src/lexicon/headings.ts';

/** Headings as plans have them, by the role each must be read with. */
const words = JSON.parse(readFileSync(new URL('../../fixtures/headings.json', import.meta.url), 'utf8')) as Record<string, string>;

describe('headings', () => {
  for (const [role, headings] of Object.entries(words)) {
    it(`are read as ${role}`, () => {
      expect(headings.split(' ').filter(heading => headingOf(heading)?.role !== role)).toEqual([]);
    });
  }

  it('are told from rows of data', () => {
    expect(readsAsHeading(['7月', '期末考试及暑期工作安排', '教务处'])).toBe(false);
    expect(readsAsHeading(['4', '支持企业创新', '新增技术中心8家', '牵头单位：区科技局', '11月底前'])).toBe(false);
    expect(readsAsHeading(['序号', '项目名称', '建设性质', '建设地点', '总投资', '责任单位', '完成时限'])).toBe(true);
    expect(readsAsHeading(['序号', '场站', '线网', '敷设方式', '土建', '责任单位', '完成时限'])).toBe(true);
  });
});
