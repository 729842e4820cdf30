import { readsAsHeading } from '../lexicon/headings.ts';
import { leadingMark } from '../lexicon/numerals.ts';
import { looksLikeUnit } from '../lexicon/units.ts';
import type { RawCell } from '../source/raw.ts';
import type { ColumnSpec, GridCell } from './grid.ts';

/** What a row of a plan table is, where it is no task. */
export type RowKind = 'task' | 'heading' | 'group' | 'remark' | 'total' | 'blank';

const TOTAL = /^[（(]?(合\s*计|总\s*计|小\s*计|共\s*计|累\s*计)[）)]?[:：]?/;
const REMARK =
  /^[（(]?(注|备注|说明|附注|備註|註|附件|附|填表说明|填报说明|填表人|填报人|联系人|联系电话|制表|审核|单位盖章|资料来源|数据来源|来源|抄送|印发)\s*[\d一二三]?\s*[:：.．、]/;

/**
 * Tells heading repeats, full-width category rows, totals and remarks from tasks. Category rows and remarks begin at or before the
 * first column that holds what is to be done.
 */
export function kindOfRow(cells: readonly RawCell[], columns: readonly ColumnSpec[], headings: ReadonlySet<string>): RowKind {
  const width = columns.length;
  const written = cells.filter(cell => cell.text !== '');
  if (written.length === 0) return 'blank';
  if (TOTAL.test(written[0]!.text)) return 'total';
  if (REMARK.test(written[0]!.text) && (written.length === 1 || written[0]!.text.length > 12)) return 'remark';
  if (written.length > 2 && !headings.has(written[0]!.text) && !headings.has(written[1]!.text) && written[0]!.text !== written[1]!.text)
    return 'task';
  const texts = new Set(written.map(cell => cell.text));
  if (texts.size > 1) return repeats(texts, headings) && readsAsHeading(cells.map(cell => cell.text)) ? 'heading' : 'task';
  if (width < 3) return 'task';
  if (written.length > 1 && written.length < Math.min(3, width)) return 'task';
  // Merged cells may cover all of a task but one measure: 任务 merged over 举措一, 举措二.
  return (written[0]!.column ?? 0) > firstTaskColumn(columns) ? 'task' : singleKind(written[0]!);
}

/** The first column that holds what is to be done; the task itself, or what is merged over its measures. */
function firstTaskColumn(columns: readonly ColumnSpec[]): number {
  return columns.findIndex(({ role, carried }) => role === 'content' || (role === 'extra' && carried));
}

function repeats(texts: ReadonlySet<string>, headings: ReadonlySet<string>): boolean {
  let known = 0;
  for (const text of texts) if (headings.has(text)) known++;
  return known * 2 >= texts.size;
}

/** A row with one text: a category, or a remark where it reads as a sentence. */
function singleKind(cell: RawCell): RowKind {
  if (REMARK.test(cell.text)) return 'remark';
  if (leadingMark(cell.text) && cell.text.length <= 60) return 'group';
  if (cell.text.length <= 40 && !/[。；;]$/.test(cell.text)) return 'group';
  return 'remark';
}

/** Keeps the path of full-width category rows: a mark of a shape seen before closes all below it, a new shape goes one deeper. */
export class GroupPath {
  private readonly levels: { shape: string; cell: GridCell }[] = [];

  enter(cell: GridCell): void {
    const shape = shapeOf(cell.text);
    const known = this.levels.findIndex(level => level.shape === shape);
    if (known >= 0) this.levels.length = known;
    else if (shape === '') this.levels.length = this.levels.length > 0 && this.levels[0]!.shape === '' ? 0 : this.levels.length;
    this.levels.push({ shape, cell });
  }

  get path(): GridCell[] {
    return this.levels.map(level => level.cell);
  }
}

/** Kind of a category row: its mark's shape, `unit` for a unit's name, `month` for a month, '' for bare words. */
function shapeOf(text: string): string {
  const mark = leadingMark(text);
  if (mark) return mark.shape;
  if (/^\d{1,2}月份?$/.test(text)) return 'month';
  return looksLikeUnit(text) ? 'unit' : '';
}
