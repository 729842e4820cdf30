const DIGITS = new Map([...'〇一二三四五六七八九'].map((char, value) => [char, value]));
DIGITS.set('零', 0)
  .set('两', 2)
  .set('壹', 1)
  .set('贰', 2)
  .set('叁', 3)
  .set('肆', 4)
  .set('伍', 5)
  .set('陆', 6)
  .set('柒', 7)
  .set('捌', 8)
  .set('玖', 9);
DIGITS.set('貳', 2).set('參', 3).set('陸', 6);

/** Value of a Chinese numeral below 10,000 (十二, 二十, 一百零三, 二〇二四), or null. */
export function chineseNumber(text: string): number | null {
  if (/^[〇零一二三四五六七八九]{2,}$/.test(text)) return Number([...text].map(char => DIGITS.get(char)).join(''));
  let total = 0;
  let digit = -1;
  for (const char of text) {
    const value = DIGITS.get(char);
    const unit = char === '十' || char === '拾' ? 10 : char === '百' || char === '佰' ? 100 : char === '千' || char === '仟' ? 1000 : 0;
    if (unit > 0) {
      total += (digit < 0 ? 1 : digit) * unit;
      digit = -1;
    } else if (value === undefined) return null;
    else digit = value;
  }
  if (digit >= 0) total += digit;
  return text === '' ? null : total;
}

/** Value of Arabic (also full-width) or Chinese digits, or null. */
export function numberValue(text: string): number | null {
  const arabic = text.normalize('NFKC');
  return /^\d+$/.test(arabic) ? Number(arabic) : chineseNumber(text);
}

const ROMAN = ['I', 'II', 'III', 'IV'];

/** Folded text whose quarters have Arabic numbers: Ⅱ季度, folded to II季度, is 2季度. */
export function arabicQuarters(folded: string): string {
  return folded.replace(/(?<![A-Z])(?:IV|I{1,3})(?=季)/g, roman => String(ROMAN.indexOf(roman) + 1));
}

/** An item number as written: its parts (2-1 is [2, 1]) and the shape it has, so that neighbours of one series can be told. */
export interface Ordinal {
  parts: number[];
  /** `1`, `1.`, `（1）`, `一`, `（一）`, `①`, `1.1`, `A1`… with digits replaced. */
  shape: string;
}

const CIRCLED = /^[①-⑳㉑-㉟㊱-㊿]$/;

/** A number under which a matter is filed: 铁政督〔2024〕13号. */
const ISSUED = /^([\p{Script=Han}A-Z]{0,10})[〔[(（]((?:19|20)\d{2})[〕\])）]第?(\d{1,5})号$/u;

/** Reads an item number that makes up the whole text (１, 01, 1.1, 2-1, （一）, ①, 一, 第3项, A-3); null for anything else. */
export function ordinal(text: string): Ordinal | null {
  const written = text.trim();
  if (written.length === 0 || written.length > 24) return null;
  // ★3: a mark beside a number says something of the task.
  const trimmed = written.replace(/^[★☆*＊▲△●◆]\s*(?=[\d一二三四五六七八九十])|(?<=[\d一二三四五六七八九十])\s*[★☆*＊▲△●◆]$/, '');
  const issued = ISSUED.exec(trimmed);
  if (issued) return { parts: [Number(issued[2]), Number(issued[3])], shape: `${issued[1]}〔1〕1号` };
  if (trimmed.length > 12) return null;
  if (/^\d{1,7}$/.test(trimmed)) return { parts: [Number(trimmed)], shape: '1' };
  if (CIRCLED.test(trimmed)) return { parts: [Number(trimmed.normalize('NFKC'))], shape: '①' };
  const bare = trimmed.normalize('NFKC').replace(/\s+/g, '');
  const match =
    /^(第|\(|(?:[A-Za-z]{1,3}-)?[A-Za-z]{1,3}[-.]?|NO\.?)?(\d{1,7}(?:[.\-–—](?:\d{1,4}))*|[一二三四五六七八九十百零〇两]{1,5}|[壹贰貳叁參肆伍陆陸柒捌玖拾]{1,4})(项|条|号|\)|[.、,])?$/i.exec(
      bare,
    );
  if (!match) return null;
  const [, before = '', digits = '', after = ''] = match;
  const parts = digits.split(/[.\-–—]/).map(part => numberValue(part));
  if (parts.some(part => part === null)) return null;
  const body = /\d/.test(digits) ? parts.map(() => '1').join('.') : /[壹贰貳叁參肆伍陆陸柒捌玖拾]/.test(digits) ? '壹' : '一';
  return { parts: parts as number[], shape: `${before.toUpperCase()}${body}${/[.、,]/.test(after) ? '' : after}` };
}

/** Whether `next` goes on where `before` stands: 3 after 2, 1.2 after 1.1, 2.1 after 1.4. */
export function follows(next: Ordinal, before: Ordinal): boolean {
  if (next.shape !== before.shape) return false;
  const at = next.parts.findIndex((part, index) => part !== before.parts[index]);
  return at >= 0 && next.parts[at] === before.parts[at]! + 1 && next.parts.slice(at + 1).every(part => part <= 1);
}

/** 第一阶段, 第二批次: one of several parts of a plan that follow each other. */
export const STAGE = /^第[一二三四五六七八九十\d]{1,3}(阶段|部分|批|类|大类|篇|板块)次?(?=[\s：:、（(]|$)/;

/** Splits a leading item mark off a line: `三、`, `（一）`, `12.`, `3）`, `①`; null where the line begins with none. */
export function leadingMark(text: string): { mark: string; shape: string; value: number; rest: string } | null {
  const match =
    /^\s*(?:(第[一二三四五六七八九十百]+[章节部分]+|(?:任务|事项|项目|措施)[一二三四五六七八九十百\d]{1,4}(?=$|[\s、：:.])[、：:.]?|[一二三四五六七八九十百]{1,5}\s*[、.．]|[壹贰貳叁參肆伍陆陸柒捌玖拾]{1,3}\s*[、.．]|[（(]\s*[一二三四五六七八九十百]{1,5}\s*[）)]|[（(]\s*\d{1,3}\s*[）)]|\d{1,3}\s*[、.．)）](?!\d(?!\d{3}年|\d?月))|[①-⑳]))\s*/.exec(
      text,
    );
  if (!match) return null;
  const mark = match[1]!.trim();
  const digits = mark.replace(/[^\d一二三四五六七八九十百壹贰貳叁參肆伍陆陸柒捌玖拾①-⑳]/g, '');
  const value = CIRCLED.test(digits) ? Number(digits.normalize('NFKC')) : (numberValue(digits) ?? 0);
  const shape = mark
    .normalize('NFKC')
    .replace(/[一二三四五六七八九十百]+/g, '一')
    .replace(/[壹贰貳叁參肆伍陆陸柒捌玖拾]+/g, '壹')
    .replace(/\d+/g, '1')
    .replace(/[．]/g, '.')
    .replace(/\s/g, '');
  return { mark, shape: CIRCLED.test(mark) ? '①' : shape, value, rest: text.slice(match[0].length) };
}
