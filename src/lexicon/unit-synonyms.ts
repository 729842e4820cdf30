/** Words of unit names that name one office in several ways, the usual one first; a plan keeps to one of them. */
const SYNONYMS =
  '水利 水务|市场监管 市场监督管理|监管 监督|住房城乡建设 住房和城乡建设 住房建设 住建|发展改革 发展和改革 发改|卫生健康 卫健|人力资源社会保障 人力资源和社会保障 人社|文化广电旅游 文化广电和旅游 文广旅|文化旅游 文化和旅游 文旅|工业和信息化 工业信息化 工信|交通运输 交通|应急管理 应急|退役军人事务 退役军人|民族宗教 民宗|国有资产监督管理 国资|自然资源和规划 自然资源规划|城市管理 城管|农业农村 农业|生态环境 环保|委 委员会|乡村振兴 扶贫开发';

const GROUPS = SYNONYMS.split('|').map(group => group.split(' '));
const USUAL = new Map(GROUPS.flatMap(([usual, ...others]) => others.map(word => [word, usual!] as const)));
const ANY = new RegExp(
  GROUPS.flat()
    .sort((a, b) => b.length - a.length)
    .join('|'),
  'g',
);

/** A unit's name in its usual words: 县水务局 is 县水利局, 市住建局 市住房城乡建设局. For comparing only. */
export function usualName(name: string): string {
  if (!/(?:[局厅委办科处]|委员会)$/.test(name) || /公司|集团|银行|支队/.test(name)) return name;
  return name.replace(ANY, word => USUAL.get(word) ?? word);
}
