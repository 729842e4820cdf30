import { expect, it } from 'vitest';
import { showPlace } from '../../src/base/place.ts';

const PLACE = { source: 0, line: 2, column: 1, start: 0, end: 0 };

it('the name of a sheet never reaches a terminal raw', () => {
  expect(showPlace({ ...PLACE, sheet: '任务', cell: 'C4' })).toBe('任务!C4');
  expect(showPlace({ ...PLACE, sheet: 'She\u001b[2Jet\n1', cell: 'A2' })).toBe('She‹U+001B›[2Jet 1!A2');
});
