import type * as z from 'zod/mini';
import { InputError } from '../base/diagnostic.ts';
import { safeJson } from '../base/safe-json.ts';
import { conforms } from './conforms.ts';
import type { Plan } from './schema.ts';

/** Reads a saved plan.json, strictly. Throws InputError with a line an issue, each with its path and what was expected. */
export async function parsePlan(bytes: Uint8Array, name: string): Promise<Plan> {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw invalid([(error as Error).message], name);
  }
  if (conforms(data)) return data as Plan;
  const { planSchema } = await import('./schema.ts');
  const result = planSchema.safeParse(data);
  // Not the parsed copy, whose keys stand in another order: reports from it must have the bytes of reports from the source.
  if (result.success) return data as Plan;
  throw invalid(
    result.error.issues.map(issue => `${issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')}: `}${expectation(issue)}`),
    name,
  );
}

/** What should have stood there; the short schema library says no more than that the input is invalid. */
function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `expected ${issue.expected}`;
  if (issue.code === 'invalid_value') return `expected ${issue.values.map(String).join(' | ')}`;
  if (issue.code === 'invalid_format') return `expected ${issue.pattern ?? issue.format}`;
  if (issue.code === 'unrecognized_keys') return `unknown ${issue.keys.join(', ')}`;
  return issue.message;
}

/** Issues told at most; a file of another kind has hundreds. */
const MOST_ISSUES = 10;

function invalid(issues: readonly string[], name: string): InputError {
  const told = issues.slice(0, MOST_ISSUES).join('; ');
  const more = issues.length > MOST_ISSUES ? `; … (+${issues.length - MOST_ISSUES})` : '';
  return new InputError({ code: 'invalid-plan', place: null, data: { issues: told + more } }, name);
}

/**
 * A plan as the text of plan.json (two-space indentation, one line end at its end), in parts: the text of a very large plan is longer than a
 * string can be.
 */
export function* planParts(plan: Plan): Generator<string> {
  const keys = Object.keys(plan) as (keyof Plan)[];
  yield '{\n';
  for (const key of keys) {
    const value = plan[key];
    const comma = key === keys.at(-1) ? '\n' : ',\n';
    if (!Array.isArray(value) || value.length === 0) yield `  "${key}": ${indented(value, 2)}${comma}`;
    else {
      yield `  "${key}": [\n`;
      for (let at = 0; at < value.length; at++) yield `    ${indented(value[at], 4)}${at + 1 < value.length ? ',' : ''}\n`;
      yield `  ]${comma}`;
    }
  }
  yield '}\n';
}

function indented(value: unknown, by: number): string {
  return safeJson(value, 2).replaceAll('\n', `\n${' '.repeat(by)}`);
}
