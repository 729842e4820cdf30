import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/base/text-width.ts';

/**
 * Where we differ from string-width on purpose: signs that stand before Arabic, Syriac, Kaithi numbers and words and join Egyptian hieroglyphs
 * are format characters by category, but have ink; marks of interlinear annotation are made visible before anything is measured.
 */
const WITH_INK = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\ufff9-\ufffb\u{110bd}\u{110cd}\u{13430}-\u{1343f}]/u;
/** Unassigned characters (by this Node, or by ours): what they will be is not known; in wide blocks we take them for wide. */
const UNKNOWN = /[\p{Cn}\p{Co}\p{Cs}]/u;

/** Every assigned code point, in portions; a line end between two keeps them from joining. */
function* portions(): Generator<string[]> {
  let portion: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const char = String.fromCodePoint(code);
    if (UNKNOWN.test(char) || WITH_INK.test(char)) continue;
    portion.push(char);
    if (portion.length < 500) continue;
    yield portion;
    portion = [];
  }
  yield portion;
}

describe('the width of a text', () => {
  it('is that of string-width for every assigned character', () => {
    const wrong: string[] = [];
    for (const portion of portions()) {
      const text = portion.join('\n');
      if (textWidth(text) === stringWidth(text)) continue;
      for (const char of portion) if (textWidth(char) !== stringWidth(char)) wrong.push(`U+${char.codePointAt(0)!.toString(16)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('of signs with ink is one, though they are format characters', () => {
    expect(['\u0600', '\u06dd', '\u{110bd}'].map(textWidth)).toEqual([1, 1, 1]);
  });

  it.each([
    ['é written in two', 'e\u0301'],
    ['a family', '👨‍👩‍👧'],
    ['a flag', '🇨🇳'],
    ['a colour of skin', '👍🏽'],
    ['a keycap', '1️⃣'],
    ['Hangul in parts', '\u1112\u1161\u11ab'],
    ['a coloured text', '\u001b[31m建设\u001b[0m'],
  ])('of %s is that of string-width', (_, text) => expect(textWidth(text)).toBe(stringWidth(text)));
});
