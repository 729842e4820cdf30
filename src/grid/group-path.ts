import type { Place } from '../base/place.ts';
import { headingOf } from '../lexicon/headings.ts';
import { leadingMark, ordinal, STAGE } from '../lexicon/numerals.ts';
import { looksLikeOffice, looksLikeUnit } from '../lexicon/units.ts';
import type { RawCell } from '../source/raw.ts';
import type { ColumnSpec, GivenCell, GridCell, Role } from './grid.ts';

/** The cell that names a category row: what follows its number, where it has one. */
export function groupCells(cells: readonly RawCell[]): { name: RawCell; mark: string } {
  const written = cells.filter(cell => cell.text !== '');
  const numbered = written.length > 1 && ordinal(written[0]!.text) !== null && written[1]!.text !== written[0]!.text;
  return numbered ? { name: written[1]!, mark: `${written[0]!.text}、` } : { name: written[0]!, mark: '' };
}

/** Rows of categories in force, outermost first, and what they say of their tasks. */
interface Level {
  shape: string;
  /** Null for a row that names no category: 牵头单位：市教育局. */
  category: GridCell | null;
  given: GivenCell[];
}

/** Keeps the path of full-width category rows: a mark of a shape seen before closes all below it, a new shape goes one deeper. */
export class GroupPath {
  private readonly levels: Level[] = [];
  private readonly led: boolean;

  /** `led`: the categories are the units that lead their tasks, which no column names. */
  constructor(led: boolean) {
    this.led = led;
  }

  /** `mark` is the number of a category where it stands in a cell of its own. */
  enter({ text, place }: { text: string; place: Place }, mark = ''): void {
    const labelled = labelledValues(text);
    const shape = labelled.length > 0 ? labelled[0]!.column.heading : shapeOf(mark + text);
    const known = this.levels.findIndex(level => level.shape === shape);
    if (known >= 0) this.levels.length = known;
    else if (shape === '') this.levels.length = this.levels.length > 0 && this.levels[0]!.shape === '' ? 0 : this.levels.length;
    const unit = this.led ? unitOf(text) : null;
    const values = unit === null ? labelled : [{ column: LEAD, value: unit }];
    this.levels.push({
      shape,
      category: labelled.length > 0 ? null : { text, place, origin: 'written' },
      given: values.map(({ column, value }) => ({ column, cell: { text: value, place, origin: 'spanned' } })),
    });
  }

  get path(): GridCell[] {
    return this.levels.flatMap(level => level.category ?? []);
  }

  get given(): GivenCell[] {
    return this.levels.flatMap(level => level.given);
  }
}

const LEAD: ColumnSpec = { heading: '牵头单位', role: 'lead' };
const LABEL = /^([^：:，。]{2,10})[：:]\s*(?=\S)/;
/** Most characters of a row of labels. */
const LONGEST = 120;
/** Between a value and the label that follows it. */
const NEXT_LABEL = /[\s,，;；]+(?=[^：:，。,;；\s]{2,8}[：:])/;
/** What a label over a group of tasks can say of each of them. */
const GIVEN: Partial<Record<string, Role>> = { lead: 'lead', responsible: 'lead', support: 'support', person: 'person', limit: 'limit' };

/** What stands once above a group of tasks under labels: 牵头单位：市教育局, 分管领导：王强　责任单位：市水利局; empty where any part has no such label. */
export function labelledValues(text: string): { column: ColumnSpec; value: string }[] {
  if (text.length > LONGEST || !/[：:]/.test(text)) return [];
  const parts = (leadingMark(text)?.rest ?? text).split(NEXT_LABEL);
  const found = parts.flatMap(part => {
    const [before, heading = ''] = LABEL.exec(part) ?? [];
    const role = GIVEN[headingOf(heading.trim())?.role ?? ''];
    return before && role ? [{ column: { heading: heading.trim(), role }, value: part.slice(before.length).trim() }] : [];
  });
  return found.length === parts.length ? found : [];
}

/** The unit that a category is, without its number and the count of its tasks: 二、市教育局（5项）. */
function unitOf(text: string): string | null {
  const name = (leadingMark(text)?.rest ?? text).replace(/[（(]共?\s*\d+\s*[项个件条][）)]$/, '').trim();
  return looksLikeOffice(name) ? name : null;
}

/** Whether all categories of some rows are units. */
export function areUnits(names: readonly string[]): boolean {
  return names.length > 1 && names.every(name => unitOf(name) !== null);
}

/** Kind of a category row: its mark's shape, 阶段 for 第一阶段, `unit` for a unit's name, `month` for a month, '' for bare words. */
function shapeOf(text: string): string {
  const mark = leadingMark(text);
  if (mark) return mark.shape;
  if (/^\d{1,2}月份?$/.test(text)) return 'month';
  const stage = STAGE.exec(text);
  if (stage) return stage[1]!;
  return looksLikeUnit(text) && !/[：:]/.test(text) ? 'unit' : '';
}
