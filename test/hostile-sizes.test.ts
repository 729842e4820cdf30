import { describe, expect, it } from 'vitest';
import { isInputError } from '../src/base/diagnostic.ts';
import { buildPlan, checkPlan, readSource } from '../src/index.ts';
import { addMeaning } from '../src/meaning/index.ts';
import { openZip, storedZip, unpackAll } from '../src/source/zip.ts';
import { workbook } from './random/office-writers.ts';
import { docx, p, tbl, tc, utf8 } from './source/documents.ts';

/** Inputs that took quadratic time, too much memory or too deep a stack, or would, if a limit were lost: each would outlast the runner's patience. */
const HEADS = ['序号', '任务内容', '牵头单位', '完成时限'];
const TASK = ['1', '建设学校。', '教育厅', '6月底'];
const CSV = `${HEADS.join(',')}\n${TASK.join(',')}\n`;
const BARS = `${HEADS.join(' | ')} |\n`;
const QUARTER = '2024年计划,,,\n序号,任务,一季度,牵头单位\n';
const quarter = (text: string): string => `${QUARTER}1,建成学校,${text},市教育局\n`;
const ENTITIES = Array.from({ length: 9 }, (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`).join('');
const BOMB = `<!DOCTYPE bomb [<!ENTITY e0 "bomb">${ENTITIES}]>`;

/** A workbook whose merged ranges are written by hand. */
function merged(ranges: readonly string[]): Uint8Array {
  const rows = [HEADS, TASK];
  const cells = rows.flatMap((texts, row) => texts.map((text, column) => ({ text, row, column, rowSpan: 1, colSpan: 1 })));
  const xlsx = workbook({ height: 2, width: 4, heads: 1, cells }, 'xlsx');
  return replacePart(xlsx, 'xl/worksheets/sheet1.xml', text =>
    text.replace('</sheetData>', `</sheetData><mergeCells>${ranges.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`),
  );
}

function replacePart(bytes: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const parts = unpackAll(openZip(bytes, 0), () => true);
  return storedZip(parts.set(name, utf8(change(new TextDecoder().decode(parts.get(name))))));
}

/** Each input with the number of its tasks, or the code with which it is refused. */
const inputs: readonly [title: string, name: string, make: () => Uint8Array | string, outcome: number | string][] = [
  ['tables nested 50,000 deep in a text document', 'a.docx', () => docx('<w:tbl><w:tr><w:tc>'.repeat(50_000) + p('甲')), 'too-large'],
  ['elements nested a million deep in a text document', 'a.docx', () => docx('<w:x>'.repeat(1_000_000) + p('甲')), 'too-large'],
  [
    'entities that would grow to gigabytes, in a text document',
    'a.docx',
    () =>
      storedZip(
        new Map([['word/document.xml', utf8(`${BOMB}<w:document xmlns:w="w"><w:body>${tbl(HEADS, TASK, ['2', '&e9;', '教育厅', ''])}`)]]),
      ),
    2,
  ],
  [
    'cells across a million columns in a text document',
    'a.docx',
    () =>
      docx(tbl(HEADS, ...Array.from({ length: 500 }, (_, row) => [String(row), tc('建设。', '<w:gridSpan w:val="1000000"/>'), '教育厅']))),
    500,
  ],
  ['100,000 merged ranges over the whole sheet', 'a.xlsx', () => merged(new Array<string>(100_000).fill('A2:XFD1048576')), 0],
  [
    '100,000 merged ranges beside each other',
    'a.xlsx',
    () => merged(Array.from({ length: 100_000 }, (_, at) => `C${2 * at + 4}:C${2 * at + 5}`)),
    1,
  ],
  ['tables nested 100,000 deep in a page', 'a.html', () => '<table><tr><td>'.repeat(100_000), 0],
  ['two million separators in a line', 'a.csv', () => CSV + ','.repeat(2_000_000), 1],
  [
    'headings that name what every object has',
    'a.csv',
    () => CSV.replace('完成时限', '完成时限,__proto__').replace('6月底', '6月底,甲'),
    1,
  ],
  ['rules of dashes without end', 'a.txt', () => '-- --\n'.repeat(200_000), 0],
  ['a heading of 3,000 months', 'a.txt', () => `${HEADS.slice(0, 2).join(' | ')} |${' 一月 |'.repeat(3000)}\n1 | 建设。 |\n`, 1],
  ['half a million spaces in an item', 'a.txt', () => `1. 建设${' '.repeat(500_000)}学校。\n牵头单位：教育厅\n`, 0],
  [
    'half a million spaces in a label',
    'a.txt',
    () => `1. 建设学校。\n牵头单位：教${' '.repeat(500_000)}育厅\n2. 建设桥。\n牵头单位：交通厅`,
    2,
  ],
  ['half a million spaces before a bar', 'a.txt', () => `${BARS}1 | 建设学校。 | 教${' '.repeat(500_000)}育厅 | 6月底 |`, 1],
  ['10,000 comments before the first tag of a page', 'a.html', () => `${'<!---->'.repeat(9000)}甲<p>${'<table>'.repeat(50_000)}`, 0],
  [
    '200,000 unfinished relations in a text document',
    'a.docx',
    () =>
      storedZip(
        new Map([
          ['_rels/.rels', utf8('<Relationship '.repeat(200_000))],
          ['word/document.xml', utf8(`<w:document xmlns:w="w"><w:body>${tbl(HEADS, TASK)}</w:body></w:document>`)],
        ]),
      ),
    1,
  ],
  [
    '300,000 unfinished formats in a workbook',
    'a.xlsx',
    () => replacePart(merged([]), 'xl/styles.xml', text => `${'<numFmts '.repeat(300_000)}${text}`),
    1,
  ],
  [
    '200,000 blank lines between two rows',
    'a.txt',
    () => `${BARS}1 | 建设学校。 | 教育厅 | 6月底 |\n${'\n'.repeat(200_000)}2 | 建设桥。 | 交通厅 | 6月底 |\n`,
    2,
  ],
  ['200,000 blank lines before the first', 'a.txt', () => `${' \n'.repeat(200_000)}${BARS}1 | 建设学校。 | 教育厅 | 6月底 |\n`, 1],
  [
    'a row of a million cells',
    'a.txt',
    () => `${BARS}1 | 建设学校。 | 教育厅 | 6月底${' | 甲'.repeat(1_000_000)} |\n2 | 建设桥。 | 交通厅 | 6月底 |\n`,
    2,
  ],
  [
    'half a million digits in a cell',
    'a.csv',
    () => `序号,任务内容,一季度,牵头单位\n1,建设学校。,建设${'1'.repeat(500_000)}号楼。,教育厅\n`,
    1,
  ],
  [
    'a cell with 10,000 times the same promise',
    'a.csv',
    () => `序号,任务内容,一季度,牵头单位\n1,建设学校。,${'启动学校建设前期准备工作，完成学校建设前期准备工作，'.repeat(10_000)},教育厅\n`,
    1,
  ],
  ['50,000 tasks with the same promise', 'a.csv', () => `${CSV}${'2,建设桥。,交通厅,6月底\n'.repeat(50_000)}`, 50_001],
  ['a time limit of half a million dashes', 'a.csv', () => `${CSV}2,建设桥。,交通厅,${'6月-'.repeat(250_000)}\n`, 2],
  ['a cell of 20,000 promises with a time and an amount each', 'cell.csv', () => quarter('6月底前完成95%，'.repeat(20_000)), 1],
  ['a cell of 100,000 promises', 'cell.csv', () => quarter('推进学校建设工程项目，'.repeat(100_000)), 1],
  ['a cell of 20,000 beginnings and ends', 'cell.csv', () => quarter('启动学校建设工程，建成学校建设工程。'.repeat(20_000)), 1],
  [
    '5,000 tasks whose names nearly agree',
    'names.csv',
    () =>
      `${QUARTER}${Array.from({ length: 5000 }, (_, at) => `${at + 1},建设齐乐${at}号大桥,力争建成齐乐${at}号大桥,市交通局`).join('\n')}`,
    5000,
  ],
  [
    'a task of 4,000 goals with 4,000 promises, no two alike',
    'goals.csv',
    () => {
      const many = (text: (at: number) => string): string => Array.from({ length: 4000 }, (_, at) => text(at)).join('；');
      return `${QUARTER}1,${many(at => `建成道路${at}号线${at}公里`)},${many(at => `完成项目${at}号工程${at}公里建设`)},市水务局\n`;
    },
    1,
  ],
  [
    'two cells of thousands of figures, each a part of the one before',
    'figures.csv',
    () => quarter(`其中建站${Array.from({ length: 4000 }, (_, at) => `${5000 - at}个、其中建站`).join('')}1个`),
    1,
  ],
  ['a cell that ends in 80,000 line breaks', 'breaks.csv', () => quarter(`"建设学校${'\n'.repeat(80_000)}x"`), 1],
  ['units that act again and again', 'acts.csv', () => `${QUARTER}1,建设学校。,开工,市发改委牵头${'组织实施'.repeat(60)}x\n`, 1],
  ['40,000 units and another mark', 'marks.csv', () => `${QUARTER}1,建设学校。,开工,${'局、'.repeat(40_000)};局\n`, 1],
  ['a time limit that says 底前 forty times', 'limit.csv', () => `${CSV}2,建设桥。,交通厅,6月${'底前'.repeat(40)}x\n`, 2],
];

async function outcome(bytes: Uint8Array, name: string): Promise<number | string> {
  try {
    const document = await readSource(bytes, name, 0);
    return buildPlan([{ document, name, sha256: '' }], { meaning: addMeaning }, checkPlan).plan.tasks.length;
  } catch (error) {
    if (isInputError(error)) return error.diagnostic.code;
    throw error;
  }
}

describe('inputs of hostile size are dealt with', () => {
  for (const [title, name, make, expected] of inputs)
    it(title, async () => {
      expect(await outcome(Buffer.from(make()), name)).toBe(expected);
    });
});
