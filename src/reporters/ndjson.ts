import type { Reporter } from '../report/model.ts';

/** A record a line: for jq, DuckDB, Miller and the like. */
export const ndjson: Reporter = {
  id: 'ndjson',
  extension: 'ndjson',
  binary: false,
  render: ({ records }) => records.map(record => `${JSON.stringify(record)}\n`).join(''),
};
