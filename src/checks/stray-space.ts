import { type Check, inCell, textCells } from './check.ts';

/** Not between the number of a chapter and its name: 第一章 医院服务. */
const SPACE =
  /(?<!第[一二三四五六七八九十百\d]{1,4}(?:章|节|编|篇|部分|阶段))(?<=[\p{Script=Han}。，、；：！？）》”’])[ \t\u00a0\u3000]+(?=[+＋]?[\p{Script=Han}（《“‘])/u;

/** 汉字之间的空格. */
export const straySpace: Check = {
  code: 'stray-space',
  explain: 'Space stands between Chinese characters of a cell, where Chinese has none.',
  run: plan =>
    [...textCells(plan)].flatMap(cell => {
      const found = cell.text.length > 6 ? SPACE.exec(cell.text) : null;
      if (!found) return [];
      const around = cell.text.slice(Math.max(0, found.index - 6), found.index + found[0].length + 6);
      return [
        {
          code: 'stray-space' as const,
          ...inCell(cell),
          data: { column: cell.column, text: around, at: found.index, length: found[0].length },
        },
      ];
    }),
};
