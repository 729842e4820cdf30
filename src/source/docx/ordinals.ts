const DIGITS = '零一二三四五六七八九';
const FORMAL = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly [number, string][] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
  ] as [number, string][]),
  ...([
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as [number, string][]),
];

/** A number as a list level of a text document shows it (ECMA-376 ST_NumberFormat); '' for bullets, decimal for formats not known. */
export function formatOrdinal(value: number, format: string): string {
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerLetter':
      return letters(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return chinese(value, DIGITS, '十百千', true);
    case 'chineseLegalSimplified':
      return chinese(value, FORMAL, '拾佰仟', false);
    case 'ideographDigital':
    case 'taiwaneseDigital':
      return String(value).replace(/\d/g, digit => (digit === '0' ? '〇' : DIGITS[Number(digit)]!));
    case 'ideographTraditional':
      return STEMS[value - 1] ?? String(value);
    case 'ideographZodiac':
      return BRANCHES[value - 1] ?? String(value);
    default:
      return enclosed(value, format) ?? String(value);
  }
}

/** Circled and bracketed numbers, which are one character each. */
function enclosed(value: number, format: string): string | null {
  if (value < 1 || value > 20) return null;
  if (/^decimalEnclosedCircle/.test(format)) return String.fromCharCode(0x245f + value);
  if (format === 'decimalEnclosedParen') return String.fromCharCode(0x2473 + value);
  if (format === 'decimalEnclosedFullstop') return String.fromCharCode(0x2487 + value);
  return format === 'ideographEnclosedCircle' && value <= 10 ? String.fromCharCode(0x327f + value) : null;
}

/** a…z, aa, bb…: the letter is repeated, as word processors do. */
function letters(value: number): string {
  return value < 1 || value > 780 ? String(value) : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text;
}

/** 十二, 一百零三; `short`: 十 and not 一十 at the begin. */
function chinese(value: number, digits: string, units: string, short: boolean): string {
  if (value < 0 || value > 9999) return String(value);
  if (value === 0) return digits[0]!;
  let text = '';
  const written = String(value);
  for (let at = 0; at < written.length; at++) {
    const digit = Number(written[at]);
    const power = written.length - 1 - at;
    if (digit > 0) text += digits[digit]! + (units[power - 1] ?? '');
    else if (/[1-9]/.test(written.slice(at + 1)) && !text.endsWith(digits[0]!)) text += digits[0]!;
  }
  return short && value >= 10 && value < 20 ? text.slice(1) : text;
}
