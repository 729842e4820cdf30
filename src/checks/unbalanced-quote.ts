import { type Check, inCell, textCells } from './check.ts';

const CLOSES = new Map(
  [...'“”‘’（）()《》〈〉【】「」『』[]'].flatMap((char, index, all) => (index % 2 === 1 ? [[char, all[index - 1]!] as const] : [])),
);
const OPENS = new Set(CLOSES.values());
/** Half-width and full-width brackets close each other in careless typing. */
const SAME: Record<string, string> = { '（': '(', '）': ')' };

/** The first mark of a text without its other half, with its offset; null where all are paired. */
function unbalancedMark(text: string): { mark: string; at: number } | null {
  const open: { char: string; at: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = SAME[text[at]!] ?? text[at]!;
    if (OPENS.has(char) && char !== '（') open.push({ char, at });
    else if (CLOSES.has(char)) {
      if (open.at(-1)?.char === CLOSES.get(char)) open.pop();
      else if (!isItemMark(text, at)) return { mark: text[at]!, at };
    }
  }
  const left = open[0];
  return left ? { mark: text[left.at]!, at: left.at } : null;
}

/** `1）` and `一)` number items and close nothing. */
function isItemMark(text: string, at: number): boolean {
  return /[)）]/.test(text[at]!) && /(^|[\s。；;])[\d一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, at - 5), at));
}

/** 引号、书名号、括号不成对. */
export const unbalancedQuote: Check = {
  code: 'unbalanced-quote',
  explain: 'A quotation mark, book-title mark or bracket in a cell has no other half.',
  run: plan =>
    [...textCells(plan)].flatMap(cell => {
      const found = /[“”‘’（）()《》〈〉【】「」『』[\]]/.test(cell.text) ? unbalancedMark(cell.text) : null;
      return found ? [{ code: 'unbalanced-quote' as const, ...inCell(cell), data: { mark: found.mark, at: found.at, length: 1 } }] : [];
    }),
};
