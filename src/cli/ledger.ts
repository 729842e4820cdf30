import { dirname, join } from 'node:path';
import type { CivilDate } from '../base/civil-date.ts';
import { parseCivilDate } from '../base/civil-date.ts';
import type { Ledger, Reported } from '../ledger/join.ts';
import type { Plan } from '../plan/schema.ts';
import { realFile, shownPath } from './io.ts';
import type { Loaded } from './load.ts';
import type { Run } from './run.ts';
import { sayIn, UsageError } from './words.ts';

/** The ledger of a plan: where it lies, and what it says of it. */
export interface Kept {
  name: string;
  ledger: Ledger;
}

/** The file of a plan's ledger: `--ledger`, else `ledger.csv` beside the saved plan; null for a document, which has none beside it. */
export function ledgerName(run: Run, { file }: Pick<Loaded, 'file'>): string | null {
  if (run.options.ledger !== undefined) return String(run.options.ledger);
  return file === null || file === '-' ? null : shownPath(join(dirname(file), 'ledger.csv'), run.world.cwd);
}

/** Reads the ledger of a plan; null where there is none. A file that was named has to be there. */
export async function loadLedger(run: Run, loaded: Loaded): Promise<Kept | null> {
  const name = ledgerName(run, loaded);
  if (name === null) return null;
  if (realFile(name, run.world.cwd) === null) {
    if (run.options.ledger !== undefined) throw new UsageError('noSuchLedger', { given: name });
    return null;
  }
  const { attach, readLedgerFile } = await import('./read-ledger.ts');
  return { name, ledger: attach(loaded.plan, (await readLedgerFile(run, name)).lines) };
}

/** What has been reported by a day, by the ledger of a plan, as far as it was known on `--known`; undefined where there is no ledger. */
export async function loadReports(
  run: Run,
  loaded: Loaded,
  asOf: CivilDate,
): Promise<{ kept: Kept | null; reports?: ReadonlyMap<string, Reported> }> {
  const known = knownDay(run);
  const kept = await loadLedger(run, loaded);
  if (kept === null) return { kept };
  const { reportsOn } = await import('./read-ledger.ts');
  return { kept, reports: reportsOn(loaded.plan, kept.ledger, asOf, known) };
}

/** The day of `--known`; null where what is known now counts. */
export function knownDay(run: Run): CivilDate | null {
  const given = run.options.known;
  if (given === undefined) return null;
  const date = parseCivilDate(String(given));
  if (date === null) throw new UsageError('badDate', { given: String(given) });
  return date;
}

/** What is said of where statuses come from: that nothing is reported, though the table may have a column of progress, or what of the ledger does not count. */
export function ledgerNotes(run: Run, plan: Plan, kept: Kept | null): string[] {
  const say = sayIn(run.reportLang);
  if (kept !== null) {
    const count = kept.ledger.problems.length;
    return count === 0 ? [] : [say('ledgerProblems', { name: kept.name, count })];
  }
  const unused = plan.diagnostics.find(({ code }) => code === 'unused-progress')?.data?.columns;
  return [say('noLedger'), ...(unused === undefined ? [] : [say('unusedProgress', { columns: unused })])];
}
