import type { Time } from '../plan/schema.ts';
import { firstFrom } from './spans.ts';
import type { Reading } from './words.ts';

/** The first verb that cannot be a noun here: not 活动的开展, and with something to act on unless it needs nothing. */
export function finiteVerb(reading: Reading, from: number, to: number, last: number, after: number): number {
  const { tokens, folded } = reading;
  let weak = -1;
  for (let i = from; i < last; i++) {
    const { at, end, word } = tokens[i]!;
    if (!word.verb || at <= after) continue;
    const adverbBefore = i > 0 && tokens[i - 1]!.end === at && (tokens[i - 1]!.word.adverb || tokens[i - 1]!.word.cue);
    if (folded[at - 1] === '的' || /^[出到过了]?的/.test(folded.slice(end, end + 2)) || (word.verb.noun && !adverbBefore)) continue;
    // 经会议审议后印发: what must come first.
    if (folded[end] === '后' && i + 1 < last) continue;
    // 对已建成的农田开展排查: what is done already tells which.
    if (/[已未]/.test(folded[at - 1]!) && i + 1 < last) continue;
    // 活动的开展及联合参加展会: 及 joins nouns, so what stands behind it is one.
    if (folded[(adverbBefore ? tokens[i - 1]!.at : at) - 1] === '及') continue;
    // 税收低于5万元的企业: a figure that tells things apart.
    if (/^[到至]?\d[\d.]*[^\d,的]{1,4}的/.test(folded.slice(end, end + 12))) continue;
    if (/[情率期]/.test(folded[end] ?? '') && !word.verb.alone) continue;
    // 通过“一卡通”发放: the means of the verb at the end.
    if (word.circumstance && endsInVerb(reading, i + 1, to, last)) continue;
    // 在试点景区实现…: 试点 is the verb only where no other is.
    if (word.verb.kind === 'start' && !word.verb.end && !word.verb.light) weak = weak < 0 && end < to ? i : weak;
    // 污水深度处理装置建成: a noun behind an adverb gives way to a verb that is none.
    else if (word.verb.noun) weak = weak < 0 && (end < to || adverbBefore) ? i : weak;
    else if (weak >= 0 && !word.verb.end) return weak;
    else if (end < to || word.verb.alone || adverbBefore || word.verb.end || (word.verb.order && end - at > 3)) return i;
  }
  return weak;
}

/** Whether the last word of a clause is a verb that is no noun, with no 并 before it. */
function endsInVerb({ tokens, folded }: Reading, from: number, to: number, last: number): boolean {
  const token = from < last ? tokens[last - 1]! : null;
  return token?.end === to && token.word.verb !== undefined && !token.word.verb.noun && folded[token.at - 1] !== '并';
}

/** 改造工程铺设管网23公里, 主坝填筑至高程以上5米: behind a subject a verb of building with a length or a number at its end is no noun. */
export function workedVerb({ tokens, folded }: Reading, from: number, to: number, next: number, last: number): number {
  for (let i = last - 1; i >= next; i--) {
    const { at, end, word } = tokens[i]!;
    if (
      word.verb?.noun &&
      (word.verb.kind === 'build' || folded.startsWith('覆盖', at)) &&
      at - from >= 2 &&
      /^(?:至|到)?[^\d,的、]{0,14}\d[^,]{1,20}$/.test(folded.slice(end, to))
    )
      return i;
  }
  return -1;
}

/** A rate that is given without a verb: 合格率100%. */
export const RATED = /[率比](?:例|重)?\d[\d.]*%(?:以上|以下)?$/;
/** What has no verb but says how something goes: 事故起数和死亡人数“双下降”. */
export const TREND =
  /“?(?:只[增减]不[增减]|稳中[有提向][一-鿿]|双(?:下降|提升|增长|达标|控制)|零(?:事故|发生|增长|投诉|积压|差错|延误|死亡)|(?:常态|规范|制度|实体)化(?:运行|开展)?)”?$/;

/** Predicates that are a saying and have no verb of the lexicon: 应审尽审, 随到随审, 动态清零, 当日办结, 全市通报, “不限电、不停产”. */
export const SAYING =
  /(?:应(.)尽\1|随(?:.)随.|[当即]日(?:受理|办结|指派|答复|反馈)|(?:全[市县区省州镇校院]|公开|及时|予以|定期)通报|占多数|\d小时(?:待命|值守|值班|开放)|[对为给].{2,20}[“"][^”"]{2,10}[”"]|[“"](?:不|零|无|免)[^”"]{1,12}[”"])$/;

/** A saying with something before it, of which it is said. */
export function says(text: string): boolean {
  const said = SAYING.exec(text);
  return said !== null && (said.index > 1 || /^[对为给]/.test(text));
}

/** 对1100名残疾人提供照护: whom it reaches is counted. */
export function counts({ folded, tokens }: Reading, main: number, to: number): boolean {
  return /\d/.test(folded.slice(Math.max(0, tokens[main]!.at - 24), to));
}

const FIGURE = /^[到至在为约近]{0,2}\d[^,]{0,12}$/;
const MEASURE =
  /(?:率|比|比例|比重|[总产流]?量|[总余]?额|[总指人次]?数|值|收入|水平|强度|面积|满意度|时间|时限|时长|周期|成本|费用|浓度|价格|规模|人次|环节|材料|件数|占用|频次|频率|结果)(?:均|已|稳定|累计|分别|同比|力争|争取|确保|基本|全部)?$/;

/** 利用率不低于38%, 签约服务覆盖率达到85%: behind what is measured the word before the figure is the verb, none of those in its name. */
export function figureVerb({ tokens, folded }: Reading, from: number, to: number, last: number): number | null {
  if (last <= from) return null;
  for (let i = last - 1; i > from - 1 && to - tokens[i]!.end <= 16; i--) {
    const { at, end, word } = tokens[i]!;
    if (word.verb && (!word.verb.noun || word.verb.kind === 'other') && FIGURE.test(folded.slice(end, to)))
      return MEASURE.test(folded.slice(Math.max(0, at - 8), at)) ? i : null;
  }
  return null;
}

/** 新标段7月1日起正式运行, 投诉5个工作日内回复: what stands behind a time that bounds it, with somebody before, is done. */
export function actsInTime({ folded }: Reading, times: readonly Time[], from: number, to: number): boolean {
  for (let i = firstFrom(times, from + 2); i < times.length && times[i]!.span[0]! < to; i++) {
    const end = times[i]!.span[1]!;
    if (times[i]!.role !== 'reference' && end + 2 <= to && /[前内起]/.test(folded[end - 1]!) && !/[的、和及]/.test(folded[end]!))
      return true;
  }
  return false;
}

/** 建设周期8个月, 腾退面积约8.7万平方米: how large the thing before is. */
export const ATTRIBUTE =
  /^(?:预算|建设|施工|合同|占地|建筑|用地|腾退|改造|投资|设计|线路|道路|管线)?(?:金额|周期|工期|面积|规模|里程|总额|概算|总长度?|全长)约?\d[\d.]*[^\d,、]{1,8}$/;

/** 其中普惠托位不少于200个: how many of those before are of a kind. */
export const PART = /^其中[^,%]{2,18}?(?:不少于|不低于|至少|超过)?\d[\d.]*万?[余多]?[户个名人套件家处所条辆台亩项座间栋](?:以上)?$/;

/** 报市政府审批: what is handed up to be decided. */
export function reports(text: string): boolean {
  return /^报[^,]{1,20}(?:审批|批准|审定|审议|备案|审查|批复|审核|核准|同意|研究|印发)(?:后(?:印发|发布|公布|组织实施|实施|执行))?$/.test(
    text,
  );
}
