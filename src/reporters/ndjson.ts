import type { Report } from '../report/model.ts';

/** A record a line: for jq, DuckDB, Miller and the like. */
export function renderNdjson({ records }: Report): string {
  return records.map(record => `${JSON.stringify(record)}\n`).join('');
}
