import { type Cell, type CellStyle, type CellValue, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { visible } from '../base/visible.ts';
import { states } from '../ledger/entry.ts';
import { COVER, COVER_HEADINGS, FILLED, FORM, type FormField, LINES } from '../ledger/form.ts';
import type { Form } from '../report/forms.ts';
import { cellText, escaped, kept, letters } from './excel/cells.ts';
import { TALLEST, textHeight } from './excel/measure.ts';
import { pageSetup } from './excel/page.ts';
import { body, heading, title } from './excel/styles.ts';

/** What stands on every form: the plan, the day of sending, and the fingerprint of all that was promised on it. */
export interface FormHead {
  title: string;
  asOf: string;
  print: string;
}

const FIELDS = Object.keys(FORM) as FormField[];
const WIDTHS: Record<FormField, number> = {
  item: 10,
  content: 30,
  period: 9,
  text: 44,
  due: 12,
  state: 10,
  on: 13,
  value: 13,
  note: 36,
  evidence: 24,
  unit: 14,
  print: 14,
};
const HIDDEN: ReadonlySet<FormField> = new Set(['unit', 'print']);
const OPEN: ReadonlySet<FormField> = new Set(FILLED);
/** Rows above the first item: title, hint, headings. */
const HEAD = 3;
const INK = { name: '宋体', size: 11 };
const HINT: CellStyle = {
  font: { ...INK, color: { rgb: '7F6000' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFF8E1' } },
  alignment: { horizontal: 'left', vertical: 'center', wrapText: true },
};
const HOW =
  '只填黄色各列：状态从下拉列表选；日期写作 2021-09-28；没有进展的行留空。可以筛选；要排序先撤销工作表保护（没有密码）；请勿改动编号。填法见“填报说明”。';

/** The workbook that a unit fills in: what it promised, locked but without a password, and open columns to report in. */
export function renderForm(form: Form, head: FormHead): Promise<Uint8Array> {
  return write([formSheet(form, head), instructions(form, head)], head, form.unit);
}

/** The list of all forms with links to them. */
export function renderCover(forms: readonly Form[], head: FormHead): Promise<Uint8Array> {
  const sheet = new Lines([44, 64, 10, 12]);
  sheet.line([`${head.title} · 填报总表 · ${head.asOf}`, null, null, null], () => title, 34);
  sheet.line([...COVER_HEADINGS, '节点', '交付事项'], () => heading, 24);
  const milestones = (rows: Form['rows']): number => rows.filter(row => !row.part).length;
  for (const { unit, file, rows } of forms) {
    const own = milestones(rows);
    const at = sheet.line([unit || '（无牵头单位）', file, own, rows.length - own], column => cell(column === 1, column > 1));
    sheet.link(at, 1, encodeURIComponent(file));
  }
  const layout = { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }], freezePane: { rows: 2, columns: 0 } };
  return write([{ ...sheet.make(COVER, 2), ...layout }], head, COVER);
}

function write(sheets: WriteSheet[], { title: plan, asOf }: FormHead, subject: string): Promise<Uint8Array> {
  const made = new Date(`${asOf}T00:00:00Z`);
  return writeXlsx({
    sheets,
    properties: { title: visible(plan), subject: visible(subject), creator: 'plan', created: made, modified: made },
  });
}

function formSheet({ unit, rows }: Form, { title: plan, asOf }: FormHead): WriteSheet {
  const sheet = new Lines(FIELDS.map(field => WIDTHS[field]));
  const across = (text: string): (string | null)[] => FIELDS.map((_, index) => (index === 0 ? text : null));
  sheet.line(across(`${plan} · ${unit || '（无牵头单位）'} · 进展填报表 · ${asOf}`), () => title, 34);
  sheet.line(across(HOW), () => HINT, 24);
  sheet.line(Object.values(FORM), () => heading, 24);
  for (const row of rows) {
    const due = row.due === null ? null : new Date(`${row.due}T00:00:00Z`);
    const given: Partial<Record<FormField, CellValue>> = { ...row, due, unit };
    const text = row.part ? `　· ${row.text}` : row.text;
    sheet.line(
      FIELDS.map(field => (field === 'text' ? text : (given[field] ?? null))),
      column => fieldStyle(FIELDS[column]!, row.part),
    );
  }
  const last = HEAD + rows.length;
  const shown = FIELDS.length - HIDDEN.size - 1;
  return {
    ...sheet.make('填报', HEAD),
    columns: FIELDS.map(field => ({ width: WIDTHS[field], ...(HIDDEN.has(field) ? { hidden: true } : {}) })),
    merges: [0, 1].map(row => ({ startRow: row, startCol: 0, endRow: row, endCol: shown })),
    freezePane: { rows: HEAD, columns: 1 },
    autoFilter: { range: `A${HEAD}:${letters(FIELDS.length - 1)}${last}` },
    dataValidations: [stateChoice(last)],
    protection: {
      sheet: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
      sort: true,
      autoFilter: true,
    },
  };
}

/** A drop-down list that warns of other words and lets them pass: they may be synonyms, which are understood. */
function stateChoice(last: number): DataValidation {
  const column = letters(FIELDS.indexOf('state'));
  return {
    type: 'list',
    values: [...states],
    range: `${column}${HEAD + 1}:${column}${last}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: '状态',
    errorMessage: `请从列表中选择：${states.join('、')}`,
  };
}

/** Dates stay text where people type them so, hence the open columns are text; sheets may then not turn 3-4 into a day. */
function fieldStyle(field: FormField, part: boolean): CellStyle {
  const open = OPEN.has(field);
  const style = cell(false, ['item', 'period', 'due', 'state', 'on'].includes(field));
  if (open) style.fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFDE7' } };
  else if (part) style.fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F7F7F7' } };
  style.protection = { locked: !open };
  style.numFmt = field === 'due' ? 'yyyy-mm-dd' : '@';
  return style;
}

function cell(link: boolean, centred: boolean): CellStyle {
  const style = body({ id: '', heading: '', kind: centred ? 'number' : 'text' } as Parameters<typeof body>[0], undefined, link);
  return style;
}

function instructions({ unit, rows }: Form, { title: plan, asOf, print }: FormHead): WriteSheet {
  const sheet = new Lines([16, 84]);
  sheet.line(['填报说明', null], () => title, 34);
  const lines: [string, string][] = [
    ['计划', plan],
    ['单位', unit || '（无牵头单位）'],
    ['计划指纹', print],
    ['下发日期', asOf],
    [LINES, String(rows.length)],
    ['状态', `从下拉列表选择：${states.join('、')}。`],
    ['发生日期', '状态从哪一天起如此，如 2021-09-28、2021.9.28、9月28日；不填则按登记之日。'],
    ['完成值', '有数量目标的填已达到的数，如 95%、1.2 公里。'],
    ['进展说明', '一两句话写明进展；滞后、调整、取消的请写明原因。'],
    ['佐证材料', '文件名、文号或链接。'],
    ['节点与交付', '有“·”的行是上一节点的交付事项。节点整体已完成时填节点一行即可，不必逐项填写。'],
    [
      '请注意',
      '没有进展的行留空；不要改动编号。工作表的保护没有密码，只为防止误改；文件可以改名、筛选（排序先撤销保护），可用 Excel、WPS 或 LibreOffice 保存。',
    ],
  ];
  for (const line of lines)
    sheet.line(line, column => (column === 0 ? { ...cell(false, true), font: { ...INK, bold: true } } : cell(false, false)));
  return { ...sheet.make('填报说明', 1), merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }] };
}

/** Lines of a sheet as they are added, each as tall as its text needs. */
class Lines {
  private readonly widths: readonly number[];
  private readonly rows: CellValue[][] = [];
  private readonly cells = new Map<string, Partial<Cell>>();
  private readonly heights = new Map<number, { height: number }>();

  constructor(widths: readonly number[]) {
    this.widths = widths;
  }

  line(values: readonly CellValue[], style: (column: number) => CellStyle, height?: number): number {
    const at = this.rows.length;
    const shown = values.map(value => (typeof value === 'string' ? escaped(cellText(value)) || null : value));
    shown.forEach((value, column) => {
      this.cells.set(`${at},${column}`, { value, ...kept(value), style: style(column) });
    });
    const needed = shown.map((value, column) => (typeof value === 'string' ? textHeight(value, this.widths[column]!) : 0));
    this.heights.set(at, { height: height ?? Math.min(TALLEST, Math.max(21, ...needed)) });
    this.rows.push(shown);
    return at;
  }

  link(row: number, column: number, target: string): void {
    const found = this.cells.get(`${row},${column}`)!;
    found.hyperlink = { target, display: String(found.value) };
  }

  make(name: string, head: number): WriteSheet {
    return {
      name,
      columns: this.widths.map(width => ({ width })),
      rows: this.rows,
      cells: this.cells,
      rowDefs: this.heights,
      view: { showGridLines: false },
      ...pageSetup(this.widths, head, 'zh'),
    };
  }
}
