import { INVISIBLE } from './invisible.ts';

const EVERY = new RegExp(`${INVISIBLE.source}|\\t`, 'gu');
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Text that can be shown on a terminal or page without harm: control, zero-width and direction characters and lone surrogates are written as
 * ‹U+202E›, tabs as a space. Line breaks stay. The joiner inside an emoji stays, since without it the emoji falls apart.
 */
export function visible(text: string): string {
  if (!EVERY.test(text) && !LONE_SURROGATE.test(text)) return text;
  EVERY.lastIndex = 0;
  LONE_SURROGATE.lastIndex = 0;
  const shown = text.replace(EVERY, (char, at: number) =>
    char === '\t' ? ' ' : char === '\u200d' && isEmojiJoiner(text, at) ? char : name(char),
  );
  return shown.replace(LONE_SURROGATE, name);
}

function name(char: string): string {
  return `‹U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`;
}

function isEmojiJoiner(text: string, at: number): boolean {
  return (
    /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(at + 1, at + 3))
  );
}
