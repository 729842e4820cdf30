import type { CellStyle } from 'hucre/xlsx';
import type { Column, Light } from '../../report/model.ts';

const FONT = { name: '宋体', size: 11 };
const LINE = { style: 'thin', color: { rgb: 'B7B7B7' } } as const;
const BOX: NonNullable<CellStyle['border']> = { top: LINE, right: LINE, bottom: LINE, left: LINE };

export const title: CellStyle = {
  font: { ...FONT, name: '黑体', size: 16, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

export const heading: CellStyle = {
  font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '305496' } },
  border: BOX,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

const FILLS: Record<Light, string> = { green: 'C6EFCE', red: 'FFC7CE', yellow: 'FFEB9C', grey: 'EDEDED' };
const INKS: Record<Light, string> = { green: '006100', red: '9C0006', yellow: '7F6000', grey: '595959' };

/** Style of a cell of data: running text to the left, short things centred, a status in its colours, a link in blue. */
export function body(column: Column, light: Light | undefined, link: boolean): CellStyle {
  const centred =
    column.kind === 'date' || column.kind === 'status' || column.kind === 'number' || column.id === 'task' || column.id === 'period';
  const style: CellStyle = {
    font: { ...FONT, ...(light ? { bold: true, color: { rgb: INKS[light] } } : link ? { underline: true, color: { rgb: '0563C1' } } : {}) },
    border: BOX,
    alignment: { horizontal: centred ? 'center' : 'left', vertical: 'center', wrapText: true },
  };
  if (light) style.fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: FILLS[light] } };
  if (column.kind === 'date') style.numFmt = 'yyyy-mm-dd';
  else if (column.kind === 'list') style.numFmt = '@';
  return style;
}
