import { describe, expect, it } from 'vitest';
import { attach, reportsOn } from '../../src/ledger/join.ts';
import { readLedgerText } from '../../src/ledger/ledger-text.ts';
import type { Plan } from '../../src/plan/schema.ts';
import { seedPlan } from '../cli/world.ts';

const HEAD = '登记时间,登记人,事项,状态,发生日期';

/** The states of some items on a day, by the lines of a ledger. */
async function states(lines: readonly string[], items: readonly string[]): Promise<(string | undefined)[]> {
  const plan = JSON.parse((await seedPlan()).toString('utf8')) as Plan;
  const ledger = attach(plan, readLedgerText(Buffer.from([HEAD, ...lines, ''].join('\n'))).lines);
  const found = reportsOn(plan, ledger, '2021-12-31', null);
  return items.map(item => found.get(item)?.state);
}

describe('reports on a whole and its parts', () => {
  it.each([
    ['a later report on the task leaves what was done', ['4.Q1,已完成', '4,推进中'], ['已完成', '推进中']],
    ['what was not done takes the state of the whole', ['4.Q1,推进中', '4,已完成'], ['已完成', '已完成']],
    ['a later report on the part corrects the whole', ['4,已完成', '4.Q1,推进中'], ['推进中', '已完成']],
    ['what is cancelled stays so', ['4.Q1,取消', '4,已完成'], ['取消', '已完成']],
    ['a later report on the part itself undoes its end', ['4.Q1,已完成', '4.Q1,推进中'], ['推进中', undefined]],
  ])('%s', async (_, reports, wanted) => {
    const lines = reports.map((report, index) => `2021-0${index + 4}-01 09:00:00,张三,${report},2021-03-30`);
    expect(await states(lines, ['4.Q1', '4.Q2'])).toEqual(wanted);
  });

  it('a milestone with one deliverable done and the rest going on goes on', async () => {
    const lines = ['2021-04-01 09:00:00,张三,9.Q1.1,已完成,2021-03-30', '2021-04-02 09:00:00,张三,9.Q1,推进中,2021-04-01'];
    expect(await states(lines, ['9.Q1', '9.Q1.1', '9.Q1.2'])).toEqual(['推进中', '已完成', '推进中']);
  });
});
