import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../src/index.ts';
import {
  differences,
  type ExpectedPlan,
  type ExpectedTask,
  expectedPlan,
  PLANS,
  planCases,
  planInputs,
  planOf,
  straightened,
  unmerged,
} from './plan-fixtures.ts';

/** What is lost on an input: sure tasks that come out wrong, surplus or missing tasks, and wrong tasks that no warning points at. */
interface Loss {
  wrong: number;
  silent: number;
}

const knownLosses = JSON.parse(readFileSync(join(PLANS, 'known-losses.json'), 'utf8')) as Record<string, Loss & { reason: string }>;

/** By these a plan says that it is not sure of a task's values. */
const UNSURE = new Set(['ambiguous-columns', 'missing-cell', 'surplus-cell', 'guessed-column', 'unplaced-text', 'duplicate-number']);

function doubted(plan: Plan): Set<string> {
  return new Set(plan.diagnostics.flatMap(({ code, severity, task }) => (severity !== 'info' && UNSURE.has(code) && task ? [task] : [])));
}

/** Compares a plan with what is expected, task by task, in order. */
function lossOf(plan: Plan, input: string, expected: ExpectedPlan): { loss: Loss; details: string[] } {
  const dialect = expected.dialects[input];
  const doubts = doubted(plan);
  const details: string[] = [];
  const loss: Loss = { wrong: Math.max(0, plan.tasks.length - expected.tasks.length), silent: 0 };
  if (loss.wrong > 0) details.push(`${loss.wrong} tasks too many`);
  expected.tasks.forEach((one, index) => {
    const task = plan.tasks[index];
    const wrong = task ? differences(task, wanted(one, input, dialect)) : ['missing'];
    if (wrong.length === 0) return;
    const sure = !(dialect && one.lossy?.[dialect]);
    const silent = !task || !doubts.has(task.id);
    if (sure) loss.wrong++;
    if (silent) loss.silent++;
    if (sure || silent) details.push(`row ${index + 1}${silent ? ', no warning' : ''}: ${wrong.join('; ')}`);
  });
  return { loss, details };
}

function wanted(expected: ExpectedTask, input: string, dialect: string | undefined): ExpectedTask {
  const spelt = input.includes('pandoc-markdown') ? straightened(expected) : expected;
  return dialect === 'grid' ? unmerged(spelt) : spelt;
}

const inputs = planCases().flatMap(name => {
  const expected = expectedPlan(name);
  return planInputs(name, expected).map(([input, path]) => ({ name, input, path, expected, key: `${name}/${input}` }));
});

describe('plans as documents come', () => {
  it('has cases, and every case has inputs', () => {
    expect(planCases().length).toBeGreaterThan(20);
    expect(planCases().filter(name => !inputs.some(input => input.name === name))).toEqual([]);
  });

  for (const { key, input, path, expected } of inputs) {
    it(key, async () => {
      const plan = await planOf(path);
      const { loss, details } = lossOf(plan, input, expected);
      const { wrong, silent } = knownLosses[key] ?? { wrong: 0, silent: 0 };
      expect(loss, details.join('\n')).toEqual({ wrong, silent });
      if (plan.tasks.length === 0) return;
      expect(plan.title).toBe(expected.untitled?.includes(input) ? null : expected.title);
      expect(plan.year).toBe(expected.year);
    });
  }

  it('lists no loss of an input that is gone', () => {
    const keys = new Set(inputs.map(({ key }) => key));
    expect(Object.keys(knownLosses).filter(key => !keys.has(key))).toEqual([]);
  });
});
