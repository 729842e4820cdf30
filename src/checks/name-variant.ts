import type { Diagnostic } from '../base/diagnostic.ts';
import { grouped } from '../base/grouped.ts';
import { bare, commonHead, commonTail, similarity } from '../meaning/compare.ts';
import { readDeliverables } from '../meaning/index.ts';
import type { Milestone, Plan, Task } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { inMilestone } from './promises.ts';

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
    for (const [rare, usual] of pairs(mentions)) {
      const key = [rare.name, usual.name].sort().join('\u0000');
      if (seen.has(key)) continue;
      seen.add(key);
      const related = [{ task: usual.task.id, ...(usual.milestone ? { period: usual.milestone.period } : {}), text: usual.name }];
      found.push({ ...whereIs(rare), code: 'name-variant', data: { name: rare.name, other: usual.name }, related });
    }
    const places = placesOf(plan);
    const byTask = grouped(mentions, ({ task }) => task.id);
    const within = plan.tasks.flatMap(task => {
      const own = byTask.get(task.id) ?? [];
      return [...renamed(task, own), ...shortened(task, own, places)];
    });
    return [...found, ...within.filter(({ data }) => !seen.has([data!.name, data!.other].sort().join('\u0000')))];
  },
};

function variant(one: Mention, other: string, at: Mention): Diagnostic {
  const related = [{ task: at.task.id, ...(at.milestone ? { period: at.milestone.period } : {}), text: other }];
  return { ...whereIs(one), code: 'name-variant', data: { name: one.name, other }, related };
}

/** A name of the task's own text that its milestones never use, while they use one that begins alike (机场南支线高速, 机场高速南线). */
function renamed(task: Task, own: readonly Mention[]): Diagnostic[] {
  const cells = task.milestones.map(({ text }) => text).join('\n');
  return own
    .filter(({ milestone, name }) => milestone === null && name.length >= 6 && !cells.includes(name))
    .flatMap(goal => {
      const other = own.find(one => one.milestone !== null && isRenamed(goal.text, one.text));
      return other ? [variant(other, goal.name, goal)] : [];
    });
}

function isRenamed(goal: string, name: string): boolean {
  return commonHead(goal, name) >= 4 && name.length >= 6 && similarity(goal, name) >= 0.5 && isTurnedNearly(goal, name);
}

/** All but a character or two are the same, in whatever order. */
function isTurnedNearly(a: string, b: string): boolean {
  const left = [...b];
  const missing = [...a].filter(char => {
    const at = left.indexOf(char);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return missing.length + left.length <= 2;
}

/** A name that begins with a place, and stands in another cell of its task without it (成都未来医学城, 未来医学城). */
function shortened(task: Task, own: readonly Mention[], places: ReadonlySet<string>): Diagnostic[] {
  return own.flatMap(mention => {
    const place = mention.milestone ? [2, 3].map(length => mention.name.slice(0, length)).find(head => places.has(head)) : undefined;
    if (place === undefined) return [];
    const rest = mention.name.slice(place.length);
    const other = task.milestones.find(({ text }) => rest.length >= 4 && text.replaceAll(mention.name, '').includes(rest));
    return other && other !== mention.milestone ? [variant(mention, rest, { ...mention, milestone: other })] : [];
  });
}

/** The places that the plan's units are named after: 成都市 is 成都. */
function placesOf(plan: Plan): Set<string> {
  return new Set(plan.units.flatMap(({ name }) => /^(.{2,3})[省市县区州]$/.exec(name)?.[1] ?? []));
}

function whereIs({ task, milestone, name }: Mention): Pick<Diagnostic, 'place' | 'task' | 'period' | 'text'> {
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
      for (const goal of readDeliverables(task.content, { id: '', times: [], quantities: [], due: null }))
        for (const name of goal.names) add(name, task, null);
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

function isVariant(one: Mention, other: Mention): boolean {
  const [a, b] = [one.text, other.text];
  const together = one.task === other.task;
  // 《》 come and go within one task only by mistake; a longer sentence quotes differently.
  if (a === b) return together && /[《》]/.test(one.name) !== /[《》]/.test(other.name);
  const [longer, shorter] = a.length >= b.length ? [a, b] : [b, a];
  if (longer.endsWith(shorter)) return isShortened(longer, shorter);
  const changed = differing(longer, shorter);
  if (/[\d一二三四五六七八九十东西南北上下左右内外前后]/.test(changed) || GENERAL.test(changed)) return false;
  if (longer.length === shorter.length)
    return shorter.length >= 4 && ((together && isExchanged(longer, shorter)) || isTurned(longer, shorter));
  return shorter.length >= 5 && longer.length - shorter.length <= 2 && isInserted(longer, shorter);
}

/** Words that make another document of a name, or stand for another part of a work. */
const GENERAL = /^(工作|初步|实施|试行|专项|区|点|园|带|线|路|段|期|批)+$/;

/** A name without the place or the lake it stands at (三岔湖环湖路, 环湖路); a word of general use alone is no name. */
function isShortened(longer: string, shorter: string): boolean {
  const before = longer.length - shorter.length;
  return before >= 2 && before <= 4 && shorter.length >= 3 && shorter.length <= 8 && /[路桥道库城园站场馆院校区线]$/.test(shorter);
}

/** What stands between the common begin and the common end of two texts, of both. */
function differing(a: string, b: string): string {
  const head = commonHead(a, b);
  const tail = Math.min(commonTail(a, b), b.length - head);
  return a.slice(head, a.length - tail) + b.slice(head, b.length - tail);
}

/** One character exchanged (桃园, 桃源), not at the begin: 成德 and 成眉 are two. */
function isExchanged(a: string, b: string): boolean {
  const head = commonHead(a, b);
  return head >= 2 && a.slice(head + 1) === b.slice(head + 1);
}

/** The same characters in another order (检验检查, 检查检验; 机场南支线高速, 机场高速南线 only within one task). */
function isTurned(a: string, b: string): boolean {
  const changed = commonHead(a, b) + commonTail(a, b);
  return a.length - changed <= 6 && [...a].sort().join('') === [...b].sort().join('');
}

/** A word put into a name, which is longer than what is put in. */
function isInserted(longer: string, shorter: string): boolean {
  const head = commonHead(longer, shorter);
  return head >= 2 && head < shorter.length && head + commonTail(longer, shorter) >= shorter.length;
}
