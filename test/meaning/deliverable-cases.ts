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
  expected: Expected[];
}

/** Reads fixtures/meaning/NAME-YEAR.txt: `## due | text of a cell`, then a line `- text | kind/kind | phase | commitment | day or = | names`. */
export function deliverableCases(): Case[] {
  return readdirSync(FOLDER)
    .filter(file => /-\d{4}\.txt$/.test(file))
    .flatMap(file => {
      const cases: Case[] = [];
      for (const line of readFileSync(join(FOLDER, file), 'utf8').split('\n')) {
        const fields = line.split(/ \| ?/);
        if (line.startsWith('## '))
          cases.push({ file, year: Number(file.slice(-8, -4)), due: fields[0]!.slice(3) as CivilDate, text: fields[1]!, expected: [] });
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

/** A name without the quotation marks around it, which one reader takes along and another leaves. */
const bare = (name: string): string => name.replace(/^[《“]|[》”]$/g, '');

/** Right, said and expected of each field over all cases. */
export function scoreDeliverables(cases: readonly Case[]): Record<string, { right: number; said: number; expected: number }> {
  const score: Record<string, { right: number; said: number; expected: number }> = {};
  const count = (field: string, right: number, said: number, expected: number): void => {
    const sum = score[field] ?? { right: 0, said: 0, expected: 0 };
    score[field] = { right: sum.right + right, said: sum.said + said, expected: sum.expected + expected };
  };
  for (const { text, year, due, expected } of cases) {
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
