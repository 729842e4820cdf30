import type { CivilDate } from '../base/civil-date.ts';
import type { Lang } from '../base/diagnostic.ts';
import type { Light } from '../base/status.ts';

export type { Light, Status } from '../base/status.ts';

/** A value in a table: lists are unit names or paths; null is an empty cell. */
export type Value = string | number | null | readonly string[];

export interface Column {
  /** Key of the value in records and in `json`. */
  id: string;
  heading: string;
  /** Heading that spans this column and its neighbours with the same `over` (进度安排 over the quarters). */
  over?: string;
  kind: 'text' | 'number' | 'date' | 'status' | 'list';
  /** 1 is kept longest when a terminal is narrow; columns of priority 9 are left out of terminal tables altogether. */
  priority: number;
  /** Vertically equal neighbours are one merged cell in formats that can (xlsx). */
  merge?: boolean;
}

export interface Row {
  /** One value per column. */
  values: Value[];
  /** The same for reading, where it differs: what changed stands in marks. Formats for people show this, those for programs `values`. */
  shown?: Value[];
  /** Colour of the row's status, where it has one. */
  light?: Light;
  /** Anchor others may link to, and the anchor this row's first cell links to (unit -> its tasks). */
  anchor?: string;
  link?: string;
}

export interface Group {
  /** Category, unit or period; '' where rows are not grouped. */
  title: string;
  rows: Row[];
}

export interface Table {
  /** Short name, also the sheet's: 任务, 节点, 单位, 说明. At most 31 characters, none of []:*?/\. */
  name: string;
  columns: Column[];
  groups: Group[];
  /** Rows of figures to be compared: on a narrow terminal they stay a table, and columns are left out and named. */
  figures?: boolean;
}

/**
 * What every reporter renders. `table` is what was asked for; a workbook adds the tables of `appendix`, which are made only then.
 * `records` are its rows as plain objects for json and ndjson, with stable English keys.
 */
export interface Report {
  /** What this is: 节点报告, 逾期清单… */
  heading: string;
  /** The plan's title, or null. */
  title: string | null;
  lang: Lang;
  asOf: CivilDate;
  /** What was asked for, in short: Q3, 成都市. */
  query: string[];
  /** Label and value of every fact about this run: source, year, as-of, options. */
  facts: [label: string, value: string][];
  table: Table;
  appendix: () => Table[];
  records: Record<string, unknown>[];
  /** What falls due, where this is a report on that. */
  calendar?: () => Calendar;
  /** One-line remarks below the table, most important first. */
  notes: string[];
}

/** Due dates, for calendars. */
export interface Calendar {
  events: CalendarEvent[];
  /** How many of what was found have no date. */
  undated: number;
}

export interface CalendarEvent {
  /** What tells it from all others, the same in every run. */
  key: readonly (string | number | null)[];
  date: CivilDate;
  /** Unit and text. */
  summary: string;
  /** Labelled lines. */
  details: string[];
  cancelled: boolean;
}

/** How to render; each reporter takes what concerns it. */
export interface Style {
  /** Columns of the terminal. */
  width: number;
  color: boolean;
  /** Cut long cells visibly instead of wrapping them. */
  brief: boolean;
  /** ASCII borders, for terminals that draw ambiguous characters wide. */
  ascii: boolean;
  /** A byte order mark in front (csv in files, so that Excel opens it right). */
  bom: boolean;
}

/** An output format; pure: the same report and style give the same bytes. */
export interface Reporter {
  id: string;
  extension: string;
  /** Binary formats are not written to a terminal. */
  binary: boolean;
  render(report: Report, style: Style): string | Uint8Array | Promise<string | Uint8Array>;
}
