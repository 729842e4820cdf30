import { setTimeout } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { chinaDate } from '../base/civil-date.ts';
import type { Entry } from '../ledger/entry.ts';
import { addedText, missingColumns } from '../ledger/ledger-text.ts';
import { appendOnce, fullPath, keepFileLimits, writeWhole } from './io.ts';
import { tell } from './output.ts';
import { readLedgerFile } from './read-ledger.ts';
import type { Run } from './run.ts';
import { FileError, UsageError } from './words.ts';

/**
 * A lock whose process died counts as left behind after this many milliseconds. A writer holds it for a few; even two that both took it would not
 * harm each other, since each line goes to the end of the file in one write.
 */
const STALE = 10_000;
/** Some forty seconds. */
const MOST_TRIES = 1000;

/**
 * Adds reports to the end of a ledger, all or none, and returns when they are on the disk. Writers wait for each other. A ledger that a spreadsheet
 * has saved in another encoding is first written anew in UTF-8, which is told; its lines stay as they are.
 */
export async function appendEntries(run: Run, name: string, entries: readonly Entry[]): Promise<void> {
  keepFileLimits();
  const release = await locked(fullPath(name, run.world.cwd)).catch(error => {
    throw new FileError('cannotWrite', name, error);
  });
  try {
    const ledger = await readLedgerFile(run, name);
    const missing = missingColumns(ledger.columns!);
    if (missing.length > 0) throw new UsageError('ledgerColumns', { given: name, columns: missing.join('、') });
    if (ledger.encoding !== 'utf-8') {
      writeWhole(name, run.world.cwd, `\ufeff${ledger.text.replace(/^\ufeff/, '')}`);
      await tell(run, run.say('ledgerEncoding', { name, encoding: ledger.encoding }));
    }
    appendOnce(name, run.world.cwd, Buffer.from(addedText(ledger, entries)));
  } finally {
    // A lock that another has taken for left behind is no longer ours to give back.
    await release().catch(() => undefined);
  }
}

/** Takes the lock, waiting for others; what is no other's lock is no reason to wait. */
async function locked(file: string): Promise<() => Promise<void>> {
  for (let tries = 1; ; tries++) {
    try {
      return await lock(file, { realpath: false, stale: STALE });
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ELOCKED' || tries === MOST_TRIES) throw error;
      await setTimeout(15 + ((tries * 37) % 45));
    }
  }
}

/** The moment of a record as the ledger writes it: `2021-09-28 15:02:11` in China. */
export function recordTime(now: Date): string {
  return `${chinaDate(now)} ${new Date(now.getTime() + 8 * 3600_000).toISOString().slice(11, 19)}`;
}
