import type { WriteSheet } from 'hucre/xlsx';
import type { Lang } from '../../base/diagnostic.ts';

/** Widest sheet, in characters, that can be read on A4 upright. */
const UPRIGHT = 110;

/** How a sheet is printed: fitted to the page's width (A3 landscape, or A4 where it is narrow), headings and page numbers on each page. */
export function pageSetup(widths: readonly number[], head: number, lang: Lang): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  const narrow = widths.reduce((sum, width) => sum + width, 0) <= UPRIGHT;
  return {
    pageSetup: {
      paperSize: narrow ? 'a4' : 'a3',
      orientation: narrow ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `$1:$${head}`,
      horizontalCentered: true,
    },
    headerFooter: { oddFooter: lang === 'zh' ? '&L&A&C第 &P 页，共 &N 页' : '&L&A&CPage &P of &N' },
  };
}
