import { type Check, inCell, textCells } from './check.ts';

const PLACEHOLDER =
  /(?<![A-Za-z0-9×])(?:[XＸ]{2,}|[x×]{2,})(?![A-Za-z0-9×])|_{3,}|[?？]{2,}|[（(](?:待定|待补充|待填|暂定)[）)]|(?:^|[，,。；;、])待定(?:$|[，,。；;])|某某/;

/** 占位未填: XX社区, ____, 待定. */
export const placeholder: Check = {
  code: 'placeholder',
  explain: 'A name or a figure was never filled in: XX, ____, 待定.',
  run: plan =>
    [...textCells(plan)].flatMap(cell => {
      const found = PLACEHOLDER.exec(cell.text);
      if (!found) return [];
      const text = cell.text.slice(Math.max(0, found.index - 6), found.index + found[0].length + 10);
      return [{ code: 'placeholder' as const, ...inCell(cell), data: { text, at: found.index, length: found[0].length } }];
    }),
};
