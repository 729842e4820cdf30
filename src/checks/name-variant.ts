import type { Diagnostic } from '../base/diagnostic.ts';
import { grouped } from '../base/grouped.ts';
import { CONFUSED } from '../lexicon/confused.ts';
import { bare, commonHead, commonTail, differing, matterOf } from '../meaning/compare.ts';
import type { Milestone, Plan, Task } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { inMilestone, promisedBy } from './promises.ts';
import { placesOf, type Reworded, reworded } from './things/reworded.ts';
import { goalsOf } from './things/things.ts';
import { GENERAL, isAbbreviated } from './things/wordings.ts';

/** A name where it stands first. */
interface Mention {
  name: string;
  /** For comparing. */
  text: string;
  task: Task;
  milestone: Milestone | null;
  count: number;
}

/** Pairs compared at most; a plan with more names is searched within tasks only. */
const MOST = 3000;

/** 名称不一: names that are most likely one: a character exchanged, two in another order, a word put in, quotes or book-title marks left out. */
export const nameVariant: Check = {
  code: 'name-variant',
  explain: 'Two names differ so little that they most likely mean one thing.',
  run: plan => {
    const mentions = [...mentionsOf(plan).values()];
    const found: Diagnostic[] = [];
    const seen = new Set<string>();
    const places = placesOf(plan);
    for (const [rare, usual] of [...pairs(mentions), ...abbreviations(mentions), ...withPlace(mentions, places), ...clauses(plan)]) {
      const key = [rare.name, usual.name].sort().join('\u0000');
      if (seen.has(key)) continue;
      seen.add(key);
      const related = [{ task: usual.task.id, ...(usual.milestone ? { period: usual.milestone.period } : {}), text: usual.name }];
      found.push({ ...whereIs(rare), code: 'name-variant', data: { name: rare.name, other: usual.name }, related });
    }
    const within = plan.tasks.flatMap(task => reworded(task, places).map(variant));
    return [...found, ...within.filter(({ data }) => !seen.has([data!.name, data!.other].sort().join('\u0000')))];
  },
};

function variant({ thing, other, at }: Reworded): Diagnostic {
  const related = [{ task: thing.task.id, ...(at ? { period: at.period } : {}), text: other }];
  return { ...whereIs({ ...thing, name: thing.text }), code: 'name-variant', data: { name: thing.text, other }, related };
}

function whereIs({
  task,
  milestone,
  name,
}: Pick<Mention, 'task' | 'milestone' | 'name'>): Pick<Diagnostic, 'place' | 'task' | 'period' | 'text'> {
  if (!milestone) return { place: task.place, task: task.id, text: name };
  const at = milestone.text.indexOf(name);
  return inMilestone(task, milestone, { text: name, span: [Math.max(0, at), Math.max(0, at) + name.length] });
}

/** Every name of tasks and milestones, by the task it stands in and how it is written. */
function mentionsOf(plan: Plan): Map<string, Mention> {
  const found = new Map<string, Mention>();
  const add = (name: string, task: Task, milestone: Milestone | null): void => {
    const key = `${task.id}\u0000${name}`;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { name, text: bare(name), task, milestone, count: 1 });
  };
  for (const task of plan.tasks) {
    if (task.milestones.some(({ dueFrom }) => dueFrom !== 'limit'))
      for (const goal of goalsOf(task)) for (const name of goal.names) add(name, task, null);
    for (const milestone of task.milestones)
      for (const one of milestone.deliverables ?? []) for (const name of one.names) add(name, task, milestone);
  }
  return found;
}

/** Pairs of names that may be one: the rarer first. Names that agree at neither end are not compared. */
function* pairs(mentions: readonly Mention[]): Generator<[Mention, Mention]> {
  const keyed = mentions.flatMap(mention => {
    const { text } = mention;
    const keys = mentions.length > MOST ? [mention.task.id] : [`<${text.slice(0, 2)}`, `>${text.slice(-2)}`];
    return keys.map(key => ({ key, mention }));
  });
  const buckets = grouped(keyed, ({ key }) => key);
  for (const bucket of buckets.values()) {
    for (const [index, { mention: one }] of bucket.entries()) {
      for (const { mention: other } of bucket.slice(Math.max(0, index - 200), index)) {
        if (one.name === other.name || !isVariant(one, other)) continue;
        yield one.count <= other.count ? [one, other] : [other, one];
      }
    }
  }
}

/** Names and what they are shortened to, perhaps with a part behind (天府农博园主展馆). */
function* abbreviations(mentions: readonly Mention[]): Generator<[Mention, Mention]> {
  if (mentions.length > MOST) return;
  const byEnd = grouped(mentions, ({ text }) => text.slice(-1));
  for (const mention of mentions) {
    const short = /^.{4,}?[园馆院场城会站中心](?=.{2}|$)/u.exec(mention.text)?.[0];
    const full = short && byEnd.get(short.slice(-1))?.find(({ text }) => isAbbreviated(text, short));
    if (full) yield [{ ...mention, name: short }, full];
  }
}

/** A name with a place before it whose rest another task's name begins with: 成都天府国际机场, 天府国际机场高速. */
function* withPlace(mentions: readonly Mention[], places: ReadonlySet<string>): Generator<[Mention, Mention]> {
  if (mentions.length > MOST) return;
  const byBegin = grouped(mentions, ({ text }) => text.slice(0, 5));
  for (const mention of mentions) {
    const length = [3, 2].find(end => places.has(mention.text.slice(0, end)));
    const rest = length === undefined ? '' : mention.text.slice(length);
    const other =
      rest.length < 5 ? undefined : byBegin.get(rest.slice(0, 5))?.find(({ text, task }) => task !== mention.task && text.startsWith(rest));
    if (other) yield [mention, { ...other, name: rest }];
  }
}

/** Clauses of two tasks that are the same but for one character put in: 事项跨区域通办达30%以上, 事项跨区通办达30%以上. */
function* clauses(plan: Plan): Generator<[Mention, Mention]> {
  const promised = plan.tasks.flatMap(promisedBy);
  if (promised.length > MOST) return;
  const all = promised.map(({ task, milestone, deliverable }) => ({ task, milestone, text: matterOf(deliverable.text), count: 1 }));
  const byEnd = grouped(
    all.filter(({ text }) => text.length >= 12),
    ({ text }) => text.slice(-6),
  );
  for (const bucket of byEnd.values()) {
    for (const [index, one] of bucket.entries()) {
      for (const other of bucket.slice(Math.max(0, index - 50), index)) {
        const [longer, shorter] = one.text.length > other.text.length ? [one, other] : [other, one];
        const [put, none] = differing(longer.text, shorter.text);
        if (one.task === other.task || none !== '' || !/^\p{Script=Han}$/u.test(put) || /[的了和与及等各新一二三四五六七八九十]/.test(put))
          continue;
        const at = commonHead(longer.text, shorter.text);
        const around = (text: string, end: number): string => text.slice(Math.max(0, at - 2), end + 2);
        yield [
          { ...longer, name: around(longer.text, at + 1) },
          { ...shorter, name: around(shorter.text, at) },
        ];
      }
    }
  }
}

function isVariant(one: Mention, other: Mention): boolean {
  const [a, b] = [one.text, other.text].map(text => text.replace(/(?<=园)区$/, '')) as [string, string];
  const together = one.task === other.task;
  // 《》 come and go within one task only by mistake; a longer sentence quotes differently.
  if (a === b) return together && /[《》]/.test(one.name) !== /[《》]/.test(other.name);
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
  if (longer.endsWith(shorter)) return isShortened(longer, shorter);
  const changed = differing(longer, shorter).join('');
  if (/[\d一二三四五六七八九十东西南北上下左右内外前后]/.test(changed) || GENERAL.test(changed)) return false;
  if (longer.length === shorter.length)
    return (
      shorter.length >= 4 &&
      ((together && (isExchanged(longer, shorter) || isConfused(longer, shorter) || isRetitled(one, other))) || isTurned(longer, shorter))
    );
  return shorter.length >= 5 && isInserted(longer, shorter) && (together || !isOwn(longer, shorter, a === longer ? one : other));
}

/** A name without the place or the lake it stands at (三岔湖环湖路, 环湖路); a word of general use alone is no name. */
function isShortened(longer: string, shorter: string): boolean {
  const before = longer.length - shorter.length;
  return before >= 2 && before <= 4 && shorter.length >= 3 && shorter.length <= 8 && /[路桥道库城园站场馆院校区线]$/.test(shorter);
}

/** One character exchanged (桃园, 桃源), not at the begin: 成德 and 成眉 are two. */
function isExchanged(a: string, b: string): boolean {
  const head = commonHead(a, b);
  return head >= 2 && a.slice(head + 1) === b.slice(head + 1);
}

/** One character written for another that sounds or looks alike, wherever it stands (青溪水库, 清溪水库). */
function isConfused(a: string, b: string): boolean {
  const [mine, other] = differing(a, b);
  // 徐家社区, 许家社区: families.
  if (/^.[家庄村湾集店营屯堡寨]/.test(a) && a[0] !== b[0]) return false;
  return mine.length === 1 && other.length === 1 && (CONFUSED.get(mine)?.includes(other) ?? false);
}

/** A document that is a 方案 in one cell and a 计划 in another. */
function isRetitled(one: Mention, other: Mention): boolean {
  const title = ({ name }: Mention): string => name.replace(/方案|计划/, '');
  return one.milestone !== other.milestone && one.name.startsWith('《') && one.name.length >= 12 && title(one) === title(other);
}

/** The same characters in another order (检验检查, 检查检验; 机场南支线高速, 机场高速南线 only within one task). */
function isTurned(a: string, b: string): boolean {
  const changed = commonHead(a, b) + commonTail(a, b);
  return a.length - changed <= 6 && [...a].sort().join('') === [...b].sort().join('');
}

/** Whether the word that the longer name has more is said in its task elsewhere too: 金中 of a task of 金堂 and 中江 makes another list of it. */
function isOwn(longer: string, shorter: string, { task, name }: Mention): boolean {
  const head = commonHead(longer, shorter);
  const word = longer.slice(head, head + longer.length - shorter.length);
  return [task.content, ...task.milestones.map(({ text }) => text)].some(text => bare(text.replaceAll(name, '')).includes(word));
}

/** A word put into a name, which is longer than what is put in; a longer word only where what begins and what ends is long too. */
function isInserted(longer: string, shorter: string): boolean {
  const head = commonHead(longer, shorter);
  const put = longer.length - shorter.length;
  const least = put <= 2 ? 2 : 4;
  return put <= 5 && head >= least && head + least <= shorter.length + 1 && head + commonTail(longer, shorter) >= shorter.length;
}
