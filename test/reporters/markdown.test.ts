import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/model.ts';
import { renderMarkdown } from '../../src/reporters/markdown.ts';
import { sampleReport } from './sample-report.ts';

/** A report that holds `text` wherever a document's text may stand. */
function everywhere(text: string): Report {
  const { table } = sampleReport();
  const columns = table.columns.map(column => ({ ...column, heading: text, over: text }));
  const rows = [{ values: columns.map(({ kind }) => (kind === 'list' ? [text, text] : text)) }];
  return sampleReport({
    title: text,
    facts: [['来源', text]],
    notes: [text],
    table: { ...table, columns, groups: [{ title: text, rows }] },
  });
}

/** What is left of the markup after taking out escaped characters, entities and our own line breaks. */
const active = (markdown: string): string => markdown.replace(/\\[!-/:-@[-`{-~]|&(?:amp|lt|gt|#\d+);|<br>/g, '');

describe('markdown', () => {
  it('has a heading, facts, a table a group and the notes', () => {
    const lines = renderMarkdown(sampleReport()).split('\n');
    expect(lines[0]).toBe('# 节点进度 · 2021年成德眉资同城化发展工作计划');
    expect(lines).toContain('- 统计日期: 2021-10-12');
    expect(lines).toContain('## 一、全力推进重大基础设施项目建设');
    expect(lines).toContain('| 序号 | 任务内容 | 时段 | 节点内容 | 截止日期 | 状态 | 逾期天数 | 牵头单位 | 配合单位 |');
    expect(lines).toContain('| --- | --- | --- | --- | --- | --- | ---: | --- | --- |');
    expect(lines.at(-2)).toBe('- 另有 2 个节点由所选单位配合，用 --role any 一并列出');
  });

  it('keeps numbers and dashes that begin a text from becoming lists', () => {
    const cell = (text: string): string => renderMarkdown(everywhere(text)).split('\n').at(-2)!.slice(2);
    expect(['1. 甲', '12) 乙', '- 丙', '+ 丁', '---', '2021年', '-5'].map(cell)).toEqual([
      '1\\. 甲',
      '12\\) 乙',
      '\\- 丙',
      '\\+ 丁',
      '\\---',
      '2021年',
      '-5',
    ]);
  });

  it('neither breaks a table nor makes markup, links or HTML of any text', () => {
    const hostile = fc
      .array(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 8 }),
          fc.constantFrom('|', '\\', '\n', '\r\n', '\u2028', '`', '*', '_', '<script>', '[甲](javascript:x)', '![', '](', '&lt;', '&#124;'),
          fc.constantFrom('https://x.cn', 'www.x.cn', '# ', '- ', '1. ', '---', '===', '$x$', '~~', '    ', '\t', '<!--', '成都市'),
        ),
        { maxLength: 12 },
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(hostile, text => {
        const markdown = renderMarkdown(everywhere(text));
        const table = markdown.split('\n').filter(line => line.startsWith('|'));
        expect(table.map(line => active(line).split('|').length)).toEqual([11, 11, 11]);
        const left = active(markdown);
        expect(left).not.toMatch(/[`*_[\]<>\\~!$^{}]|:\/\/|www\.|&(?!$)/i);
        expect(left.match(/^#+ /gm)).toEqual(text === '' ? ['# '] : ['# ', '## ']);
        expect(markdown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/);
      }),
      { numRuns: 500 },
    );
  });
});
