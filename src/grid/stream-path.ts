import type { Diagnostic } from '../base/diagnostic.ts';
import { leadingMark } from '../lexicon/numerals.ts';
import type { RawCell } from '../source/raw.ts';
import type { ColumnSpec, Role } from './grid.ts';
import { labelledValues } from './group-path.ts';
import type { Look, Looker } from './look.ts';
import { absence, innerAbsence, Profile, suitability } from './suitability.ts';

/** A look at a cell, and whether only a line end sets it apart from the one before, so that both may be one. */
export interface Piece {
  look: Look;
  soft: boolean;
  /** What speaks against it in the column of numbers, though it has the form of one. */
  odd: number;
  /** It begins with a number (1.深化改革) where all such numbers make one series: a task's, in a table without a column of numbers. */
  counted: boolean;
  /** Of the items in a cell (①②③): the first, or one that goes on where the line before it stopped; so does a line behind a semicolon. */
  item: 'first' | 'next' | null;
}

export function looksOf(cells: readonly RawCell[], look: Looker): Piece[] {
  const looks = cells.map(cell => look(cell.text));
  const whole = looks.slice(0, FIRST).some(({ ordinal }) => ordinal?.shape === '1' && ordinal.parts[0] === 1);
  const counted = seriesOf(cells);
  const stood = new Map<number, number>();
  return looks.map((seen, index) => {
    const { ordinal, limit } = seen;
    const [value = 0] = ordinal?.shape === '1' ? ordinal.parts : [];
    const before = stood.get(value - 1);
    const goesOn = value <= 1 || (before !== undefined && index - before <= NEAR);
    if (value > 0) stood.set(value, index);
    // 112.10.31 and 3.65 have the form of an item number, too.
    const odd = limit ? DATE : whole && ordinal?.shape === DECIMALS ? DECIMAL : whole && !goesOn ? JUMP : 0;
    const item = itemOf(cells[index]!.text, cells[index - 1]?.text ?? '');
    return { look: seen, soft: cells[index]!.border === 'newline', odd, counted: counted.has(index), item };
  });
}

/** The cells that begin with a number (1.深化改革), where these count from 1 on without a break, other cells between them. */
function seriesOf(cells: readonly RawCell[]): ReadonlySet<number> {
  const series = new Set<number>();
  for (const [index, { text }] of cells.entries()) {
    const mark = leadingMark(text);
    if (mark?.shape !== '1.') continue;
    if (mark.value !== series.size + 1 || series.has(index - 1)) return new Set();
    series.add(index);
  }
  return series.size >= LEAST ? series : new Set();
}

/** 进展情况：…, 存在问题：…, 下一步打算：…: one cell's lines. */
const LABEL = /^\p{Script=Han}{2,8}[：:](?=.)/u;

/** Whether a line is the first of the items in a cell, or goes on with those of the line before. */
function itemOf(text: string, before: string): Piece['item'] {
  const mark = leadingMark(text);
  if (!mark && (/[；;，,]$/.test(before) || (LABEL.test(text) && LABEL.test(before)))) return 'next';
  if (!mark || !/^(?:①|\(1\)|1[.、)])$/.test(mark.shape)) return null;
  if (mark.value === 1) return 'first';
  const last = leadingMark(before);
  return last?.shape === mark.shape && last.value === mark.value - 1 ? 'next' : null;
}

/** Cost of taking two lines for one cell. */
const JOIN = 1;
/** The same where every line is a cell, as a rule: only units are then known by their looks to stand in several lines. */
const JOIN_UNITS = 3;
/** The same for what is to be done, of which each line may as well be a cell of its own. */
const JOIN_TEXTS = 5;
/** Cells by which that column is found. */
const SAMPLE = 2000;
const TEXTS: ReadonlySet<Role> = new Set(['content', 'extra']);

export function isBare(cells: readonly RawCell[]): boolean {
  return cells.filter(cell => cell.border === 'newline').length > cells.length * 0.9;
}

/** What speaks against a date in the column of numbers. */
const DATE = 12;
/** What speaks against an amount (3.65) in the column of numbers, where tasks are numbered otherwise. */
const DECIMAL = 8;
const DECIMALS = '1.1';
/** What speaks against a number before which the one below it has not stood for so many cells. */
const JUMP = 5;
const NEAR = 60;
/** Among how many cells after the heading a table's first number stands. */
const FIRST = 8;

/** Whether a text can be a category row of a stream: 一、…, （一）…, 甲、…, 壹、…, 第一阶段 …. */
export function opensGroup({ text, mark, sentence }: Look): boolean {
  return (
    ((mark !== null && mark !== '①') ||
      /^[甲乙丙丁戊己庚辛壬癸壹贰貳叁參肆伍陆陸柒捌玖拾]{1,3}\s?[、.．]|^第[一二三四五六七八九十]{1,2}(?:阶段|批次?|类|大类|篇|板块)(?:[\s：:、]|$)/.test(
        text,
      )) &&
    !sentence
  );
}

const PERIOD = /^(?:第?[一二三四1-4]季度|[上下]半年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?)[：:]?$/;

/** A cell is doubtful when it could stand elsewhere at a cost below this (log-odds). */
const SURE = 1.5;

/** What speaks against a mark for nothing (/, —) before the task: there merged cells are empty, which leave none. */
const NO_BEGIN = 2;

/** What speaks against an item number of its own form (③, （三）, 2-1) in any other column. */
const MARK = 4;

function isMark({ ordinal }: Look): boolean {
  return ordinal !== null && ordinal.shape !== '1' && ordinal.shape !== DECIMALS && ordinal.shape !== '一';
}

/** Rows that must be sure before something is learned from them. */
const LEAST = 5;
const LEAST_WHOLE = 3;

/** The state of each cell, the one that is nearly as good (or the same), and the score of all. */
interface Reading {
  states: number[];
  others: number[];
  score: number;
}

/** States of the path: a column, a category row, or outside the table. */
export class StreamPath {
  readonly group: number;
  readonly outside: number;
  readonly columns: readonly ColumnSpec[];
  readonly bare: boolean;
  private readonly content: number;
  private readonly numbers: boolean;
  private readonly hasCategory: boolean;
  /** Whether a column is for times: else one stands over tasks (第一季度). */
  private readonly timed: boolean;
  /** Cost of leaving out the first n columns. */
  private readonly skips: number[] = [0];
  /** What has been learned of the columns; null at first. */
  private readonly profiles: readonly Profile[] | null;

  constructor(columns: readonly ColumnSpec[], bare: boolean, profiles: readonly Profile[] | null = null) {
    this.columns = columns;
    this.bare = bare;
    this.profiles = profiles;
    this.group = columns.length;
    this.outside = columns.length + 1;
    this.content = columns.findIndex(column => column.role === 'content');
    this.numbers = columns.some(column => column.role === 'number');
    this.hasCategory = columns.some(column => column.role === 'category');
    this.timed = columns.some(({ role, months }) => role === 'limit' || role === 'period' || months);
    columns.forEach((column, index) => void this.skips.push(this.skips.at(-1)! + (profiles?.[index]?.absence(column) ?? absence(column))));
  }

  /**
   * What stands in each column, by the rows of a reading that can be read in one way only; `whole`: only those with a cell for each column, which
   * leave nothing open. Null where there are too few.
   */
  learn(pieces: readonly Piece[], { states, others }: Pick<Reading, 'states' | 'others'>, whole = false): Profile[] | null {
    const profiles = this.columns.map(() => new Profile());
    let rows = 0;
    for (let from = 0, to = 1; from < pieces.length; from = to++) {
      while (to < pieces.length && !this.begins(states[to - 1]!, states[to]!, pieces[to]!)) to++;
      const cells = states.slice(from, to);
      if (cells[0]! >= this.group || cells.some((state, index) => others[from + index] !== state)) continue;
      if (whole && new Set(cells).size < this.columns.length) continue;
      rows++;
      profiles.forEach((profile, column) => {
        const at = cells.indexOf(column);
        profile.add(at < 0 ? null : pieces[from + at]!.look);
      });
    }
    return rows >= (whole ? LEAST_WHOLE : LEAST) ? profiles : null;
  }

  /** The best state for each cell, the one that is nearly as good (or the same), and the score of all. */
  best(pieces: readonly Piece[]): Reading {
    const forward: number[][] = [];
    const back: number[][] = [];
    for (const piece of pieces) {
      const scores = forward.at(-1);
      const from: number[] = [];
      const next: number[] = [];
      for (let to = 0; to <= this.outside; to++) {
        let source = -1;
        let best = scores ? Number.NEGATIVE_INFINITY : -this.head(to);
        for (let last = 0; scores && last <= this.outside; last++) {
          const score = scores[last]! - this.step(last, to, piece);
          if (score > best) [best, source] = [score, last];
        }
        next.push(best + this.own(piece, to));
        from.push(source);
      }
      back.push(from);
      forward.push(next);
    }
    const states = trace(forward.at(-1) ?? [], back);
    return { states, others: this.others(pieces, forward, states), score: Math.max(...(forward.at(-1) ?? [0])) };
  }

  /** For each cell the state of the best path in which it stands elsewhere, where that is nearly as good. */
  private others(pieces: readonly Piece[], forward: readonly number[][], states: readonly number[]): number[] {
    const others = [...states];
    let after = new Array<number>(this.outside + 1).fill(0);
    for (let index = pieces.length - 1; index >= 0; index--) {
      const whole = forward[index]!.map((score, state) => score + after[state]!);
      const chosen = states[index]!;
      let other = chosen;
      whole.forEach((score, state) => {
        if (state !== chosen && score > whole[chosen]! - SURE && (other === chosen || score > whole[other]!)) other = state;
      });
      others[index] = other;
      const piece = pieces[index]!;
      const own = after.map((score, state) => score + this.own(piece, state));
      after = own.map((_, last) =>
        own.reduce((most, score, to) => Math.max(most, score - this.step(last, to, piece)), Number.NEGATIVE_INFINITY),
      );
    }
    return others;
  }

  /** Whether a cell begins a row when it follows one in the state `last`; one that a line end sets apart may go on with it. */
  begins(last: number, to: number, piece: Piece): boolean {
    return !this.joins(last, to, piece) && (to <= last || to >= this.group || last >= this.group);
  }

  /** Whether two lines in the same column are one cell. */
  joins(last: number, to: number, { soft, item, counted }: Piece): boolean {
    const role = this.columns[to]?.role;
    if (!soft || to !== last || role === undefined || item === 'first' || (counted && this.columns[0]!.counted !== undefined)) return false;
    return !this.bare || item === 'next' || role === 'lead' || role === 'support' || TEXTS.has(role);
  }

  doubt(cell: RawCell, state: number, other: number): Diagnostic {
    const name = (at: number): string => this.columns[at]?.heading ?? '—';
    const text = cell.text.length > 24 ? `${cell.text.slice(0, 23)}…` : cell.text;
    return { code: 'ambiguous-columns', place: cell.place, text: cell.text, data: { text, column: name(state), other: name(other) } };
  }

  private own({ look, odd }: Piece, state: number): number {
    if (state === this.outside) return -6;
    if (state < this.group) {
      const column = this.columns[state]!;
      const against =
        column.role === 'number' ? odd : look.placeholder && state < this.content ? NO_BEGIN : this.numbers && isMark(look) ? MARK : 0;
      return suitability(look, column, this.profiles?.[state]) - against;
    }
    if ((opensGroup(look) && !this.hasCategory) || this.givesAll(look)) return 5;
    return PERIOD.test(look.text) && !this.timed ? 4 : -12;
  }

  /**
   * The path in which a series of counted cells (1.深化改革, 2.…) numbers the tasks: it stands in one column, the one with which all reads best.
   * This path where there is no such series, or tasks have numbers.
   */
  counting(pieces: readonly Piece[]): StreamPath {
    if (this.numbers || !pieces.some(({ counted }) => counted)) return this;
    const paths = this.columns.flatMap(({ role }, column) =>
      TEXTS.has(role) && column <= this.content ? new StreamPath(this.countedIn(column), this.bare) : [],
    );
    const sample = pieces.slice(0, SAMPLE);
    const scores = [this, ...paths].map(path => path.best(sample).score);
    return [this, ...paths][scores.indexOf(Math.max(...scores))]!;
  }

  private countedIn(at: number): ColumnSpec[] {
    return this.columns.map((column, index) => ({ ...column, counted: index === at }));
  }

  /** Cost of the columns left out between two cells; going back to an earlier column ends the row. */
  private step(last: number, to: number, piece: Piece): number {
    if (this.joins(last, to, piece)) {
      if (!this.bare || piece.item === 'next') return JOIN;
      return TEXTS.has(this.columns[to]!.role) ? JOIN_TEXTS : JOIN_UNITS;
    }
    if (last < to && to < this.group)
      return this.skips[to]! - this.skips[last + 1]! + (to > last + 1 ? innerAbsence(this.columns, last + 1) : 0);
    return (last >= this.group ? 0 : this.skips[this.group]! - this.skips[last + 1]!) + this.head(to);
  }

  /** 牵头单位：市教育局 stands above its tasks where no column is for it. */
  private givesAll({ text }: Look): boolean {
    const given = labelledValues(text);
    return given.length > 0 && !this.columns.some(({ role }) => given.some(({ column }) => column.role === role));
  }

  private head(to: number): number {
    return to >= this.group ? 0 : this.skips[to]!;
  }
}

function trace(scores: readonly number[], back: readonly (readonly number[])[]): number[] {
  const path = new Array<number>(back.length);
  let at = scores.reduce((best, score, index) => (score > scores[best]! ? index : best), 0);
  for (let index = back.length - 1; index >= 0; index--) {
    path[index] = at;
    at = back[index]![at]!;
  }
  return path;
}
