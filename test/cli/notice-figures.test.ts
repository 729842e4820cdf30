import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, plan, seedPlan } from './world.ts';

interface Record {
  task: string;
  text: string;
  status: string;
}

const options = [
  ['--unit', '眉山市', '--quarter', 'Q3', '--as-of', '2021-10-09'],
  ['--role', 'any', '--unit', '德阳市', '--as-of', '2021-07-01'],
  ['--as-of', '2021-10-01', '--within', '100d'],
];

describe('a notice has the figures of the report with the same options', () => {
  for (const [kind, command] of [
    ['remind', 'report'],
    ['overdue', 'overdue'],
    ['bulletin', 'report'],
  ] as const)
    it.each(options)(`${kind}: %s %s %s %s`, async (...given) => {
      const cwd = emptyFolder();
      writeFileSync(join(cwd, 'plan.json'), await seedPlan());
      const asked = given.filter(word => word !== undefined);
      const json = await plan([command, ...asked, '--format', 'json', '--exit-zero'], { cwd });
      const { records } = JSON.parse(json.stdout.toString()) as { records: Record[] };
      const { stdout } = await plan(['notice', '--kind', kind, ...asked], { cwd });
      const tasks = new Set(records.map(({ task }) => task)).size;
      const names = { unreported: '到期未报', soon: '即将到期', open: '未到期' };
      const counts = Object.entries(names).flatMap(([status, name]) => {
        const count = records.filter(record => record.status === status).length;
        return count === 0 ? [] : [`${name} ${count} 个`];
      });
      expect(records.length).toBeGreaterThan(0);
      expect(stdout.toString()).toContain(`涉及节点 ${records.length} 个、任务 ${tasks} 项，其中${counts.join('、')}。`);
      const listed = kind === 'bulletin' ? records.filter(({ status }) => status === 'unreported') : records;
      expect(stdout.toString().match(/^\d+\. /gm) ?? []).toHaveLength(listed.length);
    });
});
