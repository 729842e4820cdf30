import { CharSet } from '../base/char-set.ts';
import { FESTIVAL_NAMES } from './festivals.ts';

const CHINESE = '[一二三四五六七八九十]';
const N = `(\\d{1,2}|${CHINESE}{1,3})`;
const TO = ' ?(?:-|—|–|―|~|至|到){1,2} ?';
const AND = ` ?(?:-|—|–|―|~|至|到|、|和|及){1,2} ?`;
const sticky = (source: string): RegExp => new RegExp(source, 'y');

const FESTIVALS = FESTIVAL_NAMES.join('|');
const BEGINNINGS = [
  '\\d+',
  '[一二三四五六七八九十〇零○两]{1,6}(?= ?(?:年|月|日|个|季|周|天|-|—|–|~|至|到|、))',
  '第(?= ?[一二三四1-4])|前[三3](?=季)|Q(?=[1-4])|民国|每(?=个?(?:年|月|季|周|日|半年))',
  'H(?=[12])|[上中下]旬|(?:春季|秋季)(?=(?:学期)?开学)|[今本当明次翌来去]年|(?<!以|原则)上一?年|上半年|下半年|年[底末内中终初尾]|全年|岁末|本?[月季]度?(?=[底末])',
  `[“"]?十[一二三四五六七八]五|第十[一二三四五六七八]个五年|[“"]?(?:${FESTIVALS})`,
  '主?汛期|汛前(?!期)|入汛|采暖|供暖|取暖|冬季|入冬|春耕|秋收|开学|暑假|寒假|暑期|春运|高考|中考|三夏|两会|迎峰度[夏冬]|节假日(?=期间)|节日(?=期间)',
  '年度(?=(?:计划|累计|预计|确保|力争)?(?:完成|实现|新增|新建|开展|培训|投入|达到|争取))',
];

/** First characters of phrases: where none stands, nothing need be tried. */
export const FIRST = new CharSet(
  `0123456789一二三四五六七八九十〇零○两第前Q民H每今本当明次翌来去上下年全岁月季“"汛主入采供取冬春秋开暑寒高中迎节${FESTIVAL_NAMES.map(name => name[0]).join('')}`,
);
/** Where a phrase may begin; what does begin there is settled by trying. */
export const TRIGGER = sticky(BEGINNINGS.join('|'));

/** Years in a row; without 年 only where they fill brackets: 规划（2021—2025）. */
export const YEARS = sticky(`(\\d{4}) ?年?度?${TO}(\\d{4}) ?(?:学年度?|年度?)|(?<=[(（])((?:19|20)\\d{2})${TO}((?:19|20)\\d{2})(?=[)）])`);
export const YEAR = sticky('(?:公元|中华民国|民国)? ?(\\d{2,4}) ?(?:学年度?|年度?)');
export const CHINESE_YEAR = sticky('([一二][〇○零九][〇○零一二三四五六七八九]{2})年度?');
export const RELATIVE_YEAR = sticky('([今本当明次翌来去]|(?<!以|原则)上)一?年度?');
export const NEXT: Readonly<Record<string, number>> = { 明: 1, 次: 1, 翌: 1, 来: 1, 去: -1, 上: -1 };
export const NUMERIC = sticky('((?:19|20)\\d\\d)([-./])(\\d{1,2})\\2(\\d{1,2})(?![\\d.%])');
export const NUMERIC_MONTH = sticky('((?:19|20)\\d\\d)[-./](1[0-2]|0?[1-9])(?=月|[底末]|之?前|以前|$)月?');
export const NUMERIC_QUARTER = sticky('((?:19|20)\\d\\d) ?年?(?:Q([1-4])|H([12]))(?![\\w.])');
export const ROC_NUMERIC = sticky('(1[0-4]\\d)[./](\\d{1,2})(?:[./](\\d{1,2}))?(?![\\d.%])');
export const MONTH = sticky(`(?:${N} ?月?份?${AND})?${N} ?月份?(?![龄嫂球饼亮光])`);
export const DAY = sticky(` ?(?:${N} ?[日号]?${TO})?${N} ?[日号](?![线楼院])(?:零时|[01]?\\d[时点](?:\\d{1,2}分)?(?![起间候段空效速代]))?`);
export const TENTH = sticky(' ?(上旬|中旬|下旬|初(?![步稿审级期心])|中(?![心小学央国级考午华西东])|底|末)');
export const QUARTER = sticky(`(前)?第?(?:([一二三四1-4]) ?个?季?度?${AND}第?)?([一二三四1-4]) ?个?季度`);
export const SEASON = sticky('(?<![(（])第([一二三四1-4])季(?![度节)）])');
export const Q = sticky(`Q([1-4])(?:${TO}Q?([1-4]))?(?![\\w.])`);
export const HALF = sticky('([上下])半年|H([12])(?![\\w.])');
/** A third of a month told before: 7月上旬…,中旬…. */
export const TENTH_ALONE = sticky('(?:当月|本月)?([上中下])旬');
export const EDGE_OF_YEAR = sticky('年?(底|末|终(?!端)|尾|内(?![部容设涝河江蒙])|中(?=之?前|[,，;；。]|$)|初(?![步稿审级期中心]))');
export const YEAR_WORD = sticky(
  '岁末年初|年末岁初|全年度?|岁末|年度(?=(?:计划|累计|预计|确保|力争)?(?:完成|实现|新增|新建|开展|培训|投入|达到|争取))|年(底|末|终|尾|内(?![部容设涝])|中(?![国央心小学医])|初(?![步稿审级期中心]))',
);
export const EVERY = sticky('每个?(年|半年|季度?|月|周|日)(末月)?(?:的?(?:底|末|初))?');
export const FIVE_YEARS = sticky(
  '([“"])?(?:十([一二三四五六七八])五|第十([一二三四五六七八])个五年)([”"])?((?:规划)?(?:期间|时期|期末|末|初期|以来))?',
);
export const FESTIVAL = sticky(`[“"]?(${FESTIVALS})[”"]?节?[”"]?(?:[、和及与]|(?=[“"]?(?:${FESTIVALS})))?`);
export const FESTIVAL_TAIL = sticky(
  '(?:双节|两节|节日|节)?(?:小?长假|假期|假日|黄金周)?(期间|前夕|之前|以前|前后|前(?![往来期])|之后|以后|后(?!勤)|当天|当日)?',
);
export const SEASON_EDGE = sticky(
  '(?<=^|[，。；、,;：\\s在于和])暑[期假](?!期间|之?前|以前|[学工托作班])|(?:汛前(?!期)|(?:春季|秋季)?(?:学期)?(?:主?汛期|入汛|采暖[季期]?|供暖[季期]?|取暖季?|冬季(?:来临|到来)?|入冬|春耕|秋收|开学|暑假|寒假|暑期|春运|高考|中考|三夏|两会|迎峰度[夏冬]|节假日|节日)(?:期间|之前|以前|前(?![期来往后])))',
);
export const MONTH_END = sticky('本?月(?:底|末)');
export const QUARTER_END = sticky('本?季度?(?:底|末)');
export const DURATION = sticky(
  `(?:\\d+|[一二三四五六七八九十两]{1,3}) ?个?(工作日|自然日|日|天|周|星期|月|(?<!个)年) ?(?:之内|以内|内(?![部容设涝]))`,
);
/** A measure that is pressed to so many days is an amount, not a limit: 压缩至3个工作日内. */
export const MEASURED =
  /(?:压缩|压减|缩短|缩减|精简|控制|降低?|减少|提速|限定?|超过|少于|低于|多于|高于|达|平均|最快|最短)[到至在为]{0,2}约?$/;
export const BEFORE = sticky(' ?(?:[底末]?(?:之前|以前)|[底末]?前(?![期沿瞻提置往端三两几景行来线台述款后]|进(?![场入驻行])))');
export const AFTER = sticky(' ?(?:份?起(?![草步诉])|开始|之后|以后|后(?![续期勤备端台方]))');
export const SINCE = sticky(' ?以来');
export const WITHIN = sticky(' ?(?:期间|以内|之内|内(?![部容设涝河江蒙])|前后|左右)');
export const JOINER = sticky(TO);

export const END = sticky('[底末]');
export const JOINED = /[-—–~至到]/;
