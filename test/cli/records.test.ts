import { expect, it } from 'vitest';
import { emptyFolder, plan } from './world.ts';

it('records name no path of the machine that they come from', async () => {
  const record = { name: '/home/某人/方案.csv', text: '序号,任务内容,牵头单位\n1,建设学校。,教育局\n' };
  const { stdout } = await plan(['parse', '--records'], { cwd: emptyFolder(), stdin: Buffer.from(`${JSON.stringify(record)}\n`) });
  expect((JSON.parse(stdout.toString('utf8')) as { plan: { sources: unknown[] } }).plan.sources).toMatchObject([{ name: '方案.csv' }]);
});
