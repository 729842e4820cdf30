import { expect, it } from 'vitest';
import { formDay } from '../../src/ledger/form-day.ts';

it.each([
  ['2021.9.28', '2021-09-28'],
  ['2021年9月28日', '2021-09-28'],
  ['９月２８日', '2021-09-28'],
  ['9/28', '2021-09-28'],
  ['9.28', '2021-09-28'],
  ['44467', '2021-09-28'],
  ['44467.5', '2021-09-28'],
  ['9/28/2021', '2021-09-28'],
  ['28/9/2021', '2021-09-28'],
  ['9/9/2021', '2021-09-09'],
  // The ninth of August or the eighth of September.
  ['8/9/2021', undefined],
  ['9月31日', undefined],
  ['28/13/2021', undefined],
  // A number in the wrong column.
  ['12345', undefined],
  ['九月底', undefined],
])('%s is %s in a plan of 2021', (written, day) => expect(formDay(written, 2021)).toBe(day));

it('a day without a year is none in a plan without one', () => expect(formDay('9/28', null)).toBeUndefined());
