import { describe, expect, it } from 'vitest';
import { addMeaning, buildPlan, checkPlan, readSource } from '../../src/index.ts';

const TABLE =
  '2024年重点任务\n序号,任务内容,一季度（亿元）,二季度（亿元）,5月,牵头单位\n1,完成固定资产投资,12.5,30,20日前完成入库,市发展改革局\n';

describe('the meaning of milestones', () => {
  it('knows the unit of its column and the month it stands under', async () => {
    const document = await readSource(Buffer.from(TABLE), 'plan.csv', 0);
    const { plan } = buildPlan([{ document, name: 'plan.csv', sha256: '' }], { meaning: addMeaning }, checkPlan);
    const [first, second, may] = plan.tasks[0]!.milestones;
    expect([first, second].map(one => one!.quantities!.map(({ value, unit }) => [value, unit]))).toEqual([
      [[1250000000, '元']],
      [[3000000000, '元']],
    ]);
    expect(may!.times!.map(({ text, to }) => [text, to])).toEqual([['20日前', '2024-05-20']]);
  });

  it('is absent where it was not asked for', async () => {
    const document = await readSource(Buffer.from(TABLE), 'plan.csv', 0);
    const { plan } = buildPlan([{ document, name: 'plan.csv', sha256: '' }], {}, checkPlan);
    expect(Object.keys(plan.tasks[0]!.milestones[0]!)).not.toContain('times');
  });
});
