import { describe, expect, it } from 'vitest';
import { sense } from '../../src/diff/sense.ts';

describe('what two versions are compared by', () => {
  it.each([
    ['（一）建设，完成。', '(一)建设,完成.'],
    ['“三区三带”', '三区三带'],
    ['2021—2025年', '2021-2025年'],
    ['1,000', '1000'],
  ])('%s says what %s says', (one, other) => expect(sense(one)).toBe(sense(other)));

  it.each([
    ['<35微克', '>35微克'],
    ['增长-5%', '增长5%'],
    ['$100万', '¥100万'],
    ['1/2', '1-2'],
    ['A+B标段', 'AB标段'],
    ['√', '×'],
    ['1.2', '12'],
  ])('%s does not say what %s says', (one, other) => expect(sense(one)).not.toBe(sense(other)));
});
