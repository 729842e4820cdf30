import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, plan, seedPlan } from './world.ts';

const TABLE = '序号,任务内容,一季度,二季度,牵头单位\n1,建设学校。,开工。,建成。,教育局\n';

/** A folder with a document, a saved plan, and links to both. */
async function folder(): Promise<string> {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, '附件'));
  writeFileSync(join(cwd, '方案.csv'), TABLE);
  writeFileSync(join(cwd, '附件/方案.csv'), TABLE);
  writeFileSync(join(cwd, 'plan.json'), await seedPlan());
  for (const ledger of ['ledger.csv', '别名.csv']) writeFileSync(join(cwd, ledger), '事项,状态\n3.Q1,已完成\n');
  symlinkSync('方案.csv', join(cwd, '另名.csv'));
  return cwd;
}

describe('-o', () => {
  const calls: readonly (readonly [written: string, argv: readonly string[], env?: Record<string, string>])[] = [
    ['方案.csv', ['report', '方案.csv', '-o', './方案.csv']],
    ['方案.csv', ['report', '另名.csv', '-o', '方案.csv']],
    ['方案.csv', ['report', '方案.csv', '-o', '另名.csv']],
    ['方案.csv', ['parse', '方案.csv', '--format', 'json', '-o', '附件/../方案.csv']],
    ['附件/方案.csv', ['report', '附件', '-o', '附件/方案.csv']],
    ['附件/方案.csv', ['report', '附*', '-o', '附件/方案.csv']],
    ['plan.json', ['report', '--plan', 'plan.json', '-o', 'plan.json']],
    ['plan.json', ['overdue', '-o', 'plan.json']],
    ['plan.json', ['show', '3', '-o', 'plan.json']],
    ['plan.json', ['collect', '方案.csv', '--yes', '-o', 'plan.json']],
    ['ledger.csv', ['report', '-o', 'ledger.csv']],
    ['ledger.csv', ['report', '方案.csv', '-o', 'ledger.csv']],
    ['ledger.csv', ['ledger', '3.Q1', '-o', './ledger.csv']],
    ['别名.csv', ['status', '--ledger', '别名.csv', '-o', '别名.csv']],
    ['plan.json', ['check', '-o', './plan.json'], { PLAN_FILE: 'plan.json' }],
  ];
  for (const [written, argv, env] of calls)
    it(`never overwrites what is read: ${env ? 'PLAN_FILE=plan.json ' : ''}plan ${argv.join(' ')}`, async () => {
      const cwd = await folder();
      const before = readFileSync(join(cwd, written), 'utf8');
      const { exit, stderr } = await plan(argv, { cwd, ...(env ? { env } : {}) });
      expect([exit, stderr]).toEqual([2, `plan: ${argv.at(-1)} 是要读取的文件，不能同时写入\n`]);
      expect(readFileSync(join(cwd, written), 'utf8') === before).toBe(true);
    });

  it('by an absolute path neither', async () => {
    const cwd = await folder();
    expect((await plan(['report', '方案.csv', '-o', join(cwd, '方案.csv')], { cwd })).exit).toBe(2);
    expect(readFileSync(join(cwd, '方案.csv'), 'utf8')).toBe(TABLE);
  });

  it('keeps the permissions of the file it replaces', async () => {
    const cwd = await folder();
    writeFileSync(join(cwd, '报告.csv'), '上次的报告');
    chmodSync(join(cwd, '报告.csv'), 0o600);
    expect((await plan(['report', '-o', '报告.csv'], { cwd })).exit).toBe(0);
    expect(statSync(join(cwd, '报告.csv')).mode & 0o777).toBe(0o600);
  });

  it('writes the file that a link leads to, and leaves the link', async () => {
    const cwd = await folder();
    writeFileSync(join(cwd, '真.csv'), '上次的报告');
    symlinkSync('真.csv', join(cwd, '链.csv'));
    expect((await plan(['report', '-o', '链.csv'], { cwd })).exit).toBe(0);
    expect(lstatSync(join(cwd, '链.csv')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, '真.csv'), 'utf8')).toContain('成都市');
  });

  it('never writes through a link that was laid where it would begin the file', async () => {
    const cwd = await folder();
    writeFileSync(join(cwd, '他人.txt'), '他人的文件');
    const laid = `.报告.csv.${process.pid}.0.part`;
    symlinkSync('他人.txt', join(cwd, laid));
    expect((await plan(['report', '-o', '报告.csv'], { cwd })).exit).toBe(0);
    expect(readFileSync(join(cwd, '他人.txt'), 'utf8')).toBe('他人的文件');
    expect(readdirSync(cwd).filter(name => name.endsWith('.part'))).toEqual([laid]);
  });

  it('leaves a file as it is where a document holds no task, and says why', async () => {
    const cwd = await folder();
    writeFileSync(join(cwd, '消息.txt'), '今天开了一个会。\n');
    for (const file of ['旧.ndjson', '旧.json']) {
      writeFileSync(join(cwd, file), '上次的任务');
      const { exit, stderr } = await plan(['parse', '消息.txt', '-o', file], { cwd });
      expect([exit, readFileSync(join(cwd, file), 'utf8')]).toEqual([2, '上次的任务']);
      expect(stderr).toContain('[no-table]');
    }
  });
});

describe('a folder', () => {
  it('may hold the locks of an open document and links that lead nowhere, which is told', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, '附件'));
    writeFileSync(join(cwd, '附件/方案.csv'), TABLE);
    writeFileSync(join(cwd, '附件/~$方案.docx'), 'lock');
    expect(await plan(['units', '附*', '--format', 'csv'], { cwd })).toMatchObject({ exit: 0, stderr: '' });
    symlinkSync('没有.csv', join(cwd, '附件/断.csv'));
    const { exit, stderr } = await plan(['units', '附件', '--format', 'csv'], { cwd });
    expect([exit, stderr]).toEqual([2, 'plan: 读不了 附件/断.csv：没有这个文件\n']);
  });
});
