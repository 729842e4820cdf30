import * as XLSX from 'xlsx';
import { docx } from '../source/documents.ts';
import type { DrawnCell, DrawnTable } from './tables.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Spellings of a page that mean the same. */
export interface PageStyle {
  /** Whether cells and rows are closed. */
  closed: boolean;
  /** How a line break is written: between lines, or each line a paragraph. */
  paragraphs: boolean;
  /** Groups of rows: thead and tbody. */
  groups: boolean;
  /** White space and line ends between tags. */
  loose: boolean;
}

/** A page with the table, its merged cells by rowspan and colspan. */
export function page(table: DrawnTable, { closed, paragraphs, groups, loose }: PageStyle): string {
  const gap = loose ? '\n    ' : '';
  const cell = ({ text, row, rowSpan, colSpan }: DrawnCell): string => {
    const name = row < table.heads ? 'th' : 'td';
    const lines = text.split('\n').map(escaped);
    const inner = paragraphs ? lines.map(line => `<p>${line}</p>`).join(gap) : lines.join('<br>');
    const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan='${colSpan}'` : ''}`;
    return `<${name}${spans}>${gap}${inner}${closed ? `</${name}>` : ''}${gap}`;
  };
  const rows = Array.from({ length: table.height }, (_, row) => {
    const cells = table.cells.filter(one => one.row === row).map(cell);
    return `<tr>${gap}${cells.join('')}${closed ? '</tr>' : ''}${gap}`;
  });
  const [head, body] = [rows.slice(0, table.heads).join(''), rows.slice(table.heads).join('')];
  const inner = groups ? `<thead>${head}</thead><tbody>${body}</tbody>` : head + body;
  return `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><table border=1>${inner}</table></body></html>`;
}

/** The cell that stands at or covers a place. */
function cellAt({ cells }: DrawnTable, row: number, column: number): DrawnCell {
  return cells.find(
    cell => row >= cell.row && row < cell.row + cell.rowSpan && column >= cell.column && column < cell.column + cell.colSpan,
  )!;
}

/** A text document with the table: gridSpan, vMerge, line breaks as paragraphs or as breaks. */
export function wordDocument(table: DrawnTable, paragraphs: boolean): Uint8Array {
  const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  const content = (text: string): string =>
    paragraphs
      ? text
          .split('\n')
          .map(line => `<w:p>${run(line)}</w:p>`)
          .join('')
      : `<w:p>${text.split('\n').map(run).join('<w:r><w:br/></w:r>')}</w:p>`;
  const rows: string[] = [];
  for (let row = 0; row < table.height; row++) {
    let cells = '';
    for (let column = 0; column < table.width; ) {
      const cell = cellAt(table, row, column);
      const span = cell.colSpan > 1 ? `<w:gridSpan w:val="${cell.colSpan}"/>` : '';
      const merge = cell.rowSpan === 1 ? '' : cell.row === row ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
      cells += `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${cell.row === row ? content(cell.text) : '<w:p/>'}</w:tc>`;
      column += cell.colSpan;
    }
    rows.push(`<w:tr>${cells}</w:tr>`);
  }
  return docx(`<w:tbl>${rows.join('')}</w:tbl>`);
}

/** A workbook with the table, merged cells and all, in one of the formats of workbooks. */
export function workbook(table: DrawnTable, bookType: 'xlsx' | 'biff8' | 'xlsb' | 'ods'): Uint8Array {
  const sheet: XLSX.WorkSheet = { '!ref': XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: table.height - 1, c: table.width - 1 } }) };
  const merges: XLSX.Range[] = [];
  for (const { text, row, column, rowSpan, colSpan } of table.cells) {
    if (text !== '')
      sheet[XLSX.utils.encode_cell({ r: row, c: column })] = /^\d$/.test(text) ? { t: 'n', v: Number(text) } : { t: 's', v: text };
    if (rowSpan > 1 || colSpan > 1) merges.push({ s: { r: row, c: column }, e: { r: row + rowSpan - 1, c: column + colSpan - 1 } });
  }
  sheet['!merges'] = merges;
  return XLSX.write({ SheetNames: ['任务'], Sheets: { 任务: sheet } }, { type: 'buffer', bookType, compression: true }) as Uint8Array;
}
