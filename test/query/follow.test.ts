import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deliverable, Milestone, Plan, Quantity, Task } from '../../src/plan/schema.ts';
import { selectDeliverables, selectMilestones } from '../../src/query/deliverables.ts';
import { select } from '../../src/query/query.ts';
import { seriesOf } from '../../src/query/targets.ts';
import { trace } from '../../src/query/trace.ts';

const DAY = '2021-10-01';
const place = { source: 0, line: 1, column: 1, start: 0, end: 0 };

const quantity = fc.record({
  text: fc.constant('1'),
  span: fc.constant<[number, number]>([0, 1]),
  metric: fc.constantFrom('', '里程', '一标段里程', '二标段里程', '桥梁'),
  comparator: fc.constantFrom<Quantity['comparator']>('eq', 'ge', 'approx'),
  value: fc.integer({ min: 0, max: 1000 }),
  unit: fc.constantFrom('公里', '%'),
  cumulative: fc.boolean(),
});

const deliverable = fc.record({
  id: fc.constant(''),
  text: fc.constantFrom('启动久隆水库建设', '德阳市人民医院封顶', '印发《眉山市人民医院章程》', '完成人民医院改造'),
  span: fc.constant<[number, number]>([0, 1]),
  kind: fc.constantFrom<Deliverable['kind']>('start', 'build', 'issue'),
  phase: fc.constant<Deliverable['phase']>('done'),
  commitment: fc.constantFrom<Deliverable['commitment']>('firm', 'strive'),
  deadline: fc.record({ text: fc.constant(null), date: fc.constantFrom('2021-03-31', '2021-09-30', '2021-12-31', null) }),
  quantities: fc.constant<Quantity[]>([]),
  names: fc.constant<string[]>([]),
});

const milestones = fc.uniqueArray(
  fc.record({ period: fc.constantFrom('Q1', 'Q2', 'Q3', 'Q4'), quantities: fc.array(quantity), deliverables: fc.array(deliverable) }),
  { selector: ({ period }) => period },
);

/** A plan of tasks with such milestones. */
const plans = fc.array(milestones, { maxLength: 4 }).map(
  (tasks): Plan => ({
    schemaVersion: 1,
    title: null,
    year: 2021,
    yearFrom: 'stated',
    sources: [],
    categories: [],
    units: [{ name: '眉山市', aliases: [], lead: [], support: [] }],
    diagnostics: [],
    tasks: tasks.map(
      (made, index): Task => ({
        id: String(index + 1),
        category: [],
        content: '',
        leadUnits: [],
        supportUnits: [],
        leadMode: 'single',
        deadline: null,
        extra: {},
        place,
        places: {},
        milestones: made.map(
          (one): Milestone => ({
            ...one,
            id: `${index + 1}.${one.period}`,
            text: one.deliverables.map(({ text }) => text).join('。'),
            due: '2021-12-31',
            dueFrom: 'period',
            place,
            times: [],
          }),
        ),
      }),
    ),
  }),
);

describe('series of quantities', () => {
  it('hold every quantity once, as it is, and change only what is cumulative', () =>
    fc.assert(
      fc.property(plans, plan => {
        const matches = select(plan, { role: 'any' }, DAY, 0);
        const targets = seriesOf(matches, plan.year).flatMap(series => series.targets);
        const all = matches.flatMap(({ milestone }) => milestone.quantities ?? []);
        expect(new Set(targets.map(target => target.quantity))).toEqual(new Set(all));
        expect(targets).toHaveLength(all.length);
        for (const { quantity, change } of targets) if (!quantity.cumulative) expect(change).toBeNull();
      }),
      { numRuns: 100 },
    ));

  it('go forward in time, one figure a period, in one unit', () =>
    fc.assert(
      fc.property(plans, plan => {
        for (const { targets, unit } of seriesOf(select(plan, { role: 'any' }, DAY, 0), plan.year)) {
          const periods = targets.map(({ milestone }) => milestone!.period);
          expect(periods).toEqual([...new Set(periods)].sort());
          expect(targets.every(({ quantity }) => quantity.unit === unit)).toBe(true);
        }
      }),
      { numRuns: 100 },
    ));
});

describe('deliverables asked for', () => {
  it('stand in just the milestones that the same query finds', () =>
    fc.assert(
      fc.property(plans, fc.constantFrom<Deliverable['kind']>('start', 'build'), fc.boolean(), (plan, kind, due) => {
        const wanted = { kinds: [kind], ...(due ? { dueAfter: '2021-09-30', dueBefore: '2021-09-30' } : {}) };
        const deliverables = selectDeliverables(plan, { role: 'any' }, wanted, DAY, 0);
        const found = selectMilestones(plan, { role: 'any' }, wanted, DAY, 0);
        expect(new Set(deliverables.map(({ milestone }) => milestone))).toEqual(new Set(found.map(({ milestone }) => milestone)));
        for (const { deliverable } of deliverables) {
          expect(deliverable.kind).toBe(kind);
          if (due) expect(deliverable.deadline.date).toBe('2021-09-30');
        }
      }),
      { numRuns: 100 },
    ));
});

describe('a name', () => {
  it.each([
    ['久隆水库', ['启动久隆水库建设']],
    ['《久隆 水库》', ['启动久隆水库建设']],
    ['眉山市人民医院', ['印发《眉山市人民医院章程》', '完成人民医院改造']],
    ['人民医院', ['德阳市人民医院封顶', '印发《眉山市人民医院章程》', '完成人民医院改造']],
    ['成都市水库', []],
  ])('%s is spoken of in the order of the periods', (name, texts) =>
    fc.assert(
      fc.property(plans, plan => {
        const all = selectDeliverables(plan, { role: 'any' }, {}, DAY, 0);
        const found = trace(plan, all, name);
        expect(new Set(found)).toEqual(new Set(all.filter(({ deliverable }) => texts.includes(deliverable.text))));
        const periods = found.map(({ milestone }) => milestone!.period);
        expect(periods).toEqual([...periods].sort());
      }),
      { numRuns: 30 },
    ),
  );
});
