import type { Diagnostic } from '../base/diagnostic.ts';
import { CONFUSED, MISWRITTEN } from '../lexicon/confused.ts';
import type { Milestone, Plan, Task } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { inMilestone } from './promises.ts';

/** A few characters of a text, where they stand. */
interface Word {
  text: string;
  at: number;
  task: Task;
  milestone: Milestone;
}

/** 用字不一: words of a plan that differ in a confused character (齐乐桃园, 齐乐桃源), in order (检验检查, 检查检验), say 号 twice (2#号), or end in 儿 once and once not (圈圈儿). */
export const spellingVariant: Check = {
  code: 'name-variant',
  explain:
    'Four characters stand in the plan once so and once so: one of them exchanged for another that sounds or looks alike, or two words turned.',
  run: plan => {
    const first = new Map<string, Word>();
    const told = new Set<string>();
    const found: Diagnostic[] = [];
    for (const word of wordsOf(plan)) {
      if (!first.has(word.text)) first.set(word.text, word);
      const other = spellings(word.text)
        .flatMap(spelling => first.get(spelling) ?? [])
        .find(({ task, text }) => text[0] === word.text[0] || task === word.task);
      const key = other ? [word.text, other.text].sort().join('/') : '';
      if (!other || told.has(key)) continue;
      told.add(key);
      const { task, milestone, text, at } = word;
      const related = [{ task: other.task.id, period: other.milestone.period, text: other.text }];
      const part = { text, span: [at, at + text.length] };
      found.push({ code: 'name-variant', ...inMilestone(task, milestone, part), data: { name: text, other: other.text }, related });
    }
    const known = (one: Diagnostic): boolean => found.some(({ task, period }) => task === one.task && period === one.period);
    return [...found, ...miswritten(plan).filter(one => !known(one)), ...doubled(plan), ...plan.tasks.flatMap(suffixed)];
  },
};

/** Four Chinese characters that may be spelt otherwise. */
function* wordsOf(plan: Plan): Generator<Word> {
  for (const task of plan.tasks) {
    for (const milestone of task.milestones) {
      for (let at = 0; at + 4 <= milestone.text.length; at++) {
        const text = milestone.text.slice(at, at + 4);
        if ((text[0] === text[2] || CONFUSED.has(text[0]!) || CONFUSED.has(text[3]!)) && /^\p{Script=Han}{4}$/u.test(text))
          yield { text, at, task, milestone };
      }
    }
  }
}

function spellings(text: string): string[] {
  const turned = text[0] === text[2] && text[1] !== text[3] ? [`${text.slice(2)}${text.slice(0, 2)}`] : [];
  const last = [...(CONFUSED.get(text[3]!) ?? '')].map(char => text.slice(0, 3) + char);
  // 徐家社区, 许家社区: families.
  if (/^.[家庄村湾集店营屯堡寨]/.test(text)) return [...turned, ...last];
  return [...turned, ...last, ...[...(CONFUSED.get(text[0]!) ?? '')].map(char => char + text.slice(1))];
}

const WRONG = new RegExp([...MISWRITTEN.keys()].join('|'), 'g');

/** 布署 for 部署: wrong wherever it stands. */
function miswritten(plan: Plan): Diagnostic[] {
  return plan.tasks.flatMap(task =>
    task.milestones.flatMap(milestone =>
      [...milestone.text.matchAll(WRONG)].map((match): Diagnostic => {
        const part = { text: match[0], span: [match.index, match.index + match[0].length] };
        return { code: 'name-variant', ...inMilestone(task, milestone, part), data: { name: match[0], other: MISWRITTEN.get(match[0])! } };
      }),
    ),
  );
}

/** 2#号: # already says number. */
function doubled(plan: Plan): Diagnostic[] {
  return plan.tasks.flatMap(task =>
    task.milestones.flatMap(milestone =>
      [...milestone.text.matchAll(/(?<!\d)(\d{1,6})#号/g)].map((match): Diagnostic => {
        const part = { text: match[0], span: [match.index, match.index + match[0].length] };
        return { code: 'name-variant', ...inMilestone(task, milestone, part), data: { name: match[0], other: `${match[1]}#` } };
      }),
    ),
  );
}

/** 圈圈儿游 beside 圈圈红色游: a doubled word with 儿 and without in one task. */
function suffixed(task: Task): Diagnostic[] {
  const told = new Set<string>();
  return task.milestones.flatMap(milestone =>
    [...milestone.text.matchAll(/(\p{Script=Han})\1儿/gu)].flatMap((match): Diagnostic[] => {
      const plain = match[0].slice(0, 2);
      const other = task.milestones.find(({ text }) => new RegExp(`${plain}(?!儿)`).test(text));
      if (!other || told.has(plain)) return [];
      told.add(plain);
      const part = { text: match[0], span: [match.index, match.index + match[0].length] };
      const related = [{ task: task.id, period: other.period, text: plain }];
      return [{ code: 'name-variant', ...inMilestone(task, milestone, part), data: { name: match[0], other: plain }, related }];
    }),
  );
}
