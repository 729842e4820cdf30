import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/source/decode.ts';
import { encodeAs, hostile, refused, utf8 } from './documents.ts';

const PLAN = '类别 | 序号 | 任务内容 | 一季度 | 牵头单位\n一、项目建设 | 1 | 推进东部快速通道建设。 | 完成可研报告。 | 市交通运输局\n';
const TAIWAN = '項次,工作項目,辦理期程,主辦機關\n1,推動捷運路線規劃,113年6月底前,交通局\n';

describe('decode', () => {
  it('keeps a byte order mark as the first character', () => {
    expect(decode(utf8(`\ufeff${PLAN}`), 0)).toEqual({ text: `\ufeff${PLAN}`, encoding: 'utf-8', diagnostics: [] });
    const little = Buffer.from(`\ufeff${PLAN}`, 'utf16le');
    expect(decode(little, 0)).toMatchObject({ text: `\ufeff${PLAN}`, encoding: 'utf-16le' });
    expect(decode(Buffer.from(little).swap16(), 0)).toMatchObject({ text: `\ufeff${PLAN}`, encoding: 'utf-16be' });
  });

  it('knows UTF-16 without a mark by its NUL bytes', () => {
    const little = Buffer.from(PLAN, 'utf16le');
    expect(decode(little, 0)).toMatchObject({ text: PLAN, encoding: 'utf-16le' });
    expect(decode(Buffer.from(little).swap16(), 0)).toMatchObject({ text: PLAN, encoding: 'utf-16be' });
  });

  it('tells GB18030 from Big5', () => {
    expect(decode(encodeAs('gb18030', PLAN), 0)).toMatchObject({ text: PLAN, encoding: 'gb18030' });
    expect(decode(encodeAs('big5', TAIWAN), 0)).toMatchObject({ text: TAIWAN, encoding: 'big5' });
  });

  it('names line and column of the first damage and counts the damaged places', () => {
    const { text, encoding, diagnostics } = decode(hostile('lone-surrogates.txt'), 0);
    expect(encoding).toBe('utf-8');
    expect(text.split('\n')[3]).toContain('\ufffd市水务局');
    expect(diagnostics).toMatchObject([{ code: 'invalid-bytes', place: { line: 4, column: 57 }, data: { count: 1, encoding: 'utf-8' } }]);
  });

  it('reads a GBK file that was cut in the middle of a character', () => {
    const bytes = encodeAs('gb18030', PLAN);
    const { encoding, diagnostics } = decode(bytes.subarray(0, bytes.length - 2), 0);
    expect(encoding).toBe('gb18030');
    expect(diagnostics).toMatchObject([{ code: 'invalid-bytes', place: { line: 2 }, data: { count: 1 } }]);
  });

  it('does not take replacement characters that stand in the file for damage', () => {
    expect(decode(utf8(`${PLAN}\ufffd`), 0).diagnostics).toEqual([]);
    const damaged = Buffer.concat([utf8(`${PLAN}\ufffd`), Uint8Array.of(0xff), utf8(PLAN)]);
    expect(decode(damaged, 0).diagnostics).toMatchObject([{ data: { count: 1 } }]);
  });

  it.each([
    ['nothing', new Uint8Array(), 'empty-input'],
    ['white space', utf8(' \r\n\t\u3000\n'), 'empty-input'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48), 'not-text'],
    ['control characters', utf8('\u0001\u0002a\u0003'.repeat(50)), 'not-text'],
    ['PDF', utf8('%PDF-1.7\n...'), 'pdf'],
    ['RTF', utf8('{\\rtf1\\ansi ...}'), 'legacy-format'],
    ['an OLE file', hostile('ole-named.docx'), 'legacy-format'],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await refused(() => decode(bytes, 0))).toBe(code);
  });

  it('gives back any text that is valid UTF-8, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), text => {
        const whole = `序号${text}`;
        expect(decode(utf8(whole), 0).text).toBe(whole);
      }),
    );
  });

  it('is quick on a large file', () => {
    const bytes = utf8(PLAN.repeat(300_000));
    const start = performance.now();
    decode(bytes, 0);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
