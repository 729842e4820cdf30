import { expect, it } from 'vitest';
import { workingDaysAhead } from '../../src/cli/working-days.ts';

const NONE = { holidays: [], workdays: [] };

it.each([
  ['over the Mid-Autumn and National holidays, with the days worked in their place', '2021-09-17', 10, NONE, 21, []],
  ['over the Spring Festival', '2024-02-08', 1, NONE, 1, []],
  ['with days off and worked of one’s own', '2021-03-01', 2, { holidays: ['2021-03-02'], workdays: ['2021-03-06'] }, 3, []],
  ['into a year whose holidays are not announced', '2026-12-30', 3, NONE, 5, ['2027']],
  ['none', '2021-03-01', 0, NONE, 0, []],
])('working days are counted %s', (_, from, count, own, days, unknown) => {
  expect(workingDaysAhead(from, count, own)).toEqual({ days, unknown });
});
