import { INVISIBLE } from '../base/invisible.ts';
import { type Check, inCell, textCells } from './check.ts';

const EVERY = new RegExp(INVISIBLE.source, 'gu');

/** 零宽、控制、双向字符. A joiner inside an emoji is part of it. */
export const invisibleCharacter: Check = {
  code: 'invisible-character',
  explain: 'A cell holds zero-width, control or direction characters, which hide from the eye and defeat searches.',
  run: plan =>
    [...textCells(plan)].flatMap(cell => {
      if (!INVISIBLE.test(cell.text)) return [];
      const bare = cell.text.replace(/(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic})/gu, '+');
      const found = [...bare.matchAll(EVERY)];
      if (found.length === 0) return [];
      const names = [...new Set(found.map(match => `U+${match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`))];
      return [
        {
          code: 'invisible-character' as const,
          ...inCell(cell),
          data: { column: cell.column, names: names.join(' '), at: found[0]!.index, length: found[0]![0].length },
        },
      ];
    }),
};
