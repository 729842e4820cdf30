import { type Check, inCell, textCells } from './check.ts';

/** What no sentence ends in. */
const CUT_OFF = /[一-鿿](?:(?<![目似有]|是[^，,。；;]{0,12})的|以及|并且|[、，,])(?=[。；;]|$)/;

/** 句子不完整: 推动建立跨部门跨层级的。 */
export const cutOffSentence: Check = {
  code: 'cut-off-sentence',
  explain: 'A sentence ends in a word or a mark that something must follow: 的, 以及, 、.',
  run: plan =>
    [...textCells(plan)].flatMap(cell => {
      const found = CUT_OFF.exec(cell.text.trimEnd());
      if (!found || cell.text.length < 6) return [];
      const text = cell.text.slice(Math.max(0, found.index - 10), found.index + found[0].length + 1);
      return [{ code: 'cut-off-sentence' as const, ...inCell(cell), data: { text, at: found.index, length: found[0].length } }];
    }),
};
