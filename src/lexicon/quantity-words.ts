/** Units of measure with the name they are saved under: one name for the spellings of one unit. */
const SAME_UNIT: Readonly<Record<string, string>> = {
  平方米: '平米',
  平方: '平米',
  '㎡': '平米',
  m2: '平米',
  'm²': '平米',
  km: '公里',
  KM: '公里',
  千米: '公里',
  km2: '平方公里',
  'km²': '平方公里',
  'm³': '立方米',
  m3: '立方米',
  立方: '立方米',
  方: '立方米',
  '％': '%',
  人民币: '元',
  块钱: '元',
  kW: '千瓦',
  KW: '千瓦',
  MW: '兆瓦',
  GW: '吉瓦',
  kWh: '千瓦时',
  度电: '千瓦时',
  公頃: '公顷',
  公尺: '米',
  MWh: '兆瓦时',
  GWh: '吉瓦时',
  t: '吨',
  kg: '公斤',
  千克: '公斤',
  百分点: '个百分点',
  个工作日: '工作日',
  个自然日: '自然日',
};

/** Units that measure: they stand after any number. */
const MEASURES =
  '公尺 % ‰ 个百分点 百分点 倍 元 美元 欧元 港元 人民币 块钱 公里 千米 km KM 里 米 厘米 毫米 海里 延米 延长米 车公里 ' +
  '平米 平方米 平方 ㎡ m2 m² 平方公里 km2 km² 亩 亩次 公顷 公頃 立方米 立方 m³ m3 方 升 吨 公吨 吨级 标准煤 吨标准煤 吨标煤 蒸吨 载重吨 公斤 千克 斤 克 t kg ' +
  '千瓦 千瓦时 兆瓦 兆瓦时 吉瓦时 吉瓦 度电 kW KW MW GW kWh MWh GWh TWh 千伏安 兆伏安 分钟 小时 天 个工作日 工作日 个自然日 自然日 个月 周 ' +
  '微克/立方米 毫克/立方米 毫克/升 微克/m³ 吨/日 吨/天 立方米/日 立方米/天 元/吨 元/人 元/亩 元/平方米 元/年 批次/千人 床/千人 件/万人 公斤/亩 吨/年 人/年 元/月 标箱 TEU PFLOPS EFLOPS P TB GB PB Mbps Gbps 兆 ℃ 分贝';

/** Words that count things. They stand after Arabic numbers, and after Chinese ones above one. */
const COUNTERS =
  '个 家 座 所 条 项 处 场 次 件 户 人 人次 人份 名 位 套 台 台次 台套 辆 辆次 艘 架 架次 列 趟 班次 班 只 头 匹 羽 株 棵 尾 粒 篇 张 部 册 本 份 宗 批 批次 ' +
  '期 期次 门 间 幢 栋 层 孔 口 眼 面 块 片 对 组 支 根 杆 枚 盏 桩 起 例 案 单 笔 款 类 种 堂 节 课时 学时 学位 床 床位 车位 泊位 户次 ' +
  '梯次 趟次 家次 处次 场次 点位 台(套) 件(套) 套(间) 间(套) 个(处) 处(个) 座(处) 处(座) 家(次) 人(次) 户(次) 项(次) 场(次) 所(处) 岗 轮 轮次 池 段 包 箱 封 副 幅 道 枪 座次 分 基站';

const longestFirst = (words: string): string[] => words.split(/\s+/).sort((a, b) => b.length - a.length);
const literal = (word: string): string =>
  word
    .replace(/[/.²³]/g, '\\$&')
    .replace('(', '[(（]')
    .replace(')', '[)）]');

const MEASURE_NAMES = longestFirst(MEASURES);
const COUNTER_NAMES = longestFirst(COUNTERS);
const WORDS = [...new Set([...MEASURE_NAMES, ...COUNTER_NAMES])].sort((a, b) => b.length - a.length);

/** Units that begin other words: 3分公司 has no 分, 2项目 no 项, 一次性 no 次. What follows a longer unit (分钟) must not stand here. */
const NO_UNIT: readonly string[] = [
  '人(?:大|民|才|工|行|居|均|社|小组|专班)|次(?:性|产业|衬|区域|干道)|天(?:然|府|津|气|河|空|地)|方(?:案|面|式|针|便|向|阵)',
  '节(?:点|水|能|约|目|气|假|前|后)|元(?:旦|宵|素|件|器)|期(?:工程|项目|建设|用地|厂|间|末|中|货|扩建|改造|主体|及|、|和)',
  '批(?:发|复|准|示)|项(?:目(?!标)|链)|条(?:例|件)|件套|位(?:于|置|居|列|数)|名(?:单|录|称|牌|额)|所(?:有|以|需|属)',
  '部(?:门|委|队|级|署)|本(?:级|市|县|区|年|科|地|土|行)|份额|组(?:织|团|建|长)|支(?:持|撑|付|一扶|队(?!伍)|行|出|路|渠)|根(?:据|治|本)',
  '类(?:别|型|水|以上|及以上|标准|断面)|种(?:植|子|业|苗|养|畜|质)|样(?:板|本|式)|班(?:级|子|组|车)|间(?:隔|接|距)',
  '面(?:积|向|对|临|上|粉|源)|片(?:区|长)|对(?:接|口|外|标|全|照|各|重|于|应)|口(?:岸|碑|径|腔|袋|粮)|起(?:步|草|点|降|重|诉)',
  '单(?:位|元|体|一|独|项)|款(?:项|式)|门(?:诊|户|禁|店|类|槛|前)|台(?:账|风|湾|阶)|头(?:部|等|雁)|座谈|场(?:所|地|馆|景|镇|站)',
  '处(?:理|置|罚|室|于|长)|户(?:外|籍|用|均)|家(?:庭|园|政|具(?![备有体])|电|居|禽)|套餐|包(?:装|容|括|联|保|抓)|层(?:次|级|面)|例(?:如|会)',
  '案(?:例|件|卷)|床(?:上|单)|升(?:级|至|到|规|学|格|为|华)|里程|米(?:粉|面|业)|周(?:边|期|年|围|岁)|克(?:服|隆)|倍(?:增|速)',
  '分(?:之|别|类|局|公司|离|级|批|步|期|区|院|校|店|会|析|布|解|工|享|配|流|担|数|支|红|项)|档(?:案|次)|道(?:路|德)|幅度|席位|羽毛|课(?:程|堂|题)',
];

/** A unit of measure or a counter, the longest that fits; never the beginning of another word. */
export const UNIT = `(?!${NO_UNIT.join('|')})(?:${WORDS.map(literal).join('|')})(?![A-Za-z])`;
const CHINESE_WORDS = WORDS.filter(
  name =>
    !/^(期|批|类|级|方|节|组|片|对|面|部|起|门|班|本|兆|里|分|位|档|P|t|道|环|克|周|包|天|单|段|根|种|层|口|眼|岗|池|例|案)$/.test(name),
);
/** Units that stand after Chinese numbers above one (三个, 两家); 一期, 二次, 两面 are other words, 四个意识 a name. */
export const UNIT_AFTER_CHINESE = `(?!${NO_UNIT.join('|')}|个(?:维护|确立|意识|自信|一(?!体)))(?:${CHINESE_WORDS.map(literal).join('|')})(?![A-Za-z])`;
/** Multipliers behind a number and before its unit, as powers of ten. */
export const POWERS: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
  万亿: 12,
};
export const MULTIPLIER = '(?:十亿|百亿|千亿|万亿|十万|百万|千万|亿|万|千(?![瓦米克伏])|百(?!分))';

export type Comparator = 'eq' | 'ge' | 'gt' | 'le' | 'lt' | 'approx';

/** 约, but in no other word: 签约, 条约, 续约; 3条约12公里 and 手续约20项 have it. */
export const ABOUT = String.raw`(?<![节制预合契签履违邀]|(?<![\d每几数])条|(?<!手)续|(?<!了)解)约`;

/**
 * Words right before a number that say how it binds. Longer words begin further left and win: 不低于 is not 低于.
 */
export const BEFORE_NUMBER: readonly (readonly [Comparator, string])[] = [
  ['ge', '不得?(?:少于|低于|小于|短于)|至少|最少|≥|>='],
  ['le', '不得?(?:超过|高于|大于|多于|突破|长于|超出)|至多|最多|≤|<=|控制在'],
  ['gt', '超过|突破|超出|(?<!赶|反)超|高于|大于|多于|逾|(?<![通经超路])过(?=\\d|[百千万])|>'],
  ['lt', '低于|少于|小于|不足|不到|<'],
  ['approx', `大约|大概|${ABOUT}为?|(?<![附邻就最靠])近|接近`],
];

/** Words that bind over the verb between them and the number: 至少建成1个. */
export const OVER_VERB = /(?:(至少|最少)|至多|最多)[^\d,，。;；、一二三四五六七八九十两]{0,6}$/;

/** Words right behind a number and its unit that say how it binds. */
export const AFTER_NUMBER: readonly (readonly [Comparator, string])[] = [
  ['ge', '[(（]?含?[)）]?及?以上|或以上'],
  ['le', '[(（]?含?[)）]?及?以下|以内|之内|内(?![部容设涝外])'],
  ['approx', '左右|上下'],
];

/** Names that a number begins but does not measure: 15分钟生活圈, 24小时热线, 3年行动. */
export const NAME_BEHIND =
  '(?:便民|社区|城市|健身|医疗|养老|文化|公共服务|品质|阅读|就医|步行|体育)?(?:生活|服务|健身|医疗|养老|文化|阅读|社保|政务|就业|救援|急救|经济|通勤|交通)?圈|自助|热线|不间断|值守|值班|在线|全天候|待命|轮班|营业|行动|攻坚|大会战|倒计时|无理由|无休';

/** What a share of a work is told with; such a share counts from the work's beginning. */
export const WORK =
  /完成|完工|竣工|建成|进度|工程量|工作量|投资|主体|施工|征收|征地|拆迁|拆除|开挖|浇筑|铺设|安装|封顶|招标|编制|改造|整改|整治/;
/** The rate of something that is no work: coverage, satisfaction, growth. */
export const RATE =
  /(?<!完成)率|占比|比重|比例|覆盖|增长|增速|下降|提高|提升|降低|减少|增幅|满意|达标|通办|增加|同比|压减|缩短|年化|以上断面|合格/;

/** Names of amounts of money, whose number may lack its 元 (产值突破100亿). */
export const MONEY = /产值|投资|营收|收入|销售|资金|税收|税|增加值|总额|贷款|交易额|成交额|融资|利润|总量|GDP|生产总值|规模|额$/;

/** The name a unit is saved under, and the power of ten in it: 万亩 is 10^4 亩, 平方米 平米. */
export function savedUnit(written: string): { unit: string; power: number } {
  const match = new RegExp(`^(${MULTIPLIER})?(.+)$`).exec(written);
  const name = match?.[2] ?? written;
  return { unit: SAME_UNIT[name] ?? name, power: match?.[1] ? POWERS[match[1]]! : 0 };
}
