import { type LedgerText, readLedgerText } from '../ledger/ledger-text.ts';
import { readSourceBytes, realFile } from './io.ts';
import type { Run } from './run.ts';
import { UsageError } from './words.ts';

export { attach, reportsOn } from '../ledger/join.ts';
export { fingerprint, itemsNamed, promisesOf, shortText } from '../ledger/promises.ts';

/** Reads a ledger; one that is not there yet has no lines. Throws a usage error for a file that is none. */
export async function readLedgerFile(run: Run, name: string): Promise<LedgerText> {
  const there = realFile(name, run.world.cwd) !== null;
  const found = readLedgerText(there ? await readSourceBytes(name, run.world) : new Uint8Array());
  if (found.columns === null) throw new UsageError('notLedger', { given: name });
  return found;
}
