import { ABOUT } from '../lexicon/quantity-words.ts';

/** Clause marks: a metric never reaches over them. */
const BOUNDARY = /[,，。;；:：、\n()（）]/;
/** The next amount ends a metric, too (亿元以上项目12个); a size in a name does not (110千伏变电站, 5G基站). */
const STOP = new RegExp(
  `${BOUNDARY.source}|约?\\d[\\d.]*[万亿]?(?:[个家户名人项座所处条次场](?!人)|公里|千米|米|元|亩|公顷|平方米|平米|吨|%)`,
);
/** What is left of an amount that grows: 床位由18张 in 床位由18张增加到30张. */
const FROM = /[由从]\d[^,，]{0,8}$|[由从]$/;
/** Words between what is measured and its amount. */
const LINKS = new RegExp(
  String.raw`(?:累计|分别|合计|共计|每年|全年|年均|平均|各|共|已|均|将|力争|争取|确保|要|达到|达|为|至|到|在|完成|实现|建成|新增|新建|改造|增长|提高|提升|下降|降低|减少|增加|控制|稳定|保持|突破|超过|不少于|不低于|不超过|至少|超|${ABOUT}|近|以上|不|和|与|的|\s)+$`,
);
const NOUN_AHEAD = /^(?:及?以上|以下|以内|左右|的|等|\s)+/;
/** Verbs that lead to what is measured. */
const LEADING =
  /^(?:其中|力争|争取|确保|推动|推进|加快|持续|累计|全年|年内|新增|新建|改建|扩建|建成|建设|完成|实施|实现|开展|举办|组织|培育|打造|引进|发放|安排|改造|启动|开工|制定|编制|出台|梳理|形成|加装|配备|安装|铺设|新铺|拆除|的)+(?=.{2})/;
/** A time at the head of the clause, and a verb that is all there is before an amount (发放2万份). */
const TIME = /^[^,，]{0,8}(?:月(?:底|中旬|上旬|下旬)?前?|年底前|年内|半年|季度末?前?|\d日前)(?=.{2}|$)/;
const VERB_ALONE = /^(?:新增)?(?:发放|配备|加装|安装|实施|演出|入驻|培训|铺设|拆除|检查|抽检|整治|种植|签约?|筛查|监测|覆盖)$/;
/** Units of shares and measures: what they measure stands before them; things counted stand behind. */
const MEASURES_BEFORE = /^(?:%|‰|个百分点|倍|元|分|分钟|小时|天|工作日|自然日|个月|微克|毫克|吨|千瓦|兆瓦|℃|分贝|千瓦时)/;
const LONGEST = 24;

/** What an amount measures, in the words of the text: 路基土石方 in 路基土石方完成95%, 招商活动 in 1场以上招商活动; empty where it does not say. */
export function metricOf(text: string, start: number, end: number, unit: string): string {
  const before = lastClause(text.slice(Math.max(0, start - LONGEST), start))
    .replace(LINKS, '')
    .replace(FROM, '')
    .replace(TIME, '')
    .replace(LEADING, '')
    .replace(VERB_ALONE, '');
  if (MEASURES_BEFORE.test(unit) && before !== '') return before;
  const rest = text.slice(end, end + LONGEST).replace(NOUN_AHEAD, '');
  const stop = rest.search(STOP);
  const after = (stop < 0 ? rest : rest.slice(0, stop)).trim();
  return after === '' || /^(?:和|及|与|至|到|-)|^(?:增|提|升|降|减|压|扩|缩|上|下)[一-鿿]?[到至为]$/.test(after) ? before : after;
}

function lastClause(text: string): string {
  for (let at = text.length - 1; at >= 0; at--) if (BOUNDARY.test(text[at]!)) return text.slice(at + 1).trim();
  return text.trim();
}
