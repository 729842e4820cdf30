import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CivilDate } from '../../src/base/civil-date.ts';
import { readDeliverables, readQuantities, readTimes } from '../../src/meaning/index.ts';
import type { Deliverable } from '../../src/plan/schema.ts';

const FOLDER = resolve(import.meta.dirname, '../../fixtures/meaning');

/** A deliverable as annotated by hand: text, kinds (the first is the reader's, others may be defended), phase, commitment, last day, names. */
export interface Expected {
  text: string;
  kinds: string[];
  phase: string;
  commitment: string;
  date: string;
  names: string[];
}

export interface Case {
  file: string;
  year: number;
  due: CivilDate;
  text: string;
  /** Unit of the heading the cell stands under. */
  unit?: string;
  expected: Expected[];
  /** Times by text and last day, and amounts by text, comparator, value and unit; only where a file says them. */
  times?: string[];
  amounts?: string[];
}

/**
 * Reads fixtures/meaning/NAME-YEAR.txt: `## due | text of a cell | unit of its heading`, then a line `- text | kind/kind | phase | commitment | day
 * or = | names` a deliverable, and in files whose first line says `times and amounts` a line `~ text | last day` a time and `+ text | comparator |
 * value | unit` an amount.
 */
export function deliverableCases(): Case[] {
  return readdirSync(FOLDER)
    .filter(file => /-\d{4}\.txt$/.test(file))
    .flatMap(file => {
      const cases: Case[] = [];
      const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n');
      const whole = lines[0]!.includes('times and amounts');
      for (const line of lines) {
        const fields = line.split(/ \| ?/);
        if (line.startsWith('## '))
          cases.push({
            ...{ file, year: Number(file.slice(-8, -4)), due: fields[0]!.slice(3) as CivilDate, text: fields[1]!, expected: [] },
            ...(fields[2] === undefined ? {} : { unit: fields[2] }),
            ...(whole ? { times: [], amounts: [] } : {}),
          });
        else if (line.startsWith('~ ')) cases.at(-1)!.times!.push(line.slice(2));
        else if (line.startsWith('+ ')) cases.at(-1)!.amounts!.push(line.slice(2));
        else if (line.startsWith('- ')) {
          const [text = '', kind = '', phase = '', commitment = '', day = '', names = ''] = fields;
          const known = cases.at(-1)!;
          const date = day === '=' ? known.due : day;
          known.expected.push({
            text: text.slice(2),
            kinds: kind.split('/'),
            phase,
            commitment,
            date,
            names: names === '' ? [] : names.split(' ; '),
          });
        }
      }
      return cases;
    });
}

/** What the program reads in a text. */
export function read(text: string, year = 2021, due: CivilDate | null = null): Deliverable[] {
  const times = readTimes(text, { year, roc: false });
  return readDeliverables(text, { id: '1.Q1', times, quantities: readQuantities(text, times), due });
}

/** What the program reads of times and amounts, as they are annotated. */
function points({ text, year, unit }: Case): { times: string[]; amounts: string[] } {
  const times = readTimes(text, { year, roc: false });
  return {
    times: times.map(({ text, to }) => `${text} | ${to}`),
    amounts: readQuantities(text, times, unit).map(({ text, comparator, value, unit }) => [text, comparator, value, unit].join(' | ')),
  };
}

/** A name without the quotation marks around it, which one reader takes along and another leaves. */
const bare = (name: string): string => name.replace(/^[《“]|[》”]$/g, '');

/** Right, said and expected of each field over all cases. */
export function scoreDeliverables(cases: readonly Case[]): Record<string, { right: number; said: number; expected: number }> {
  const score: Record<string, { right: number; said: number; expected: number }> = {};
  const count = (field: string, right: number, said: number, expected: number): void => {
    const sum = score[field] ?? { right: 0, said: 0, expected: 0 };
    score[field] = { right: sum.right + right, said: sum.said + said, expected: sum.expected + expected };
  };
  for (const one of cases) {
    const { text, year, due, expected } = one;
    const said = points(one);
    for (const field of ['times', 'amounts'] as const) {
      const wanted = one[field];
      if (wanted) count(field, said[field].filter(point => wanted.includes(point)).length, said[field].length, wanted.length);
    }
    if (expected.length === 0) continue;
    const found = read(text, year, due);
    const pairs = expected.flatMap(wanted => found.filter(({ text }) => text === wanted.text).map(got => ({ wanted, got })));
    count('deliverables', pairs.length, found.length, expected.length);
    for (const { wanted, got } of pairs) {
      count('kind', wanted.kinds.includes(got.kind) ? 1 : 0, 1, 1);
      for (const field of ['phase', 'commitment'] as const) count(field, got[field] === wanted[field] ? 1 : 0, 1, 1);
      count('deadline', got.deadline.date === wanted.date ? 1 : 0, 1, 1);
      const names = wanted.names.map(bare);
      count('names', got.names.filter(name => names.includes(bare(name))).length, got.names.length, names.length);
    }
  }
  return score;
}
