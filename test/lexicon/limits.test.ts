import { describe, expect, it } from 'vitest';
import { looksLikeLimit, readLimit } from '../../src/lexicon/limits.ts';
import { meaningCases } from '../meaning/meaning-cases.ts';

/** A cell of a column of time limits, and its last day or why it has none. */
interface Case {
  text: string;
  year: number;
  roc?: boolean;
  limit: string;
}

describe('time limits', () => {
  for (const { text, year, roc, limit } of meaningCases<Case>('limits')) {
    it(text, () => {
      const found = readLimit(text, year, roc);
      expect(found.kind === 'date' ? found.date : found.kind).toBe(limit);
    });
  }

  it('without a year are told apart from those without a day', () => expect(readLimit('6月底前', null)).toEqual({ kind: 'yearless' }));

  it('are not guessed from a column of figures', () => {
    expect(['3.5', '6.30', '12', '2024.6'].map(looksLikeLimit)).toEqual([false, false, false, true]);
  });
});
