import { InputError } from '../base/diagnostic.ts';
import { conforms, type JsonSchema } from './conforms.ts';
import type { Plan } from './schema.ts';

declare const PLAN_SCHEMA: JsonSchema | undefined;

/** Reads a saved plan.json, strictly. Throws InputError with a line an issue, each with its path and what was expected. */
export async function parsePlan(bytes: Uint8Array, name: string): Promise<Plan> {
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw invalid([`${name}: ${(error as Error).message}`]);
  }
  if (typeof PLAN_SCHEMA === 'object' && conforms(data, PLAN_SCHEMA)) return data as Plan;
  const { planSchema } = await import('./schema.ts');
  const result = planSchema.safeParse(data);
  if (result.success) return result.data;
  throw invalid(result.error.issues.slice(0, 10).map(issue => `${issue.path.map(String).join('.') || name}: ${issue.message}`));
}

function invalid(issues: string[]): InputError {
  return new InputError({ code: 'invalid-plan', place: null, data: { issues: issues.join('; ') } });
}

/** A plan as the text of plan.json: two-space indentation, one line end at its end. */
export function planText(plan: Plan): string {
  return `${JSON.stringify(plan, null, 2)}\n`;
}
