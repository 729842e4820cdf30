import { describe, expect, it } from 'vitest';
import { htmlReader } from '../../src/source/html.ts';
import type { RawDocument } from '../../src/source/raw.ts';
import { draw, encodeAs, hostile, utf8 } from './documents.ts';

async function read(page: string | Uint8Array): Promise<RawDocument> {
  return htmlReader.read(typeof page === 'string' ? utf8(page) : page, 'page.html', 0);
}

async function drawn(page: string): Promise<string[]> {
  return draw(await read(page));
}

describe('html', () => {
  it('lays out merged cells', async () => {
    const page = `<table><tr><th rowspan=2>序号<th rowspan=2>任务<th colspan=2>进度安排<tr><th>一季度<th>二季度
      <tr><td rowspan=2>1<td>甲<td colspan=2>开工<tr><td>乙<td>丙<td></table>`;
    expect(await drawn(page)).toEqual(['序号^2|任务^2|进度安排>2', '@2一季度|二季度', '1^2|甲|开工>2', '@1乙|丙|']);
  });

  it('shows text as a browser does', async () => {
    const page = `<table><tr><td> 建设 5G\n 基站<p>&nbsp;</p><td>市水务局、\n   市教育局<td>甲<br>乙<p>丙<ul><li>丁<li>戊</ul><td>A&amp;B &lt;&#20013;&gt;
      <td>看<script>"<td>"</script><style>td{}</style><!-- <td> --><span style="display: none">不</span>见<template>模</template></table>`;
    expect(await drawn(page)).toEqual(['建设 5G 基站|市水务局、市教育局|甲⏎乙⏎丙⏎丁⏎戊|A&B <中>|看见']);
  });

  it('leaves hidden rows and cells out', async () => {
    const page = '<table><tr><td>序号<td style="display:none">隐<td>任务<tr hidden><td>0<td>无<tr><td>1<td>甲</table>';
    expect(await drawn(page)).toEqual(['序号|任务', '1|甲']);
  });

  it('mends what authors leave open or close twice', async () => {
    const page = '<div><table><colgroup><col><tr><td><p>序号</div><td>任务</p></td></td><th>单位<tr><td>1<td>甲<td>局</table></div>尾';
    expect(await drawn(page)).toEqual(['序号|任务|单位', '1|甲|局', '¶ 尾']);
    expect(await drawn('<table><td>序号<td>任务<table><tr><td>1<td>甲')).toEqual(['序号|任务⏎1 甲']);
  });

  it('takes a table in a cell as text of the cell, but not in a page laid out by tables', async () => {
    const inner = '<table><tr><td>序号<td>任务<td>单位<tr><td>1<td>甲<td>局</table>';
    expect(await drawn(`<table><tr><td>导航<td><p>标题</p>${inner}<p>附件</p></table>`)).toEqual([
      '¶ 导航',
      '¶ 标题',
      '序号|任务|单位',
      '1|甲|局',
      '¶ 附件',
    ]);
    const outer = '<tr><td>序号<td>任务内容<td>牵头单位<tr><td>1<td>甲<td>';
    expect(await drawn(`<table>${outer}<table><tr><td>局一<td>主<tr><td>局二<td>次</table></table>`)).toEqual([
      '序号|任务内容|牵头单位',
      '1|甲|局一 主⏎局二 次',
    ]);
  });

  it('gives captions, headings and paragraphs outside tables; the title where nothing repeats it', async () => {
    const table = '<table><caption>表一</caption><tr><td>序号<td>任务</table>';
    expect(await drawn(`<title>计划</title><h1>计划</h1>${table}`)).toEqual(['¶ 计划', '¶ 表一', '序号|任务']);
    expect(await drawn(`<title>2024年\n计划</title><p>通知${table}`)).toEqual(['¶ 2024年计划', '¶ 通知', '¶ 表一', '序号|任务']);
  });

  it('cuts absurd spans and says so', async () => {
    const document = await read(hostile('span-bomb.html'));
    expect(draw(document)).toEqual(['序号|任务内容|牵头单位|完成时限', '1|推进甲工程|市甲局|6月底前', '2|推进乙工程|市乙局|12月底前']);
    expect(document.diagnostics.map(found => found.data)).toEqual([
      { span: 999999999, limit: 1 },
      { span: 999999999, limit: 1 },
    ]);
    expect(await drawn('<table><tr><td rowspan=0>甲<td rowspan=-5 colspan=0>乙<tr><td colspan=" 2x">丙</table>')).toEqual([
      '甲^2|乙',
      '@1丙',
    ]);
  });

  it('says where a cell stands', async () => {
    const page = '<p>计划</p>\n<table>\n<tr><td>序号</td><td> 任务</td></tr>\n<tr><td>1</td><td>建&nbsp;设</td></tr></table>';
    const [, table] = (await read(page)).blocks;
    const rows = table?.kind === 'table' ? table.rows : [];
    const { place } = rows[1]!.cells[1]!;
    expect(place).toMatchObject({ line: 4, column: 19, cell: 'T1R2C2' });
    expect(page.slice(place.start, place.end)).toBe('建&nbsp;设');
  });

  it('goes by the byte order mark, then by the declared encoding unless UTF-8 fits better', async () => {
    const page = '<meta charset=gb2312><table><tr><td>序号<td>任务内容</table>';
    expect(await read(encodeAs('gb18030', page))).toMatchObject({ encoding: 'gb18030' });
    expect(await read(page)).toMatchObject({ encoding: 'utf-8' });
    expect(draw(await read(encodeAs('gb18030', page.replace(/<meta.*?>/, ''))))).toEqual(['序号|任务内容']);
    expect(draw(await read(`\ufeff${page}`))).toEqual(['序号|任务内容']);
  });

  it('recognizes pages, and only pages', () => {
    expect(htmlReader.sniff(utf8('\ufeff\n<!-- 存 -->\n<!DOCTYPE html><p>x'), 'a.xls')).toBe(true);
    expect(htmlReader.sniff(utf8('公告\n<table border=1><tr><td>序号</table>'), 'a.txt')).toBe(true);
    expect(htmlReader.sniff(utf8('序号 | 任务 | <p>标签</p>\n'), 'a.html')).toBe(false);
  });

  it.each([
    ['elements', '<div>'.repeat(50_000)],
    ['tables', '<table><tr><td>甲'.repeat(10_000)],
    ['closing tags', '<b>'.repeat(20_000) + '</i>'.repeat(50_000)],
    ['spans', `<table><tr>${'<td colspan=100 rowspan=65000>甲'.repeat(5_000)}${'<tr><td>乙'.repeat(50_000)}</table>`],
  ])('stays quick and whole on very many %s', async (_, page) => {
    const start = performance.now();
    await read(`${page}完`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
