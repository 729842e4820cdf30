import type { PeriodKey } from '../base/period.ts';
import { fold } from './fold.ts';
import { isMetadataLabel } from './metadata.ts';
import { arabicQuarters, numberValue } from './numerals.ts';
import { ANY_OFFICE, OFFICE, SAYS_LEAD, SAYS_SUPPORT, WATCHERS } from './office-words.ts';

/**
 * What a column holds. `task` is the task text, `detail` what may be the task text where no better column is there (具体措施, 主要内容),
 * `target` a goal, `person` leaders, `schedule` a heading over period columns, `responsible` a bare 责任单位: lead where it stands alone,
 * support beside a 牵头单位.
 */
export type HeadingRole =
  | 'number'
  | 'category'
  | 'task'
  | 'detail'
  | 'target'
  | 'schedule'
  | 'period'
  | 'limit'
  | 'lead'
  | 'support'
  | 'responsible'
  | 'person'
  | 'note'
  | 'contact';

export interface Heading {
  role: HeadingRole;
  period?: PeriodKey;
  /** 0-1: how surely this is a heading and not a value. */
  weight: number;
}

/** Headings of one quarter, month, half-year: 一季度, 第1季, Q3, 3月底前, 7月份, 上半年, 2024年第一季度目标. */
export function periodOfHeading(text: string): PeriodKey | null {
  const bare = arabicQuarters(fold(text))
    .replace(/^[([]?(\d{2,4}|[二〇零一三四五六七八九]{4})年度?[)\]]?/, '')
    .replace(/^(截至|截止|到|至)/, '')
    .replace(/\(.*?\)$/, '')
    .replace(
      /(工作)?(重点)?(目标任务|任务目标|主要任务|工作任务|进度安排|目标|任务|计划|安排|进度|节点|工作内容|内容|工作|要求|形象进度|举措|措施)$/,
      '',
    )
    .replace(/工作$/, '');
  const quarter = /^第?([一二三四1-4])季度?$|^Q([1-4])$|^([1-4])Q$/i.exec(bare);
  if (quarter) return `Q${numberValue(quarter[1] ?? quarter[2] ?? quarter[3]!)}`;
  if (/^(上半年|1-6月份?)$/.test(bare)) return 'H1';
  if (/^(下半年|7-12月份?)$/.test(bare)) return 'H2';
  if (/^(全年|年度|年内|全年度)$/.test(bare)) return /目标|任务/.test(fold(text)) ? null : 'year';
  const span = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月?[-~—–至到]{1,3}(\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/.exec(bare);
  if (span) return spanKey(numberValue(span[1]!) ?? 0, numberValue(span[2]!) ?? 0);
  const monthEnd = /^(3|6|9|12|三|六|九|十二)月(底|末|\d{1,2}日)?(之?前|以前)$|^(3|6|9|12|三|六|九|十二)月(底|末)$/.exec(bare);
  if (monthEnd) return `Q${numberValue(monthEnd[1] ?? monthEnd[4]!)! / 3}`;
  const month = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月份?((底|末)?之?前)?$/.exec(bare);
  const value = month && numberValue(month[1]!);
  return value && value <= 12 ? `M${String(value).padStart(2, '0')}` : null;
}

/** The year a heading begins with (2025年一季度, （2025年）目标), or null. */
export function yearOfHeading(text: string): number | null {
  const year = /^[([]?((?:19|20)\d{2})年/.exec(fold(text));
  return year ? Number(year[1]) : null;
}

function spanKey(from: number, to: number): PeriodKey | null {
  if (from < 1 || to > 12 || from >= to) return null;
  if (to - from === 2 && to % 3 === 0) return `Q${to / 3}`;
  return `M${String(from).padStart(2, '0')}-M${String(to).padStart(2, '0')}`;
}

/** Role by folded heading; the first that fits wins. */
const RULES: readonly [HeadingRole, RegExp, number][] = [
  ['number', /^(序号|编号|序|号|号次|项次|项号|顺序|序列|编码|代码|排序|№|No\.?|#|ID|S\/N|(Item|Serial)No\.?)$/i, 1],
  ['contact', /(电话|手机|传真|邮箱|联系方式|职务|姓名|地址)/, 1],
  [
    'number',
    /^(序号|编号).{0,4}$|^.{1,4}(编号|序号|编码)$|^(提案|议案|建议|案|文|任务|事项|项目|条款|条目|条文|指标|问题|清单|款)号$/,
    0.9,
  ],
  [
    'responsible',
    /^(责任|牵头|分管|负责)?(领导|责任人|负责人|人)?(及|和|与|、|\/|,)(责任|牵头|负责|承办)?(单位|部门|处室|科室|股室)$|(领导|责任人|负责人)(及|和|与|、|\/).{0,4}(单位|部门|处室|科室|股室)$/,
    0.9,
  ],
  [
    'person',
    /(领导|责任人|负责人|联系人|联络员|分管|包保|市长|县长|区长|组长|局长|院长|校长|秘书长|指标官|[链河林湖田路片段]长|提案人|领衔人|经办人|承办人|督办人)(及电话)?$/,
    1,
  ],
  ['lead', new RegExp(`${SAYS_LEAD}(责任|负责|督查|督办|落实|推进|承办|汇总)?${OFFICE}`), 1],
  ['support', new RegExp(`${SAYS_SUPPORT}(责任)?(实施|负责)?${OFFICE}`), 1],
  [
    'responsible',
    new RegExp(
      `(责任|负责|承办|承接|经办|办理|实施|落实|承担|执行|权责|主管)(工作(?=机构|单位|部门|机关))?${OFFICE}|(完成|组织|主体|建设|申报|项目|整改|起草|提出|调研|论证|业主)${ANY_OFFICE}`,
    ),
    1,
  ],
  ['responsible', new RegExp(`^(${WATCHERS})(工作)?${ANY_OFFICE}$`), 1],
  [
    'lead',
    /^(牵头|主办|牵头负责|主责|主政|Lead(ing)?(unit|agency|department|office|bureau|body|team|organi[sz]ation)?|Owner|Responsible(unit|party|department|office|team)?|Accountable)$/i,
    0.8,
  ],
  [
    'support',
    /^(配合|协办|参与|协助|会办|协同|Support(ing)?(unit|agency|agencies|department|office|bureau|team)?s?|Partners?|Cooperating.*|Co-?owner|Consulted)$/i,
    0.8,
  ],
  [
    'responsible',
    /^(责任分工|责任|承办|单位|部门|部室|处室|科室|股室|业主|责任划分|责任落实|分工|机关|Unit|Department|Agency|Office|Bureau|Team)$/i,
    0.6,
  ],
  // Money, place, kind and state of a project: never a task, a unit or a goal, whatever the words around.
  ['note', /(投资|资金|金额|经费|预算|造价|概算)(?!.*(项目|项目名称|任务|工作|指标|目标)$)/, 1],
  [
    'note',
    /(地点|地址|位置|所在地|所在.{1,3})$|^(项目|建设|工程|产业)?(性质|现状|状态)$|^(项目|建设|工程|产业)阶段$|^是否|^(面积|投资额|金额|占地)/,
    0.9,
  ],
  ['note', /^(会议|会次|届次)$/, 0.6],
  ['note', /^(分值|权重|得分|分数|标准分|满分)$/, 0.9],
  ['note', /(完成|实际|上年|去年|现有|基数)(数|值|量)$|(同比|环比|增幅|增长|增速|增长率|占比|比重|比例)$/, 0.9],
  ['note', /(进展|进展情况|(办理|完成|落实|整改|推进|执行|销号)(情况|状态|结果|与否)|办结情况)$/, 0.9],
  [
    'note',
    /(交办|下达|立项|发文|发布|成文|生成|公开|废止|失效|开始|启动|起始|开工|动工|报送|填报|上报|批示|会议|提出|受理|登记|制表|印发|收文|来文|更新|实际完成|实际办结)(时间|日期)$/,
    1,
  ],
  [
    'limit',
    /(时限|期限|完成节点|时间要求|年限|期程|时段|起止时间|起止年限|截止期|完成期|时间$|日期$|办结时|^(完成|办理|实施|计划|推进)?月份$|工期$|^(Deadline|Due(date)?|Target(date|time)|Completion(date)?|Finish|Enddate|Month|When|Timeframe)$)/i,
    1,
  ],
  [
    'schedule',
    /(进度|时间|节点|季度|阶段性?|序时|月度|时序|分月)(安排|计划|进度|节点|目标|任务|步骤|打算|要求)|(工作|推进|实施|年度|预定|计划|施工|建设)(安排|计划|进度|步骤|打算|节点)/,
    0.9,
  ],
  ['schedule', /^(推进措施及进度|工作时序|时间表|时程|Schedule|Timeline|Milestones?)$|(进度|时序|节点)$|^\d{4}年度?$/i, 0.9],
  ['note', /^(备注|说明|附注|注|其他|备考|Notes?|Remarks?|Comments?)$|(来源|出处|依据)$/i, 1],
  ['category', /^阶段$/, 0.6],
  ['category', /^(计划|计画|业务|工作|项目|任务|专业|行业|部门|单位|区域)别$/, 0.9],
  [
    'category',
    /^(类别|范畴|范疇|範疇|分类|大类|大项|类型|门类|板块|领域|方面|方向|专项|工作阶段|实施阶段|推进阶段|工作环节|维度|章节|类|片区|项目区|条线|战线|系统|区域|领导小组|Category|Area|Theme|Group|Section)$/i,
    1,
  ],
  [
    'category',
    /(类别|大事|分类|大类|领域|板块|(?<!主攻|招商|发展|努力|研究|重点)方向|类型|专项行动|行动名称|一级(指标|任务|目录)|子项|所属.{0,4}|专题|部分|模块|方面|主线|构面|面向|片区|条线)$/,
    0.9,
  ],
  [
    'task',
    /^(年度)?(重点|主要|目标|具体|工作|年度|改革|民生实事|民生|实事|督办|督查|整改|执行|二级|三级|子)*(任务内容|工作任务|任务名称|任务分工|任务|工作内容|工作事项|事项名称|事项|实事项目|项目名称|重点工作|主要工作|工作项目|项目内容|项目|工作名称|工作|实事)$/,
    1,
  ],
  ['task', /^(Task|Tasks|Item|Action|Actions|Activity|Initiative|Project|Workitem)$/i, 1],
  [
    'task',
    /(任务|事项|工作|项目|议题|诉求|问题|提案|建议|案由|隐患|风险点?|工程|办理事项)(内容|名称|清单|分解|条目|要点|描述|表现|主要内容)?$|(名称|题目|标题)$/,
    0.8,
  ],
  [
    'target',
    /(目标|指标|成效|标准|绩效|成果|目标值|预期|^(Target|Goal|KPI|Objective|Indicator|Deliverable|Outcome|Output)s?$)(任务|要求|内容|值|数|量|数量|形式|名称)?$/i,
    0.9,
  ],
  [
    'note',
    /.(对象|方式|形式|范围|频次|频率|比例|比率|人数|次数|期数|学时|课时|层级|级别|地区)$|^(期数|人数|学时|课时|频次|周次|星期|节次)$/,
    0.6,
  ],
  [
    'detail',
    /(内容|措施|举措|要求|做法|步骤|规模|安排|作法|策略|要点|事由|描述|情况|主题|^(Measures?|Description|Details?|Content)$)$/i,
    0.8,
  ],
];

const known = new Map<string, Heading | null>();

/** Reads a heading by its meaning; null for a text that is none. Remembers what it read, since rows of a table repeat themselves. */
export function headingOf(text: string, names?: HeadingNames): Heading | null {
  const named = names && names.size > 0 ? names.get(fold(text)) : undefined;
  if (named) return named;
  if (text.length > 40 || /^\d+$/.test(text)) return null;
  let heading = known.get(text);
  if (heading === undefined) {
    if (known.size > 20_000) known.clear();
    heading = readHeading(text);
    known.set(text, heading);
  }
  return heading;
}

function readHeading(text: string): Heading | null {
  const period = periodOfHeading(text);
  if (period) return { role: 'period', period, weight: 0.9 };
  const folded = fold(text);
  const said = /^(?:责任|负责|承办)?(?:单位|部门|处室|科室|股室)\((牵头|主办|主责|配合|协办|协助|参与)\)$/.exec(folded)?.[1];
  if (said) return { role: /牵头|主/.test(said) ? 'lead' : 'support', weight: 1 };
  const bare = folded.replace(/\(.*?\)|\[.*?\]/g, '').replace(/[:：*]+$/, '');
  if (bare === '' || bare.length > (/^[\x20-\x7e]+$/.test(bare) ? 24 : 14) || /[。；;：:]|如下$/.test(bare)) return null;
  for (const [role, pattern, weight] of RULES) if (pattern.test(bare)) return { role, weight: bare.length > 8 ? weight * 0.8 : weight };
  return null;
}

const PROGRESS =
  /^(工作|任务|项目|目前|当前|最新|实际|阶段性?|截至.{0,12})?((办理|办结|完成|进展|落实|推进|执行|整改|实施|销号)(情况|状态|结果|进度|进展|与否|率|比例|百分比)|进展|办结|完成|状态)$|^是否(已?完成|已?办结|落实)$|^(Status|Progress|Done|%complete)$/i;

/** Whether a column with this heading tells how far things are: 办理情况, 完成状态, 进展, 是否办结. */
export function isProgressHeading(text: string): boolean {
  return text.length <= 24 && PROGRESS.test(fold(text).replace(/\(.*?\)/g, ''));
}

/** A short bare noun, such as a heading nobody knows. */
const NOUN = /^[^\d。；;，,！？!?]{1,12}$/;
/** What only a heading says: a table has a number, units, a limit. The others are also words of tasks (…工作安排). */
const PLAIN: ReadonlySet<HeadingRole> = new Set(['period', 'schedule', 'detail', 'target', 'task']);

/**
 * Whether the texts of a row read as headings: most of them known, of at least two kinds or two periods. Beside a number, units or a limit, fewer
 * must be known, if all others are short nouns. One period beside words that tasks use too (7月 | 暑期工作安排, 防范金融机构风险 | 全年) is a row of data.
 */
export function readsAsHeading(texts: readonly string[], names?: HeadingNames): boolean {
  const written = texts.filter(text => text !== '');
  if (written.length < 2 || isNumber(written[0]!) || isMetadataLabel(written[0]!) || written.some(text => /[。；]/.test(text)))
    return false;
  const kinds = new Set<string>();
  let sure = 0;
  let firm = 0;
  let nouns = 0;
  for (const text of written) {
    const heading = headingOf(text, names);
    if (!heading) {
      if (NOUN.test(fold(text))) nouns++;
      continue;
    }
    sure += heading.weight >= 0.5 ? 1 : 0.5;
    if (!PLAIN.has(heading.role) || heading.weight === 1) firm++;
    kinds.add(heading.period ?? (heading.role === 'contact' ? text : heading.role));
  }
  if (kinds.size < 2 || (firm === 0 && [...kinds].filter(kind => /^([MQH]\d|year)/.test(kind)).length === 1)) return false;
  if (sure >= written.length * 0.6) return true;
  const assigning = ASSIGNING.filter(role => kinds.has(role)).length;
  const grouped = kinds.has('category') && ['task', 'detail', 'target'].some(kind => kinds.has(kind));
  const assigns = kinds.has('number') || assigning >= 2 || (assigning === 1 && grouped);
  return assigns && firm >= 2 && sure >= written.length * 0.3 && sure + nouns >= written.length;
}

/** Two of these make a plan of a table that has no numbers, or one beside tasks and their categories. */
const ASSIGNING: readonly HeadingRole[] = ['lead', 'support', 'responsible', 'limit', 'person'];

/** A row that begins with a number is data. */
function isNumber(text: string): boolean {
  return /^\s*\d{1,4}\s*[.、]?\s*$/.test(text);
}

/** What a user says of headings: what each folded heading means. */
export type HeadingNames = ReadonlyMap<string, Heading>;

/** Words for roles on the command line and in configuration, [role, words]; the first of each is the one that help and messages name. */
const ROLE_WORDS: readonly [HeadingRole, readonly string[]][] = [
  ['number', ['number', '序号', '编号']],
  ['category', ['category', '类别']],
  ['task', ['content', '任务', 'task', '任务内容']],
  ['limit', ['deadline', '期限', 'limit', '时限', '完成时限', '时间']],
  ['lead', ['lead', '牵头', '牵头单位', '主办']],
  ['support', ['support', '配合', '配合单位', '协办']],
  ['responsible', ['unit', '单位', '责任', '责任单位']],
  ['person', ['person', '责任人', '负责人', '领导']],
  ['schedule', ['schedule', '进度安排']],
  ['note', ['extra', '其他', '备注']],
];

/** The role words that are named first: what a message proposes. */
export const roleWords = ROLE_WORDS.flatMap(([, [english, chinese]]) => [english!, chinese!]);

/** The role a word means (`lead`, 牵头, or a heading that surely has one role, as 主办处室), a period (`Q1`, 一季度), or null. */
export function roleOfWord(word: string): Heading | null {
  const bare = fold(word).toLowerCase();
  const role = ROLE_WORDS.find(([, words]) => words.includes(bare))?.[0];
  if (role) return { role, weight: 1 };
  const heading = headingOf(word);
  return heading && (heading.role === 'period' || heading.weight === 1) && heading.role !== 'contact' ? { ...heading, weight: 1 } : null;
}

/** The name under which a column is known by its place, counted from 1: what tables without headings call it, too. */
export function columnName(place: number): string {
  return `第${place}列`;
}
