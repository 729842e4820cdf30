import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliverableCases, read, scoreDeliverables } from './deliverable-cases.ts';

const cases = deliverableCases();
/** What reading has reached; a change that reads less must say why. Two careful readers agree to .92 on names, .95 on phases, on plans of new
 * fields to less on names, and least on short cells of many plans, where a general word may be a name. */
const REACHED = { deliverables: 0.97, kind: 0.95, phase: 0.94, commitment: 0.98, deadline: 0.98, names: 0.75 };

describe('deliverables', () => {
  const score = scoreDeliverables(cases);
  it.each(Object.entries(REACHED))('%s are read as a reader does, to %d', (field, reached) => {
    const { right, said, expected } = score[field]!;
    expect((2 * right) / (said + expected)).toBeGreaterThanOrEqual(reached);
  });

  it('of no document are invented: an empty text, a bar, a dash give nothing or one', () => {
    expect(read('')).toEqual([]);
    expect(read('。；')).toEqual([]);
    expect(read('—').length).toBeLessThanOrEqual(1);
  });

  it('are due by a time of their own; a span of days reaches over what follows, a day only over a figure', () => {
    const days = (text: string): (string | null)[] => read(text, 2021).map(({ deadline }) => deadline.date);
    expect(days('6月底前完成路基施工，启动路面铺设。开展验收')).toEqual(['2021-06-30', null, null]);
    expect(days('国庆期间加密客运航班，投放备用船舶6艘')).toEqual(['2021-10-07', '2021-10-07']);
    expect(days('9月16日前完成渔船检验，检验率100%')).toEqual(['2021-09-16', '2021-09-16']);
  });

  it('are due by a festival in quotation marks', () => {
    expect(read('“五一”假期前完成检修', 2025)[0]!.deadline).toEqual({ text: '“五一”假期前', date: '2025-04-30' });
  });

  it.each([
    ['a day of its own', '投放出租车500台，9月底前全部上路', ['投放出租车500台', '9月底前全部上路']],
    ['a share for each', '建立包联机制，每名领导包联1个项目', ['建立包联机制', '每名领导包联1个项目']],
    ['somebody who decides', '形成基本思路，报市委常委会研究', ['形成基本思路', '报市委常委会研究']],
    ['a trend without a verb', '税收占比保持在75%以上，“三公”经费只减不增', ['税收占比保持在75%以上', '“三公”经费只减不增']],
    ['a measure behind a measure', '生产总值增长8%，固定资产投资10%', ['生产总值增长8%', '固定资产投资10%']],
    ['what is to be passed', '推动博物馆创建，力争三季度通过省级评审', ['推动博物馆创建', '力争三季度通过省级评审']],
    ['how something is done', '通过公开招标确定施工单位', ['通过公开招标确定施工单位']],
    ['new things and changed ones', '新开公交线路3条，优化调整8条', ['新开公交线路3条', '优化调整8条']],
    ['a preposition that is a verb here', '到位内资150亿元，利用外资2亿美元', ['到位内资150亿元', '利用外资2亿美元']],
    ['what people gain', '户均增收3000元，亩均产量提高15公斤', ['户均增收3000元', '亩均产量提高15公斤']],
    ['a share of the same measure', '公路累计完成投资12亿元，占总投资的60%', ['公路累计完成投资12亿元，占总投资的60%']],
  ])('are cut, or not, before %s', (_, given, pieces) => expect(read(given).map(({ text }) => text)).toEqual(pieces));

  it.each([
    ['编制整合清单', 'draft', 'ongoing'],
    ['整治率95%', 'other', 'done'],
    ['完工率达80%以上', 'other', 'done'],
    ['出具审计报告12份', 'issue', 'done'],
  ])('%s is of the kind %s, %s', (given, kind, phase) => expect(read(given)).toMatchObject([{ kind, phase }]));

  it('are promised as 力争 says, up to the next firm verb', () => {
    expect(read('启动平台建设，争取纳入全国试点').map(({ commitment }) => commitment)).toEqual(['firm', 'strive']);
    expect(read('力争大桥纳入规划，并开工建设，完成勘察').map(({ commitment }) => commitment)).toEqual(['strive', 'strive', 'firm']);
  });
});

const WORDS =
  '完成 推进 建设 力争 基本 部分 围绕 通过 促进 提升 讨论 召开 启动 规划 方案 项目 路 工程 A1 95% 6月底前 并 和 等 的 ， 、 。 ； ： （ ） “ ” 《 》 , ; ( ) \n 3家'.split(
    ' ',
  );
const text = fc.oneof(
  fc.array(fc.constantFrom(...WORDS, '\u{20BB7}', ' '), { maxLength: 40 }).map(words => words.join('')),
  fc.constantFrom(...cases.map(known => known.text)),
);

describe('deliverables of any text', () => {
  it('are cut from it, in order, without overlap, and leave out nothing but punctuation and numbers of items', () => {
    const ITEM = /(?:[①-⑳]|[(（]?\d{1,2}[.．、)）]|[(（][一二三四五六七八九十]{1,3}[)）])\s*$/;
    fc.assert(
      fc.property(text, given => {
        let at = 0;
        read(given).forEach((found, index) => {
          expect(found.id).toBe(`1.Q1.${index + 1}`);
          expect(given.slice(...(found.span as [number, number]))).toBe(found.text);
          expect(found.span[0]).toBeGreaterThanOrEqual(at);
          expect(given.slice(at, found.span[0]).replace(ITEM, '')).not.toMatch(/[\p{L}\p{N}]/u);
          for (const name of found.names) expect(found.text).toContain(name);
          at = found.span[1]!;
        });
        expect(given.slice(at).replace(ITEM, '')).not.toMatch(/[\p{L}\p{N}]/u);
      }),
      { numRuns: 300 },
    );
  });

  it('mean the same in full and in half width', () => {
    const half = (wide: string): string => wide.replace(/[！-～]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
    const wide = (narrow: string): string => narrow.replace(/[,;:()%A-Z0-9]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    const meaning = (given: string): unknown =>
      read(given).map(({ span, kind, phase, commitment, deadline, names }) => [
        span,
        kind,
        phase,
        commitment,
        deadline.date,
        names.map(half),
      ]);
    fc.assert(
      fc.property(fc.constantFrom(...cases.map(known => known.text)), given => {
        expect(meaning(half(given))).toEqual(meaning(wide(half(given))));
      }),
      { numRuns: 60 },
    );
  });
});
