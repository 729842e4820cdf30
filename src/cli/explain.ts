import { severityOf, sortDiagnostics } from '../base/diagnostic.ts';
import { visible } from '../base/visible.ts';
import type { PlanDraft } from '../plan/build.ts';
import type { Run } from './run.ts';
import { showDiagnostic } from './show-diagnostics.ts';

/** How a document was read: sources with their dialects, what each column was taken for, every inference with its line, and the tally. */
export function explain(run: Run, draft: PlanDraft): string {
  const { say } = run;
  const names = draft.sources.map(source => source.name);
  const lines = draft.sources.map(source => say('readAs', { ...source, name: visible(source.name) }));
  const year =
    draft.year === null || draft.yearFrom === 'unknown' ? say('yearNone') : say('yearIs', { year: draft.year, from: say(draft.yearFrom) });
  lines.push(year);
  draft.columns.forEach((columns, table) => {
    lines.push('', say('explainColumns', { table: table + 1 }));
    columns.forEach((column, index) => {
      const heading = visible(column.over ? `${column.over} / ${column.heading}` : column.heading);
      lines.push(`  ${index + 1}. ${heading} → ${column.period ?? column.role}`);
    });
  });
  const found = sortDiagnostics(draft.diagnostics);
  lines.push('', say('explainInferences', { count: found.length }));
  for (const one of found) lines.push(showDiagnostic(run, one, names));
  const unsure = new Set(found.filter(one => severityOf(one.code) === 'warning' && one.task).map(one => one.task)).size;
  lines.push('', say('explainTally', { ...draft.tally, unsure }));
  return `${lines.join('\n')}\n`;
}
