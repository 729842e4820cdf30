/** What headings call an office. */
export const OFFICE =
  '(单位|政策局|部门|部室|处室|科室|课室|股室|机构|主体|机关|组室|乡镇|街道|镇街|局委|委局|委办局|委室|站所|站办|办所|所站|所办|站室|班组|专班|条线|线口|书院|村居|科|课|处|室|组|决策局|局|院系|学院|支队|支部|班级|年级组?|公司|法人|业主|方)';
/** Of these, the ones that an office may end in as well (住房城乡建设局, 项目组): a heading only behind a word for who answers. */
export const ANY_OFFICE = '(单位|部门|部室|处室|科室|课室|股室|机构|主体|机关|组室|局委|委局|委办局|委室|站所|院系|班级|法人|业主|方)';
export const SAYS_LEAD = '(牵头|发起|主办|主责|主责任|主政|主要责任|主要负责|第一责任|挂帅|领衔)';
export const SAYS_SUPPORT = '(配合|协办|协同|协助|参与|参加|会同|共同|联办|会办|协作|支持|协管|协理|成员|配套|关联|辅助)';

/** Words of headings for an office that looks at work, gives it out or speaks for it, and does not do it: 考核单位, 督办单位, 联系单位. */
export const WATCHERS = '督办|督导|考核|监考|评分|评价|评估|监督|监管|验收|销号|报告|联系|联络|对接|指导|帮扶|审核|审议|交办';
