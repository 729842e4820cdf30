import type { Column, Group, Report, Row, Style, Table, Value } from '../../src/report/model.ts';

/** Columns of the milestone table, as `report` makes them. */
export const milestoneColumns: Column[] = [
  { id: 'category', heading: '类别', kind: 'text', priority: 9 },
  { id: 'task', heading: '序号', kind: 'text', priority: 1 },
  { id: 'content', heading: '任务内容', kind: 'text', priority: 5 },
  { id: 'period', heading: '时段', kind: 'text', priority: 2 },
  { id: 'text', heading: '节点内容', kind: 'text', priority: 1 },
  { id: 'due', heading: '截止日期', kind: 'date', priority: 2 },
  { id: 'status', heading: '状态', kind: 'status', priority: 1 },
  { id: 'days', heading: '逾期天数', kind: 'number', priority: 6 },
  { id: 'leadUnits', heading: '牵头单位', kind: 'list', priority: 3 },
  { id: 'supportUnits', heading: '配合单位', kind: 'list', priority: 4 },
];

const RAIL = '一、全力推进重大基础设施项目建设';
const FORUM = '八、共同办好对外开放合作活动';

export const milestoneRows: Row[] = [
  {
    values: [
      RAIL,
      '1',
      '加快建设市域铁路成资S3线,力争年内开工建设成德S11线、成眉S5主线、成都外环铁路。',
      '第三季度',
      '9月底前市域铁路成资S3线部分站点进行土方开挖施工。力争成德S11线、成眉S5主线、成都外环铁路纳入上位规划,并上报可研报告。',
      '2021-09-30',
      '到期未报',
      12,
      ['综合交通“同城同网”专项合作组'],
      [],
    ],
    light: 'red',
  },
  {
    values: [
      RAIL,
      '2',
      '全线贯通成都经济区环线高速，建成天府国际机场南支线高速和万罗路、放高路等5个交界地带“断头路”项目。',
      '第三季度',
      '成都经济区环线高速北段路基土石方完成９５％、桥梁完成95%、路面完成60%——①“断头路”·②行动计划（第二批）报审。',
      '2021-10-15',
      '即将到期',
      null,
      ['四川省交通运输厅', '成都市'],
      ['德阳市', '眉山市', '资阳市'],
    ],
    light: 'yellow',
  },
  {
    values: [
      FORUM,
      '42',
      '办好2021成德眉资同城化发展论坛。',
      '全年',
      '完成论坛总结，形成成果清单并印发。',
      null,
      '已完成',
      null,
      ['省推进成德眉资同城化发展领导小组办公室'],
      ['四市'],
    ],
    light: 'green',
  },
];

/** A report on milestones with everything a reporter may meet; parts can be replaced. */
export function sampleReport(parts: Partial<Report> = {}): Report {
  return {
    heading: '节点进度',
    title: '2021年成德眉资同城化发展工作计划',
    lang: 'zh',
    asOf: '2021-10-12',
    query: ['Q3', '成都市'],
    facts: [
      ['计划', '2021年成德眉资同城化发展工作计划'],
      ['来源', 'plan.json'],
      ['统计日期', '2021-10-12'],
      ['记录数', '3'],
    ],
    table: milestoneTable(),
    appendix: () => [taskTable, unitTable, aboutTable],
    records: [{ id: '1.Q3', task: '1', status: 'unreported' }],
    notes: ['另有 2 个节点由所选单位配合，用 --role any 一并列出'],
    ...parts,
  };
}

/** The three milestones by category. */
export function milestoneTable(): Table {
  return { name: '节点', columns: milestoneColumns, groups: byCategory(milestoneRows) };
}

function byCategory(rows: readonly Row[]): Group[] {
  const titles = [...new Set(rows.map(row => String(row.values[0])))];
  return titles.map(title => ({ title, rows: rows.filter(row => row.values[0] === title) }));
}

/** A milestone table of one group and the three columns that a text needs to be told apart. */
export function textReport(texts: readonly string[]): Report {
  const columns = milestoneColumns.filter(({ id }) => ['task', 'text', 'status', 'leadUnits'].includes(id));
  const rows = texts.map((text, index): Row => ({ values: [String(index + 1), text, '未到期', ['成都市']], light: 'grey' }));
  return sampleReport({ table: { name: '节点', columns, groups: [{ title: '', rows }] }, notes: [] });
}

export const taskTable: Table = {
  name: '任务',
  columns: [
    { id: 'category0', heading: '类别', kind: 'text', priority: 9, merge: true },
    { id: 'task', heading: '序号', kind: 'text', priority: 1 },
    { id: 'content', heading: '任务内容', kind: 'text', priority: 1 },
    { id: 'Q3', heading: '第三季度', over: '进度安排', kind: 'text', priority: 2 },
    { id: 'Q4', heading: '第四季度', over: '进度安排', kind: 'text', priority: 2 },
    { id: 'leadUnits', heading: '牵头单位', kind: 'list', priority: 2 },
  ],
  groups: [
    {
      title: '',
      rows: milestoneRows.map(({ values }) => ({
        values: [values[0], values[1], values[2], values[4], null, values[8]] as Value[],
        anchor: `task:${values[1]}`,
      })),
    },
  ],
};

export const unitTable: Table = {
  name: '单位',
  columns: [
    { id: 'unit', heading: '单位', kind: 'text', priority: 1 },
    { id: 'lead', heading: '牵头任务', kind: 'number', priority: 1 },
    { id: 'support', heading: '配合任务', kind: 'number', priority: 1 },
    { id: 'leadTasks', heading: '牵头任务序号', kind: 'list', priority: 5 },
  ],
  groups: [
    {
      title: '',
      rows: [
        { values: ['成都市', 1, 0, ['2']], link: 'task:2' },
        { values: ['四市', 0, 1, []], link: 'task:42' },
      ],
    },
  ],
};

export const aboutTable: Table = {
  name: '说明',
  columns: [
    { id: 'item', heading: '项目', kind: 'text', priority: 1 },
    { id: 'content', heading: '内容', kind: 'text', priority: 1 },
  ],
  groups: [{ title: '', rows: [{ values: ['来源', 'plan.json'] }] }],
};

export const plainStyle: Style = { width: 120, color: false, brief: false, ascii: false, bom: false };
