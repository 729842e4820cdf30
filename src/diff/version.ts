import type { CivilDate } from '../base/civil-date.ts';
import { type PeriodKey, periodMonths } from '../base/period.ts';
import type { Deliverable, Milestone, Plan, Task } from '../plan/schema.ts';
import { sense } from './sense.ts';

/** What is compared below a task: a deliverable, or a whole milestone where a version was saved without its meaning. */
export interface Item {
  task: Task;
  milestone: Milestone;
  deliverable: Deliverable | null;
  text: string;
}

/** One of the two versions, with what it takes to compare its texts and days with those of the other. */
export class Version {
  readonly plan: Plan;
  readonly withMeaning: boolean;
  private readonly own: string | null;
  private readonly names: ReadonlyMap<string, string>;
  private readonly firstColumns: boolean;
  private readonly senses = new Map<string, string>();

  constructor(plan: Plan, other: Plan, withMeaning: boolean) {
    this.plan = plan;
    this.withMeaning = withMeaning;
    const twoYears = plan.year !== null && other.year !== null && plan.year !== other.year;
    this.own = twoYears ? `${plan.year}年` : null;
    this.firstColumns = keepsMerged(plan) !== keepsMerged(other);
    this.names = new Map(plan.units.flatMap(({ name, aliases }) => aliases.map(alias => [alias, name])));
  }

  /** A text for comparing; see `sense`. */
  sense(text: string): string {
    let found = this.senses.get(text);
    if (found === undefined) {
      found = sense(text, this.own);
      // Most texts are asked for a few times, one after the other.
      if (this.senses.size > 5000) this.senses.clear();
      this.senses.set(text, found);
    }
    return found;
  }

  /** A unit's name for comparing: an alias counts as the name it stands for. */
  unit(name: string): string {
    return this.sense(this.names.get(name) ?? name);
  }

  /**
   * The column that a milestone stands in. Where only one of the versions is of a format that keeps merged cells, a cell over several periods
   * stands in the first of them in the other: then the first counts in both.
   */
  column({ dueFrom, period }: Milestone): PeriodKey | 'limit' {
    if (dueFrom === 'limit') return 'limit';
    return this.firstColumns ? period.replace(/-.*$/s, '') : period;
  }

  /** The month (1-12) by whose end a milestone is due by its column; null where its time limit says. */
  month(milestone: Milestone): number | null {
    return periodMonths(this.column(milestone))?.[1] ?? null;
  }

  /** What a milestone promises, in order. */
  items(task: Task, milestone: Milestone): Item[] {
    const { deliverables = [] } = milestone;
    if (!this.withMeaning || deliverables.length === 0) return [{ task, milestone, deliverable: null, text: milestone.text }];
    return deliverables.map(deliverable => ({ task, milestone, deliverable, text: deliverable.text }));
  }

  /**
   * A day for comparing with one of the other version: counted from the beginning of the plan's year, the last of a month as 31, so that plans
   * of two years can be held against each other. Null where there is no day.
   */
  day(date: CivilDate | null): number | null {
    if (date === null) return null;
    const [year, month, day] = date.split('-').map(Number) as [number, number, number];
    const last = day >= 28 && day === new Date(Date.UTC(year, month, 0)).getUTCDate();
    return ((year - (this.plan.year ?? 0)) * 12 + month) * 100 + (last ? 31 : day);
  }
}

/** Whether the days of two versions count from the same point. */
export function sameCalendar(old: Version, now: Version): boolean {
  return (old.plan.year === null) === (now.plan.year === null);
}

/** Formats that know no merged cells. */
const FLAT: ReadonlySet<string> = new Set(['text', 'csv', 'tsv']);

/** Whether a plan is of a format that keeps merged cells. */
export function keepsMerged({ sources }: Plan): boolean {
  return sources.every(({ format }) => !FLAT.has(format));
}
