/**
 * Characters that are written for one another by mistake: they sound alike or look alike. A pair that also makes two good words (做, 作) is
 * told only where the characters before are the same and make a name.
 */
const PAIRS =
  '青清 园源 像象 账帐 坐座 竞竟 既即 未末 巳已 洛络 锋峰 荥荣 泸沪 岩崖 堰偃 辩辨 燥躁 侯候 函涵 查察 仓苍 型形 制治 历厉 密蜜 驻住 振震 杨扬 徐许 沪泸 溪西 梁粱 岭领 弯湾 塘糖 庄装 浦蒲 陵凌 绵棉 壁璧 碧壁 渠曲 谷古 圆园 愿原 缘源 象相 向象 贸茂 骏俊 幅福 辐幅 朗郎 玉裕 丰峰 风丰 林霖 泽择 灵凌 鹤贺';

/** Each confused character with those it is written for. */
export const CONFUSED: ReadonlyMap<string, string> = PAIRS.split(' ').reduce((map, pair) => {
  for (const [char, other] of [
    [pair[0]!, pair[1]!],
    [pair[1]!, pair[0]!],
  ] as const)
    map.set(char, (map.get(char) ?? '') + other);
  return map;
}, new Map<string, string>());

/** Words that are written wrongly, with what is meant: no other reading makes sense. */
export const MISWRITTEN: ReadonlyMap<string, string> = new Map(
  '布署 部署 竟争 竞争 峻工 竣工 合谐 和谐 克苦 刻苦 穿流不息 川流不息 再接再励 再接再厉 迫不急待 迫不及待 名列前矛 名列前茅 一愁莫展 一筹莫展'
    .split(' ')
    .flatMap((word, index, all) => (index % 2 === 0 ? [[word, all[index + 1]!] as const] : [])),
);
