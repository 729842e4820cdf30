import type { Reporter } from '../report/model.ts';
import { csv } from './csv.ts';
import { excel } from './excel.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';

/** Drawing libraries are loaded only when something is drawn. */
const terminal: Reporter = {
  id: 'terminal',
  extension: 'txt',
  binary: false,
  render: async (report, style) => (await import('./terminal.ts')).terminal.render(report, style),
};

/** Every output format, the terminal's first. */
export const reporters = [terminal, csv, excel, json, ndjson, markdown] as const;

export const formats = ['terminal', 'csv', 'xlsx', 'json', 'ndjson', 'markdown'] as const;
export type FormatId = (typeof formats)[number];

/** The reporter of a format. */
export function reporterOf(id: FormatId): Reporter {
  return reporters.find(reporter => reporter.id === id)!;
}
