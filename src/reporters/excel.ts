import { writeXlsx } from 'hucre/xlsx';
import type { Report, Table } from '../report/model.ts';
import { headRows, makeSheet, sheetName } from './excel/sheet.ts';

/** Any fixed day: the same report must give the same bytes. */
const MADE = new Date(Date.UTC(2000, 0, 1));

/** An Excel workbook to be sent on: a sheet a table, styled and set up for print; every text is text, never a formula. */
export async function renderExcel(report: Report): Promise<Uint8Array> {
  const tables = [report.table, ...report.appendix()];
  const anchors = anchorsOf(tables);
  const sheets = tables.map(table => makeSheet(table, report, anchors));
  return writeXlsx({ sheets, properties: { title: report.title ?? report.heading, creator: 'plan', created: MADE, modified: MADE } });
}

/** Cells that rows may link to. */
function anchorsOf(tables: readonly Table[]): Map<string, string> {
  const anchors = new Map<string, string>();
  for (const table of tables) {
    const rows = table.groups.flatMap(group => group.rows);
    rows.forEach((row, index) => {
      if (row.anchor !== undefined) anchors.set(row.anchor, `${sheetName(table)}!A${headRows(table) + index + 1}`);
    });
  }
  return anchors;
}
