import * as z from 'zod/mini';

/** Where something stands in a source; see `base/place`. */
const placeSchema = z.strictObject({
  source: z.number(),
  line: z.number(),
  column: z.number(),
  start: z.number(),
  end: z.number(),
  sheet: z.optional(z.string()),
  cell: z.optional(z.string()),
});

const calendarDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const periodKey = z.string().check(z.regex(/^(year|[QHM]\d{1,2}(-[QHM]\d{1,2})?)$/));

/** One document a plan was read from. `name` is as given, never an absolute path; `sha256` is of the bytes as received. */
const sourceSchema = z.strictObject({
  name: z.string(),
  format: z.string(),
  dialect: z.string(),
  encoding: z.string(),
  sha256: z.string(),
});

/** Where a text stands in its milestone's `text`: start and end in UTF-16 units. */
const spanSchema = z.tuple([z.int(), z.int()]);

/** A time expression (3月底前, 国庆期间). `to` is its last day, `from` its first where it is a range. */
const timeSchema = z.strictObject({
  text: z.string(),
  span: spanSchema,
  from: z.nullable(calendarDate),
  to: z.nullable(calendarDate),
  /** `deadline`: due by then; `period`: it happens in or over then; `reference`: everything else, such as the year in a document's name. */
  role: z.enum(['deadline', 'period', 'reference']),
});

/** An amount with its unit (不少于3场, 12万平米 = 120000 平米). */
const quantitySchema = z.strictObject({
  text: z.string(),
  span: spanSchema,
  /** What is measured, in the words of the text; empty where it does not say. */
  metric: z.string(),
  comparator: z.enum(['eq', 'ge', 'gt', 'le', 'lt', 'approx']),
  /** With its multiplier (万, 亿) worked out. */
  value: z.number(),
  unit: z.string(),
  /** Counted since the start (累计, a share of a work completed), not for this period alone: never to be summed. */
  cumulative: z.boolean(),
  /** For each of several things (分别). */
  distributive: z.optional(z.literal(true)),
});

/** A deliverable (交付事项): one thing inside a milestone that someone would tick off. */
const deliverableSchema = z.strictObject({
  id: z.string(),
  /** Cut from the milestone's text; inherited words (verb, subject, 力争) are not in it. */
  text: z.string(),
  span: spanSchema,
  kind: z.enum(['start', 'draft', 'issue', 'sign', 'build', 'hold', 'establish', 'advance', 'survey', 'approve', 'other']),
  /** State at the end of the period. */
  phase: z.enum(['begin', 'ongoing', 'done']),
  /** `strive`: 力争, 争取, 推动; `partial`: 基本, 大部分, 初步; `firm`: the rest. */
  commitment: z.enum(['firm', 'strive', 'partial']),
  /** `text` is null where the deadline is the milestone's own. */
  deadline: z.strictObject({ text: z.nullable(z.string()), date: z.nullable(calendarDate) }),
  quantities: z.array(quantitySchema),
  /** Named projects, documents, events, organisations and platforms, as written. */
  names: z.array(z.string()),
});

/**
 * A milestone (节点): what a task promises for one period. Where the table has no period columns: its goal of the year (年度目标) or, without one, its
 * text (where that is a title, what a column such as 主要内容 says in figures), for the task's time limit. A goal of the year without a limit is due
 * at the year's end, a text without one on the last day it names where its last deliverable has one (a reading of its meaning), else on no day.
 */
const milestoneSchema = z.strictObject({
  id: z.string(),
  period: periodKey,
  /** The cell as written, less its outer white space. */
  text: z.string(),
  /** Last day by which it is due; null where the year or the day is not known: such a milestone is never overdue. */
  due: z.nullable(calendarDate),
  /** `period`: the end of its period; `limit`: the task's time limit. */
  dueFrom: z.enum(['stated', 'period', 'limit']),
  place: placeSchema,
  /** What the text means; absent where it was not asked for (`plan parse --no-meaning`). */
  times: z.optional(z.array(timeSchema)),
  quantities: z.optional(z.array(quantitySchema)),
  deliverables: z.optional(z.array(deliverableSchema)),
});

/** A task (任务): one numbered row of the plan. */
const taskSchema = z.strictObject({
  /** The number as written (half-width), made unique within the plan by `#2`, `#3`… where it is not. */
  id: z.string(),
  /** Path of categories, outermost first; empty where there is none. */
  category: z.array(z.string()),
  content: z.string(),
  leadUnits: z.array(z.string()),
  supportUnits: z.array(z.string()),
  /** `separate`: each lead unit for itself (分别牵头); `joint`: together; `single`: one lead unit or none. */
  leadMode: z.enum(['single', 'joint', 'separate']),
  deadline: z.nullable(z.strictObject({ text: z.string(), date: z.nullable(calendarDate) })),
  /** Every other column, by its heading. */
  extra: z.record(z.string(), z.string()),
  place: placeSchema,
  /** Where each filled field stands: `number`, `category`, `content`, `lead`, `support`, `deadline`, or the heading of an extra column. */
  places: z.record(z.string(), placeSchema),
  milestones: z.array(milestoneSchema),
});

const unitSchema = z.strictObject({
  name: z.string(),
  aliases: z.array(z.string()),
  lead: z.array(z.string()),
  support: z.array(z.string()),
});

const diagnosticSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  place: z.nullable(placeSchema),
  task: z.optional(z.string()),
  period: z.optional(z.string()),
  text: z.optional(z.string()),
  /** What the message was made from, so that it can be said in another language. */
  data: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  related: z.optional(z.array(z.strictObject({ task: z.string(), period: z.optional(z.string()), text: z.string() }))),
});

/** The saved plan, `plan.json`. This schema is the source of the types and of `plan schema`. */
export const planSchema = z.strictObject({
  schemaVersion: z.literal(1),
  title: z.nullable(z.string()),
  year: z.nullable(z.int()),
  yearFrom: z.enum(['option', 'stated', 'inferred', 'unknown']),
  sources: z.array(sourceSchema),
  categories: z.array(z.strictObject({ path: z.array(z.string()), tasks: z.array(z.string()) })),
  tasks: z.array(taskSchema),
  units: z.array(unitSchema),
  diagnostics: z.array(diagnosticSchema),
});

export type Plan = z.infer<typeof planSchema>;
export type Task = z.infer<typeof taskSchema>;
export type Milestone = z.infer<typeof milestoneSchema>;
export type Time = z.infer<typeof timeSchema>;
export type Quantity = z.infer<typeof quantitySchema>;
export type Deliverable = z.infer<typeof deliverableSchema>;
export type Unit = z.infer<typeof unitSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Role = 'lead' | 'support';
