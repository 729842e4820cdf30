import type { CivilDate } from '../base/civil-date.ts';
import type { Place } from '../base/place.ts';
import { fold, halfWidth } from '../lexicon/fold.ts';
import type { Plan } from '../plan/schema.ts';
import type { RawDocument, RawRow } from '../source/raw.ts';
import { type Entry, isOver, stateOf } from './entry.ts';
import { COVER_HEADINGS, FILLED, FORM, type FormField, LINES } from './form.ts';
import { formDay } from './form-day.ts';
import type { Ledger, Reported } from './join.ts';
import { fingerprint, type Promised, promisesOf, shortText } from './promises.ts';

/** A workbook that came back. */
export interface Returned {
  name: string;
  document: RawDocument;
}

/** Why a line of a form, or a whole file, is not taken. */
export type FormFault =
  | 'no-form'
  | 'lines-gone'
  | 'no-item'
  | 'unknown-item'
  | 'promise-changed'
  | 'no-state'
  | 'bad-state'
  | 'bad-date'
  | 'day-to-come'
  | 'conflict'
  | 'later';

/** What is not understood or contradicts something, with file and cell. */
export interface FormProblem {
  fault: FormFault;
  name: string;
  place: Place | null;
  item: string;
  /** What the cell says. */
  text: string;
  /** The other place that says otherwise, or the ledger's line and state. */
  other?: { name: string; place: Place } | { line: number; state: string };
}

/** What forms report: what is new, how much the ledger has already, how many lines were left empty, and what needs a person. */
export interface Collected {
  entries: Entry[];
  known: number;
  empty: number;
  problems: FormProblem[];
}

interface Filled {
  entry: Entry;
  name: string;
  place: Place;
}

/** Other headings that people give the columns. */
const HEADINGS: ReadonlyMap<string, FormField> = new Map(
  (Object.keys(FORM) as FormField[])
    .map((field): [string, FormField] => [FORM[field], field])
    .concat([
      ['事项', 'item'],
      ['事项编号', 'item'],
      ['完成状态', 'state'],
      ['进展状态', 'state'],
      ['日期', 'on'],
      ['完成日期', 'on'],
      ['说明', 'note'],
      ['备注', 'note'],
      ['佐证', 'evidence'],
    ]),
);

/** When the forms are read: the moment of the record, and the day it is. */
export interface Moment {
  recorded: string;
  today: CivilDate;
}

/** Reads forms that came back, in whatever order their rows and columns stand now, against the plan and what the ledger has. */
export function collect(plan: Plan, ledger: Ledger, forms: readonly Returned[], moment: Moment): Collected {
  const reader = new FormReader(plan, moment);
  for (const form of forms) reader.read(form);
  const { problems, empty } = reader;
  const byItem = new Map<string, Filled[]>();
  for (const filled of reader.filled) {
    const known = byItem.get(filled.entry.item);
    if (known) known.push(filled);
    else byItem.set(filled.entry.item, [filled]);
  }
  const entries: Entry[] = [];
  let known = 0;
  for (const [item, all] of byItem) {
    const clash = disagreeing(all);
    if (clash) {
      problems.push(problemOf('conflict', clash[1], { name: clash[0].name, place: clash[0].place }));
      continue;
    }
    const recorded = ledger.entries.get(item) ?? [];
    for (const filled of distinct(all)) {
      const later = laterThan(filled.entry, recorded);
      const before = recorded.findLast(({ entry }) => same(entry, filled.entry));
      const last = recorded.at(-1);
      // Without a day it may be said anew: 推进中 again after 滞后.
      if (before && before !== last && filled.entry.on === '')
        problems.push(problemOf('later', filled, { line: last!.line, state: last!.entry.state }));
      else if (before) known++;
      else if (later) problems.push(problemOf('later', filled, { line: later.line, state: later.state }));
      else entries.push(filled.entry);
    }
  }
  return { entries, known, empty, problems };
}

function problemOf(fault: FormFault, { entry, name, place }: Filled, other: NonNullable<FormProblem['other']>): FormProblem {
  return { fault, name, place, item: entry.item, text: entry.state, other };
}

function same(one: Entry, other: Entry): boolean {
  return one.on === other.on && FILLED.every(field => field === 'on' || plain(one[field]) === plain(other[field]));
}

/** As the ledger writes a cell: one line. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** For comparing: ９５％ and 95 % are one value. */
function spaceless(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** What several units or rows report of one item, each once. */
function distinct(all: readonly Filled[]): Filled[] {
  const seen = new Map<string, Filled>();
  for (const filled of all) {
    const key = JSON.stringify(FILLED.map(field => spaceless(filled.entry[field] ?? '')));
    if (!seen.has(key)) seen.set(key, filled);
  }
  return [...seen.values()];
}

/** Two that cannot both be true: another state, another day, another value. What one leaves out contradicts nothing. */
function disagreeing(all: readonly Filled[]): [Filled, Filled] | null {
  for (const field of ['state', 'on', 'value'] as const) {
    const said = all.filter(({ entry }) => (entry[field] ?? '') !== '');
    const other = said.find(({ entry }) => spaceless(entry[field]!) !== spaceless(said[0]!.entry[field]!));
    if (other) return [said[0]!, other];
  }
  return null;
}

/** A report of the ledger that a form would undo: of a later day, or that the item is over while the form names no later day. */
function laterThan({ state, on }: Entry, recorded: readonly Reported[]): Reported | null {
  const last = recorded.reduce<Reported | null>((one, other) => (one === null || other.when >= one.when ? other : one), null);
  if (last === null) return null;
  const over = isOver(last) && last.state !== state;
  if (on === null) return over ? last : null;
  return last.on !== null && (last.on > on || (over && last.on === on)) ? last : null;
}

type Cells = Partial<Record<FormField, { text: string; place: Place }>>;

class FormReader {
  readonly filled: Filled[] = [];
  readonly problems: FormProblem[] = [];
  empty = 0;
  private readonly promises: ReadonlyMap<string, Promised>;
  private readonly year: number | null;
  private readonly moment: Moment;

  constructor(plan: Plan, moment: Moment) {
    this.promises = promisesOf(plan);
    this.year = plan.year;
    this.moment = moment;
  }

  read({ name, document }: Returned): void {
    let found = false;
    let sent = 0;
    let came = 0;
    for (const block of document.blocks) {
      if (block.kind !== 'table') continue;
      let columns: ReadonlyMap<number, FormField> | null = null;
      for (const row of block.rows) {
        const heading = headingOf(row);
        if (heading) columns = heading;
        else if (columns) {
          const cells = cellsOf(row, columns);
          if (cells.item?.text.trim()) came++;
          const problem = this.readRow(cells, name, row.place);
          if (problem) this.problems.push(problem);
        } else if (isCover(row)) found = true;
        else sent = linesSent(row) ?? sent;
      }
      found ||= columns !== null;
    }
    const whole = { name, place: null, item: '' };
    if (!found) this.problems.push({ fault: 'no-form', ...whole, text: '' });
    else if (came < sent) this.problems.push({ fault: 'lines-gone', ...whole, text: String(sent - came) });
  }

  /** Takes a row that reports something; returns what is wrong with it. */
  private readRow(cells: Cells, name: string, row: Place): FormProblem | null {
    const text = (field: FormField): string => cells[field]?.text.trim() ?? '';
    if (FILLED.every(field => text(field) === '')) {
      if (text('item') !== '') this.empty++;
      return null;
    }
    const item = text('item') === '' ? '' : itemName(text('item'));
    const fail = (fault: FormFault, field: FormField): FormProblem => ({
      fault,
      name,
      place: cells[field]?.place ?? row,
      item,
      text: text(field),
    });
    if (item === '') return fail('no-item', FILLED.find(field => text(field) !== '')!);
    const promised = this.promises.get(item);
    if (!promised) return fail('unknown-item', 'item');
    const print = fingerprint(promised);
    if (text('print') !== '' && text('print') !== print) return fail('promise-changed', 'item');
    if (text('state') === '') return fail('no-state', 'item');
    const state = stateOf(text('state'));
    if (state === null) return fail('bad-state', 'state');
    const on = text('on') === '' ? null : formDay(text('on'), this.year);
    if (on === undefined) return fail('bad-date', 'on');
    if (on !== null && on > this.moment.today) return fail('day-to-come', 'on');
    const { recorded } = this.moment;
    const [value, note, evidence] = [text('value'), text('note'), text('evidence')];
    const entry: Entry = { recorded, by: text('unit'), item, state, on, value, note, evidence, print, text: shortText(promised) };
    this.filled.push({ entry, name, place: cells.item!.place });
    return null;
  }
}

/** An id as written in a form, whatever its width and case. */
function itemName(text: string): string {
  return halfWidth(text)
    .replace(/\s/g, '')
    .replace(/\.([qhmy])/gi, (_, letter: string) => `.${letter.toUpperCase()}`)
    .replace(/\.YEAR/i, '.year');
}

/** The columns of a row of headings; null for any other row. A heading that is there twice counts once. */
function headingOf(row: RawRow): ReadonlyMap<number, FormField> | null {
  const columns = new Map<number, FormField>();
  const seen = new Set<FormField>();
  row.cells.forEach((cell, index) => {
    const field = HEADINGS.get(fold(cell.text));
    if (field === undefined || seen.has(field)) return;
    seen.add(field);
    columns.set(cell.column ?? index, field);
  });
  return seen.has('item') && seen.has('state') ? columns : null;
}

function isCover(row: RawRow): boolean {
  const texts = new Set(row.cells.map(cell => fold(cell.text)));
  return COVER_HEADINGS.every(heading => texts.has(heading));
}

/** How many items the instructions say were sent; null for any other row. */
function linesSent({ cells }: RawRow): number | null {
  return cells.length >= 2 && fold(cells[0]!.text) === LINES ? Number(cells[1]!.text) || null : null;
}

function cellsOf(row: RawRow, columns: ReadonlyMap<number, FormField>): Cells {
  const cells: Cells = {};
  row.cells.forEach((cell, index) => {
    const field = columns.get(cell.column ?? index);
    if (field) cells[field] = { text: cell.text, place: cell.place };
  });
  return cells;
}
