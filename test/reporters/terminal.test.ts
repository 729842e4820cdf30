import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/base/text-width.ts';
import { visible } from '../../src/base/visible.ts';
import type { Report, Style } from '../../src/report/model.ts';
import { renderTerminal } from '../../src/reporters/terminal.ts';
import { milestoneRows, plainStyle, sampleReport, textReport, unitTable } from './sample-report.ts';

const at = (width: number, more: Partial<Style> = {}): Style => ({ ...plainStyle, width, ...more });
const draw = (report: Report, style: Style): string[] => renderTerminal(report, style).split('\n');
const squeezed = (text: string): string => text.replace(/\s/g, '');
/** Control, zero-width and direction characters that must not reach a terminal; the joiner of emoji is looked at apart. */
const HARMFUL =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/u;

/** The texts of one column of a drawn table, or of one label of drawn cards, without white space, by row. */
function columnTexts(lines: readonly string[], heading: string): string[] {
  const head = lines.find(line => line.startsWith('│') && line.includes(heading));
  if (head === undefined) return cardTexts(lines, heading);
  const index = head.split('│').findIndex(cell => cell.includes(heading));
  const rows: string[] = [''];
  for (const line of lines.slice(lines.indexOf(head) + 1)) {
    if (/^[├┌└]/.test(line)) rows.push('');
    else if (line.startsWith('│')) rows[rows.length - 1] += squeezed(line.split('│')[index]!);
  }
  return rows.filter(text => text !== '' && text !== heading);
}

function cardTexts(lines: readonly string[], heading: string): string[] {
  const label = new RegExp(`^ {2}${heading} +`);
  return lines.flatMap((line, index) => {
    const start = label.exec(line)?.[0];
    if (start === undefined) return [];
    const after = lines.slice(index + 1);
    const rest = after.slice(
      0,
      after.findIndex(next => !next.startsWith(' '.repeat(textWidth(start)))),
    );
    return [squeezed([line.slice(start.length), ...rest].join(''))];
  });
}

/** Text as plans have it, with what is hard to measure: full-width digits, quotes, dashes, circled numbers, emoji, long words. */
const planText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'加快建设市域铁路成资线，完成路基土石方９５％、桥梁；“断头路”（第二批）《规划》') },
      { weight: 1, arbitrary: fc.constantFrom('①', '—', '——', '·', '…', '95%', 'S3', '😀', '👨‍👩‍👧', '🇨🇳', '𠮷', 'é') },
      { weight: 1, arbitrary: fc.stringMatching(/^[A-Za-z0-9.]{1,60}$/) },
    ),
    { minLength: 1, maxLength: 120 },
  )
  .map(parts => parts.join(''))
  .filter(text => text !== '节点内容');

describe('terminal', () => {
  it('draws tables where they fit and cards where they do not', () => {
    const isTable = (width: number): boolean => renderTerminal(sampleReport(), at(width)).includes('┌');
    expect([40, 80, 140, 200].map(isTable)).toEqual([false, false, true, true]);
  });

  it('says what it shows, and shows every column of a row on a card', () => {
    const lines = draw(sampleReport(), at(80));
    expect(lines.slice(0, 7)).toEqual([
      '节点进度 · 2021年成德眉资同城化发展工作计划',
      '来源：plan.json   统计日期：2021-10-12   记录数：3',
      '',
      '一、全力推进重大基础设施项目建设 (2)',
      '1 · 第三季度 · 2021-09-30 · 到期未报 · 逾期天数 12',
      '  任务内容  加快建设市域铁路成资S3线,力争年内开工建设成德S11线、成眉S5主线、成都',
      '            外环铁路。',
    ]);
    expect(lines).toContain('  牵头单位  四川省交通运输厅、成都市');
    expect(lines.at(-2)).toBe('另有 2 个节点由所选单位配合，用 --role any 一并列出');
  });

  it('puts numbers under one heading on one line of a card', () => {
    const columns = unitTable.columns.map((column, index) => (index === 1 || index === 2 ? { ...column, over: '任务数' } : column));
    const lines = draw(sampleReport({ table: { ...unitTable, columns } }), at(44));
    expect(lines).toContain('成都市');
    expect(lines).toContain('  任务数        牵头任务 1 · 配合任务 0');
  });

  it('names in the heading of a table what spans several columns', () => {
    const columns = unitTable.columns.map((column, index) => (index === 1 || index === 2 ? { ...column, over: '任务数' } : column));
    expect(draw(sampleReport({ table: { ...unitTable, columns } }), at(100)).filter(line => /任务数.*任务数/.test(line))).toHaveLength(1);
  });

  it('loses no character of a milestone at any width', () => {
    fc.assert(
      fc.property(fc.array(planText, { minLength: 1, maxLength: 4 }), fc.integer({ min: 40, max: 220 }), (texts, width) => {
        expect(columnTexts(draw(textReport(texts), at(width)), '节点内容')).toEqual(texts.map(squeezed));
      }),
      { numRuns: 300 },
    );
  });

  it('draws no line wider than the terminal', () => {
    fc.assert(
      fc.property(
        fc.array(planText, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 20, max: 220 }),
        fc.boolean(),
        (texts, width, brief) => {
          const [first, ...rest] = milestoneRows;
          const rows = [{ ...first!, values: first!.values.with(4, texts[0]!).with(8, texts) }, ...rest];
          const report = sampleReport({
            title: texts.join(''),
            table: { ...sampleReport().table, groups: [{ title: texts[0]!, rows }] },
            notes: texts,
          });
          for (const line of draw(report, at(width, { brief }))) expect([line, textWidth(line) <= width]).toEqual([line, true]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('lets nothing harmful through, whatever the document holds', () => {
    const hostile = fc.string({ unit: 'binary', maxLength: 60 }).map(text => `${text}\u001b]0;x\u0007\u009b31m\u202e\ud800`);
    fc.assert(
      fc.property(hostile, fc.constantFrom(30, 80, 200), fc.boolean(), (text, width, brief) => {
        const table = sampleReport().table;
        const columns = table.columns.map(column => (column.id === 'content' ? { ...column, heading: text, over: text } : column));
        const values = milestoneRows[0]!.values.map(value => (typeof value === 'number' ? value : Array.isArray(value) ? [text] : text));
        const groups = [{ title: text, rows: [{ values }] }];
        const report = sampleReport({ title: text, facts: [['来源', text]], notes: [text], table: { ...table, columns, groups } });
        const harm = HARMFUL.exec(renderTerminal(report, at(width, { brief })));
        expect(harm === null ? null : harm[0].codePointAt(0)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  it('shows hostile characters by name, with their text', () => {
    expect(columnTexts(draw(textReport(['甲\u001b[31m\u202e乙\t丙']), at(80)), '节点内容')).toEqual([
      squeezed(visible('甲\u001b[31m\u202e乙\t丙')),
    ]);
  });

  it('cuts long cells to one line with --brief, says how many, and leaves out columns that do not fit', () => {
    const lines = draw(sampleReport(), at(80, { brief: true }));
    expect(lines.filter(line => line.startsWith('│') && /到期未报|即将到期|已完成/.test(line))).toHaveLength(3);
    const cut = lines.join('').split('…').length - 1;
    expect(lines.at(-3)).toBe(`--brief 截短了 ${cut - 1} 格，以 … 标出`);
    expect(lines.at(-2)).toMatch(/^--brief 省略了列：/);
  });

  it('colours the word of a status only where colour is on', () => {
    const colored = renderTerminal(sampleReport(), at(200, { color: true }));
    expect(colored).toContain('\u001b[31m到期未报\u001b[39m');
    expect(colored).toContain('\u001b[33m即将到期\u001b[39m');
    expect(colored).toContain('\u001b[32m已完成\u001b[39m');
    expect(colored.replace(/\u001b\[[0-9;]*m/g, '')).toBe(renderTerminal(sampleReport(), at(200)));
  });

  it('draws borders in ASCII where asked to', () => {
    const text = renderTerminal(sampleReport(), at(160, { ascii: true }));
    expect(text).toMatch(/^\+-{3,}.*\+$/m);
    expect(text).not.toMatch(/[\u2500-\u257f]/);
  });

  it('draws a long table whole, under one heading', () => {
    const texts = Array.from({ length: 175 }, (_, index) => `第${index + 1}项`);
    const lines = draw(textReport(texts), at(100));
    expect(columnTexts(lines, '节点内容')).toEqual(texts);
    expect(lines.filter(line => /^[┌├└]/.test(line))).toHaveLength(177);
    expect(lines.filter(line => /^[┌└]|节点内容/.test(line))).toHaveLength(3);
    const brief = draw(textReport(texts), at(100, { brief: true })).filter(line => /^[┌├│└]/.test(line));
    expect(brief.filter(line => line.startsWith('│'))).toHaveLength(176);
    expect(brief.filter(line => !line.startsWith('│'))).toHaveLength(3);
  });

  it('says so where there is nothing to show', () => {
    const table = { ...sampleReport().table, groups: [] };
    expect(draw(sampleReport({ table, notes: ['没有逾期的节点'] }), at(80)).at(-2)).toBe('没有逾期的节点');
    expect(draw(sampleReport({ table, notes: [] }), at(80)).at(-2)).toBe('没有符合条件的记录');
  });
});
