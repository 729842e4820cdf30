/** Traditional characters that occur in headings, unit suffixes and time phrases, with their simplified forms. */
const TRADITIONAL =
  '辦办單单牽牵頭头責责協协項项內内進进時时間间備备註注類类別别編编號号標标領领導导務务執执行行參参與与計计畫划級级點点實实強强機机關关構构處处縣县區区鄉乡鎮镇廳厅會会員员開开發发總总續续長长終终檢检調调團团園园統统維维權权預预項项績绩標标權权區区貳贰參叁壹壹辦办編编選选準准術术產产業业質质運运輸输環环護护護护鐵铁電电報报應应預预設设論论訊讯車车門门養养學学醫医團团聯联衛卫護护義义續续營营廠厂灣湾為为標标準准資资題题議议訂订詢询節节歲岁雙双遊游觀观陸陆覽览國国際际隊队館馆臺台場场'
    .match(/../gu)
    ?.map(pair => [...pair] as [string, string]) ?? [];
const SIMPLIFIED = new Map(TRADITIONAL);

/**
 * A text folded for comparison only (never for storage): compatibility forms (full width, radicals, circled numbers stay apart), simplified
 * characters, no white space, no invisible characters.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}]/gu, '')
    .replace(/[一-鿿]/g, char => SIMPLIFIED.get(char) ?? char);
}

/** Full-width digits and letters to half width, nothing else. */
export function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}
