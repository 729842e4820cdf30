import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLedgerText } from '../../src/ledger/ledger-text.ts';
import { emptyFolder, plan, seedPlan } from '../cli/world.ts';

const BIN = resolve(import.meta.dirname, '../../bin/plan.js');

async function folderWithPlan(): Promise<string> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'plan.json'), await seedPlan());
  return cwd;
}

function mark(cwd: string, note: string): ChildProcess {
  return spawn(process.execPath, [BIN, 'mark', '3.Q1', '推进中', '--note', note], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The exit status and what was printed. */
function ended(child: ChildProcess): Promise<{ exit: number | null; stdout: string }> {
  let stdout = '';
  child.stdout!.on('data', data => {
    stdout += data;
  });
  return new Promise(done => child.on('close', exit => done({ exit, stdout })));
}

function notes(cwd: string): string[] {
  const file = join(cwd, 'ledger.csv');
  const { lines } = readLedgerText(existsSync(file) ? readFileSync(file) : new Uint8Array());
  expect(lines.filter(({ fault }) => fault !== null)).toEqual([]);
  return lines.map(({ entry }) => entry!.note);
}

describe('the ledger loses nothing', () => {
  it('when eight processes record at once: every report has its line, and no line is torn', async () => {
    const cwd = await folderWithPlan();
    const rounds = Array.from({ length: 8 }, async (_, writer) => {
      for (let round = 0; round < 6; round++) expect((await ended(mark(cwd, `${writer}-${round}`))).exit).toBe(0);
    });
    await Promise.all(rounds);
    const wanted = Array.from({ length: 48 }, (_, index) => `${Math.floor(index / 6)}-${index % 6}`);
    expect(notes(cwd).sort()).toEqual(wanted.sort());
  });

  it('when writers are killed at any moment: what was acknowledged is there, and the file reads', async () => {
    const cwd = await folderWithPlan();
    const acknowledged: string[] = [];
    for (let round = 0; round < 30; round++) {
      const child = mark(cwd, `killed-${round}`);
      setTimeout(() => child.kill('SIGKILL'), 60 + ((round * 37) % 160));
      if ((await ended(child)).stdout.includes('已登记')) acknowledged.push(`killed-${round}`);
    }
    const found = notes(cwd);
    expect(acknowledged.filter(note => !found.includes(note))).toEqual([]);
  });

  it('when the last line was cut short: the next report stands on a line of its own', async () => {
    const cwd = await folderWithPlan();
    expect((await plan(['mark', '3.Q1', '推进中'], { cwd })).exit).toBe(0);
    appendFileSync(join(cwd, 'ledger.csv'), '2021-04-01 09:00:00,张');
    expect((await plan(['mark', '4.Q1', '已完成'], { cwd })).exit).toBe(0);
    const { lines } = readLedgerText(readFileSync(join(cwd, 'ledger.csv')));
    expect(lines.map(({ entry, fault }) => entry?.item ?? fault)).toEqual(['3.Q1', 'no-item', '4.Q1']);
  });

  it('when a spreadsheet has saved it as GBK: it is written in UTF-8 again, and every report stays', async () => {
    const cwd = await folderWithPlan();
    const file = join(cwd, 'ledger.csv');
    // 登记时间,事项,状态,登记人,发生日期,完成值,说明,佐证,承诺内容,指纹 / ,3.Q1,推进中 in GBK
    const heading =
      'b5c7bcc7cab1bce42ccac2cfee2cd7b4ccac2cb5c7bcc7c8cb2cb7a2c9fac8d5c6da2ccdeab3c9d6b52ccbb5c3f72cd7f4d6a42cb3d0c5b5c4dac8dd2cd6b8cec6';
    writeFileSync(file, Buffer.from(`${heading}0d0a2c332e51312ccdc6bdf8d6d00d0a`, 'hex'));
    const { exit, stderr } = await plan(['mark', '4.Q1', '已完成'], { cwd });
    expect([exit, stderr]).toEqual([0, expect.stringContaining('UTF-8')]);
    const { lines, encoding } = readLedgerText(readFileSync(file));
    expect([encoding, ...lines.map(({ entry }) => `${entry?.item} ${entry?.state}`)]).toEqual(['utf-8', '3.Q1 推进中', '4.Q1 已完成']);
  });

  it('when it cannot be written: the reason is told, without a trace of the program', async () => {
    const cwd = await folderWithPlan();
    mkdirSync(join(cwd, 'ledger.csv'));
    const { exit, stdout, stderr } = await plan(['mark', '4.Q1', '已完成'], { cwd });
    expect([exit, stdout.toString(), stderr]).toEqual([2, '', expect.stringContaining('ledger.csv')]);
    expect(stderr).not.toContain('    at ');
  });

  it('when columns are missing: nothing is written, and they are named', async () => {
    const cwd = await folderWithPlan();
    writeFileSync(join(cwd, 'ledger.csv'), '事项,状态\n');
    const { exit, stderr } = await plan(['mark', '4.Q1', '已完成'], { cwd });
    expect([exit, stderr]).toEqual([2, expect.stringContaining('指纹')]);
    expect(readFileSync(join(cwd, 'ledger.csv'), 'utf8')).toBe('事项,状态\n');
  });
});
