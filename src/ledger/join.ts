import type { CivilDate } from '../base/civil-date.ts';
import type { Plan } from '../plan/schema.ts';
import { type Entry, isOver, type State } from './entry.ts';
import type { Line, LineFault } from './ledger-text.ts';
import { fingerprint, promisesOf } from './promises.ts';

/** A report that counts: its state, since which day, by which line of the ledger. */
export interface Reported {
  state: State;
  /** The day on which the state became true: as said, else that of the record; null where the line tells neither. */
  on: CivilDate | null;
  /** When it was recorded: as said, else as the line before it; '' where none says so. */
  when: string;
  line: number;
  entry: Entry;
}

/** Why a line of the ledger says nothing of the plan, or needs a look. */
export type Fault = LineFault | 'unknown-item' | 'promise-changed' | 'conflict' | 'duplicate';

export interface Problem {
  fault: Fault;
  line: number;
  item: string;
  text: string;
  /** Where the promise stands now, as far as it still does. */
  now?: string;
  /** The line that says otherwise, or the same. */
  other?: number;
}

/** The reports that count for a plan, by item, and what is wrong with the others. */
export interface Ledger {
  entries: ReadonlyMap<string, readonly Reported[]>;
  problems: readonly Problem[];
}

/** Attaches the lines of a ledger to the promises of a plan: by id, and only where the promise is still the one that was reported on. */
export function attach(plan: Plan, lines: readonly Line[]): Ledger {
  const promises = promisesOf(plan);
  const entries = new Map<string, Reported[]>();
  let when = '';
  const problems: Problem[] = [];
  let byPrint: Map<string, string> | undefined;
  for (const { line, entry, fault, text } of lines) {
    if (entry === null) {
      problems.push({ fault: fault!, line, item: '', text });
      continue;
    }
    when = entry.recorded || when;
    const promised = promises.get(entry.item);
    if (promised && (entry.print === '' || entry.print === fingerprint(promised))) {
      const known = entries.get(entry.item) ?? [];
      known.push({ state: entry.state, on: entry.on ?? (when.slice(0, 10) || null), when, line, entry });
      entries.set(entry.item, known);
      continue;
    }
    byPrint ??= new Map([...promises.values()].map(one => [fingerprint(one), one.id]));
    const now = byPrint.get(entry.print);
    problems.push({
      fault: promised ? 'promise-changed' : 'unknown-item',
      line,
      item: entry.item,
      text: entry.text,
      ...(now === undefined ? {} : { now }),
    });
  }
  return { entries, problems: [...problems, ...disagreements(lines)].sort((a, b) => a.line - b.line) };
}

/** Lines that say the same twice, and lines recorded in the same moment that say different things of one item. */
function disagreements(lines: readonly Line[]): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, Line>();
  const moments = new Map<string, Line>();
  for (const found of lines) {
    if (found.entry === null) continue;
    const { recorded, item, state, text } = found.entry;
    const { text: _, ...said } = found.entry;
    const same = seen.get(JSON.stringify(said));
    const moment = moments.get(`${recorded} ${item}`);
    const about = { line: found.line, item, text };
    if (same) problems.push({ fault: 'duplicate', ...about, other: same.line });
    else if (moment && moment.entry!.state !== state && recorded !== '') problems.push({ fault: 'conflict', ...about, other: moment.line });
    seen.set(JSON.stringify(said), found);
    moments.set(`${recorded} ${item}`, found);
  }
  return problems;
}

/**
 * What had been reported of every item by a day (`asOf`: states that became true on it count), as far as it was known on another (`known`, null: as
 * it is known now). A later report corrects an earlier one. A report on a task or milestone holds for its parts, but undoes none that is
 * done or cancelled; a milestone is done when all its deliverables are.
 */
export function reportsOn(plan: Plan, { entries }: Ledger, asOf: CivilDate, known: CivilDate | null): Map<string, Reported> {
  const found = new Map<string, Reported>();
  if (entries.size === 0) return found;
  for (const { id, within } of promisesOf(plan).values()) {
    const counted = [id, ...within].flatMap(item => {
      const some = (entries.get(item) ?? []).filter(
        ({ on, when }) => (on === null || on <= asOf) && (known === null || when.slice(0, 10) <= known),
      );
      return some.length === 0 ? [] : [some.reduce((one, other) => (isLater(other, one) ? other : one))];
    });
    // The nearest first: what is over stays so, whatever is then reported on the whole that it is part of.
    if (counted.length > 0)
      found.set(
        id,
        counted.reduce((one, whole) => (!isOver(one) && isLater(whole, one) ? whole : one)),
      );
  }
  for (const { milestones } of plan.tasks)
    for (const { id, deliverables = [] } of milestones)
      derive(
        found,
        id,
        deliverables.map(part => part.id),
      );
  return found;
}

function isLater(one: Reported, other: Reported): boolean {
  return one.when === other.when ? one.line > other.line : one.when > other.when;
}

/** The state of a milestone by those of its deliverables, where any of them has been reported on. */
function derive(found: Map<string, Reported>, id: string, parts: readonly string[]): void {
  const reports = parts.flatMap(part => found.get(part) ?? []);
  if (reports.length === 0) return;
  const left = reports.filter(({ state }) => state !== '取消');
  const whole = reports.length === parts.length;
  const latest = (some: readonly Reported[]): Reported => some.reduce((one, other) => ((other.on ?? '') >= (one.on ?? '') ? other : one));
  if (whole && left.length === 0) found.set(id, latest(reports));
  else if (whole && left.every(({ state }) => state === '已完成')) found.set(id, latest(left));
  else if (left.length > 0) {
    const open = left.filter(({ state }) => state !== '已完成');
    found.set(id, open.length > 0 ? latest(open) : { ...latest(left), state: '推进中' });
  }
}
