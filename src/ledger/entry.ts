import type { CivilDate } from '../base/civil-date.ts';
import { fold } from '../lexicon/fold.ts';

/** What a unit can report of an item, in the words of the forms that supervision offices send round. */
export const states = ['未开始', '推进中', '已完成', '滞后', '调整', '取消'] as const;
export type State = (typeof states)[number];

/** Whether nothing more is to be done: it is done, or called off. */
export function isOver({ state }: { state: State }): boolean {
  return state === '已完成' || state === '取消';
}

/** One report of progress: a line of the ledger (台账). */
export interface Entry {
  /** When it was recorded, in China: `2021-09-28 15:02:11`. */
  recorded: string;
  by: string;
  /** Id of a task, milestone or deliverable: `17`, `17.Q3`, `17.Q3.2`. */
  item: string;
  state: State;
  /** The day on which the state became true; null where the line names none, which then is the day of the record. */
  on: CivilDate | null;
  /** The value reached, as reported; '' where there is none. */
  value: string;
  note: string;
  /** A link or the name of a file. */
  evidence: string;
  /** Fingerprint of the promise as it stood; '' in lines written by hand. */
  print: string;
  /** The words of the promise, shortened, for people who read the file. */
  text: string;
}

/** Words that people write into forms, and what the command line may say in English. */
const SYNONYMS: Readonly<Record<State, readonly string[]>> = {
  未开始: ['未启动', '未开展', '尚未开始', '尚未启动', '没开始', '未动工', 'not-started', 'notstarted', 'todo'],
  推进中: [
    '正在推进',
    '推进',
    '进行中',
    '正在进行',
    '实施中',
    '正在实施',
    '在建',
    '办理中',
    '正在办理',
    '有序推进',
    '已启动',
    '已开始',
  ].concat(['按计划推进', '按序时推进', '正常推进', 'ongoing', 'in-progress', 'started', 'doing']),
  已完成: ['完成', '已办结', '办结', '已全部完成', '全部完成', '已落实', '完成了', '已完结', 'done', 'finished', 'complete', 'completed'],
  滞后: ['进度滞后', '推进滞后', '滞缓', '延期', '逾期', '未按期完成', '逾期未完成', 'delayed', 'behind'],
  调整: ['已调整', '申请调整', '需调整', '调整中', 'adjusted'],
  取消: ['已取消', '不再实施', '终止', '已终止', '撤销', 'cancelled', 'canceled', 'dropped'],
};

const BY_WORD = new Map(states.flatMap(state => [state, ...SYNONYMS[state]].map(word => [word, state] as const)));

/** Every word for a state, to propose the nearest. */
export const stateWords: readonly string[] = [...BY_WORD.keys()];

/** The state that a word means, whatever its width, case, spaces and full stop; null for any other word. */
export function stateOf(word: string): State | null {
  const bare = fold(word)
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/[\s。.!！]+/g, '');
  return BY_WORD.get(bare) ?? null;
}
