import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusters, cutText, textWidth, wrapText } from '../../src/base/text-width.ts';

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom('（', '“', '。', '，', 'ab12', '\u0301', '\u3164', '\ufe0f', '成都', '👨‍👩‍👧'),
    ),
    { maxLength: 30 },
  )
  .map(parts => parts.join('').replace(/[\r\n\u001b]/g, ''));
const width = fc.integer({ min: 2, max: 60 });

describe('wrapText', () => {
  it('loses nothing, and makes no line wider than asked unless it is a single character', () => {
    fc.assert(
      fc.property(anyText, width, (text, columns) => {
        const lines = wrapText(text, columns);
        expect(lines.join('')).toBe(text);
        for (const line of lines) if (clusters(line).length > 1) expect([line, textWidth(line) <= columns]).toEqual([line, true]);
      }),
      { numRuns: 1000 },
    );
  });

  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(wrapText('加快建设铁路。完成（二期）', 12)).toEqual(['加快建设铁', '路。完成（二', '期）']);
    expect(wrapText('加快建设铁（二期）', 12)).toEqual(['加快建设铁', '（二期）']);
    expect(wrapText('以文会友，以赛兴业”。另', 18)).toEqual(['以文会友，以赛兴', '业”。另']);
    expect(wrapText('开工建设成德S11线', 14)).toEqual(['开工建设成德', 'S11线']);
  });
});

describe('cutText', () => {
  it('is never wider than asked', () => {
    fc.assert(
      fc.property(anyText, width, (text, columns) => {
        expect(textWidth(cutText(text, columns))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
