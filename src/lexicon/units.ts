import { fold } from './fold.ts';

/** Marks between the names of a unit list. 和/及 never separate: they stand inside names. */
const UNIT_SEPARATORS = '、，,；;\n\r';

/** Endings of units' names: what makes a short text look like a unit. */
const SUFFIX =
  /(局|委|厅|(?<![公官上土寿祭])司|办|部|处|科|室|院|所|站|中心|公司|集团|政府|办公室|委员会|人大|政协|法院|检察院|公安|学校|大学|学院|医院|银行|协会|学会|联合会|妇联|残联|工会|团委|文联|科协|侨联|工商联|红十字会|管委会|党委|党工委|党组|支队|大队|总队|队|专班|合作组|工作组|领导小组|指挥部|小组|组|署|台|馆|社|街道|乡|镇|县|区|市|省|州|盟|旗|村|社区|园区|开发区|高新区|新区|单位|部门|机关|分局|分公司|支行|分行|海关|税务|企业|平台|基地|组织|集团有限公司|有限责任公司|股份|直属机构|团市委|团县委|团区委|秘书|督查|成员|公所|卫生所|派出所|警察|消防|岸巡队|联盟|商会|俱乐部|学堂|工作站|服务站|总站|总工会|共青团|武装部|人民团体|医学会|基金会|合作社|农场|林场|茶场|水厂|电厂|污水处理厂|净水厂|工厂|车间|工区|班组|项目部|团镇|兵团|师|连|营|科技|股份公司|有限公司|幼儿园|(?:管理|养护|工务|电务|机务|车务|供电)段)(（[^（）]*）|\([^()]*\))?$/;

/** Units of two characters; other words of two that end like a unit (开馆, 布局) are acts. */
const SHORT_UNITS =
  /^(各[镇乡县区市州村局委办部处科组校院]|[省市县区州旗镇乡]委|党委|团委|妇联|残联|文联|科协|侨联|工会|政协|人大|法院|公安|海关|税务)$/;

/** 新增3处, 改造12所: what is counted has the same endings. */
const AMOUNT = /\d[处所站组室馆队部科院社村区县市乡镇台]$/;

/** Remarks that may follow the names: 等, 等部门, 按职责分工负责, 分别牵头. */
const REMARK = /(等|等部门|等单位|等有关部门|等相关部门|按职责分工(负责)?|分别(牵头|负责)|牵头|负责|配合|共同(牵头|负责))$/;

/** Endings that hardly anything but an office has; 农业农村, 重点企业 and 特色园区 are fields of work, too. */
const OFFICE =
  /(局|委|厅|办|署|院|公司|集团|政府|办公室|委员会|管委会|街道|镇|乡|总队|支队|大队|处|科|部|中心|总工会|妇联|残联|团委|专班)$/;

/** Whether a text that may be a category names an office. */
export function looksLikeOffice(name: string): boolean {
  return looksLikeUnit(name) && OFFICE.test(name) && name.length <= 16;
}

const answers = new Map<string, boolean>();

/** Whether a text could be the name of one unit. Remembers its answers, since units come again and again. */
export function looksLikeUnit(name: string): boolean {
  let answer = answers.get(name);
  if (answer === undefined) {
    if (answers.size > 20_000) answers.clear();
    answer = readsAsUnit(name);
    answers.set(name, answer);
  }
  return answer;
}

/** Offices of Taiwan that end as lessons, meetings and houses do elsewhere: 民政課, 鄉農會, 戶政事務所, 清潔隊. */
const TAIWAN =
  /^[^國數英語文理公開上授補安親]{2,4}課$|(?:[農漁工商]|婦女|協|公|基金|委員|水利)會$|(?:圖書|文化|博物|美術|體育)館$|(?:清潔|消防分|[大分中]|警察|義消)隊$/;

/** What offices strive to become, not what they are called: 智慧医院, 法治政府, 文明校园. */
const MODEL =
  /^(?:智慧|数字|平安|绿色|文明|美丽|和美|书香|清廉|廉洁|健康|法治|人文|节约型|学习型|服务型|研究型)(?:政府|机关|医院|学校|校园|院校|大学|乡村|城市|企业|公司)$/;

/** What is done begins so, and no office does: 新建市民服务中心, 引进供应链总部. */
const DEED =
  /^(?:引进|引育|招引|培育(?!中心|局|办)|新建(?!(?:区|县|乡|镇|村|社区|街道)(?:$|[^建设改]*(?:政府|党委|居委会|村委会|办事处)$))|建设(?!局|厅|委|处|科|部|办|银行|集团|公司|中心|工程|管理|投资|开发|分局|街道|路|村|社区|镇|乡)|改建|扩建|建成|打造|争创|启动(?!区)|完成|举办|召开|开展|新增|建立|组建|成立|推动(?!.*(?:办公室|领导小组)$)|加快|持续|制定|出台|印发|争取|力争|确保).{2}/;

function readsAsUnit(name: string): boolean {
  if (MODEL.test(name) || DEED.test(name)) return false;
  if (name.length >= 3 && name.length <= 12 && TAIWAN.test(name) && !AMOUNT.test(fold(name)) && !/[公開上授]課$|[大年例盛]會$/.test(name))
    return true;
  const bare = fold(name).replace(REMARK, '');
  if (bare.length < 2 || bare.length > 40 || /[。；;]/.test(bare)) return false;
  if (bare.length === 2) return SHORT_UNITS.test(bare);
  if (AMOUNT.test(bare)) return false;
  return SUFFIX.test(bare) || /^(各|全市|全县|全区|市直|县直|区直|省直|相关|有关|属地)/.test(bare);
}

/** A unit cell taken apart. */
export interface UnitList {
  names: readonly string[];
  /** 分别牵头: each unit leads for itself; 共同牵头: together. */
  mode: 'separate' | 'joint' | null;
  /** The separators that were used, in order of appearance. */
  marks: readonly string[];
}

const OPENING = '（([【《〈“‘「『';
const CLOSING = '）)]】》〉”’」』';
const MODE = /(分别|各自|共同|联合|联动)(牵头|主办|负责)$/;
/** 各县、区人民政府: the governments of both, in one name. */
const KINDS = /(?:^|[^一-鿿])(?:各|有关|相关)(?:[省市县区州旗盟镇乡]、)*[省市县区州旗盟镇乡]$/;
const OF_KINDS = /^[省市县区州旗盟镇乡](?:人民政府|政府|党委|管委会|[（(、，,；;。]|$)/;

/**
 * Splits a unit cell at 、 ， , ； ; and line breaks, never inside brackets or quotes, never at 和 or 及 inside a name. A trailing 分别牵头
 * or 共同牵头 tells how they lead and is no part of a name. Order and spelling are kept; `—`, `/` and 无 are no unit.
 */
export function splitUnits(text: string): UnitList {
  let list = lists.get(text);
  if (!list) {
    if (lists.size > 20_000) lists.clear();
    list = readUnits(text);
    if (text.length <= 200) lists.set(text, list);
  }
  return list;
}

const lists = new Map<string, UnitList>();

function readUnits(text: string): UnitList {
  const names: string[] = [];
  const marks = new Set<string>();
  let depth = 0;
  let from = 0;
  const close = (end: number): void => {
    const name = text
      .slice(from, end)
      .trim()
      .replace(/等?。$|(?<=.{2})等$/, '');
    if (name !== '' && !/^[-—–/／无無]+$/.test(name)) names.push(name);
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && UNIT_SEPARATORS.includes(char)) {
      if (char === '、' && KINDS.test(text.slice(from, at)) && OF_KINDS.test(text.slice(at + 1, at + 8))) continue;
      close(at);
      if (char.trim() !== '') marks.add(char);
      from = at + 1;
    }
  }
  if (depth > 0) return splitFlat(text);
  close(text.length);
  return { ...takeMode(names.flatMap(splitAtSpaces).flatMap(splitBeforeAll)), marks: [...marks] };
}

/** What offices are called for short, by their field: 城管 住建 交警. */
const FIELDS = new Set(
  '城管 住建 交警 消防 物业 市监 资规 公安 供电 供水 园林 农业 水利 财政 教育 民政 卫健 文旅 文广 应急 环保 生态 发改 工信 经信 人社 商务 审计 统计 司法 交通 林业 科技 税务 气象 信访 医保 国资 金融 体育 广电 民宗 邮政 电力 通信 国土 规划 住房 编办 档案 供销 招商 政务 数据 宣传 组织 统战 纪检 政法 检察 法院 残联 妇联 工会 团委 科协'.split(
    ' ',
  ),
);

/** Extractors turn the line breaks of a cell into spaces: where every part is a unit by itself, the space separates. */
function splitAtSpaces(name: string): string[] {
  const parts = name.split(/[ \u00a0\u3000]+/);
  if (parts.length < 2) return [name];
  const named = parts.every(part => (part.length > 2 || /^各.$/.test(part)) && looksLikeUnit(part));
  const fields =
    parts.filter(part => FIELDS.has(part)).length * 2 >= parts.length && parts.every(part => /^\p{Script=Han}{2,4}$/u.test(part));
  return named || fields ? parts : [name];
}

/** 市农业农村局和各县（区）政府: whoever is meant by 各 is not part of one name with an office. */
function splitBeforeAll(name: string): string[] {
  const found = /^([^（()）和及与]{3,}(?:局|委|厅|办|院|部|处|室|署|中心|公司|集团|办公室|委员会))[和及与](各.+)$/.exec(name);
  return found ? [found[1]!, found[2]!] : [name];
}

/** A list whose brackets do not close: brackets are plain characters there. */
function splitFlat(text: string): UnitList {
  const names = text
    .split(/[、，,；;\n\r]/)
    .map(name => name.trim())
    .filter(name => name !== '');
  return { ...takeMode(names), marks: [...new Set(text.match(/[、，,；;]/g) ?? [])] };
}

function takeMode(names: readonly string[]): Pick<UnitList, 'names' | 'mode'> {
  const last = names.at(-1);
  const match = last && MODE.exec(last);
  if (!last || !match || match.index < 2) return { names, mode: null };
  const mode = match[1] === '分别' || match[1] === '各自' ? 'separate' : 'joint';
  return { names: [...names.slice(0, -1), last.slice(0, match.index).trim()], mode };
}
