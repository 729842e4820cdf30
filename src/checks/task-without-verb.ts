import { readDeliverables } from '../meaning/index.ts';
import { readWords } from '../meaning/words.ts';
import type { Task } from '../plan/schema.ts';
import type { Check } from './check.ts';
import { goalsOf } from './things/things.ts';

/** Share of the tasks that must say what is done before one that does not is told: a list of projects names things only. */
const USUAL = 0.8;

/** 任务无动词: a task that names a thing, but not what is to be done about it; a figure says what is to be reached. */
export const taskWithoutVerb: Check = {
  code: 'task-without-verb',
  explain: 'A task says what it is about, but not what is to be done, while the other tasks do.',
  run: plan => {
    const without = plan.tasks.filter(({ content }) => content !== '' && !/\d/.test(content)).filter(task => !hasVerb(task));
    if (plan.tasks.length < 5 || without.length > plan.tasks.length * (1 - USUAL)) return [];
    return without.map(({ id, place, content }) => ({ code: 'task-without-verb' as const, place, task: id, text: content }));
  },
};

/** A verb inside a name (农旅融合发展示范区) says nothing of what is to be done. */
function hasVerb(task: Task): boolean {
  const names = goalsOf(task).flatMap(goal => goal.names);
  const plain = names.reduce((text, name) => text.replaceAll(name, '，'), task.content);
  return readWords(plain).tokens.some(({ word }) => word.verb && !word.verb.noun) || isDeed(plain);
}

function isDeed(text: string): boolean {
  return readDeliverables(text, { id: '', times: [], quantities: [], due: null }).some(({ kind }) => kind !== 'other');
}
