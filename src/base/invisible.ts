/**
 * Invisible, control and direction characters that must never reach a terminal raw, nor be taken for text (keeps \t, \n, \r): besides controls and
 * direction marks the fillers of Hangul (U+115F, U+1160, U+3164, U+FFA0), which are letters without ink, the grapheme joiner (U+034F), Khmer's
 * inherent vowels (U+17B4, U+17B5), tags (U+E0000…), and the two that are no characters and that XML forbids (U+FFFE,
 * U+FFFF). Variation selectors stay: they choose the shape of the character before them.
 */
export const INVISIBLE =
  /\u034f|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/u;
