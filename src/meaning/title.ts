import type { Deed } from './kind.ts';

const TITLE =
  /^[^,、]{6,}(?:规划|纲要|办法|条例|规定|规则|细则|实施意见|(?:实施|行动|工作|总体|建设|整治|改革|管理|应急|处置|分配|调整|保障|提升|发展)方案|政策措施|章程)(?:\([^()]*\))?$/;
const PLACE = /^[^,、]{1,4}[省市县区镇乡]/;

/** The bare title of a document (X市…办法), which is to be there; 关于…的建议 is to be answered. `verb`: where the first verb stands. */
export function titleDeed(text: string, verb: number): Deed | null {
  if (/^关于.{4,}的(?:建议|提案|议案)$/.test(text)) return { kind: 'other', phase: 'done' };
  if (/^关于[^,]{4,}的(?:若干|实施)?(?:意见|措施|办法)$/.test(text)) return { kind: 'issue', phase: 'done' };
  if (/^[^,、]{2,12}关于[^,]{4,}的报告$/.test(text) && verb > text.indexOf('关于')) return { kind: 'draft', phase: 'done' };
  if (/^[^,]{4,}[开闭]幕式$/.test(text) && verb === text.length - 3) return { kind: 'hold', phase: 'done' };
  if (/执行|落实|贯彻|遵守|制定|制订|修订|完善|印发|出台|按照|严格/.test(text)) return null;
  return TITLE.test(text) && (verb === text.length || (verb >= 3 && PLACE.test(text.slice(0, verb))))
    ? { kind: 'issue', phase: 'done' }
    : null;
}
