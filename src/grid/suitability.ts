import { periodMonths } from '../base/period.ts';
import type { ColumnSpec, Counting, Role } from './grid.ts';
import type { Look } from './look.ts';

/**
 * How well a text suits a column, as a log-odds score: about 0 is no evidence, +4 strongly for it, -8 all but excludes it. What a column must
 * look like comes from its role, and from the profile of what surely stands in it in other rows.
 */
export function suitability(look: Look, column: ColumnSpec, profile: Profile | undefined): number {
  if (look.text === '' || look.placeholder) return emptyFit(column.role);
  const said = (column.heading.length >= 3 && look.text.startsWith(column.heading) ? SAID : 0) + counts(look, column);
  if (!profile) return roleFit(look, column) + said;
  return roleFit(look, column) + said + profile.fit(look) + (column.role === 'category' ? profile.ended(look) : 0);
}

/** What it says for a column that a cell begins with its heading: 监督电话0555-6120007. */
const SAID = 3;

/** Where tasks are numbered in their own cells (1.深化改革), what a number says for that column and against the others, its lack against that one. */
const COUNTS = 4;
const COUNTED: Readonly<Record<Counting, RegExp>> = { '1': /^\d{1,3}[.、．]/, 一: /^[一二三四五六七八九十]{1,3}、/ };

function counts({ text }: Look, { counted }: ColumnSpec): number {
  if (!counted) return 0;
  return COUNTED[counted.by].test(text) === counted.here ? (counted.here ? COUNTS : 0) : -COUNTS;
}

/** An empty cell written out: welcome where columns are often empty. */
function emptyFit(role: Role): number {
  return { number: -3, content: -4, lead: -1, category: 0, period: 0, limit: 0, support: 0, person: 0, extra: 0 }[role];
}

function roleFit(look: Look, column: ColumnSpec): number {
  switch (column.role) {
    case 'number':
      return look.ordinal ? 6 : -9;
    case 'category':
      return (
        (look.ordinal ? -4 : 0) +
        (look.mark ? (look.mark.includes('一') ? 4 : 1) : 0) -
        (look.sentence ? 4 : 0) -
        (look.length > 45 ? 2 : 0) -
        (look.limit ? (column.months ? -4 : 3) : 0) -
        (look.people ? 1.5 : 0) -
        (look.deed ? 0.8 : 0) -
        (look.figure ? 0.8 : 0)
      );
    case 'content':
      return (
        (look.ordinal ? -7 : 0.5) -
        (look.limit ? 5 : 0) -
        (look.people ? 4 : 0) -
        (look.amount ? 3 : 0) -
        (look.units === 1 ? 2.5 : 0) +
        (look.sentence ? 1.5 : 0) +
        (look.deed ? 0.6 : 0)
      );
    case 'period':
      return (
        (look.ordinal && !column.figures ? -3 : 0) -
        (look.people ? 3 : 0) -
        (look.units === 1 ? 3 : 0) +
        (look.sentence ? 1 : 0) +
        monthFit(look, column)
      );
    case 'lead':
    case 'support':
      return unitFit(look);
    case 'limit':
      if (column.months && look.limit && DAYS.test(look.text)) return -3;
      return look.limit ? 5 : look.months > 0 && look.length < 20 ? 1 : -4;
    case 'person':
      if (look.people) return 5;
      return look.length > 12 || look.sentence ? -5 : look.units === 1 ? -3 : /^[^\s、,，;；]{4,}$/.test(look.text) ? -2 : -1;
    case 'extra':
      if (column.figures && look.ordinal) return 0.5;
      if (column.owners) return unitFit(look);
      if (column.dated && look.limit) return 5;
      return (look.people ? -1 : 0) + (look.ordinal ? -1 : 0) - (look.limit ? 2 : 0) + (look.units < 1 ? 0 : column.places ? 1 : -1.5);
  }
}

/** What stands under 月份: months, not days (3月5日启动). */
const DAYS = /\d[日号]|[日号旬]/;

function unitFit(look: Look): number {
  if (look.ordinal || look.limit) return -8;
  if (look.sentence) return -6;
  if (look.units > 0) return 4.5 * look.units - 3 * (1 - look.units);
  return look.people ? -2 : look.length > 60 ? -6 : look.length > 25 ? -3.5 : -2;
}

/** A text that names months speaks for the period column that has them, and against one that has not. */
function monthFit(look: Look, column: ColumnSpec): number {
  const months = column.period ? periodMonths(column.period) : null;
  if (!months || look.months === 0) return 0;
  for (let month = months[0]; month <= months[1]; month++) if (look.months & (1 << month)) return 1.5;
  return -1;
}

/** Cost of a column that has no cell in a row, before anything is known of the table. */
export function absence({ role, carried, period, target }: ColumnSpec): number {
  if (carried) return role === 'lead' || role === 'limit' || role === 'person' ? 0.2 : 0.7;
  // Of twelve months most are empty; a goal is as rarely missing as a quarter.
  if (period?.startsWith('M')) return 0.7;
  if (target) return 1.4;
  return { number: 5, content: 6, lead: 3, category: 0.2, period: 1.4, limit: 1.6, support: 0.6, person: 1.6, extra: 0.8 }[role];
}

/** What it costs more that a category has no cell below an outer one that has: no cell is merged over the end of the group it stands in. */
export function innerAbsence(columns: readonly ColumnSpec[], index: number): number {
  return columns[index]?.role === 'category' && columns[index - 1]?.role === 'category' ? INNER : 0;
}

const INNER = 3;

/** What speaks against a text that is no name in a column of which all others are names of people. */
const STRANGER = 2;

/** What surely stands in a column, gathered from rows that can be read in one way only. */
export class Profile {
  private readonly values = new Map<string, number>();
  private readonly marks = new Set<string>();
  private markedTexts = 0;
  /** How often a text ends in each character: offices in 科, stages in 段. */
  private readonly ends = new Map<string, number>();
  private filled = 0;
  private empty = 0;
  private sum = 0;
  private squares = 0;
  private sentences = 0;
  private people = 0;

  add(look: Look | null): void {
    if (!look || look.text === '' || look.placeholder) {
      this.empty++;
      return;
    }
    this.filled++;
    this.sum += look.size;
    this.squares += look.size * look.size;
    if (look.sentence) this.sentences++;
    if (look.people) this.people++;
    if (look.mark) {
      this.marks.add(look.mark);
      this.markedTexts++;
    }
    const end = look.text.at(-1)!;
    this.ends.set(end, (this.ends.get(end) ?? 0) + 1);
    if (look.length > 60 || this.values.size > 5000) return;
    for (const name of look.names) this.values.set(name, (this.values.get(name) ?? 0) + 1);
  }

  /** Whether most rows have something in this column. */
  get usuallyFilled(): boolean {
    return this.filled >= 3 && this.filled > this.empty * 1.5;
  }

  /** Evidence from length, sentence shape, item marks and known values; at most about 4 either way. */
  fit(look: Look): number {
    if (this.filled < 3) return this.marked(look);
    const mean = this.sum / this.filled;
    const deviation = Math.sqrt(Math.max(0.05, this.squares / this.filled - mean * mean));
    const distance = (look.size - mean) / (deviation + 0.25);
    const shape = look.sentence === this.sentences * 2 > this.filled ? 0.5 : -0.7;
    const stranger = this.people === this.filled && !look.people ? STRANGER : 0;
    return Math.max(-2.5, 0.5 - 0.5 * distance * distance) + shape + this.known(look) + this.marked(look) - stranger;
  }

  /** Categories of one table often end alike: 启动阶段, 实施阶段. */
  ended({ text, sentence }: Look): number {
    if (sentence || this.filled < 2) return 0;
    const share = (this.ends.get(text.at(-1)!) ?? 0) / this.filled;
    if (share > 0) return share >= 0.5 ? 1.5 * share : 0;
    return Math.max(...this.ends.values()) >= this.filled * 0.8 ? -1 : 0;
  }

  /** Levels of categories are told by their marks: 一、 stands in one column, （一） in the next. */
  private marked({ mark }: Look): number {
    if (this.marks.size === 0) return mark !== null && this.filled > 2 ? -1 : 0;
    if (mark === null) return this.markedTexts > 1 && this.markedTexts === this.filled ? -1.5 : 0;
    return this.marks.has(mark) ? 1 : -2;
  }

  private known(look: Look): number {
    if (look.length > 60 || look.names.length === 0) return 0;
    const hits = look.names.filter(name => this.values.has(name)).length;
    return (1.2 * hits) / look.names.length;
  }

  /** Cost of leaving the column out of a row: how rarely it is empty, smoothed by what its role lets expect. */
  absence(column: ColumnSpec): number {
    const prior = Math.exp(-absence(column));
    const rate = (this.empty + 4 * prior) / (this.filled + this.empty + 4);
    return -Math.log(Math.min(0.9, rate));
  }
}
