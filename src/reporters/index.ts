import type { Reporter } from '../report/model.ts';

/** Every output format, the terminal's first. A format's writer and its libraries are loaded when something is written in it. */
export const reporters = [
  {
    id: 'terminal',
    extension: 'txt',
    binary: false,
    render: async (report, style) => (await import('./terminal.ts')).renderTerminal(report, style),
  },
  { id: 'csv', extension: 'csv', binary: false, render: async (report, style) => (await import('./csv.ts')).renderCsv(report, style) },
  { id: 'xlsx', extension: 'xlsx', binary: true, render: async report => (await import('./excel.ts')).renderExcel(report) },
  { id: 'json', extension: 'json', binary: false, render: async report => (await import('./json.ts')).renderJson(report) },
  { id: 'ndjson', extension: 'ndjson', binary: false, render: async report => (await import('./ndjson.ts')).renderNdjson(report) },
  { id: 'markdown', extension: 'md', binary: false, render: async report => (await import('./markdown.ts')).renderMarkdown(report) },
  { id: 'ics', extension: 'ics', binary: false, render: async report => (await import('./ics.ts')).renderIcs(report) },
] as const satisfies readonly Reporter[];

export type FormatId = (typeof reporters)[number]['id'];
export const formats = reporters.map(reporter => reporter.id);

/** The reporter of a format. */
export function reporterOf(id: FormatId): Reporter {
  return reporters.find(reporter => reporter.id === id)!;
}
