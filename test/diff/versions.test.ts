import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addMeaning, buildPlan, checkPlan, comparePlans, type Plan, readSource } from '../../src/index.ts';
import { markChanges } from '../../src/report/marks.ts';
import { PLANS } from '../plan-fixtures.ts';

const SEED = readFileSync(join(import.meta.dirname, '../../seeds/chengdu-2021.txt'), 'utf8');

async function read(bytes: Uint8Array | string, name = 'plan-2021.txt', meaning = true): Promise<Plan> {
  const document = await readSource(Buffer.from(bytes), name, 0);
  return buildPlan([{ document, name, sha256: '' }], meaning ? { year: 2021, meaning: addMeaning } : { year: 2021 }, checkPlan).plan;
}

/** The real document after some of its words were replaced, each of which it must hold. */
function revised(...edits: readonly (readonly [old: string, now: string])[]): string {
  return edits.reduce((text, [old, now]) => {
    expect(text).toContain(old);
    return text.replace(old, now);
  }, SEED);
}

const MOVED = [
  ['启动久隆水库初步设计工作。', ''],
  ['力争久隆水库开工建设。', '力争久隆水库开工建设。力争启动久隆水库初步设计工作。'],
] as const;

/** What a comparison says, in short. */
async function told(now: string, old = SEED): Promise<string[]> {
  return comparePlans(await read(old), await read(now)).findings.map(({ changes, old: before, now: after }) => {
    const text = (side: typeof before): string => side?.item?.text ?? side?.task?.content ?? side?.category.join('>') ?? '';
    return [changes.map(({ kind }) => kind).join('+'), text(before), text(after)].join(' | ');
  });
}

/** All rows but the two of the heading. */
function inRows(change: (text: string) => string): string {
  const [first, second, ...rows] = revised(...MOVED).split('\n');
  return [first, second, ...rows.map(change)].join('\n');
}

const SLIPPED = 'slipped+softened | 启动久隆水库初步设计工作 | 力争启动久隆水库初步设计工作';

describe('revisions of the real document', () => {
  it('a sentence moved to the next quarter under 力争 is one finding: slipped and softened', async () => {
    expect(await told(revised(...MOVED))).toEqual([SLIPPED]);
    expect(await told(SEED, revised(...MOVED))).toEqual(['advanced+hardened | 力争启动久隆水库初步设计工作 | 启动久隆水库初步设计工作']);
  });

  it.each<[string, (text: string) => string]>([
    ['full-width punctuation', text => text.replaceAll(',', '，').replaceAll('(', '（').replaceAll(')', '）')],
    ['full-width digits', text => text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
    ['other quoting marks', text => text.replaceAll('“', '「').replaceAll('”', '」').replaceAll('《', '〈').replaceAll('》', '〉')],
    ['straight quoting marks', text => text.replaceAll('“', '"').replaceAll('”', '"')],
    ['spaces between sentences', text => text.replace(/。(?=[^ |])/g, '。 ')],
    ['spaces within words', text => text.replace(/施工|招标|编制|完成/g, word => `${word[0]} ${word[1]}`)],
  ])('the same with %s', async (_, change) => expect(await told(inRows(change))).toEqual([SLIPPED]));

  it('every kind of change of a deliverable', async () => {
    expect(await told(revised(['路面完成60%', '路面完成50%']))).toEqual(['lowered | 路面完成60% | 路面完成50%']);
    expect(await told(revised(['9月底前全线建成通车', '8月底前全线建成通车']))).toEqual([
      'deadline-earlier | 成都经济区环线高速9月底前全线建成通车 | 成都经济区环线高速8月底前全线建成通车',
    ]);
    expect(await told(revised(['毗河一期供水工程完工。', '基本完成毗河一期供水工程。']))).toEqual([
      'renamed+softened | 毗河一期供水工程完工 | 基本完成毗河一期供水工程',
    ]);
    expect(await told(revised(['毗河一期供水工程完工。', '']))).toEqual(['dropped | 毗河一期供水工程完工 | ']);
    expect(await told(revised(['毗河一期供水工程完工。', '毗河一期供水工程完工。开展后评价。']))).toEqual(['added |  | 开展后评价']);
    expect(await told(revised(['加快沱江大桥施工。', ''], ['并开工建设。', '并开工建设。加快沱江大桥施工。']))).toEqual([
      'moved | 加快沱江大桥施工 | 加快沱江大桥施工',
    ]);
  });

  it('what a task says of itself is read as its milestones are', async () => {
    const [softened] = await told(revised(['开工建设久隆水库,建成', '力争开工建设久隆水库,建成']));
    expect(softened).toMatch(/^softened \|/);
    const [lowered] = await told(revised(['完成投资1000亿元以上', '完成投资900亿元以上']));
    expect(lowered).toMatch(/^lowered \|/);
  });

  it('also in a column of its own, and under a time limit', async () => {
    const table = (goal: string, task: string, limit: string): string =>
      `序号,实事项目,年度目标任务,牵头单位,完成时间\n1,新建幼儿园,${goal},教育局,${limit}\n2,${task},改造3所,民政局,10月底前\n`;
    const old = await read(table('新增学位360个', '敬老院改造', '8月底前'), 'a.csv');
    const now = await read(table('力争新增学位300个', '改造敬老院', '9月底前'), 'b.csv');
    const { findings } = comparePlans(old, now);
    expect(findings.map(({ level, changes }) => [level, changes.map(({ kind }) => kind).join('+')])).toEqual([
      ['task', 'slipped'],
      ['deliverable', 'softened+lowered'],
      ['task', 'renamed'],
    ]);
  });

  it('a category that got another name is one finding, not one for each of its tasks', async () => {
    expect(await told(SEED.replaceAll('一、全力推进重大', '一、统筹推进重大'))).toEqual([
      'renamed | 一、全力推进重大基础设施项目建设 | 一、统筹推进重大基础设施项目建设',
    ]);
  });

  it('where one version lacks its meaning, whole milestones are compared, and it is said', async () => {
    const { findings, byMilestone } = comparePlans(
      await read(SEED, 'a-2021.txt', false),
      await read(revised(['路面完成60%', '路面完成50%'])),
    );
    expect(byMilestone).toBe(true);
    expect(findings.map(({ level, changes }) => [level, changes.map(({ kind }) => kind)])).toEqual([['milestone', ['renamed']]]);
    expect(comparePlans(await read(SEED, 'a-2021.txt', false), await read(SEED)).findings).toEqual([]);
  });
});

describe('one document in formats that lose nothing', () => {
  const cases = readdirSync(PLANS).filter(name => existsSync(join(PLANS, name, 'input.html')));
  it.each(cases)('%s', async name => {
    const files = readdirSync(join(PLANS, name)).filter(file => /^input\.(html|docx|xlsx)$/.test(file));
    const plans = await Promise.all(files.map(async file => read(readFileSync(join(PLANS, name, file)), file)));
    for (const plan of plans.slice(1)) expect(comparePlans(plans[0]!, plan).findings).toEqual([]);
  });
});

describe('marks around what changed', () => {
  it.each([
    ['启动招标', '力争启动招标', '启动招标', '【力争】启动招标'],
    ['建成16公里', '建成10公里', '建成【16】公里', '建成【10】公里'],
    ['建成1.2公里', '建成1.5公里', '建成【1.2】公里', '建成【1.5】公里'],
    ['完成（一期）招标', '完成(一期) 招标', '完成（一期）招标', '完成(一期) 招标'],
    ['甲乙丙', '丁', '【甲乙丙】', '【丁】'],
    ['', '新', '', '【新】'],
  ])('%s, %s', (old, now, one, two) => expect(markChanges(old, now)).toEqual([one, two]));
});
