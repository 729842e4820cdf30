import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantities } from '../../src/meaning/quantities.ts';
import { readTimes } from '../../src/meaning/times.ts';
import { meaningCases } from './meaning-cases.ts';

/** A sentence, the unit of its column's heading, and its amounts: text, comparator, value, unit, and what else is true of them. */
interface Case {
  text: string;
  unit?: string;
  quantities: [text: string, comparator: string, value: number, unit: string, ...flags: ('cumulative' | 'distributive')[]][];
}

const cases = meaningCases<Case>('quantities');
const read = (text: string, unit?: string) => readQuantities(text, readTimes(text, { year: 2024, roc: false }), unit);

describe('amounts in a text', () => {
  it('has cases', () => expect(cases.length).toBeGreaterThan(40));

  for (const { text, unit, quantities } of cases) {
    it(unit === undefined ? text : `${text} (${unit})`, () => {
      const found = read(text, unit).map(({ text: written, comparator, value, unit: name, cumulative, distributive }) => [
        ...[written, comparator, value, name],
        ...(cumulative ? ['cumulative'] : []),
        ...(distributive ? ['distributive'] : []),
      ]);
      expect(found).toEqual(quantities);
    });
  }

  it('say what they measure, in the words of the text', () => {
    const metrics = read('路基土石方完成95%，分别开展1场以上招商活动，累计建成3公里，新增学位3600个').map(({ metric }) => metric);
    expect(metrics).toEqual(['路基土石方', '招商活动', '', '学位']);
  });
});

describe('amounts of any text', () => {
  it('are slices of it, in order, apart from each other and from its times', () => {
    const words = [
      ...cases.flatMap(({ text }) => text.split(/[，。；]/)),
      '万',
      '亿',
      '%',
      '个',
      '第',
      '不少于',
      '“',
      '全部',
      '6月30日',
      '１２',
      '3—',
      ',',
    ];
    const pieces = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 4, unit: 'binary' })), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, parts => {
        const text = parts.join('');
        const times = readTimes(text, { year: 2024, roc: false });
        let last = 0;
        for (const { text: written, span, value, unit } of readQuantities(text, times)) {
          expect(text.slice(...span)).toBe(written);
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(Number.isFinite(value)).toBe(true);
          // 5000万 without a unit is an amount, 5000 is a bare number.
          if (unit === '') expect(written).toMatch(/[万亿]/);
          expect(times.filter(time => time.span[0] < span[1] && span[0] < time.span[1])).toEqual([]);
          last = span[1];
        }
      }),
      { numRuns: 300 },
    );
  });
});
