import { leadingMark, STAGE } from '../lexicon/numerals.ts';
import type { RawCell } from '../source/raw.ts';
import type { Counting } from './grid.ts';
import type { Look, Looker } from './look.ts';

/** A look at a cell, and whether only a line end sets it apart from the one before, so that both may be one. */
export interface Piece {
  look: Look;
  soft: boolean;
  /** What speaks against it in the column of numbers, though it has the form of one. */
  odd: number;
  /** The number it begins with (1.深化改革), where all such numbers make one series: a task's, in a table without a column of numbers. */
  counted: Counting | null;
  /** Of the items in a cell (①②③): the first, or one that goes on where the line before it stopped; so does a line behind a semicolon. */
  item: 'first' | 'next' | null;
}

const COUNTINGS: readonly Counting[] = ['1', '一'];

export function looksOf(cells: readonly RawCell[], look: Looker): Piece[] {
  const looks = cells.map(cell => look(cell.text));
  const whole = looks.slice(0, FIRST).some(({ ordinal }) => ordinal?.shape === '1' && ordinal.parts[0] === 1);
  const [by, counted] = COUNTINGS.map(counting => [counting, seriesOf(cells, counting)] as const).find(([, series]) => series.size > 0) ?? [
    null,
    new Set<number>(),
  ];
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
    return { look: seen, soft: cells[index]!.border === 'newline', odd, counted: counted.has(index) ? by : null, item };
  });
}

/**
 * The cells that begin with a number (1.深化改革), where these count from 1 on without a break, other cells between them. 一、 counts tasks only below
 * categories of other numbers.
 */
function seriesOf(cells: readonly RawCell[], by: Counting): ReadonlySet<number> {
  const series = new Set<number>();
  let outer = 0;
  for (const [index, { text }] of cells.entries()) {
    const mark = leadingMark(text);
    if (mark && OUTER.test(mark.shape)) outer++;
    if (mark?.shape !== SHAPES[by]) continue;
    if (mark.value !== series.size + 1 || series.has(index - 1)) return new Set();
    series.add(index);
  }
  return series.size >= LEAST && (by === '1' || outer >= 2) ? series : new Set();
}

const SHAPES: Readonly<Record<Counting, string>> = { '1': '1.', 一: '一、' };
const OUTER = /^(?:壹|第一)/;

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

/** Numbers that must make a series. */
const LEAST = 5;

/** What speaks against a date in the column of numbers. */
const DATE = 12;
/** What speaks against an amount (3.65) in the column of numbers, where tasks are numbered otherwise. */
const DECIMAL = 8;
export const DECIMALS = '1.1';
/** What speaks against a number before which the one below it has not stood for so many cells. */
const JUMP = 5;
const NEAR = 60;
/** Among how many cells after the heading a table's first number stands. */
const FIRST = 8;

export function isBare(cells: readonly RawCell[]): boolean {
  return cells.filter(cell => cell.border === 'newline').length > cells.length * 0.9;
}

/** Whether a text can be a category row of a stream: 一、…, （一）…, 甲、…, 壹、…, 第一阶段 …. */
export function opensGroup({ text, mark, sentence }: Look): boolean {
  if (sentence) return false;
  return (
    (mark !== null && mark !== '①') || STAGE.test(text) || /^[甲乙丙丁戊己庚辛壬癸壹贰貳叁參肆伍陆陸柒捌玖拾]{1,3}\s?[、.．]/.test(text)
  );
}
