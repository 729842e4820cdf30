/** The library's face: read documents, build plans, query and report on them, render reports. */
export { type Diagnostic, InputError, severityOf, wordsOf } from './base/diagnostic.ts';
export { checkPlan, checks } from './checks/index.ts';
export { addMeaning, readQuantities, readTimes } from './meaning/index.ts';
export { type BuildOptions, buildPlan, draftPlan, type ReadDocument } from './plan/build.ts';
export { planJsonSchema } from './plan/json-schema.ts';
export { parsePlan, planParts } from './plan/saved.ts';
export { type Milestone, type Plan, planSchema, type Source, type Task, type Unit } from './plan/schema.ts';
export { findCategories, type Match, type Query, readPeriod, select } from './query/query.ts';
export { findUnit } from './query/units.ts';
export { type Frame, findingsReport, milestoneReport, taskReport, unitsReport } from './report/build.ts';
export type { Report, Reporter, Style } from './report/model.ts';
export { reporterOf, reporters } from './reporters/index.ts';
export { readSource } from './source/index.ts';
export type { RawDocument, RawTable, Reader } from './source/raw.ts';
