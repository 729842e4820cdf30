import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimes, type TimeContext } from '../../src/meaning/times.ts';
import { meaningCases } from './meaning-cases.ts';

/** A sentence, what it is read with, and its times: text, first day, last day, role. */
interface Case {
  text: string;
  year: number | null;
  roc?: boolean;
  months?: [number, number];
  times: [text: string, from: string | null, to: string | null, role: string][];
}

const cases = meaningCases<Case>('times');
const contextOf = ({ year, roc = false, months = undefined }: Case): TimeContext => ({ year, roc, months: months ?? null });

describe('times in a text', () => {
  it('has cases', () => expect(cases.length).toBeGreaterThan(30));

  for (const one of cases) {
    it(one.text, () => {
      expect(readTimes(one.text, contextOf(one)).map(({ text, from, to, role }) => [text, from, to, role])).toEqual(one.times);
    });
  }
});

const pieces = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...cases.flatMap(({ text }) => text.split(/[，。；]/)),
      '年',
      '月',
      '日',
      '至',
      '—',
      '第',
      '季度',
      '节前',
      '“',
      '》',
      ' ',
      '2024',
      '１２',
    ),
    fc.string({ maxLength: 4, unit: 'binary' }),
  ),
  { maxLength: 12 },
);

describe('times of any text', () => {
  it('are slices of it, in order and apart, and their days are in order', () => {
    fc.assert(
      fc.property(pieces, parts => {
        const text = parts.join('');
        let last = 0;
        for (const { text: written, span, from, to } of readTimes(text, { year: 2024, roc: false })) {
          expect(text.slice(...span)).toBe(written);
          expect(span[0]).toBeGreaterThanOrEqual(last);
          expect(span[1]).toBeGreaterThan(span[0]);
          for (const day of [from, to]) if (day !== null) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          last = span[1];
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on what stands in other sentences before them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases.filter(({ months }) => !months)), one => {
        const lead = '推进项目建设。';
        const alone = readTimes(one.text, contextOf(one));
        const behind = readTimes(lead + one.text, contextOf(one));
        expect(behind.map(({ text, to }) => [text, to])).toEqual(alone.map(({ text, to }) => [text, to]));
      }),
      { numRuns: 60 },
    );
  });
});
