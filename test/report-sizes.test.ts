import { expect, it } from 'vitest';
import { buildPlan, readSource } from '../src/index.ts';
import { taskTable } from '../src/report/tables.ts';

it('a plan of more tasks than a call takes arguments is a table like any other', async () => {
  const rows = Array.from({ length: 150_000 }, (_, index) => `${index + 1},建设。,教育厅`);
  const document = await readSource(Buffer.from(`序号,任务内容,牵头单位\n${rows.join('\n')}\n`), 'a.csv', 0);
  const { plan } = buildPlan([{ document, name: 'a.csv', sha256: '' }], {}, () => []);
  expect(taskTable(plan, plan.tasks, 'zh').groups.flatMap(group => group.rows)).toHaveLength(150_000);
});
