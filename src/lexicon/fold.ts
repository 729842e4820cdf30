import { CharSet } from '../base/char-set.ts';

/** Traditional characters that occur in headings, unit suffixes and time phrases, with their simplified forms. */
const TRADITIONAL =
  '辦办單单牽牵頭头責责協协項项內内進进時时間间備备註注類类別别編编號号標标領领導导務务執执參参與与計计畫划級级點点實实強强機机關关構构處处縣县區区鄉乡鎮镇廳厅會会員员開开發发總总續续長长終终檢检調调團团園园統统維维權权預预績绩貳贰選选準准術术產产業业質质運运輸输環环護护鐵铁電电報报應应設设論论訊讯車车門门養养學学醫医聯联衛卫義义營营廠厂灣湾為为資资題题議议訂订詢询節节歲岁雙双遊游觀观陸陆覽览國国際际隊队館馆臺台場场負负經经額额記记種种農农網网築筑橋桥療疗藝艺體体組组織织紀纪錄录決决達达後后週周動动態态狀状況况結结稱称彙汇籌筹劃划屆届歷历曆历個个來来審审對对無无從从線线連连據据驗验證证減减麗丽財财貿贸稅税輔辅訓训練练頁页順顺階阶險险離离靜静韌韧認认該该說说請请講讲譯译變变讓让購购貴贵費费貸贷賃赁贊赞輪轮轉转過过遠远適适遷迁邊边郵邮鄰邻醬酱針针鋼钢錯错鍵键闊阔隸隶雜杂難难雲云霧雾響响頒颁頻频顯显風风飛飞馬马驅驱髮发鬆松魚鱼鳥鸟鹽盐麥麦黃黄齊齐龍龙行行壹壹萬万億亿畝亩噸吨戶户條条張张輛辆餘余約约頓顿幾几圓圆們们獲获創创製制複复較较優优顆颗隻只擴扩討讨盤盘興兴採采評评繼继補补擬拟訪访談谈簽签勵励銷销廣广範范鏈链層层樹树圍绕繞绕規规則则測测復复氣气絡络樂乐賽赛競竞傳传揚扬檔档課课勞劳災灾殯殡禮礼蘭兰藥药蓋盖擊击穩稳壓压戰战戲戏劇剧滿满漁渔幣币庫库歸归礦矿礎础禦御積积窮穷緊紧綠绿紅红緩缓縮缩習习聲声職职脫脱臨临蟲虫衝冲裝装覺觉觸触誠诚誤误識识貢贡賞赏賠赔賣卖軍军軟软載载輯辑遺遗遞递醞酝鐘钟閉闭閱阅隨随雞鸡塊块壞坏圖图嚴严啟启啓启勢势勝胜勻匀剛刚凍冻傷伤債债儲储儀仪價价'
    .match(/../gu)
    ?.map(pair => [...pair] as [string, string]) ?? [];
const SIMPLIFIED = new Map(TRADITIONAL);

/**
 * A text folded for comparison only (never for storage): compatibility forms (full width, radicals, circled numbers stay apart), simplified
 * characters, no white space, no invisible characters.
 */
export function fold(text: string): string {
  const plain = FOLDED.test(text) ? text : text.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}]/gu, '');
  return OLD.next(plain) < 0 ? plain : plain.replace(/[一-鿿]/g, char => SIMPLIFIED.get(char) ?? char);
}

/** Texts that have no compatibility forms and no white space, as most have not. */
const FOLDED = /^[!-~一-鿿、。“”《》—]*$/;
const OLD = new CharSet([...SIMPLIFIED.keys()].join(''));

/** Full-width digits and letters to half width, nothing else. */
export function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

const WIDE =
  '０１２３４５６７８９％．～－／＋＜＞＝ＱＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ';
const NARROW = new Map([...TRADITIONAL, ...[...WIDE].map((char): [string, string] => [char, halfWidth(char)])]);
const ODD = new CharSet([...NARROW.keys()].join(''));
let folded = ['', ''];

/** A text in half-width digits, letters and signs and simplified characters, each character in its old place: spans in it hold in the text. */
export function foldInPlace(text: string): string {
  // The readers of times and of amounts ask for the same text one after the other.
  if (folded[0] !== text) {
    folded = [text, ODD.next(text) < 0 ? text : text.replace(/[^ -~]/g, char => NARROW.get(char) ?? char)];
  }
  return folded[1]!;
}
