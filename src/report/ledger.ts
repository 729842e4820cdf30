import type { Lang } from '../base/diagnostic.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Problem } from '../ledger/join.ts';
import type { Line } from '../ledger/ledger-text.ts';
import type { Plan } from '../plan/schema.ts';
import { aboutTable, type Frame, head } from './build.ts';
import type { Column, Report, Row, Value } from './model.ts';
import { type Word, word } from './words.ts';

/** Columns of a table of reports, with what they hold. */
const COLUMNS = [
  ['item', 'promised', 'text', 1],
  ['state', 'state', 'status', 1],
  ['on', 'onDay', 'date', 2],
  ['value', 'value', 'text', 5],
  ['note', 'note', 'text', 3],
  ['evidence', 'evidence', 'text', 6],
  ['by', 'by', 'text', 4],
  ['recorded', 'recorded', 'text', 7],
  ['text', 'promise', 'text', 2],
] as const satisfies readonly (readonly [keyof Entry, Word, Column['kind'], number])[];

/** What has just been recorded, or would be. */
export function recordedReport(plan: Plan, entries: readonly Entry[], frame: Frame): Report {
  const rows = entries.map((entry): Row => ({ values: valuesOf(entry) }));
  return made(plan, 'headRecorded', columnsOf(frame.lang), rows, entries.map(recordOf), frame);
}

/** Lines of the ledger as they stand, with what is wrong with them. */
export function historyReport(plan: Plan, lines: readonly Line[], problems: readonly Problem[], frame: Frame): Report {
  const { lang } = frame;
  const faults = new Map(problems.map(problem => [problem.line, problem]));
  const line: Column = { id: 'line', heading: word('lineNumber', lang), kind: 'number', priority: 8 };
  const fault: Column = { id: 'problem', heading: word('problem', lang), kind: 'text', priority: 2 };
  const withFaults = lines.some(one => faults.has(one.line));
  const rows = lines.map((one): Row => {
    const problem = faults.get(one.line);
    const values = [one.line, ...valuesOf(one.entry!)];
    return withFaults
      ? { values: [...values, problem ? problemWords(problem, lang) : null], ...(problem ? { light: 'yellow' } : {}) }
      : { values };
  });
  const records = lines.map(one => ({ line: one.line, ...recordOf(one.entry!), problem: faults.get(one.line)?.fault ?? null }));
  return made(plan, 'headLedger', [line, ...columnsOf(lang), ...(withFaults ? [fault] : [])], rows, records, frame);
}

/** What is wrong with a ledger: the lines that do not count, and those that contradict each other. */
export function problemsReport(plan: Plan, problems: readonly Problem[], frame: Frame): Report {
  const { lang } = frame;
  const columns: Column[] = [
    { id: 'line', heading: word('lineNumber', lang), kind: 'number', priority: 1 },
    { id: 'item', heading: word('promised', lang), kind: 'text', priority: 1 },
    { id: 'problem', heading: word('problem', lang), kind: 'text', priority: 1 },
    { id: 'text', heading: word('text', lang), kind: 'text', priority: 2 },
  ];
  const rows = problems.map(
    (problem): Row => ({
      values: [problem.line, problem.item, problemWords(problem, lang), problem.text],
      light: 'yellow',
    }),
  );
  const records = problems.map(problem => ({ ...problem, now: problem.now ?? null, other: problem.other ?? null }));
  return made(plan, 'headLedger', columns, rows, records, frame);
}

function made(plan: Plan, heading: Word, columns: Column[], rows: Row[], records: Record<string, unknown>[], frame: Frame): Report {
  return {
    ...head(plan, heading, frame, rows.length),
    table: { name: word('headLedger', frame.lang), columns, groups: [{ title: '', rows }] },
    appendix: () => [aboutTable(plan, frame, rows.length)],
    records,
  };
}

function columnsOf(lang: Lang): Column[] {
  return COLUMNS.map(([id, heading, kind, priority]) => ({ id, heading: word(heading, lang), kind, priority }));
}

function valuesOf(entry: Entry): Value[] {
  return COLUMNS.map(([id]) => entry[id] || null);
}

function recordOf(entry: Entry): Record<string, unknown> {
  return { ...entry };
}

function problemWords({ fault, now, other }: Problem, lang: Lang): string {
  const said = word(`fault-${fault}`, lang);
  if (now !== undefined) return `${said}${word('promiseNow', lang).replace('{now}', now)}`;
  return other === undefined ? said : said.replace('{other}', String(other));
}
