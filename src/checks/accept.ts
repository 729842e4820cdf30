import { grouped } from '../base/grouped.ts';
/** A finding that is known and accepted; what is left out matches anything, `text` is part of the finding's text. */
export interface Accepted {
  code: string;
  task?: string | undefined;
  period?: string | undefined;
  text?: string | undefined;
  reason: string;
}

type Finding = Omit<Accepted, 'reason'>;

/** Findings parted into open ones and accepted ones (with the reason of the first entry that fits), and the entries that fit none. */
export function acceptFindings<T extends Finding, A extends Accepted>(
  findings: readonly T[],
  entries: readonly A[],
): { open: T[]; accepted: (T & { reason: string })[]; unused: A[] } {
  const open: T[] = [];
  const accepted: (T & { reason: string })[] = [];
  const used = new Set<A>();
  const byTask = grouped(entries, taskKey);
  for (const finding of findings) {
    const candidates = [
      ...(byTask.get(taskKey(finding)) ?? []),
      ...(finding.task === undefined ? [] : (byTask.get(`${finding.code}\n`) ?? [])),
    ];
    const fitting = candidates.filter(entry => fits(finding, entry));
    for (const entry of fitting) used.add(entry);
    const first = fitting[0];
    if (first) accepted.push({ ...finding, reason: first.reason });
    else open.push(finding);
  }
  return { open, accepted, unused: entries.filter(entry => !used.has(entry)) };
}

function taskKey({ code, task = '' }: Finding): string {
  return `${code}\n${task}`;
}

/** Whether an entry for this code and task (or for any task) takes in a finding. */
function fits(finding: Finding, { period, text }: Accepted): boolean {
  return (period === undefined || finding.period === period) && (text === undefined || finding.text?.includes(text) === true);
}
