import { foldInPlace } from '../lexicon/fold.ts';
import { type TimeFrame, type TimePhrase, timePhrases } from '../lexicon/time-phrases.ts';
import type { Time } from '../plan/schema.ts';

/** The plan's year, whether the plan counts years of the Republic calendar, and the months of the period that the text stands under. */
export type TimeContext = TimeFrame;

/** What stands before a time that something is due by or happens in; a bare time elsewhere belongs to a name (召开三季度联席会议). */
const OPENING = /(?:^|[,，。;；:：、\n)）]|[在于到至]|力争|争取|确保|计划|预计|拟|将|并|力求|实现|原则上|截止|最迟|不晚于|不迟于)\s*$/;
/** Verbs that a bare time may stand right before (10月举办). */
const VERB =
  /^\s*(?:[,，、:：]|正式|全面|全部|基本|力争|争取|确保|完成|完工|建成|建立|建设|开工|动工|竣工|投用|投入|投产|启动|开展|开始|启用|举办|举行|召开|组织|实现|达到|印发|出台|发布|推出|签订|签署|编制|制定|形成|上线|通车|交付|验收|实施|推进|开放|开园|开业|报送|提交|新增|新建|改造|引进|培育|完善|通过|取得|争取|累计|共|建|将|拟|前|各|底|分别|每|对|由|组建|落实|进场|封顶|试运行|运行|挂牌|揭牌|申报|创建|打造|培训|发放|整治|实行|集中|不少于|至少|要|在(?![建线校岗职册]))/;
/** What 全年 belongs to where it is no adverbial: 全年投资任务. */
const YEARLY_NOUN = /^\s*的?(?:目标|任务|投资|计划|总|工作|指标|预算|收入|经济|[^,，。;；、]{0,8}(?:任务|目标|计划|指标))/;
/** 乐至2021年工作计划: the year of a document, whatever stands before it. */
const TITLED = /^度?(?:重点)?(?:工作|行动|建设|合作|项目|任务|投资)*(?:计划|清单|方案|要点|规划|报告)/;
const COMPARED = /(?:较|比|同比|截至|截止到?|相比|相较|基于|以|自从)\s*$/;
/** 2000年底前建成的老旧小区: a time that tells things apart. */
const ATTRIBUTE = /^[^,，。;；、\d]{0,6}的/;

/** Finds the time expressions of a text, in order, with what each is for its clause. Spans count UTF-16 units. */
export function readTimes(text: string, context: TimeContext): Time[] {
  const phrases = timePhrases(text, context);
  if (phrases.length === 0) return [];
  const folded = foldInPlace(text);
  const brackets = new BookTitles(folded);
  return phrases.map(phrase => {
    const { start, end, from, to } = phrase;
    return { text: text.slice(start, end), span: [start, end], from, to, role: roleOf(phrase, folded, context, brackets.holds(start)) };
  });
}

function roleOf(phrase: TimePhrase, text: string, { year }: TimeContext, inTitle: boolean): Time['role'] {
  const { start, end, kind, edge, range, to } = phrase;
  const before = text.slice(Math.max(0, start - 5), start);
  const after = text.slice(end, end + 12);
  if (inTitle || edge === 'since') return 'reference';
  if (to !== null && year !== null && to < `${year}-01-01`) return 'reference';
  // 启动2026年度集中征缴: what is done is for that year, not in it.
  if (kind === 'year' && edge === null && year !== null && to !== null && to > `${year}-12-31` && /年度$/.test(text.slice(start, end)))
    return 'reference';
  if (edge === 'before' || edge === 'end') return ATTRIBUTE.test(after) ? 'reference' : 'deadline';
  if (kind === 'wholeYear' && !range) return edge === 'within' ? 'deadline' : YEARLY_NOUN.test(after) ? 'reference' : 'period';
  if (edge === 'after') return 'period';
  if (edge === 'within') return kind === 'festival' && !range ? 'deadline' : 'period';
  if (COMPARED.test(before)) return 'reference';
  const adverbial = VERB.test(after) || (kind !== 'year' && kind !== 'fiveYears' && OPENING.test(before));
  if (kind === 'year' && TITLED.test(after)) return 'reference';
  if (to !== null && kind !== 'year' && kind !== 'fiveYears' && /[(（]$/.test(before) && /^[)）]/.test(after))
    return range ? 'period' : 'deadline';
  if (!adverbial) return /[到至]$/.test(before) ? 'deadline' : 'reference';
  return range || kind === 'year' || kind === 'fiveYears' ? 'period' : 'deadline';
}

/** Tells, for places asked in order, whether they stand inside 《》. */
class BookTitles {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  holds(place: number): boolean {
    for (; this.at < place; this.at++) {
      const char = this.text[this.at];
      if (char === '《') this.depth++;
      else if (char === '》') this.depth = Math.max(0, this.depth - 1);
    }
    return this.depth > 0;
  }
}
