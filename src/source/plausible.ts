/** The characters that make up most of any Chinese text, simplified and traditional; a wrong decoding hits them only by chance. */
const FREQUENT = new Set(
  '的一是在不了有和人这中大为上个国以要时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反明原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话整空元况今集温传土许步群广石记需段研界拉林律叫究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严序任单位季牵城镇乡街村企银财税交环旅游医疗卫健幼园棚厕污扶贫督考核责推落项创优供'.concat(
    '個國這為時來們會對發動過說產種後經進學業實現電體機當點開還因從無關數變條員處頭導務領據專辦責農縣鄉鎮區廳單協計劃級強組織設備應與總長結論運權證節報場華萬統質議類確構標準選東車門問間題線連達環財廠鐵價嚴園醫療衛補貼項創優規會議請續繼轉傳遊舉壓師營養護',
  ),
);

/** Words of plan tables in both scripts. */
const WORDS = /序号|任务|单位|季度|牵头|部门|项目|完成|工作|序號|任務|單位|牽頭|主辦|項目|辦理|機關|協辦/g;
const CHINESE = /[\u3400-\u9fff\u3001\u3002\uff08\uff09\uff0c\uff1a\uff1b]/;
const DAMAGED = /\ufffd+/g;
const SAMPLE = 20_000;

/** How a text looks when its bytes were decoded in one particular way. */
export interface Plausibility {
  /** -1 (surely wrong) to 1 and more: share of frequent characters, words of the field, less damage and odd characters. */
  score: number;
  /** Number of places whose bytes could not be decoded. */
  damage: number;
}

/** Judges a decoded text by its first characters beyond ASCII. */
export function plausibility(text: string): Plausibility {
  const damage = text.match(DAMAGED)?.length ?? 0;
  let foreign = 0;
  let frequent = 0;
  let odd = 0;
  for (let at = 0; at < text.length && foreign < SAMPLE; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    foreign++;
    const char = text[at]!;
    if (FREQUENT.has(char)) frequent++;
    else if (!CHINESE.test(char) && !isPunctuation(code)) odd++;
  }
  if (foreign === 0) return { score: 0, damage };
  const words = text.slice(0, 4 * SAMPLE).match(WORDS)?.length ?? 0;
  return { score: (frequent - odd + Math.min(3 * words, foreign)) / foreign - Math.min(1, (4 * damage) / foreign), damage };
}

/** General punctuation, circled numbers, full-width forms, box drawing, compatibility signs: at home in Chinese documents. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 0xa0 && code <= 0xd7) ||
    (code >= 0x2000 && code <= 0x2bff) ||
    (code >= 0x3000 && code <= 0x33ff) ||
    code >= 0xff00 ||
    (code >= 0xd800 && code < 0xe000)
  );
}

const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;

/** Share of control characters (0-1) that no text document holds, in the first 64 K characters. */
export function controlShare(text: string): number {
  const sample = text.slice(0, 65_536);
  return sample.length === 0 ? 0 : (sample.match(CONTROL)?.length ?? 0) / sample.length;
}
