import type { Check } from './check.ts';
import { inEveryCell, inMilestone } from './promises.ts';

/** Shares that have an end: of a work, and rates of all there are. Growth and over-fulfilment have none. */
const SHARE =
  /(?:主体|结构|土建|工程量?|路基|桥梁|路面|隧道|施工|安装|进度|(?:覆盖|合格|达标|普及|入学|办结|完好|处置|处理|参保|接种|签约|整改|满意|及格|优良)率)[^，,。；;]{0,8}$/;

function isShare(before: string): boolean {
  return SHARE.test(before) && !/增|同比|计划|任务|目标|上年|去年|产值/.test(before);
}

/** How far before a share what it is a share of is looked for (characters). */
const AROUND = 16;

/** 百分比超过100%. */
export const percentOver100: Check = {
  code: 'percent-over-100',
  explain: 'A share of a work, or a rate of all there are, lies above 100 %.',
  run: plan =>
    inEveryCell(plan, (task, milestone) =>
      (milestone.quantities ?? [])
        .filter(
          ({ unit, value, span }) => unit === '%' && value > 100 && isShare(milestone.text.slice(Math.max(0, span[0] - AROUND), span[0])),
        )
        .map(quantity => ({ code: 'percent-over-100' as const, ...inMilestone(task, milestone, quantity), data: { text: quantity.text } })),
    ),
};
