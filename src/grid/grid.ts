import type { Diagnostic } from '../base/diagnostic.ts';
import type { PeriodKey } from '../base/period.ts';
import type { Place } from '../base/place.ts';
import type { RawCell } from '../source/raw.ts';

/** What a column of a plan table holds, after its neighbours are taken into account. */
export type Role = 'number' | 'category' | 'content' | 'period' | 'limit' | 'lead' | 'support' | 'person' | 'extra';

/** The numbers that tasks may begin with in their own cells: 1.深化改革, or 一、健全組織 below 壹、民政業務. */
export type Counting = '1' | '一';

export interface ColumnSpec {
  heading: string;
  role: Role;
  /** Key of a period column. */
  period?: PeriodKey;
  /** The year a period's heading names: 2025年一季度. */
  year?: number;
  /** Heading that spans this one. */
  over?: string;
  /** Its cells are merged over several rows, so that most rows have none of their own. */
  carried?: true;
  /** Its heading is none that is known: what it holds is told by its cells. */
  unknown?: true;
  /** 责任单位 beside a 牵头单位: support, but lead of a task whose 牵头单位 is empty. */
  responsible?: true;
  /** A schedule in one cell: 一季度：…；二季度：…. */
  schedule?: true;
  /** By its heading it may hold the task text too, where the first such column is merged over several measures. */
  measure?: true;
  /** Names what the measures of several rows are for; where a row has no measure, the task. */
  parent?: true;
  /** Its names are merged over the measures of several rows: they are the innermost category. */
  groups?: true;
  /** Its heading says nothing against its being a category: one where its cells are merged over tasks (经营主题, 二级指标). */
  mayGroup?: true;
  /** What the task is to reach, beside its text: 年度目标. */
  target?: true;
  /** Its heading is 月份: a category beside 起止日期, else a limit, in months and not in days. */
  months?: true;
  /** Its heading says that times stand in it, which are no time limits: 开工, 竣工 below 建设起止时间. */
  dated?: true;
  /** Places stand in it (地点): 心理健康中心, 第三会议室 are no units there. */
  places?: true;
  /** Units stand in it that neither lead nor support: 项目业主. */
  owners?: true;
  /** Its heading says that bare numbers stand in it: 总投资（万元）, 完成数. */
  figures?: true;
  /** Whether it is the column whose cells count from 1 on (1.深化改革, 2.…), each a task of its own; undefined where no column does. */
  counted?: { by: Counting; here: boolean };
}

/**
 * How a value came into its cell. `written`: it stands there; `spanned`: a merged cell covers it (known, or by the rule that categories
 * carry down); `guessed`: inferred from neighbours, with a diagnostic.
 */
export type Origin = 'written' | 'spanned' | 'guessed';

export interface GridCell {
  text: string;
  place: Place;
  origin: Origin;
  /** How many columns it covers, where more than one. */
  across?: number;
  /** How many pieces of the source it was joined from, where more than one. */
  pieces?: number;
}

/** A value that stands once above the tasks it is meant for, and the column it would stand in. */
export interface GivenCell {
  column: ColumnSpec;
  cell: GridCell;
}

export interface GridRow {
  /** By column; null where nothing stands. */
  cells: (GridCell | null)[];
  /** Full-width category rows in force, outermost first. */
  group: GridCell[];
  /** What the rows above a group of tasks say of each of them: 牵头单位：市教育局. */
  given: readonly GivenCell[];
  /** Cells beyond the columns; their text is kept. */
  surplus: GridCell[];
  place: Place;
  /** What is to be said of this row. */
  diagnostics: Diagnostic[];
}

/** A plan table restored. Its rows are made while they are gone through, so that a large table need never be held whole. */
export interface Grid {
  columns: ColumnSpec[];
  /** Texts of the first rows as written, to tell a year by. */
  sample(most: number): string[];
  rows(tally: Tally): Generator<GridRow>;
  /** Texts over the width of the last rows: remarks on the whole table. */
  remarks: readonly string[];
  /** Where its first row stands. */
  place: Place;
  /** What is to be said of rows that are no tasks, once the rows have been gone through. */
  leftOut: Diagnostic[];
}

/** What a row of a table turned out to be. `left`: of a table that is no plan. */
export type RowFate = 'tasks' | 'headings' | 'groups' | 'remarks' | 'blanks' | 'left';

/**
 * What was done with the rows and cells of a source's tables, so that nothing disappears uncounted: `rows` is the sum of all fates, and `cells`,
 * those with text, the sum of `placed` (in a column), `surplus` (beyond the columns) and `others` (in rows that are no tasks).
 */
export interface Tally extends Record<RowFate, number> {
  rows: number;
  cells: number;
  placed: number;
  surplus: number;
  others: number;
  /** Values taken from merged cells or from above; not part of the sums. */
  filled: number;
}

/** A tally before anything is counted. */
export function emptyTally(): Tally {
  const rows = { rows: 0, tasks: 0, headings: 0, groups: 0, remarks: 0, blanks: 0, left: 0 };
  return { ...rows, cells: 0, placed: 0, surplus: 0, others: 0, filled: 0 };
}

/** Counts a row by what it turned out to be. */
export function countRow(tally: Tally, fate: RowFate, cells: readonly RawCell[]): void {
  let written = 0;
  for (const cell of cells) if (cell.text !== '') written++;
  tally.rows++;
  tally.cells += written;
  tally[written === 0 && fate !== 'tasks' ? 'blanks' : fate]++;
  if (fate !== 'tasks') tally.others += written;
}

/** Counts where the cells of a task's row went: what came out, whatever went in. */
export function countCells(tally: Tally, { cells, surplus }: Pick<GridRow, 'cells' | 'surplus'>): void {
  tally.surplus += surplus.length;
  for (const cell of cells) {
    if (cell?.origin === 'written') tally.placed += cell.pieces ?? 1;
    else if (cell) tally.filled++;
  }
}
