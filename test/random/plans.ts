import fc from 'fast-check';

/** What a column of a random plan holds; `periods` stands for as many columns as the year is divided into. */
export type Part = 'category' | 'number' | 'content' | 'measure' | 'periods' | 'lead' | 'support' | 'limit' | 'note';

/** A row as it is before it is written down; '' where a cell is empty. */
export interface RandomTask {
  category: string;
  number: string;
  content: string;
  measure: string;
  /** One text for each period. A text that also covers the next period is followed by null. */
  periods: (string | null)[];
  lead: string;
  support: string;
  limit: string;
  note: string;
}

export interface RandomPlan {
  /** Period columns: their headings and keys; none where tasks have time limits. */
  periods: readonly (readonly [heading: string, key: string])[];
  /** 进度安排 stands over the period columns. */
  schedule: boolean;
  parts: readonly Part[];
  headings: Readonly<Record<Exclude<Part, 'periods'>, string>>;
  tasks: RandomTask[];
}

const YEARS: readonly RandomPlan['periods'][] = [
  [
    ['一季度', 'Q1'],
    ['二季度', 'Q2'],
    ['三季度', 'Q3'],
    ['四季度', 'Q4'],
  ],
  [
    ['上半年', 'H1'],
    ['下半年', 'H2'],
  ],
  Array.from({ length: 12 }, (_, month) => [`${month + 1}月`, `M${String(month + 1).padStart(2, '0')}`] as const),
];

/** Orders of columns as documents have them. */
const WITH_PERIODS: readonly (readonly Part[])[] = [
  ['category', 'number', 'content', 'periods', 'lead', 'support'],
  ['number', 'category', 'content', 'lead', 'support', 'periods'],
  ['number', 'content', 'periods', 'lead', 'support', 'note'],
  ['number', 'content', 'lead', 'periods', 'note'],
  ['category', 'content', 'periods', 'lead'],
];
const WITH_LIMIT: readonly (readonly Part[])[] = [
  ['number', 'content', 'lead', 'support', 'limit', 'note'],
  ['category', 'number', 'content', 'limit', 'lead', 'support'],
  ['number', 'category', 'content', 'limit', 'lead'],
  ['category', 'number', 'content', 'measure', 'lead', 'limit'],
  ['number', 'content', 'measure', 'limit', 'lead', 'support'],
];

const body = fc
  .array(fc.constantFrom(...'城乡水利工程道路桥梁学校医院产业园区示范项目数据平台论坛活动方案'), { minLength: 5, maxLength: 24 })
  .map(chars => chars.join(''));
const clause = fc
  .tuple(
    fc.constantFrom('完成', '启动', '加快推进', '组织开展', '力争建成', '研究制定'),
    body,
    fc.constantFrom(
      '前期工作',
      '招标',
      '95%',
      '（一期）',
      '“断头路”项目',
      '《总体规划（2021—2025）》编制',
      '３个以上',
      'ＡＰＩ接口',
      '5G 基站',
      '"双随机"检查',
      "'一网'通办",
      'A|B线',
      '<1.2公里',
      'R&D投入',
      'a\\b段',
      '㎡',
    ),
  )
  .map(([verb, object, end]) => `${verb}${object}${end}`);
const sentence = fc.array(clause, { minLength: 1, maxLength: 2 }).map(clauses => `${clauses.join('，')}。`);
/** A task of one sentence, of several lines, or of sub-items. */
const text = fc.oneof(
  { weight: 4, arbitrary: sentence },
  { weight: 1, arbitrary: fc.tuple(sentence, sentence).map(lines => lines.join('\n')) },
  { weight: 1, arbitrary: fc.tuple(clause, clause, clause).map(items => items.map((item, at) => `${'①②③'[at]}${item}；`).join('\n')) },
);
const unit = fc.constantFrom(
  '成都市',
  '德阳市',
  '省发展改革委',
  '财政厅',
  '市水务局',
  '水资源保障专项合作组',
  '交通运输厅（民航办）',
  '各县（市、区）政府',
  '同城化办公室',
);
const units = (minLength: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.uniqueArray(unit, { minLength, maxLength: 3 }), fc.constantFrom('、', '、', '，', '\n'))
    .map(([names, mark]) => names.join(mark));
const limit = fc.constantFrom('2021年6月底前', '9月30日前', '2021年12月', '第三季度', '持续推进', '12月底');
const note = fc.constantFrom('', '', '续建', '市级重点：A类', '=1+1', '2021-2023年实施');

const HEADINGS = {
  category: ['类别', '十件大事', '工作类别'],
  number: ['序号', '编号'],
  content: ['任务内容', '重点任务', '工作任务'],
  measure: ['具体举措', '主要内容'],
  lead: ['牵头单位', '责任单位', '牵头部门'],
  support: ['配合单位', '协办单位'],
  limit: ['完成时限', '完成时间'],
  note: ['备注', '说明'],
} as const;

/** Ways to number tasks: what is written for the first, second… task. */
const NUMBERS: readonly ((index: number) => string)[] = [
  at => String(at + 1),
  at => String(at + 1).padStart(2, '0'),
  at => `1.${at + 1}`,
  at => `2-${at + 1}`,
  at => `（${'一二三四五六七八九'[at]}）`,
  at => '①②③④⑤⑥⑦⑧⑨'[at]!,
  at => `${at + 1}、`,
  at => String(at + 1).replace(/\d/g, digit => '０１２３４５６７８９'[Number(digit)]!),
];
const CATEGORIES = ['基础设施建设', '产业协同发展', '公共服务共享'];

interface Draft {
  periods: { text: string; wide: boolean; empty: boolean }[];
  lead: string;
  support: string;
  limit: string;
  note: string;
  /** Goes on with the task, the units, the limit of the row above: their cells are merged. */
  sameTask: boolean;
  sameLead: boolean;
  sameSupport: boolean;
  sameLimit: boolean;
  content: string;
  measure: string;
}

const seldom = fc.integer({ min: 0, max: 4 }).map(dice => dice === 0);
const draft: fc.Arbitrary<Draft> = fc.record({
  periods: fc.array(fc.record({ text, wide: seldom, empty: seldom }), { minLength: 12, maxLength: 12 }),
  lead: units(1),
  support: units(0),
  limit,
  note,
  sameTask: fc.boolean(),
  sameLead: seldom,
  sameSupport: seldom,
  sameLimit: seldom,
  content: text,
  measure: text,
});

/** Plans of two to nine rows in one to three categories, with columns in many orders. */
export const randomPlans: fc.Arbitrary<RandomPlan> = fc
  .record({
    dated: fc.boolean(),
    year: fc.constantFrom(...YEARS),
    order: fc.integer({ min: 0, max: 4 }),
    schedule: fc.boolean(),
    number: fc.constantFrom(...NUMBERS),
    heading: fc.tuple(fc.nat(2), fc.nat(1), fc.nat(2), fc.nat(1), fc.nat(2), fc.nat(1), fc.nat(1), fc.nat(1)),
    marked: fc.boolean(),
    groups: fc.array(fc.array(draft, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  })
  .filter(({ groups }) => groups.flat().length > 1)
  .map(({ dated, year, order, schedule, number, heading, marked, groups }) => {
    const parts = (dated ? WITH_PERIODS : WITH_LIMIT)[order]!;
    const keys = Object.keys(HEADINGS) as (keyof typeof HEADINGS)[];
    const headings = Object.fromEntries(keys.map((key, at) => [key, HEADINGS[key][heading[at]!]!])) as unknown as RandomPlan['headings'];
    const periods = dated ? year : [];
    const tasks: RandomTask[] = [];
    for (const [index, group] of groups.entries()) {
      const category = parts.includes('category') ? `${marked ? `${'一二三'[index]}、` : ''}${CATEGORIES[index]}` : '';
      for (const [at, row] of group.entries())
        tasks.push(taskOf(row, at > 0 ? tasks.at(-1)! : null, { parts, periods, category, count: tasks.length, number }));
    }
    return { periods, schedule, parts, headings, tasks };
  });

interface Around {
  parts: readonly Part[];
  periods: RandomPlan['periods'];
  category: string;
  count: number;
  number: (index: number) => string;
}

function taskOf(row: Draft, above: RandomTask | null, { parts, periods, category, count, number }: Around): RandomTask {
  const has = (part: Part, value: string): string => (parts.includes(part) ? value : '');
  const under = parts.includes('measure') && row.sameTask ? above : null;
  const texts: (string | null)[] = [];
  for (let at = 0; at < periods.length; at++) {
    const { text: written, wide, empty } = row.periods[at]!;
    texts.push(empty && at > 0 ? '' : written);
    if (wide && texts.at(-1) !== '' && periods[at]![1].startsWith('Q') && ++at < periods.length) texts.push(null);
  }
  return {
    category,
    number: under ? under.number : has('number', number(count)),
    content: under ? under.content : row.content,
    measure: has('measure', row.measure),
    periods: texts,
    lead: row.sameLead && above ? above.lead : row.lead,
    support: has('support', row.sameSupport && above ? above.support : row.support),
    limit: has('limit', row.sameLimit && above ? above.limit : row.limit),
    note: has('note', row.note),
  };
}
