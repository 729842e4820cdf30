import type { Check } from './check.ts';
import { byCategory } from './promises.ts';

/** Neighbours on each side that must agree, or all there are where the category is shorter. */
const NEIGHBOURS = 2;

/** 缺配合单位: a task without a support unit among tasks of its category that all name the same. */
export const missingSupportUnit: Check = {
  code: 'missing-support-unit',
  explain: 'A task has no support unit, while its neighbours of the same category all name the same ones.',
  run: plan =>
    byCategory(plan).flatMap(tasks =>
      tasks.flatMap((task, index) => {
        if (task.supportUnits.length > 0) return [];
        const around = [...tasks.slice(Math.max(0, index - NEIGHBOURS), index), ...tasks.slice(index + 1, index + 1 + NEIGHBOURS)];
        const units = around.map(one => one.supportUnits.join('、'));
        if (around.length < NEIGHBOURS + 1 || units[0] === '' || new Set(units).size > 1) return [];
        const data = { units: units[0]!, tasks: around.map(({ id }) => id).join('、') };
        return [{ code: 'missing-support-unit' as const, place: task.place, task: task.id, text: task.content, data }];
      }),
    ),
};
