import type { Diagnostic } from '../base/diagnostic.ts';
import type { RawCell } from '../source/raw.ts';
import type { ColumnSpec, Counting, Role } from './grid.ts';
import { labelledValues } from './group-path.ts';
import type { Look } from './look.ts';
import { DECIMALS, opensGroup, type Piece } from './stream-pieces.ts';
import { absence, innerAbsence, Profile, suitability } from './suitability.ts';

/** Cost of taking two lines for one cell. */
const JOIN = 1;
/** The same where every line is a cell, as a rule: only units are then known by their looks to stand in several lines. */
const JOIN_UNITS = 3;
/** The same for what is to be done, of which each line may as well be a cell of its own. */
const JOIN_TEXTS = 5;
/** Cells by which that column is found. */
const SAMPLE = 2000;
const TEXTS: ReadonlySet<Role> = new Set(['content', 'extra']);

const PERIOD = /^(?:第?[一二三四1-4]季度|[上下]半年|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?)[：:]?$/;

/** A cell is doubtful when it could stand elsewhere at a cost below this (log-odds). */
const SURE = 1.5;

/** What speaks against a mark for nothing (/, —) before the task: there merged cells are empty, which leave none. */
const NO_BEGIN = 2;

/** What speaks against an item number of its own form (③, （三）, 2-1) in any other column. */
const MARK = 4;

/** What speaks against units and people in a column of categories that is not for them, where others are. */
const NO_UNITS = 2.5;
const NO_PEOPLE = 4;
/** What it costs that numbers begin anew where no category stands before them. */
const NO_GROUP = 3;
const UNITS = /单\s*位|單位|部\s*门|部門|科|室|乡|镇|街道|社区|[县市村区]$|机构|主体|责任|牵头/;

/** What speaks against a name without a mark being a category row. */
const BARE_NAME = -5;

function isBareName({ text, length, units, people, limit, figure, sentence, deed, placeholder, ordinal }: Look): boolean {
  if (length < 4 || length > 20 || units > 0 || people || limit || figure || sentence || deed || placeholder || ordinal) return false;
  return /^\p{Script=Han}[\p{Script=Han}、]+$/u.test(text);
}

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

const NEVER = -1e6;
/** What it costs that a text is a further measure of the task above, with all other cells merged. */
const MORE = 7;

/** States of the path: a column, a category row, outside the table, or a further measure of the task above. */
export class StreamPath {
  readonly group: number;
  readonly outside: number;
  readonly more: number;
  readonly columns: readonly ColumnSpec[];
  readonly bare: boolean;
  private readonly content: number;
  private readonly number: number;
  /** Whether a category may be the first cell of a row, so that none is a row of its own. */
  private readonly grouped: boolean;
  private readonly hasCategory: boolean;
  /** Whether a column is for times: else one stands over tasks (第一季度). */
  private readonly timed: boolean;
  /** Whether columns are for units. */
  private readonly answered: boolean;
  private readonly peopled: boolean;
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
    this.more = columns.length + 2;
    this.content = columns.findIndex(column => column.role === 'content');
    this.number = columns.findIndex(column => column.role === 'number');
    this.hasCategory = columns.some(({ role }) => role === 'category');
    this.grouped = this.hasCategory && (this.number < 0 || columns[0]!.role === 'category');
    this.peopled = columns.some(({ role }) => role === 'person');
    this.timed = columns.some(({ role, months }) => role === 'limit' || role === 'period' || months);
    this.answered = columns.some(({ role }) => role === 'lead' || role === 'support');
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
      if (cells[0]! >= this.group || (!whole && cells.some((state, index) => others[from + index] !== state))) continue;
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
      for (let to = 0; to <= this.more; to++) {
        let source = -1;
        let best = scores ? Number.NEGATIVE_INFINITY : -this.head(to);
        for (let last = 0; scores && last <= this.more; last++) {
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
    let after = new Array<number>(this.more + 1).fill(0);
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
    const name = (at: number): string => this.columns[at === this.more ? this.content : at]?.heading ?? '—';
    const text = cell.text.length > 24 ? `${cell.text.slice(0, 23)}…` : cell.text;
    return { code: 'ambiguous-columns', place: cell.place, text: cell.text, data: { text, column: name(state), other: name(other) } };
  }

  private own({ look, odd, counted }: Piece, state: number): number {
    if (state === this.outside) return -6;
    if (state === this.more)
      return look.deed || look.figure ? suitability(look, this.columns[this.content]!, this.profiles?.[this.content]) : NEVER;
    if (state < this.group) {
      const column = this.columns[state]!;
      const against = column.role === 'number' ? odd : this.against(look, state);
      return suitability(look, column, this.profiles?.[state]) - against;
    }
    const isTask = counted !== null && this.columns[0]!.counted !== undefined;
    const opens = opensGroup(look) && !this.grouped && (!this.hasCategory || !/^\d/.test(look.text));
    if ((opens && !isTask) || this.givesAll(look)) return 5;
    if (PERIOD.test(look.text) && !this.timed) return 4;
    return !this.hasCategory && isBareName(look) ? BARE_NAME : -12;
  }

  /** What speaks against a text in a column, by the columns that the table has besides. */
  private against(look: Look, state: number): number {
    if (look.placeholder && state < this.content) return NO_BEGIN;
    if (this.number >= 0 && isMark(look)) return MARK;
    const { role, heading } = this.columns[state]!;
    if (role !== 'category') return 0;
    if (look.people && this.peopled) return NO_PEOPLE;
    return look.units === 1 && this.answered && !UNITS.test(heading) && !look.text.endsWith('组织') ? NO_UNITS : 0;
  }

  /**
   * The path in which a series of counted cells (1.深化改革, 2.…) numbers the tasks: it stands in one column, the one with which all reads best.
   * This path where there is no such series, or tasks have numbers.
   */
  counting(pieces: readonly Piece[]): StreamPath {
    if (this.number >= 0 || !pieces.some(({ counted }) => counted)) return this;
    const by = pieces.find(({ counted }) => counted)!.counted!;
    const paths = this.columns.flatMap(({ role }, column) =>
      TEXTS.has(role) && column <= this.content ? new StreamPath(this.countedIn(column, by), this.bare) : [],
    );
    const sample = pieces.slice(0, SAMPLE);
    const scores = [this, ...paths].map(path => path.best(sample).score);
    return [this, ...paths][scores.indexOf(Math.max(...scores))]!;
  }

  private countedIn(at: number, by: Counting): ColumnSpec[] {
    return this.columns.map((column, index) => ({ ...column, counted: { by, here: index === at } }));
  }

  /** Cost of the columns left out between two cells; going back to an earlier column ends the row. */
  private step(last: number, to: number, piece: Piece): number {
    if (this.joins(last, to, piece)) {
      if (!this.bare || piece.item === 'next') return JOIN;
      return TEXTS.has(this.columns[to]!.role) ? JOIN_TEXTS : JOIN_UNITS;
    }
    if (to === this.more) return this.number >= 0 && (last === this.more || (last > this.content && last < this.group)) ? MORE : -NEVER;
    // The next task has a number of its own.
    if (last === this.more && to < this.group && to > this.number) return -NEVER;
    const lone = this.restarts(last, to, piece) ? NO_GROUP : 0;
    if (last < to && to < this.group)
      return lone + this.skips[to]! - this.skips[last + 1]! + (to > last + 1 ? innerAbsence(this.columns, last + 1) : 0);
    return lone + (last >= this.group ? 0 : this.skips[this.group]! - this.skips[last + 1]!) + this.head(to);
  }

  /** Whether numbers begin anew without the category that stands before them. */
  private restarts(last: number, to: number, { look: { ordinal } }: Piece): boolean {
    return (
      to === this.number && this.columns[to - 1]?.role === 'category' && last !== to - 1 && ordinal?.shape === '1' && ordinal.parts[0] === 1
    );
  }

  /** 牵头单位：市教育局 stands above its tasks where no column is for it. */
  private givesAll({ text }: Look): boolean {
    const given = labelledValues(text);
    return given.length > 0 && !this.columns.some(({ role }) => given.some(({ column }) => column.role === role));
  }

  private head(to: number): number {
    return to === this.more ? -NEVER : to >= this.group ? 0 : this.skips[to]!;
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
