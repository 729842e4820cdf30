import { describe, expect, it } from 'vitest';
import { findYear } from '../../src/plan/year.ts';

/** Texts before the table, headings, and the year a reader takes from them. */
const CASES: [texts: string[], headings: string[], year: number | null, from: string][] = [
  [['2023年工作总结及2024年重点工作计划'], [], 2024, 'stated'],
  [['2020年完成情况和2021年计划'], [], 2021, 'stated'],
  [['根据省政府2019年第5号令，制定本方案。', '为贯彻落实2024年政府工作报告，现分解如下。'], [], 2024, 'stated'],
  [['印发时间：2023年12月30日', '2024年重点工作'], [], 2024, 'stated'],
  [['重点工作任务表'], ['2023年完成情况', '2024年一季度', '2024年二季度'], 2024, 'stated'],
  [['重点任务'], ['2024年四季度', '2025年一季度'], 2025, 'inferred'],
  [['二〇二四年重点工作'], [], 2024, 'stated'],
  [['重点工作'], ['一季度'], null, 'unknown'],
];

describe('the year of a plan', () => {
  for (const [texts, headings, year, yearFrom] of CASES) {
    it(`${[...texts, ...headings].join(' / ')}: ${year}, ${yearFrom}`, () => {
      expect(findYear(undefined, texts, headings, [], false)).toMatchObject({ year, yearFrom });
    });
  }
});
