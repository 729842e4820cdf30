import { safeJson } from '../base/safe-json.ts';
import type { Report } from '../report/model.ts';

/** The records with what they are of: for scripts. */
export function renderJson({ heading, title, asOf, facts, records, notes }: Report): string {
  const about = facts.map(([label, value]) => ({ label, value }));
  return `${safeJson({ heading, title, asOf, facts: about, records, notes }, 2)}\n`;
}
