import { writeXlsx } from 'hucre/xlsx';
import { visible } from '../base/visible.ts';
import type { Report, Table } from '../report/model.ts';
import { type Anchors, headRows, makeSheet } from './excel/sheet.ts';

/** An Excel workbook to be sent on: a sheet a table, styled and set up for print; every text is text, never a formula. */
export async function renderExcel(report: Report): Promise<Uint8Array> {
  const tables = [report.table, ...report.appendix()];
  const names = sheetNames(tables);
  const anchors = anchorsOf(tables, names);
  const sheets = tables.map((table, index) => makeSheet(names[index]!, table, report, anchors));
  /** Not the clock: the same report gives the same bytes. */
  const made = new Date(`${report.asOf}T00:00:00Z`);
  return writeXlsx({
    sheets,
    properties: { title: visible(report.title ?? report.heading), creator: 'plan', created: made, modified: made },
  });
}

/** Names of sheets as all spreadsheet programs take them, each once, without characters that would need quoting in references. */
function sheetNames(tables: readonly Table[]): string[] {
  const names: string[] = [];
  for (const { name } of tables) {
    const plain =
      name
        .replace(/[^\p{L}\p{N}_]/gu, '')
        .replace(/^(?=\p{N})/u, '_')
        .slice(0, 28) || 'Sheet';
    let unique = plain;
    for (let copy = 2; names.some(other => other.toLowerCase() === unique.toLowerCase()); copy++) unique = `${plain}_${copy}`;
    names.push(unique);
  }
  return names;
}

/** Cells that rows may link to. */
function anchorsOf(tables: readonly Table[], names: readonly string[]): Anchors {
  const anchors = new Map<string, string>();
  tables.forEach((table, at) => {
    const rows = table.groups.flatMap(group => group.rows);
    rows.forEach((row, index) => {
      if (row.anchor !== undefined) anchors.set(row.anchor, `${names[at]}!A${headRows(table) + index + 1}`);
    });
  });
  return anchors;
}
