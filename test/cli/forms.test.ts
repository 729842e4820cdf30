import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { fileNames } from '../../src/report/forms.ts';
import { emptyFolder, type Outcome, plan, seedPlan } from './world.ts';

/** Round trips through LibreOffice need it; where it is not installed the tests say so in their names. */
const LIBRE = spawnSync('soffice', ['--version']).status === 0;

/** Has LibreOffice save a file anew in a type, in the folder `saved`, with settings of its own. */
function libreOffice(cwd: string, type: string, file: string): void {
  const settings = `-env:UserInstallation=file://${join(cwd, 'settings')}`;
  const { status, stderr } = spawnSync(
    'soffice',
    [settings, '--headless', '--convert-to', type, '--outdir', join(cwd, 'saved'), join(cwd, file)],
    {
      encoding: 'utf8',
      timeout: 50_000,
    },
  );
  expect([status, stderr]).toEqual([0, expect.any(String)]);
}

type Cell = string | number | Date | null;

/** A folder with the saved plan and the forms of the third quarter in `out`. */
async function dispatched(): Promise<string> {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'plan.json'), await seedPlan());
  expect((await plan(['dispatch', '--quarter', 'Q3', '-o', 'out/'], { cwd })).exit).toBe(0);
  return cwd;
}

const FORM = 'out/成都市.xlsx';
/** Columns as sent. */
const [ITEM, STATE, ON, VALUE, NOTE] = [0, 5, 6, 7, 8];

/** The rows of a form's first sheet. */
function rowsOf(file: string): Cell[][] {
  const book = XLSX.read(readFileSync(file));
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { header: 1, defval: null });
}

function writeRows(file: string, rows: Cell[][], type: XLSX.BookType = 'xlsx'): void {
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows), '填报');
  writeFileSync(file, XLSX.write(book, { type: 'buffer', bookType: type }) as Buffer);
}

/** Types into the lines of items: column and what is typed. */
function typeInto(rows: Cell[][], typed: Record<string, Record<number, Cell>>): Cell[][] {
  for (const [item, cells] of Object.entries(typed)) {
    const row = rows.find(one => one[ITEM] === item);
    if (!row) throw new Error(`no line of ${item}`);
    for (const [column, value] of Object.entries(cells)) row[Number(column)] = value;
  }
  return rows;
}

function collect(cwd: string, ...more: string[]): Promise<Outcome> {
  return plan(['collect', 'out/', '--format', 'csv', ...more], { cwd });
}

/** What the ledger says: item, state, day, value, note. */
function ledgerOf(cwd: string): string[][] {
  if (!existsSync(join(cwd, 'ledger.csv'))) return [];
  const lines = readFileSync(join(cwd, 'ledger.csv'), 'utf8').trim().split('\r\n').slice(1);
  return lines.map(line => line.split(',').slice(2, 7));
}

describe('forms that units fill in', () => {
  it('are one a lead unit, with a list of them, and refuse to be written over once filled in', async () => {
    const cwd = await dispatched();
    const names = readdirSync(join(cwd, 'out'));
    expect(names).toHaveLength(18);
    expect(names).toContain('总表.xlsx');
    const again = await plan(['dispatch', '--quarter', 'Q3', '-o', 'out/'], { cwd });
    expect(again.exit).toBe(0);
    const before = readFileSync(join(cwd, FORM));
    writeRows(join(cwd, FORM), typeInto(rowsOf(join(cwd, FORM)), { '4.Q3': { [STATE]: '已完成' } }));
    const filled = readFileSync(join(cwd, FORM));
    const refused = await plan(['dispatch', '--quarter', 'Q3', '-o', 'out/'], { cwd });
    expect([refused.exit, readFileSync(join(cwd, FORM))]).toEqual([2, filled]);
    expect((await plan(['dispatch', '--quarter', 'Q3', '-o', 'out/', '--force'], { cwd })).exit).toBe(0);
    expect(readFileSync(join(cwd, FORM))).toEqual(before);
  });

  it('lock what is the plan’s without a password, leave the columns to fill in open, and offer the states', async () => {
    const cwd = await dispatched();
    const book = XLSX.read(readFileSync(join(cwd, FORM)), { bookFiles: true }) as unknown as {
      files: Record<string, { content: Uint8Array }>;
    };
    const sheet = Buffer.from(book.files['xl/worksheets/sheet1.xml']!.content).toString('utf8');
    expect(sheet).toMatch(/<sheetProtection sheet="1"(?![^>]*password)/);
    expect(sheet).toContain('"未开始,推进中,已完成,滞后,调整,取消"');
    const style = (cell: string): string => new RegExp(`<c r="${cell}"[^>]* s="(\\d+)"`).exec(sheet)![1]!;
    const styles = Buffer.from(book.files['xl/styles.xml']!.content).toString('utf8');
    const formats = styles.split('<cellXfs')[1]!.split('</cellXfs>')[0]!.split('<xf ').slice(1);
    const open = ['F4', 'G4', 'H4', 'I4', 'J4'].map(cell => formats[Number(style(cell))]!.includes('locked="0"'));
    expect(open).toEqual([true, true, true, true, true]);
    expect(formats[Number(style('A4'))]).not.toContain('locked="0"');
  });

  it('have file names that any system takes, each once', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        '../../etc/passwd',
        'CON',
        'con',
        'nul.x',
        '总表',
        '市\u202e',
        '-rf',
        '.hidden',
        'a/b',
        'a_b',
        '',
        ' ',
        '市'.repeat(400),
      ),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), units => {
        const files = fileNames(units);
        expect(new Set(files.map(file => file.toLowerCase())).size).toBe(units.length);
        for (const file of files) {
          expect(file).toMatch(/^[^/\\:*?"<>|\p{C}~.-][^/\\:*?"<>|\p{C}]*\.xlsx$/u);
          expect(Buffer.byteLength(file)).toBeLessThan(255);
          expect(file).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
          expect(file).not.toBe('总表.xlsx');
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('forms that come back', () => {
  it('are read whatever words, dates and order of rows and columns they have, and recorded once', async () => {
    const cwd = await dispatched();
    const [title, hint, heading, ...items] = typeInto(rowsOf(join(cwd, FORM)), {
      '4.Q3': { [STATE]: ' 已办结 ', [ON]: '2021.9.28', [NOTE]: '=主体完工' },
      '5.Q3': { [STATE]: '正在推进', [ON]: '9/28' },
      '5.Q3.1': { [STATE]: '完成。', [ON]: '９月２８日' },
      '6.Q3': { [STATE]: '未启动', [ON]: new Date(Date.UTC(2021, 8, 27)) },
      '6.Q3.1': { [STATE]: '滞后', [ON]: 44467, [VALUE]: '95%', [NOTE]: '第一行\n第二行' },
    });
    // Sorted the other way round, columns moved, a line deleted, under another name.
    const moved = [title!, hint!, heading!, ...items.reverse().slice(1)].map(row => [...row].reverse());
    writeRows(join(cwd, FORM), moved);
    renameSync(join(cwd, FORM), join(cwd, 'out/成都(1)最终.xlsx'));
    const shown = await collect(cwd);
    expect([shown.exit, ledgerOf(cwd)]).toEqual([1, []]);
    expect(shown.stderr).toContain('--yes');
    expect((await collect(cwd, '--yes')).exit).toBe(0);
    const said = ledgerOf(cwd).sort();
    expect(said).toEqual([
      ['4.Q3', '已完成', '2021-09-28', '', "'=主体完工"],
      ['5.Q3', '推进中', '2021-09-28', '', ''],
      ['5.Q3.1', '已完成', '2021-09-28', '', ''],
      ['6.Q3', '未开始', '2021-09-27', '', ''],
      ['6.Q3.1', '滞后', '2021-09-28', '95%', '第一行 第二行'],
    ]);
    const again = await collect(cwd, '--yes');
    expect([again.exit, ledgerOf(cwd)]).toEqual([0, said.length === 5 ? ledgerOf(cwd) : []]);
    expect(ledgerOf(cwd)).toHaveLength(5);
    expect(again.stderr).toContain('台账已有 5 条');
  });

  it('are told cell by cell where they are not understood, and the rest is recorded', async () => {
    const cwd = await dispatched();
    const rows = typeInto(rowsOf(join(cwd, FORM)), {
      '4.Q3': { [STATE]: '完城' },
      '5.Q3': { [STATE]: '推进中', [ON]: '9月31日' },
      '5.Q3.1': { [NOTE]: '有进展' },
      '5.Q3.2': { [STATE]: '已完成', [ON]: '2027-01-01' },
      '6.Q3': { [ITEM]: '6.Q9', [STATE]: '已完成' },
      '6.Q3.1': { [STATE]: '已完成', 11: '000000000000' },
      '6.Q3.2': { [STATE]: '已完成' },
    });
    rows.push([null, null, null, null, null, '已完成']);
    writeRows(join(cwd, FORM), rows);
    writeRows(join(cwd, 'out/别的.xlsx'), [['姓名', '电话']]);
    const { exit, stderr } = await collect(cwd, '--yes');
    expect(exit).toBe(1);
    expect(ledgerOf(cwd)).toEqual([['6.Q3.2', '已完成', '', '', '']]);
    const lines = stderr.split('\n').map(line => line.replace(/^out\//, ''));
    for (const [from, words] of [
      ['成都市.xlsx 填报!F4: ', '“完城”看不懂；你是不是要：完成'],
      ['成都市.xlsx 填报!G7: ', '“9月31日”看不懂'],
      ['成都市.xlsx 填报!A8: ', '没有填状态'],
      ['成都市.xlsx 填报!G9: ', '还没有到'],
      ['成都市.xlsx 填报!A11: ', '计划里没有事项“6.Q9”'],
      ['成都市.xlsx 填报!A12: ', '旧计划'],
      [`成都市.xlsx 填报!F${rows.length}: `, '没有编号'],
      ['别的.xlsx: ', '不是填报表'],
    ] as const)
      expect(
        lines.filter(line => line.startsWith(from) && line.includes(words)),
        from + words,
      ).toHaveLength(1);
  });

  it('whose lines were deleted say so; a form for one unit leaves the list of all as it is', async () => {
    const cwd = await dispatched();
    const list = readFileSync(join(cwd, 'out/总表.xlsx'));
    const one = await plan(['dispatch', '--quarter', 'Q3', '--unit', '眉山市', '-o', 'out/'], { cwd });
    expect([one.exit, String(one.stdout)]).toEqual([0, 'out/眉山市.xlsx\n']);
    expect(readFileSync(join(cwd, 'out/总表.xlsx')).equals(list)).toBe(true);
    const book = XLSX.read(readFileSync(join(cwd, FORM)));
    const sheet = book.SheetNames[0]!;
    const rows = typeInto(rowsOf(join(cwd, FORM)), { '4.Q3': { [STATE]: '已完成' } }).filter(
      row => row[ITEM] !== '5.Q3' && row[ITEM] !== '7.Q3',
    );
    book.Sheets[sheet] = XLSX.utils.aoa_to_sheet(rows);
    writeFileSync(join(cwd, FORM), XLSX.write(book, { type: 'buffer' }) as Buffer);
    const { exit, stderr } = await collect(cwd, '--yes');
    expect([exit, ledgerOf(cwd).map(([item]) => item)]).toEqual([1, ['4.Q3']]);
    expect(stderr).toContain('成都市.xlsx: 发出时的事项少了 2 行');
  });

  it('that contradict each other or the ledger are not recorded; two that agree are, once', async () => {
    const cwd = await dispatched();
    const copy = (name: string, typed: Record<string, Record<number, Cell>>): void =>
      writeRows(join(cwd, name), typeInto(rowsOf(join(cwd, FORM)), typed));
    await plan(['mark', '6.Q3', '已完成', '--on', '2021-09-30'], { cwd });
    copy('out/甲.xlsx', {
      '4.Q3': { [STATE]: '已完成', [VALUE]: '95%' },
      '5.Q3': { [STATE]: '已完成' },
      '6.Q3': { [STATE]: '推进中', [ON]: '2021-09-01' },
    });
    copy('out/乙.xlsx', { '4.Q3': { [STATE]: '完成', [VALUE]: '９５ %' }, '5.Q3': { [STATE]: '滞后' } });
    const { exit, stderr } = await collect(cwd, '--yes');
    expect(exit).toBe(1);
    expect(ledgerOf(cwd).map(([item, state]) => [item, state])).toEqual([
      ['6.Q3', '已完成'],
      ['4.Q3', '已完成'],
    ]);
    expect(stderr).toMatch(/甲\.xlsx 填报!A7: 5\.Q3（已完成）与 out\/乙\.xlsx 填报!A7 不一致|乙\.xlsx 填报!A7/);
    expect(stderr).toMatch(/6\.Q3（推进中）与台账第 2 行（已完成）不一致/);
  });

  it('can be old Excel, OpenDocument or CSV; one that cannot be read does not stop the others', async () => {
    const cwd = await dispatched();
    mkdirSync(join(cwd, 'back'));
    const rows = (item: string): Cell[][] => typeInto(rowsOf(join(cwd, FORM)), { [item]: { [STATE]: '已完成', [ON]: '2021-09-28' } });
    writeRows(join(cwd, 'back/a.xls'), rows('4.Q3'), 'biff8');
    writeRows(join(cwd, 'back/b.ods'), rows('5.Q3'), 'ods');
    writeFileSync(join(cwd, 'back/c.csv'), `\ufeff${XLSX.utils.sheet_to_csv(XLSX.utils.aoa_to_sheet(rows('6.Q3')))}`);
    writeFileSync(join(cwd, 'back/d.xlsx'), 'PK\u0003\u0004 broken');
    const { exit } = await plan(['collect', 'back', '--yes', '--format', 'csv'], { cwd });
    expect(exit).toBe(2);
    expect(ledgerOf(cwd).map(([item]) => item)).toEqual(['4.Q3', '5.Q3', '6.Q3']);
  });

  it('are recorded when someone at the terminal says so, and only then', async () => {
    const cwd = await dispatched();
    writeRows(join(cwd, FORM), typeInto(rowsOf(join(cwd, FORM)), { '4.Q3': { [STATE]: '已完成' } }));
    for (const [answer, count] of [
      ['n\n', 0],
      ['', 0],
      ['y\n', 1],
    ] as const) {
      const { exit, stderr } = await plan(['collect', 'out/'], { cwd, terminal: 120, stdin: Buffer.from(answer) });
      expect([exit, ledgerOf(cwd).length]).toEqual([count === 1 ? 0 : 1, count]);
      expect(stderr).toContain('[y/N]');
    }
  });

  it.each(['xlsx', 'ods', 'xls'])(
    `${LIBRE ? 'survive' : 'soffice is not installed, else would survive'} being saved by LibreOffice as %s`,
    async type => {
      if (!LIBRE) return expect(spawnSync('soffice', ['--version']).error).toBeDefined();
      const cwd = await dispatched();
      writeRows(
        join(cwd, 'out/4.xlsx'),
        typeInto(rowsOf(join(cwd, FORM)), {
          '4.Q3': { [STATE]: '已完成', [ON]: new Date(Date.UTC(2021, 8, 28)), [NOTE]: '主体完工' },
          '5.Q3': { [STATE]: '推进中', [ON]: '2021.9.27', [VALUE]: 95 },
        }),
      );
      // The form as sent goes through LibreOffice too: its styles, protection and drop-down lists have to stand that.
      for (const file of ['out/4.xlsx', FORM]) libreOffice(cwd, type, file);
      const { exit, stderr } = await plan(['collect', 'saved/', '--yes', '--format', 'csv'], { cwd });
      expect([exit, stderr]).toEqual([0, expect.stringContaining('已登记 2 条')]);
      expect(ledgerOf(cwd)).toEqual([
        ['4.Q3', '已完成', '2021-09-28', '', '主体完工'],
        ['5.Q3', '推进中', '2021-09-27', '95', ''],
      ]);
    },
    60_000,
  );
});
