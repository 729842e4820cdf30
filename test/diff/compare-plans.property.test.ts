import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePlans } from '../../src/diff/compare-plans.ts';
import type { ChangeKind, Finding } from '../../src/diff/finding.ts';
import { buildPlan, checkPlan, type Plan, readSource } from '../../src/index.ts';
import { addMeaning } from '../../src/meaning/index.ts';
import { page, wordDocument, workbook } from '../random/office-writers.ts';
import { type RandomPlan, type RandomTask, randomPlans } from '../random/plans.ts';
import { drawTable, isMerged } from '../random/tables.ts';
import { separated } from '../random/text-writers.ts';

/** Runs of each property. */
const RUNS = Number(process.env.RUNS ?? 60);

async function read(written: Uint8Array | string, name: string): Promise<Plan> {
  const document = await readSource(Buffer.from(written), name, 0);
  return buildPlan([{ document, name, sha256: '' }], { year: 2021, meaning: addMeaning }, checkPlan).plan;
}

/** Formats that keep all that a random plan says. */
const formats: Record<string, (plan: RandomPlan) => Uint8Array | string> = {
  'plan.html': plan => page(drawTable(plan), { closed: true, paragraphs: false, groups: true, loose: false }),
  'plan.docx': plan => wordDocument(drawTable(plan), true),
  'plan.xlsx': plan => workbook(drawTable(plan), 'xlsx'),
  'plan.xls': plan => workbook(drawTable(plan), 'biff8'),
  'plan.csv': plan => separated(drawTable(plan), ',', false),
};

/**
 * CSV does not say which cells were merged, so that the supporting units of the row above do not come down. Whether measures or what they belong
 * to are the tasks is told by how many there are and how they look: another typist may tip the balance.
 */
const inAnyFormat = randomPlans.filter(
  plan => !plan.parts.includes('measure') && plan.tasks.every((_, row) => !isMerged(plan, 'support', row)),
);
const format = fc.constantFrom(...Object.keys(formats));

/** Ways in which another typist or another extractor writes the same. */
const RETYPED: readonly ((text: string) => string)[] = [
  text => text.replaceAll(',', '，').replaceAll('(', '（').replaceAll(')', '）'),
  text => text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  text => text.replace(/([一-鿿])([一-鿿])/gu, '$1 $2'),
  text => text.replace(/([。,])(?=.)/gu, '$1\n'),
  text => text.replaceAll('“', '「').replaceAll('”', '」'),
  text => text.replaceAll('“', '"').replaceAll('”', '"'),
  text => text.replace(/。$/u, ''),
];

function retyped(plan: RandomPlan, ways: readonly boolean[]): RandomPlan {
  const type = (text: string): string => RETYPED.reduce((now, way, at) => (ways[at] ? way(now) : now), text);
  const tasks = plan.tasks.map(task => ({
    ...task,
    content: type(task.content),
    measure: type(task.measure),
    note: type(task.note),
    periods: task.periods.map(text => text && type(text)),
  }));
  return { ...plan, tasks };
}

/** What an author may do to a plan. */
const EDITS: readonly ((task: RandomTask) => RandomTask | null)[] = [
  task => task,
  task => task,
  () => null,
  task => ({ ...task, periods: [...task.periods].reverse().map(text => text ?? '') }),
  task => ({ ...task, periods: task.periods.map(text => text && `力争${text}`) }),
  task => ({ ...task, periods: task.periods.map(text => text?.replaceAll('95%', '85%').replaceAll('1.2公里', '3公里') ?? null) }),
  task => ({ ...task, periods: task.periods.map(text => text?.split('。').slice(1).join('。') ?? null) }),
  task => ({ ...task, content: `${task.content}加快推进跨区域合作` }),
  task => ({ ...task, lead: `${task.lead}、新设立的工作专班` }),
];

function edited(plan: RandomPlan, edits: readonly number[]): RandomPlan {
  const tasks = plan.tasks.flatMap((task, at) => EDITS[edits[at % edits.length]! % EDITS.length]!(task) ?? []);
  return { ...plan, tasks: tasks.length > 0 ? tasks : plan.tasks };
}

const OPPOSITE: Partial<Record<ChangeKind, ChangeKind>> = {
  added: 'dropped',
  slipped: 'advanced',
  'deadline-later': 'deadline-earlier',
  softened: 'hardened',
  lowered: 'raised',
};
const MIRROR = new Map(Object.entries(OPPOSITE).flatMap(([one, other]) => [[one, other] as const, [other, one] as const]));

/** What a comparison says, for comparing it with another: sides and kinds, in an order that does not depend on which version is the old one. */
function told(findings: readonly Finding[], swapped: boolean): string[] {
  const side = (one: Finding['old']): string[] =>
    one === null ? [] : [...one.category, one.task?.id ?? '', one.item?.milestone.id ?? '', one.item?.deliverable?.id ?? ''];
  return findings
    .map(({ changes, old, now, similarity }) => {
      const kinds = changes.map(({ kind }) => (swapped ? (MIRROR.get(kind) ?? kind) : kind)).sort();
      return JSON.stringify([...(swapped ? [side(now), side(old)] : [side(old), side(now)]), kinds, similarity]);
    })
    .sort();
}

describe('the comparison of two versions', () => {
  it('is empty for a plan and itself', async () => {
    await fc.assert(
      fc.asyncProperty(randomPlans, format, async (plan, name) => {
        const read1 = await read(formats[name]!(plan), name);
        const read2 = await read(formats[name]!(plan), name);
        expect(comparePlans(read1, read2).findings).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('is empty for a plan in two formats, typed in two ways', async () => {
    await fc.assert(
      fc.asyncProperty(
        inAnyFormat,
        format,
        format,
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        async (plan, one, two, ways) => {
          const { findings, tasks } = comparePlans(
            await read(formats[one]!(plan), one),
            await read(formats[two]!(retyped(plan, ways)), two),
          );
          expect(findings.map(({ changes, old, now }) => ({ changes, old: old?.item?.text, now: now?.item?.text }))).toEqual([]);
          expect(tasks).toMatchObject({ same: plan.tasks.length, changed: 0, dropped: 0, added: 0 });
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('says the opposite when the versions are swapped, and its numbers add up', async () => {
    const edits = fc.array(fc.nat(), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(randomPlans, edits, async (plan, choices) => {
        const [old, now] = [
          await read(formats['plan.html']!(plan), 'a.html'),
          await read(formats['plan.html']!(edited(plan, choices)), 'b.html'),
        ];
        const [there, back] = [comparePlans(old, now), comparePlans(now, old)];
        expect(told(back.findings, true)).toEqual(told(there.findings, false));
        const { same, changed, dropped, added } = there.tasks;
        expect([same + changed + dropped, same + changed + added]).toEqual([old.tasks.length, now.tasks.length]);
        expect(back.tasks).toMatchObject({ same, changed, dropped: added, added: dropped });
        for (const side of ['old', 'now'] as const) {
          const items = there.findings.flatMap(found => found[side]?.item?.deliverable ?? found[side]?.item?.milestone ?? []);
          expect(new Set(items).size).toBe(items.length);
        }
      }),
      { numRuns: RUNS * 2 },
    );
  });
});
