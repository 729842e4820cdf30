import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineBlocks } from '../../src/cli/line-blocks.ts';

/** The blocks of a text that comes in chunks: whole lines as text, too long ones as their size. */
async function blocks(text: string, cuts: readonly number[], longest: number): Promise<(string | number)[]> {
  const bytes = Buffer.from(text);
  const at = [0, ...[...cuts].map(cut => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (const [index, from] of at.slice(0, -1).entries()) yield bytes.subarray(from, at[index + 1]);
  }
  const found: (string | number)[] = [];
  for await (const block of lineBlocks(chunks(), longest))
    found.push('lines' in block ? Buffer.from(block.lines).toString() : block.tooLong);
  return found;
}

const line = fc.string({ unit: fc.constantFrom('a', '计', '\u2028', '"', '\r'), maxLength: 12 });
const lines = fc.array(line, { maxLength: 12 });
const cuts = fc.array(fc.nat(400), { maxLength: 12 });

describe('lines of a stream', () => {
  it('are given whole and all, however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(lines, fc.boolean(), cuts, async (texts, ended, at) => {
        const text = texts.join('\n') + (ended ? '\n' : '');
        const found = await blocks(text, at, 1000);
        expect(found.join('')).toBe(text);
        for (const block of found.slice(0, -1)) expect(block).toMatch(/\n$/);
      }),
      { numRuns: 200 },
    );
  });

  it('longer than may be held are told by their size, and the others are kept', async () => {
    await fc.assert(
      fc.asyncProperty(lines, cuts, async (texts, at) => {
        const found = await blocks(texts.map(text => `${text}\n`).join(''), at, 10);
        const expected = texts.map(text => Buffer.byteLength(text) + 1).filter(size => size > 10);
        const short = texts.filter(text => Buffer.byteLength(text) + 1 <= 10).map(text => `${text}\n`);
        // A block of several lines may hold a long one: it is in memory already. Nothing is lost in either case.
        const tooLong = found.filter(block => typeof block === 'number');
        const kept = found.filter(block => typeof block === 'string').join('');
        expect(tooLong.reduce((sum, size) => sum + size, Buffer.byteLength(kept))).toBe(
          texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0),
        );
        for (const size of tooLong) expect(expected).toContain(size);
        for (const one of short) expect(kept).toContain(one);
      }),
      { numRuns: 200 },
    );
  });
});
