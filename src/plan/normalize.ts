import type { Diagnostic } from '../base/diagnostic.ts';
import { periodEnd } from '../base/period.ts';
import type { Place } from '../base/place.ts';
import type { ColumnSpec, GivenCell, Grid, GridCell, GridRow, Role, Tally } from '../grid/grid.ts';
import { cellUnit, headingUnit } from '../lexicon/heading-unit.ts';
import { looksLikeLimit, readLimit } from '../lexicon/limits.ts';
import { firstLeads } from './fields/first-leads.ts';
import { lastDay, spanKey, uniqueIds } from './fields/milestones.ts';
import { scheduleItems } from './fields/schedule.ts';
import type { TaskNumbers } from './fields/task-numbers.ts';
import { assignUnits, namedTwice, partsLevels, type UnitRoles } from './fields/unit-roles.ts';
import type { Milestone, Task } from './schema.ts';

/** Puts what a milestone's text means on it; `unit` is what its column's heading gives for bare numbers (亿元). */
export type MeaningOf = (milestone: Milestone, context: { year: number | null; roc: boolean; unit?: string | undefined }) => void;

/** What the rows of a grid are read with. */
export interface Context {
  year: number | null;
  roc: boolean;
  /** A remark says that of several responsible units the first leads. */
  firstLeads: boolean;
  numbers: TaskNumbers;
  diagnostics: Diagnostic[];
  tally: Tally;
  meaning?: MeaningOf | undefined;
}

const EMPTY = /^[-—–/／\\、.…·无無]{0,4}$/;
const OTHER = '其他';
/** A column that gives the unit of the row's figures. */
const UNIT_COLUMN = /^(计量|指标|计算)?单位$/;
/** A heading of what is done: 主要内容, 建设内容及规模, 工作措施. */
const DONE = /(内容|措施|举措|规模|做法|任务|事项)$/;
/** A heading of goals for the whole year. */
const OF_YEAR = /年度|全年|年目标|年任务|本年|当年/;
const FIGURES = /\d/;
const TIMES = /\d{1,2}\s*月|季度|[上下]半年|年[底末内]/;
const SENTENCE = /[。；;，,]/;
/** A category that goes on after a page break: 交通（续） is 交通. */
const CONTINUED = /[（(](续|续表|续上表|接上页|續)[）)]\s*$/;

/** Written, but empty: nothing, —, /, 无. */
function isEmpty(text: string): boolean {
  return text.length <= 4 && EMPTY.test(text);
}

/** When something is done that no day is given for: 第1周, 每月1次, 全学期, 汛期期间. */
const WHEN =
  /^(?:第[\d一二三四五六七八九十]{1,3}.{0,4}周|每.{1,6}|.{0,4}学[期年].{0,4}|开学.{0,4}|[寒暑]假.{0,4}|期[中末].{0,4}|.{1,6}期间)$/;

/** Reads the rows of a grid as tasks, one after the other, so that a large plan need never be held whole. */
export function* tasksOf(grid: Grid, context: Context): Generator<Task> {
  context.numbers.startTable(grid.columns.some(column => column.role === 'number'));
  const byRole = new Map<Role, number[]>();
  grid.columns.forEach((column, index) => void byRole.set(column.role, [...(byRole.get(column.role) ?? []), index]));
  for (const row of grid.rows(context.tally)) {
    const task = new RowReader(grid.columns, byRole, row, context).task();
    for (const diagnostic of row.diagnostics) context.diagnostics.push({ ...diagnostic, task: task.id });
    yield task;
  }
  context.diagnostics.push(...grid.leftOut);
}

const NONE: readonly GivenCell[] = [];

class RowReader {
  private readonly columns: readonly ColumnSpec[];
  private readonly byRole: ReadonlyMap<Role, readonly number[]>;
  private readonly row: GridRow;
  private readonly context: Context;
  private readonly places: Record<string, Place> = {};
  private readonly extra: Record<string, string> = {};

  constructor(columns: readonly ColumnSpec[], byRole: ReadonlyMap<Role, readonly number[]>, row: GridRow, context: Context) {
    this.columns = columns;
    this.byRole = byRole;
    this.row = row;
    this.context = context;
  }

  task(): Task {
    const content = this.first('content', 'content');
    const category = this.category();
    const id = this.context.numbers.next(this.first('number', 'number'), this.row.place, category.join('\n'), this.context.diagnostics);
    const units = this.units(id);
    const deadline = this.deadline(id);
    this.extras();
    const milestones = this.milestones(id, content, deadline, category);
    this.addMeaning(milestones, deadline);
    return {
      id,
      category,
      content: content?.text ?? '',
      leadUnits: units.lead,
      supportUnits: units.support,
      leadMode: units.lead.length < 2 ? 'single' : units.mode,
      deadline,
      extra: this.extra,
      place: content?.place ?? this.row.place,
      places: this.places,
      milestones,
    };
  }

  private addMeaning(milestones: readonly Milestone[], deadline: Task['deadline']): void {
    const { meaning, roc } = this.context;
    if (!meaning) return;
    const target = this.target();
    const shared = this.rowUnit();
    for (const milestone of milestones) {
      const { period, due, dueFrom } = milestone;
      const column =
        target?.cell.text === milestone.text ? target.column : this.columns.find(one => one.period !== undefined && one.period === period);
      // A column may have a year of its own, by which its milestone is due.
      const year = due !== null && dueFrom === 'period' ? Number(due.slice(0, 4)) : this.context.year;
      meaning(milestone, { year, roc, unit: (column && headingUnit(column.heading, column.over)) ?? shared });
      if (dueFrom === 'limit' && !deadline) milestone.due = lastDay(milestone);
    }
  }

  /** What the figures of a row are counted in, by a column of its own (计量单位), a remark (单位：人) or the goal of the year (5200人). */
  private rowUnit(): string | undefined {
    const extras = Object.entries(this.extra);
    const own = extras.find(([heading]) => UNIT_COLUMN.test(heading))?.[1];
    return own ?? extras.map(([, cell]) => cellUnit(cell)).find(unit => unit !== undefined);
  }

  private cells(role: Role): readonly GivenCell[] {
    const columns = this.byRole.get(role);
    if (!columns && this.row.given.length === 0) return NONE;
    const found: GivenCell[] = [];
    for (const index of columns ?? []) {
      const cell = this.row.cells[index];
      if (cell && !isEmpty(cell.text)) found.push({ column: this.columns[index]!, cell });
    }
    return found.length > 0 ? found : this.row.given.filter(given => given.column.role === role).slice(-1);
  }

  private first(role: Role, name: string): GridCell | null {
    const cell = this.cells(role)[0]?.cell ?? null;
    if (cell) this.places[name] = cell.place;
    return cell;
  }

  private category(): string[] {
    const over = this.cells('extra').filter(({ column }) => column.groups);
    const cells = [...this.row.group, ...[...this.cells('category'), ...over].map(({ cell }) => cell)];
    if (cells.length > 0) this.places.category = cells.at(-1)!.place;
    return cells.map(cell => cell.text.replace(CONTINUED, '').trimEnd()).filter((text, index, all) => text !== all[index - 1]);
  }

  private units(task: string): UnitRoles {
    const roles: UnitRoles = { lead: [], support: [], mode: 'joint' };
    const led = this.cells('lead').length > 0;
    for (const side of ['lead', 'support'] as const) {
      for (const { cell, column } of this.cells(side)) {
        const role = !led && column.responsible ? 'lead' : side;
        this.places[role] ??= cell.place;
        for (const name of namedTwice(cell.text)) this.repeated(task, name, cell.place);
        const marks = assignUnits(cell.text, role, roles);
        if (marks.length < 2 || partsLevels(cell.text)) continue;
        const data = { marks: marks.join(' '), column: column.heading };
        this.context.diagnostics.push({ code: 'mixed-separators', place: cell.place, task, text: cell.text, data });
      }
    }
    const said = this.context.firstLeads && !this.byRole.has('support');
    if (roles.support.length === 0 && this.cells('lead').some(({ column }) => firstLeads(column.heading, said)))
      roles.support = roles.lead.splice(1);
    const leads = new Set(roles.lead);
    for (const name of roles.support.filter(unit => leads.has(unit))) this.repeated(task, name, this.places.support ?? this.places.lead!);
    return roles;
  }

  private repeated(task: string, name: string, place: Place): void {
    this.context.diagnostics.push({ code: 'repeated-unit', place, task, text: name, data: { name } });
  }

  private deadline(task: string): Task['deadline'] {
    const cell =
      this.first('limit', 'deadline') ??
      this.scheduleCells().find(({ cell, column }) => this.isLimit(cell.text) || (column.dated && WHEN.test(cell.text)))?.cell;
    if (!cell) return null;
    this.places.deadline = cell.place;
    const limit = readLimit(cell.text, this.context.year, this.context.roc);
    if (limit.kind === 'unknown') {
      this.context.diagnostics.push({ code: 'unread-limit', place: cell.place, task, text: cell.text, data: { text: cell.text } });
    }
    if (limit.kind === 'impossible') {
      this.context.diagnostics.push({ code: 'impossible-date', place: cell.place, task, text: cell.text, data: { text: cell.text } });
    }
    return { text: cell.text, date: limit.kind === 'date' ? limit.date : null };
  }

  /** Whether a cell under 进度安排 or 时间节点 is a time limit and no schedule: 第一批6月底前，第二批12月底前. */
  private isLimit(text: string): boolean {
    if (looksLikeLimit(text)) return true;
    return (
      text.length <= 30 &&
      scheduleItems(text) === null &&
      !/[。；;]/.test(text) &&
      readLimit(text, this.context.year ?? 2000).kind === 'date'
    );
  }

  private extras(): void {
    for (const role of ['person', 'extra', 'content', 'number', 'limit'] as const) {
      const cells = this.cells(role);
      for (let at = role === 'person' || role === 'extra' ? 0 : 1; at < cells.length; at++)
        if (!cells[at]!.column.groups) this.keep(cells[at]!.column.heading || OTHER, cells[at]!.cell);
    }
    for (const cell of this.row.surplus) this.keep(OTHER, cell);
  }

  /** Keeps a value under a heading; a second one under the same heading follows on a line of its own. */
  private keep(heading: string, cell: GridCell): void {
    const known = Object.hasOwn(this.extra, heading) ? `${this.extra[heading]}\n` : '';
    const value = { value: known + cell.text, enumerable: true, writable: true, configurable: true };
    Object.defineProperty(this.extra, heading, value);
    if (known === '') Object.defineProperty(this.places, heading, { ...value, value: cell.place });
  }

  /** Milestones of a schedule that stands in one cell. */
  private scheduled(task: string): Milestone[] {
    return this.scheduleCells().flatMap(({ cell }) =>
      (scheduleItems(cell.text) ?? []).map(({ period, text, start, end }): Milestone => {
        const place = { ...cell.place, column: cell.place.column + start, start: cell.place.start + start, end: cell.place.start + end };
        return { id: `${task}.${period}`, period, text, due: periodEnd(period, this.context.year), dueFrom: 'period', place };
      }),
    );
  }

  private scheduleCells(): readonly GivenCell[] {
    return this.cells('extra').filter(({ column }) => column.schedule);
  }

  private milestones(task: string, content: GridCell | null, deadline: Task['deadline'], category: readonly string[]): Milestone[] {
    const milestones: Milestone[] = [];
    for (const index of this.byRole.get('period') ?? []) {
      const cell = this.row.cells[index];
      const first = this.columns[index]!.period;
      if (!first || !cell || isEmpty(cell.text)) continue;
      const period = spanKey(first, this.columns[index + (cell.across ?? 1) - 1]?.period);
      milestones.push({
        id: `${task}.${period}`,
        period,
        text: cell.text,
        due: periodEnd(period, this.columns[index]!.year ?? this.context.year),
        dueFrom: 'period',
        place: cell.place,
      });
    }
    milestones.push(...this.scheduled(task));
    const dated = milestones.length > 0 || (this.byRole.has('period') && !deadline);
    return uniqueIds(dated ? milestones : this.wholeYear(task, content, deadline, category));
  }

  /**
   * Without periods a task promises its text for its time limit, or what it is to reach (年度目标, 主要内容); then the text too only where it holds
   * figures, since else it is a title (新建县第三幼儿园). A goal of the year without a limit is due at the year's end; a text without one when it says.
   */
  private wholeYear(task: string, content: GridCell | null, deadline: Task['deadline'], category: readonly string[]): Milestone[] {
    const target = this.target(content?.text ?? '');
    type Due = Pick<Milestone, 'due' | 'dueFrom'>;
    const limit: Due = deadline ? { due: deadline.date, dueFrom: 'limit' } : this.dueOfGroup(category);
    const yearly: Due = { due: periodEnd('year', this.context.year), dueFrom: 'period' };
    const milestone = ({ text, place }: GridCell, due: Due): Milestone => ({
      id: `${task}.year`,
      period: 'year',
      text,
      ...due,
      place,
    });
    const own = content && (!target || FIGURES.test(content.text)) ? [milestone(content, limit)] : [];
    const goal = target ? [milestone(target.cell, !deadline && OF_YEAR.test(target.column.heading) ? yearly : limit)] : [];
    return [...own, ...goal];
  }

  /** Tasks that stand under a stretch of time (一季度：, 3月) are due by its end. */
  private dueOfGroup(category: readonly string[]): Pick<Milestone, 'due' | 'dueFrom'> {
    const name = (category.at(-1) ?? '').replace(/^[一二三四五六七八九十]{1,2}、|[：:]$/g, '');
    const limit = looksLikeLimit(name) ? readLimit(name, this.context.year, this.context.roc) : null;
    return limit?.kind === 'date' ? { due: limit.date, dueFrom: 'period' } : { due: null, dueFrom: 'limit' };
  }

  /**
   * What a task is to reach; or what is to be done by which day, where that stands in one cell (①3月底前…；②6月底前…); or, of a task that is a
   * title, what is done in figures: 食品安全放心工程 | 建设标准化农贸市场3个.
   */
  private target(title = ''): GivenCell | null {
    const beside = this.cells('extra');
    const isDone = ({ column, cell }: GivenCell): boolean =>
      column.measure === true && DONE.test(column.heading) && FIGURES.test(cell.text) && !SENTENCE.test(title);
    const isTimed = ({ column, cell }: GivenCell): boolean =>
      column.schedule === true && TIMES.test(cell.text) && !looksLikeLimit(cell.text);
    return beside.find(({ column }) => column.target) ?? beside.find(isTimed) ?? beside.find(isDone) ?? null;
  }
}
