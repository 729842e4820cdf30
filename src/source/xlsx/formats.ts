import * as XLSX from 'xlsx';

/**
 * Number formats that a Chinese Excel has built in, so that workbooks name them by number only (ECMA-376 18.8.30, zh-cn). The library takes
 * them all for American dates.
 */
const CHINESE: Readonly<Record<number, string>> = {
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
const STYLES = 'xl/styles.xml';

/** The parts of a workbook with those formats written out in its styles; formats of its own come later and win. */
export function withChineseFormats(parts: Map<string, Uint8Array>): Map<string, Uint8Array> {
  const bytes = parts.get(STYLES);
  if (!bytes) return parts;
  const styles = new TextDecoder().decode(bytes);
  const entries = Object.entries(CHINESE).map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`);
  const own = openTag(styles, /<(\w+:)?numFmts[\s>]/);
  const at = own ?? openTag(styles, /<(\w+:)?styleSheet[\s>]/);
  if (!at) return parts;
  const { prefix, end } = at;
  const written = entries.join('').replaceAll('<numFmt', `<${prefix}numFmt`);
  const added = own ? written : `<${prefix}numFmts count="${entries.length}">${written}</${prefix}numFmts>`;
  return new Map(parts).set(STYLES, new TextEncoder().encode(styles.slice(0, end) + added + styles.slice(end)));
}

/** The first tag that a pattern begins, with the prefix of its name and where it ends; null where it has no content. */
function openTag(xml: string, begin: RegExp): { prefix: string; end: number } | null {
  const found = begin.exec(xml);
  const end = found ? xml.indexOf('>', found.index) + 1 : 0;
  return end === 0 || xml[end - 2] === '/' ? null : { prefix: found![1] ?? '', end };
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** The text of a cell as its sheet shows it, less outer white space. */
export function shownText(cell: XLSX.CellObject, date1904: boolean): string {
  const { t, v, z } = cell;
  if (v === undefined || t === 'z') return '';
  if (t === 'e') return ERRORS[Number(v)] ?? '#ERROR';
  if (t === 's') return String(v).replaceAll('\r\n', '\n').trim();
  try {
    return XLSX.SSF.format(z ?? 'General', v, { date1904 }).trim();
  } catch {
    return String(v);
  }
}
