import * as z from 'zod/mini';
import { catalog } from '../base/catalog.ts';
import type { Code } from '../base/diagnostic.ts';
import { WITHIN } from './within.ts';

const codes = Object.keys(catalog) as [Code, ...Code[]];
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const light = z.optional(z.enum(['green', 'red', 'yellow', 'grey']));
const words = z.array(z.string().check(z.regex(/\S/)));

/** `plan.config.json`. This schema is what is checked, and what `plan schema --config` prints. */
export const configSchema = z.strictObject({
  $schema: z.optional(z.string()),
  /** What unusual headings mean: heading -> role word (lead, 牵头, Q1…). */
  columns: z.optional(z.record(z.string(), z.string())),
  /** Year of plans that are read; `--year` goes before it. */
  year: z.optional(z.int().check(z.minimum(1900), z.maximum(2199))),
  /** Other names of units: name -> names. */
  aliases: z.optional(z.record(z.string(), words)),
  lexicon: z.optional(
    z.strictObject({
      /** Further heading words: role word -> headings. */
      headings: z.optional(z.record(z.string(), words)),
      /** Names that are units, though they do not look like it. */
      units: z.optional(words),
      /** Verbs by the kind of deed they name. */
      verbs: z.optional(
        z.strictObject({
          start: z.optional(words),
          draft: z.optional(words),
          issue: z.optional(words),
          sign: z.optional(words),
          build: z.optional(words),
          hold: z.optional(words),
          establish: z.optional(words),
          advance: z.optional(words),
          survey: z.optional(words),
          approve: z.optional(words),
          other: z.optional(words),
        }),
      ),
      /** Names that speak of several units: name -> units. */
      collectives: z.optional(z.record(z.string(), words)),
    }),
  ),
  /** What counts as near, and how statuses are shown. */
  progress: z.optional(
    z.strictObject({
      /** Default of `--within`: 15d, 2w, or 10wd for working days. */
      within: z.optional(z.string().check(z.regex(WITHIN))),
      /** Days off, and days worked, besides those of the official calendar of China. */
      holidays: z.optional(z.array(day)),
      workdays: z.optional(z.array(day)),
      lights: z.optional(
        z.strictObject({ done: light, 'done-late': light, late: light, unreported: light, soon: light, open: light, cancelled: light }),
      ),
    }),
  ),
  /** Findings of `plan check` that are known and accepted. What is left out matches anything; `text` is part of the finding's text. */
  accept: z.optional(
    z.array(
      z.strictObject({
        code: z.enum(codes),
        task: z.optional(z.string()),
        period: z.optional(z.string()),
        text: z.optional(z.string()),
        reason: z.string().check(z.regex(/\S/)),
      }),
    ),
  ),
});

export type ConfigFile = z.infer<typeof configSchema>;

/** The JSON Schema (draft 2020-12) of plan.config.json. */
export function configJsonSchema(): unknown {
  return z.toJSONSchema(configSchema, { target: 'draft-2020-12' });
}
