import { describe, expect, it } from 'vitest';
import { buildPlan, checkPlan, type Plan, readSource } from '../src/index.ts';
import { docx, p, tc } from './source/documents.ts';

async function planOf(text: string | Uint8Array, name: string): Promise<Plan> {
  const document = await readSource(Buffer.from(text), name, 0);
  return buildPlan([{ document, name, sha256: '' }], {}, checkPlan).plan;
}

describe('found by fuzzing', () => {
  it('a row that begins within a cell of a damaged text document', async () => {
    const cells = (...texts: string[]): string => texts.map(text => tc(text)).join('');
    const heads = `<w:tr>${cells('序号', '任务内容', '牵头单位')}</w:tr>`;
    const broken = `<w:tr><w:tc>${p('1')}<w:tr>${cells('2', '建设桥。', '交通厅')}</w:tr></w:tc>${cells('建设学校。', '教育厅')}</w:tr>`;
    const plan = await planOf(docx(`<w:tbl>${heads}${broken}</w:tbl>`), 'plan.docx');
    expect(plan.tasks.map(({ id, content }) => [id, content])).toContainEqual(['2', '建设桥。']);
  });
});

describe('found by the property tests', () => {
  it('a row in which all but one measure is merged is a task', async () => {
    const tall = (text: string): string => `<td rowspan=2>${text}</td>`;
    const head = '<tr><th>序号<th>重点任务<th>具体举措<th>牵头单位<th>完成时限';
    const body = `<tr>${tall('1')}${tall('推进水利工程')}<td>完成招标。${tall('财政厅')}${tall('12月底')}<tr><td>完成土建`;
    const plan = await planOf(`<table>${head}${body}<tr><td>2<td>建设学校<td>竣工。<td>教育厅<td>9月底</table>`, 'plan.html');
    expect(plan.tasks.map(({ id, content, leadUnits }) => [id, content, ...leadUnits])).toEqual([
      ['1', '完成招标。', '财政厅'],
      ['1#2', '完成土建', '财政厅'],
      ['2', '竣工。', '教育厅'],
    ]);
  });

  it('a table in UTF-16 without a mark whose first byte is that of a brace', async () => {
    const text =
      '类别\t序号\t任务内容\t完成时限\t牵头单位\n基础设施\t1\t完成招标。\t6月底\t财政厅\n基础设施\t2\t完成土建。\t9月底\t财政厅\n';
    const plan = await planOf(Buffer.from(text, 'utf16le'), 'plan.tsv');
    expect(plan.sources[0]).toMatchObject({ format: 'tsv', encoding: 'utf-16le' });
    expect(plan.tasks).toHaveLength(2);
  });

  it('a grid of bars whose empty cells stand at row ends only', async () => {
    const head = '| 序号 | 任务内容 | 上半年 | 下半年 | 牵头单位 | 配合单位 |';
    const rows = ['| 1 | 推进道路 | 完成招标。 | 完成土建。 | 成都市 |  |', '| 2 | 推进桥梁 | 完成立项。 |  |  |  |'];
    const plan = await planOf([head, ...rows].join('\n'), 'plan.md');
    expect(plan.sources[0]!.dialect).toBe('pipe-grid');
    expect(plan.tasks[1]!.leadUnits).toEqual(['成都市']);
  });

  it('a bar within a word of a text that has a cell a line', async () => {
    const text = ['序号', '任务内容', '牵头单位', '完成时限', '1', '升级IPv4|IPv6网络。', '通信局', '6月底'];
    for (const end of ['', '|']) {
      const plan = await planOf(text.map(line => line + end).join('\n'), 'plan.txt');
      expect(plan.tasks.map(({ content }) => content)).toEqual(['升级IPv4|IPv6网络。']);
    }
  });

  it('a bar within a word of an item with labels', async () => {
    const text = '1. 升级IPv4|IPv6网络。\n牵头单位：通信局\n2. 建设学校。\n牵头单位：教育厅\n';
    const plan = await planOf(text, 'plan.txt');
    expect(plan.tasks.map(({ content }) => content)).toEqual(['升级IPv4|IPv6网络。', '建设学校。']);
  });
});

describe('headings over two lines', () => {
  it('bare years below a spanning heading are headings', async () => {
    const csv =
      '序号,改革任务,年度目标,,牵头部门\n,,2022年,2023年,\n1,完善治理结构,修订章程,董事占多数,办公室\n2,压减管理层级,清理八户,清理六户,管理部\n';
    const plan = await planOf(csv, 'plan.csv');
    expect(plan.tasks.map(({ id, content }) => [id, content])).toEqual([
      ['1', '完善治理结构'],
      ['2', '压减管理层级'],
    ]);
  });
});

describe('found on tables of ticks', () => {
  it('where empty cells are lost, the place of a tick is in doubt unless every period has one', async () => {
    const head = '2024年检查计划表\n序号 | 检查内容 | 责任股室 | 一季度 | 二季度 | 三季度 | 四季度 |\n';
    const rows = '1 | 消防设施 | 仓储股 | √ | √ | √ | √ |\n2 | 粮食质量 | 监管股 | √ | √ | ||\n3 | 收购政策 | 调控股 | √ | |||\n';
    const { diagnostics } = await planOf(`${head}${rows}4 | 统计报表 | 财务股 | √ | √ | √ | √ |\n`, 'plan.txt');
    expect(diagnostics.filter(({ code }) => code === 'ambiguous-columns').map(({ task }) => task)).toEqual(['2', '3']);
  });
});

describe('titles and what is done', () => {
  it('the milestone of a title is what is done in figures, and that of a sentence the sentence', async () => {
    const head = '2022年实事清单\n| 序号 | 项目名称 | 主要内容 | 完成时限 | 责任单位 |\n';
    const rows = [
      '| 1 | 放心消费工程 | 建设标准化农贸市场3个。 | 10月底前 | 市商务局 |',
      '| 2 | 便民服务工程 | 优化窗口服务，推行延时办理。 | 12月底前 | 市政务服务局 |',
      '| 3 | 完成老旧小区改造。 | 改造小区20个。 | 12月底前 | 市住建局 |',
    ].join('\n');
    const { tasks } = await planOf(`${head}${rows}\n`, 'plan.txt');
    expect(tasks.map(({ content, milestones }) => [content, ...milestones.map(({ text, due }) => `${text} ${due}`)])).toEqual([
      ['放心消费工程', '建设标准化农贸市场3个。 2022-10-31'],
      ['便民服务工程', '便民服务工程 2022-12-31'],
      ['完成老旧小区改造。', '完成老旧小区改造。 2022-12-31'],
    ]);
  });
});
