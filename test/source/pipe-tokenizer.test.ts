import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAR, BLANK, NEWLINE, TEXT, tokenizePipes } from '../../src/source/pipe-tokenizer.ts';

/** The slices of all tokens, joined. */
function joined(text: string): string {
  const tokens = tokenizePipes(text);
  let all = '';
  for (let at = 0; at < tokens.count; at++) {
    const slice = text.slice(tokens.start[at], tokens.start[at + 1]);
    expect(slice).not.toBe('');
    if (tokens.kind[at] === BAR) expect(slice).toBe('|');
    if (tokens.kind[at] === NEWLINE) expect(slice).toMatch(/^(\r\n|\r|\n)$/);
    if (tokens.kind[at] === BLANK) expect(slice.trim()).toBe('');
    if (tokens.kind[at] === TEXT) expect(slice).toMatch(/[^ \t\u00a0\u3000]/);
    all += slice;
  }
  return all;
}

const cell = fc.stringMatching(/^[一-龥0-9a-z。，、“”（）%]{0,30}$/);
const pieces = fc.array(fc.oneof(cell, fc.constantFrom('|', ' | ', '||', '\\|', '\n', '\r\n', '\r', '\t', '\u3000', '\ufeff', '\u00a0')), {
  maxLength: 60,
});

describe('the tokenizer loses nothing', () => {
  it('gives the real document back byte for byte', () => {
    const bytes = readFileSync('seeds/chengdu-2021.txt');
    expect(Buffer.from(joined(bytes.toString('utf8'))).equals(bytes)).toBe(true);
  });

  it('gives any text back', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => joined(text) === text));
    fc.assert(fc.property(pieces, parts => joined(parts.join('')) === parts.join('')));
  });
});
