import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { statuses } from '../../src/base/status.ts';
import { emptyFolder, plan, seedPlan } from './world.ts';

type Tally = Record<(typeof statuses)[number] | 'total', number> & {
  completion: number | null;
  expected: number | null;
  trend: number | null;
};
type Line = Tally & { name: string | null; rank: number | null; periods?: Record<string, Tally> };

const HEAD = '登记时间,事项,状态,发生日期';
const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'];
const mark = fc.tuple(
  fc.integer({ min: 1, max: 42 }),
  fc.constantFrom('', ...QUARTERS.map(quarter => `.${quarter}`), '.Q1.1'),
  fc.constantFrom('已完成', '推进中', '滞后', '取消'),
  fc.constantFrom('2021-02-28', '2021-05-01', '2021-07-05', '2021-12-01'),
);
const day = fc.constantFrom('2021-01-01', '2021-04-01', '2021-07-20', '2021-10-09', '2022-03-01');

it('counts add up to the totals and to those of report, whatever was reported', async () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'plan.json'), await seedPlan());
  const json = async (...args: string[]): Promise<Line[]> => {
    const { stdout, stderr } = await plan([...args, '--format', 'json'], { cwd });
    expect(stderr).toBe('');
    return (JSON.parse(stdout.toString()) as { records: Line[] }).records;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(mark, { maxLength: 60 }), day, fc.constantFrom('unit', 'category', 'period'), async (marks, asOf, by) => {
      const lines = marks.map(([task, part, state, on]) => `2021-12-02 09:00:00,${task}${part},${state},${on}`);
      writeFileSync(join(cwd, 'ledger.csv'), [HEAD, ...lines, ''].join('\n'));
      const found = await json('status', '--by', by, '--as-of', asOf);
      const all = found.at(-1)!;
      const each = found.slice(0, -1);
      const reported = (await json('report', '--as-of', asOf)) as unknown as { status: (typeof statuses)[number] }[];
      expect([all.name, all.total]).toEqual([null, reported.length]);
      for (const status of statuses) expect(all[status]).toBe(reported.filter(one => one.status === status).length);
      for (const line of found) {
        expect(statuses.reduce((sum, status) => sum + line[status], 0)).toBe(line.total);
        const kept = line.total - line.cancelled;
        expect(line.completion).toBe(kept === 0 ? null : Math.round(((line.done + line['done-late']) / kept) * 1000) / 10);
        if (line.periods)
          for (const key of ['total', ...statuses] as const)
            expect(Object.values(line.periods).reduce((sum, period) => sum + period[key], 0)).toBe(line[key]);
        for (const other of each)
          if (line.rank !== null && other.rank !== null && line.trend! > other.trend!) expect(line.rank).toBeLessThan(other.rank);
      }
      // Units share tasks; categories and periods do not.
      for (const key of ['total', ...statuses] as const) {
        const sum = each.reduce((total, line) => total + line[key], 0);
        if (by === 'unit') expect(sum).toBeGreaterThanOrEqual(all[key]);
        else expect(sum).toBe(all[key]);
      }
    }),
    { numRuns: 25 },
  );
});
