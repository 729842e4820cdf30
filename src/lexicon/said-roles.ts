import { foldInPlace } from './fold.ts';

/** What units are said to do for a task: `lead` it (牵头), `carry` it out (负责, 落实), or `help` (配合). */
export type Part = 'lead' | 'carry' | 'help';

const HOW =
  '(?:分别|共同|各自|联合|联动|具体|统筹|协同|积极|密切|按照?各?自?[^，,、；;。]{0,4}(?:职责|职能|分工)(?:范围)?(?:内)?(?:分工|分别)?)?';
const ACT = '(?:落实|负责|督导|督办|督促|办理|实施|组织|推进|抓好|统筹|协调|承办|起草|推动|参与|配合|协助|抓落实)*';
const SAID = new RegExp(`${HOW}(?:(牵头|主办|主责)|(负责|承办|落实|组织实施)|(配合|协办|协助|参与|参加))${ACT}$`);
/** 按职责分工, without what they do. */
const SHARED = /按照?各?自?.{0,4}(?:职责|职能)分工$/;

/** A name without the words behind it that say what it does: 市发改委牵头落实, 市财政局等按职责分工负责; null where there are none. */
export function saidPart(written: string): { name: string; part: Part } | null {
  const folded = foldInPlace(written);
  const shared = SHARED.exec(folded);
  const said = shared ?? SAID.exec(folded);
  const name = said ? written.slice(0, said.index).trim().replace(/等$/, '') : '';
  if (!said || name.length < 2) return null;
  return { name, part: shared ? 'carry' : said[1] ? 'lead' : said[2] ? 'carry' : 'help' };
}
