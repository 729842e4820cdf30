import type { Task } from '../plan/schema.ts';
import type { Item } from './version.ts';

/** What can have become of something, in the order in which it is told. */
export const changeKinds = [
  'added',
  'dropped',
  'moved',
  'renumbered',
  'renamed',
  'category',
  'unit',
  'slipped',
  'advanced',
  'deadline-later',
  'deadline-earlier',
  'deadline-changed',
  'softened',
  'hardened',
  'lowered',
  'raised',
  'extra',
] as const;

export type ChangeKind = (typeof changeKinds)[number];

/** One change. `field` says of what, where the kind leaves it open: lead, support, leadMode, the heading of a column, a metric. */
export interface Change {
  kind: ChangeKind;
  field?: string;
  from?: string | number | readonly string[] | null;
  to?: string | number | readonly string[] | null;
  /** What a number counts. */
  unit?: string;
  /** Of a task: where the text stands that says it: `content`, or the heading of a further column. */
  column?: string;
}

/** One thing of a version: a category, a task, or an item of a task. */
export interface Side {
  category: readonly string[];
  task: Task | null;
  item: Item | null;
}

/** A difference: one thing that both versions have, with all that changed of it; or one that only one of them has. */
export interface Finding {
  level: 'category' | 'task' | 'milestone' | 'deliverable';
  changes: Change[];
  old: Side | null;
  now: Side | null;
  /** The task that it is told under, in both versions where both have it. */
  under: { old: Task | null; now: Task | null };
  /** How like the two texts are (0-1), where that is why they are taken for the same; else null. */
  similarity: number | null;
  /** Which version may have been read wrongly: its table does not say for sure which column the task's cells belong to. */
  unsure: readonly ('old' | 'new')[];
}

/** Below this likeness it is doubtful whether two things are the same. */
export const DOUBTFUL = 0.65;

/** Changes in the order in which they are told. */
export function inOrder(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind));
}
