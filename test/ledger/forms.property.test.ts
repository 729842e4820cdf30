import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collect } from '../../src/ledger/collect.ts';
import { attach } from '../../src/ledger/join.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { csvReader } from '../../src/source/csv.ts';
import type { RawDocument } from '../../src/source/raw.ts';
import { seedPlan } from '../cli/world.ts';

const MOMENT = { recorded: '2021-10-01 09:00:00', today: '2021-10-01' };
const HEADINGS = ['编号', '状态', '发生日期', '完成值', '进展说明', '其他'];

/** A form as CSV text is read. */
async function form(rows: readonly (readonly string[])[]): Promise<RawDocument> {
  const text = rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
  return csvReader.read(new TextEncoder().encode(text), 'form.csv', 0);
}

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '完成',
    '已完成',
    '推进 中',
    '2021.9.28',
    '9/28',
    '44467',
    '99999999',
    '2月30日',
    '__proto__',
    'constructor',
    '4.Q3',
    '5.Q3.1',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

it('the order of columns and lines does not matter to what a form reports and to what is told of it', async () => {
  const saved = JSON.parse((await seedPlan()).toString('utf8')) as Plan;
  const ledger = attach(saved, []);
  const items = saved.tasks.flatMap(task => task.milestones.map(milestone => milestone.id));
  const line = fc.tuple(fc.oneof(fc.constantFrom(...items), cell), cell, cell, cell, cell, cell);
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), async (lines, order) => {
      const distinct = lines.filter((one, index) => lines.findIndex(other => other[0] === one[0]) === index);
      const said = async (rows: readonly (readonly string[])[], columns: readonly number[]) => {
        const document = await form([HEADINGS, ...rows].map(row => columns.map(column => row[column]!)));
        const { entries, problems, known } = collect(saved, ledger, [{ name: 'form.csv', document }], MOMENT);
        expect(known).toBe(0);
        for (const entry of entries) expect(entry.on === null || entry.on <= MOMENT.today).toBe(true);
        return [entries.map(entry => JSON.stringify(entry)).sort(), problems.map(({ fault, item }) => `${fault} ${item}`).sort()];
      };
      expect(await said([...distinct].reverse(), order)).toEqual(await said(distinct, [0, 1, 2, 3, 4, 5]));
    }),
    { numRuns: 60 },
  );
});
