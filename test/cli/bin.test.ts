import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, SEED, seedPlan } from './world.ts';

const BIN = resolve(import.meta.dirname, '../../bin/plan.js');

/** A folder with a saved plan that is large enough to fill a pipe many times over. */
async function folder(): Promise<string> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'plan.json'), await seedPlan());
  return cwd;
}

/** Runs a line of bash in which `plan` is the real program. */
function bash(cwd: string, line: string): { status: number | null; stdout: string; stderr: string } {
  const script = `plan() { '${process.execPath}' '${BIN}' "$@"; }; set -o pipefail; ${line}`;
  const { LANG: _, LC_ALL: __, PLAN_FILE: ___, ...env } = process.env;
  return spawnSync('bash', ['--norc', '-c', script], { cwd, encoding: 'utf8', env: { ...env, LANG: 'zh_CN.UTF-8' } });
}

describe('the program itself', () => {
  it('has been built', () => {
    expect(existsSync(resolve(BIN, '../../dist/plan.cjs')), 'run npm run build first').toBe(true);
  });

  it('prints its version', () => {
    const { version } = JSON.parse(readFileSync(resolve(BIN, '../../package.json'), 'utf8')) as { version: string };
    expect(bash(emptyFolder(), 'plan --version')).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('lists 81 overdue milestones of 成都市 and exits 1', async () => {
    const { status, stdout, stderr } = bash(await folder(), 'plan overdue --unit 成都市 --as-of 2021-10-01 --format csv');
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout.trim().split('\r\n')).toHaveLength(82);
  });

  it('writes to a pipe all it has to say, and no colour', async () => {
    const { status, stdout } = bash(await folder(), 'plan report | cat');
    expect(status).toBe(0);
    expect(Buffer.byteLength(stdout)).toBeGreaterThan(64 * 1024);
    expect(stdout).not.toContain('\u001b');
    expect(stdout.endsWith('没有进展台账：到期节点一律按“到期未报”列出\n')).toBe(true);
  });

  it('reads a document from a pipe', () => {
    const { status, stdout, stderr } = bash(emptyFolder(), `cat '${SEED}' | plan units - --format csv | tail -n +2 | wc -l`);
    expect([status, stdout.trim(), stderr]).toEqual([0, '27', '']);
  });

  for (const command of ['report', 'report --format json', 'units', 'schema', 'check --fail-on never', 'completion bash'])
    it(`ends quietly where the reader goes away: plan ${command} | head -1`, async () => {
      const { status, stdout, stderr } = bash(await folder(), `plan ${command} | head -1`);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout.split('\n')).toHaveLength(2);
    });

  it('exits with its own status where the reader goes away', async () => {
    expect(bash(await folder(), 'plan overdue --as-of 2021-10-01 | head -1 > /dev/null').status).toBe(1);
  });
});

describe('output that cannot be written', () => {
  for (const [what, target] of Object.entries({ 'standard output': '> /dev/full', 'a file': '-o /dev/full' }))
    it(`to a full disk, on ${what}, is an error with a clear message`, async () => {
      const { status, stdout, stderr } = bash(await folder(), `plan report --format json ${target}`);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^plan: 写不了 \S+：磁盘已满\n$/);
    });

  it('leaves the ledger as it was where the disk fills up while recording, and takes the report once there is room', async () => {
    const cwd = await folder();
    const before = `登记时间,登记人,事项,状态,发生日期,完成值,说明,佐证,承诺内容,指纹\r\n${'2021-04-01 09:00:00,张三,3.Q1,推进中,,,甲,,,\r\n'.repeat(90)}`;
    writeFileSync(join(cwd, 'ledger.csv'), before);
    const size = Math.ceil(Buffer.byteLength(before) / 1024);
    const note = '乙'.repeat(600);
    const { status, stderr } = bash(cwd, `trap '' XFSZ; ulimit -f ${size}; plan mark 4.Q1 已完成 --note ${note}`);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^plan: 写不了 ledger\.csv：\S+\n$/)]);
    expect(readFileSync(join(cwd, 'ledger.csv'), 'utf8')).toBe(before);
    expect(readdirSync(cwd).sort()).toEqual(['ledger.csv', 'plan.json']);
    expect(bash(cwd, `plan mark 4.Q1 已完成 --note ${note}`).status).toBe(0);
    expect(readFileSync(join(cwd, 'ledger.csv'), 'utf8').slice(before.length)).toContain(note);
  });

  it('to a ledger that may not be written is told, and nothing is lost', async () => {
    const cwd = await folder();
    bash(cwd, 'plan mark 4.Q1 推进中');
    const before = readFileSync(join(cwd, 'ledger.csv'), 'utf8');
    // Whoever may do anything may write to a read-only file too.
    const asUser = process.getuid?.() === 0 ? 'setpriv --reuid=65534 --clear-groups' : 'env';
    bash(cwd, 'chmod 755 . && chmod 444 ledger.csv plan.json');
    const { status, stderr } = bash(cwd, `${asUser} '${process.execPath}' '${BIN}' mark 4.Q1 已完成`);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^plan: 写不了 \S+：\S+\n$/)]);
    expect(readFileSync(join(cwd, 'ledger.csv'), 'utf8')).toBe(before);
  });

  it('leaves no half file and no other trace where the disk fills up while writing', async () => {
    const cwd = await folder();
    writeFileSync(join(cwd, '报告.json'), '上次的报告');
    const { status, stderr } = bash(cwd, "trap '' XFSZ; ulimit -f 8; plan report --format json -o 报告.json");
    expect(status).toBe(2);
    expect(stderr).toMatch(/^plan: 写不了 报告\.json：\S+\n$/);
    expect(readFileSync(join(cwd, '报告.json'), 'utf8')).toBe('上次的报告');
    expect(readdirSync(cwd).sort()).toEqual(['plan.json', '报告.json']);
  });

  it('the same for plan.json itself', async () => {
    const cwd = await folder();
    const before = readFileSync(join(cwd, 'plan.json'));
    const { status } = bash(cwd, `trap '' XFSZ; ulimit -f 8; plan parse '${SEED}'`);
    expect(status).toBe(2);
    expect(readFileSync(join(cwd, 'plan.json')).equals(before)).toBe(true);
    expect(readdirSync(cwd)).toEqual(['plan.json']);
  });

  it('to a place below a file, or to a folder, is told and changes nothing', async () => {
    const cwd = await folder();
    mkdirSync(join(cwd, '报告.csv'));
    for (const target of ['plan.json/报告.csv', '没有/报告.csv', '报告.csv', '/proc/报告.csv']) {
      const { status, stdout, stderr } = bash(cwd, `plan report -o ${target}`);
      expect([target, status, stdout]).toEqual([target, 2, '']);
      expect(stderr).toMatch(/^plan: 写不了 \S+：(没有这个文件夹|这是文件夹|没有权限)\n$/);
    }
    expect(readdirSync(cwd).sort()).toEqual(['plan.json', '报告.csv']);
    expect(readdirSync(join(cwd, '报告.csv'))).toEqual([]);
  });

  it('replaces a file whole where it can', async () => {
    const cwd = await folder();
    writeFileSync(join(cwd, '报告.csv'), '旧'.repeat(1_000_000));
    const { status, stderr } = bash(cwd, 'plan units -o 报告.csv');
    expect([status, stderr]).toEqual([0, '已保存到 报告.csv\n']);
    expect(readFileSync(join(cwd, '报告.csv'), 'utf8')).not.toContain('旧');
    expect(readdirSync(cwd).sort()).toEqual(['plan.json', '报告.csv']);
  });
});

describe('the code that V8 made of the program', () => {
  /** A copy of the program, whose folder may be spoilt, and a way to run it. */
  async function copy(): Promise<{ code: string; overdue: () => string }> {
    const home = emptyFolder();
    for (const part of ['bin', 'dist']) cpSync(resolve(BIN, '../..', part), join(home, part), { recursive: true });
    const code = join(home, 'dist/code');
    rmSync(code, { recursive: true, force: true });
    const cwd = await folder();
    const args = [join(home, 'bin/plan.js'), 'overdue', '--as-of', '2021-10-01', '--exit-zero'];
    return { code, overdue: () => execFileSync(process.execPath, args, { cwd, encoding: 'utf8' }) };
  }

  it('is left by the first report and taken by the next, which says the same', async () => {
    const { code, overdue } = await copy();
    const first = overdue();
    const [name, ...others] = readdirSync(code);
    const bytes = readFileSync(join(code, name!));
    expect([others, first.length > 1000, overdue() === first]).toEqual([[], true, true]);
    expect(readFileSync(join(code, name!)).equals(bytes)).toBe(true);
  });

  it('is made anew where it has been spoilt, and done without where it cannot be written', async () => {
    const { code, overdue } = await copy();
    const first = overdue();
    const file = join(code, readdirSync(code)[0]!);
    const size = statSync(file).size;
    for (const spoilt of ['', 'no code at all', readFileSync(file).subarray(0, 5000)]) {
      writeFileSync(file, spoilt);
      expect([overdue() === first, statSync(file).size > size / 2]).toEqual([true, true]);
    }
    rmSync(code, { recursive: true });
    writeFileSync(code, 'a file in its place');
    expect(overdue()).toBe(first);
  });
});
