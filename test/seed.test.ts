import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Plan, readSource, type Task } from '../src/index.ts';
import { expectedPlan, planOf } from './plan-fixtures.ts';

const SEED = 'seeds/chengdu-2021.txt';
const text = readFileSync(SEED, 'utf8');
const expected = expectedPlan('chengdu-2021');
const plan: Plan = await planOf(SEED);

function task(id: string): Task {
  return plan.tasks.find(one => one.id === id)!;
}

function unit(name: string): { lead: string[]; support: string[] } {
  return plan.units.find(one => one.name === name)!;
}

describe('the real document, cell by cell', () => {
  it('has the 42 tasks that stand in it, in order', () => {
    expect(plan.tasks.map(one => one.id)).toEqual(Array.from({ length: 42 }, (_, index) => String(index + 1)));
    expect(expected.tasks.map(one => one.id)).toEqual(plan.tasks.map(one => one.id));
  });

  for (const one of expected.tasks) {
    it(`task ${one.id}`, () => {
      const { category, content, milestones, leadUnits, supportUnits, deadline, extra } = task(one.id!);
      expect({
        category,
        content,
        periods: Object.fromEntries(milestones.map(milestone => [milestone.period, milestone.text])),
        lead: leadUnits,
        support: supportUnits,
        deadline,
        extra,
      }).toEqual({
        category: one.category,
        content: one.content,
        periods: one.periods,
        lead: one.lead,
        support: one.support,
        deadline: null,
        extra: {},
      });
    });
  }

  it('has four milestones a task, each due at the end of its quarter', () => {
    const milestones = plan.tasks.flatMap(one => one.milestones);
    expect(milestones).toHaveLength(168);
    expect(milestones.filter(({ text: cell }) => cell.trim() === '')).toEqual([]);
    expect(plan.tasks.filter(one => one.milestones.map(({ period }) => period).join() !== 'Q1,Q2,Q3,Q4')).toEqual([]);
    const due = new Set(milestones.map(milestone => `${milestone.period} ${milestone.due} ${milestone.dueFrom}`));
    expect([...due]).toEqual(['Q1 2021-03-31 period', 'Q2 2021-06-30 period', 'Q3 2021-09-30 period', 'Q4 2021-12-31 period']);
    expect(milestones[0]!.id).toBe('1.Q1');
  });

  it('has ten categories; the first, whose cell is written twice, is one', () => {
    expect(plan.categories.map(category => category.tasks.length)).toEqual([4, 4, 15, 5, 3, 2, 2, 2, 2, 3]);
    expect(plan.categories[0]).toEqual({ path: ['一、全力推进重大基础设施项目建设'], tasks: ['1', '2', '3', '4'] });
    expect(text.split('一、全力推进重大基础设施项目建设')).toHaveLength(3);
  });
});

describe('the units of the real document', () => {
  it('成都市 leads 27 tasks and supports three', () => {
    expect(unit('成都市').lead).toHaveLength(27);
    expect(unit('成都市').support).toEqual(['24', '28', '39']);
  });

  it('资阳市 leads six, one of them with three others, each for itself', () => {
    expect(unit('资阳市').lead).toHaveLength(6);
    expect(task('6').leadUnits).toEqual(['成都市', '德阳市', '眉山市', '资阳市']);
    expect(task('6').leadMode).toBe('separate');
    expect(plan.tasks.filter(one => one.leadMode === 'separate').map(one => one.id)).toEqual(['6']);
  });

  it('财政厅 leads task 27 and supports task 26, which three units support', () => {
    expect(unit('财政厅')).toMatchObject({ lead: ['27'], support: ['26'] });
    expect(task('26').supportUnits).toEqual(['财政厅', '省国资委', '省地方金融监管局']);
  });

  it('twelve tasks have no supporting unit', () => {
    expect(plan.tasks.filter(one => one.supportUnits.length === 0)).toHaveLength(12);
  });

  it('lists each unit once, with the tasks that name it', () => {
    expect(new Set(plan.units.map(one => one.name)).size).toBe(plan.units.length);
    for (const { name, lead, support } of plan.units) {
      expect(lead).toEqual(plan.tasks.filter(one => one.leadUnits.includes(name)).map(one => one.id));
      expect(support).toEqual(plan.tasks.filter(one => one.supportUnits.includes(name)).map(one => one.id));
    }
  });
});

describe('the real document as a whole', () => {
  it('has no title; its year is inferred, and said so', () => {
    expect(plan).toMatchObject({ title: null, year: 2021, yearFrom: 'inferred' });
    expect(plan.diagnostics.filter(({ code }) => code === 'year-inferred')).toHaveLength(1);
  });

  it('loses nothing: every character that is no separator stands in exactly one cell', async () => {
    const document = await readSource(readFileSync(SEED), SEED, 0);
    const cells = document.blocks.flatMap(block => (block.kind === 'table' ? block.rows.flatMap(row => [...row.cells]) : []));
    for (const cell of cells) expect(text.slice(cell.place.start, cell.place.end)).toBe(cell.text);
    expect(uncovered(cells.map(cell => cell.place))).toEqual([]);
  });

  it('puts every cell below the heading into exactly one field of one task', () => {
    const body = text.indexOf('一、全力');
    const places = plan.tasks.flatMap(one => [
      ...['number', 'content', 'lead', 'support'].flatMap(field => one.places[field] ?? []),
      ...one.milestones.map(({ place }) => place),
    ]);
    const categories = new Map(plan.tasks.map(one => [one.places.category!.start, one.places.category!]));
    expect(uncovered([...places, ...categories.values()]).filter(at => at >= body)).toEqual([]);
  });

  it('knows the line of each cell', () => {
    const lines = text.split('\n');
    for (const { places, milestones } of plan.tasks) {
      for (const place of [...Object.values(places), ...milestones.map(milestone => milestone.place)])
        expect(lines[place.line - 1]!.slice(place.column - 1)).toBe(text.slice(place.start).split('\n')[0]);
    }
  });
});

/** Offsets of characters that are neither bars nor white space and stand in no place, or in more than one. */
function uncovered(places: readonly { start: number; end: number }[]): number[] {
  const times = new Uint8Array(text.length);
  for (const { start, end } of places) for (let at = start; at < end; at++) times[at]!++;
  return [...times.keys()].filter(at => times[at] !== 1 && !/[|\s]/.test(text[at]!));
}
