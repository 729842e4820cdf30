import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPlan, checkPlan, type Plan, readSource } from '../src/index.ts';
import { expectedMeaning, type Kept, meaningOf } from './random/meaning.ts';
import { page, wordDocument, workbook } from './random/office-writers.ts';
import { type RandomPlan, randomPlans } from './random/plans.ts';
import { drawTable } from './random/tables.ts';
import {
  cellLines,
  fullGrid,
  labelledItems,
  markdownTable,
  pandocGrid,
  pandocMultiline,
  pandocSimple,
  separated,
} from './random/text-writers.ts';
import { encodeAs } from './source/documents.ts';

/** Runs of each property. */
const RUNS = Number(process.env.RUNS ?? 60);

/** A way to write a plan down, and what it keeps. */
interface Dialect extends Kept {
  name: string;
  write(plan: RandomPlan, style: readonly boolean[]): Uint8Array | string;
}

const all: Kept = { spans: true, breaks: true };
const cells: Kept = { spans: false, breaks: true };
const lines: Kept = { spans: false, breaks: false };

const dialects: Record<string, Dialect> = {
  'an HTML page': {
    ...all,
    name: 'plan.html',
    write: (plan, [closed, paragraphs, groups, loose]) =>
      page(drawTable(plan), { closed: closed!, paragraphs: paragraphs!, groups: groups!, loose: loose! }),
  },
  'a DOCX document': { ...all, name: 'plan.docx', write: (plan, [paragraphs]) => wordDocument(drawTable(plan), paragraphs!) },
  'an XLSX workbook': { ...all, name: 'plan.xlsx', write: plan => workbook(drawTable(plan), 'xlsx') },
  'an XLS workbook': { ...all, name: 'plan.xls', write: plan => workbook(drawTable(plan), 'biff8') },
  'an XLSB workbook': { ...all, name: 'plan.xlsb', write: plan => workbook(drawTable(plan), 'xlsb') },
  'an ODS workbook': { ...all, name: 'plan.ods', write: plan => workbook(drawTable(plan), 'ods') },
  'CSV in UTF-8': {
    ...cells,
    name: 'plan.csv',
    write: (plan, [always, mark]) => (mark ? '\ufeff' : '') + separated(drawTable(plan), ',', always!),
  },
  'CSV in GB18030': {
    ...cells,
    name: 'plan.csv',
    write: (plan, [always]) => encodeAs('gb18030', separated(drawTable(plan), ',', always!)),
  },
  'CSV with semicolons': { ...cells, name: 'plan.csv', write: (plan, [always]) => separated(drawTable(plan), ';', always!) },
  'TSV in UTF-16': {
    ...cells,
    name: 'plan.tsv',
    write: (plan, [always, mark]) => Buffer.from((mark ? '\ufeff' : '') + separated(drawTable(plan), '\t', always!), 'utf16le'),
  },
  'a full grid of bars': { ...lines, name: 'plan.txt', write: fullGrid },
  'a Markdown table': { ...lines, name: 'plan.md', write: markdownTable },
  "pandoc's grid table": { ...cells, name: 'plan.md', write: pandocGrid },
  "pandoc's simple table": { ...lines, name: 'plan.md', write: pandocSimple },
  "pandoc's multiline table": { ...cells, name: 'plan.md', write: pandocMultiline },
};

async function parsed(written: Uint8Array | string, name: string): Promise<Plan> {
  const document = await readSource(Buffer.from(written), name, 0);
  return buildPlan([{ document, name, sha256: '' }], {}, checkPlan).plan;
}

/** Every text that a plan holds. */
function textsOf({ tasks }: Plan): string[] {
  return tasks.flatMap(task => [...task.category, task.content, ...Object.values(task.extra), ...task.milestones.map(({ text }) => text)]);
}

const style = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });

describe('the same plan, through any format, means the same', () => {
  for (const [title, dialect] of Object.entries(dialects)) {
    it(title, async () => {
      await fc.assert(
        fc.asyncProperty(randomPlans, style, async (plan, choices) => {
          const read = await parsed(dialect.write(plan, choices), dialect.name);
          const expected = expectedMeaning(plan, dialect);
          // Where nothing shows that empty cells are written, bars read like those of dialects that lose them: texts are kept, columns may not be.
          if (read.sources[0]!.dialect === 'pipe-rows')
            expect(textsOf(read)).toEqual(expect.arrayContaining(plan.tasks.map(({ content }) => content.replaceAll('\n', ' '))));
          else expect(meaningOf(read)).toEqual(expected);
        }),
        { numRuns: RUNS },
      );
    });
  }
});

describe('plans that are no table', () => {
  it('a cell a line, where no cell is empty or merged', async () => {
    const solid = randomPlans.filter(plan =>
      drawTable(plan, true).cells.every(cell => cell.text !== '' && cell.rowSpan * cell.colSpan === 1),
    );
    await fc.assert(
      fc.asyncProperty(solid, fc.boolean(), async (plan, bar) => {
        const read = await parsed(cellLines(plan, bar), 'plan.txt');
        expect(meaningOf(read)).toEqual(expectedMeaning(plan, lines));
      }),
      { numRuns: RUNS },
    );
  });

  it('numbered items with labels below', async () => {
    // Without a mark, a category line before the first item could as well be a title.
    const listed = randomPlans.filter(
      ({ parts, tasks }) => parts.includes('limit') && !parts.includes('measure') && /^$|^一、/.test(tasks[0]!.category),
    );
    await fc.assert(
      fc.asyncProperty(listed, async plan => {
        const read = await parsed(labelledItems(plan), 'plan.txt');
        const expected = expectedMeaning(plan, { spans: true, breaks: false });
        expect(meaningOf(read)).toEqual(expected.map((task, index) => ({ ...task, id: String(index + 1) })));
      }),
      { numRuns: RUNS },
    );
  });
});
