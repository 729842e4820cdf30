import { describe, expect, it } from 'vitest';
import { INVISIBLE } from '../../src/base/invisible.ts';
import { safeJson } from '../../src/base/safe-json.ts';
import { visible } from '../../src/base/visible.ts';

describe('what cannot be seen', () => {
  it.each([
    ['\u3164', '3164'],
    ['\u115f', '115F'],
    ['\u034f', '034F'],
    ['\uffa0', 'FFA0'],
    ['\u{e0041}', 'E0041'],
    ['\u{1d173}', '1D173'],
    ['\u202e', '202E'],
    ['\ufffe', 'FFFE'],
  ])('is named: %j', (char, name) => {
    expect(visible(`市司${char}法局`)).toBe(`市司‹U+${name}›法局`);
    const json = safeJson(`市司${char}法局`);
    expect(json).not.toContain(char);
    expect(JSON.parse(json)).toBe(`市司${char}法局`);
  });

  it('never stands raw in JSON, whichever it is', () => {
    const chars = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(char => INVISIBLE.test(char));
    expect(chars.length).toBeGreaterThan(200);
    expect(chars.filter(char => INVISIBLE.test(safeJson(char)) || JSON.parse(safeJson(char)) !== char)).toEqual([]);
  });

  it('stays where it shapes the character before it', () => expect(visible('❤️葛\u{e0100}👨‍👩‍👧')).toBe('❤️葛\u{e0100}👨‍👩‍👧'));
});
