import * as z from 'zod/mini';
import { planSchema } from './schema.ts';

/** The JSON Schema (draft 2020-12) of plan.json. */
export function planJsonSchema(): unknown {
  return z.toJSONSchema(planSchema, { target: 'draft-2020-12' });
}
