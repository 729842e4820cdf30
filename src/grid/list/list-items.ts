import { looksLikeUnit, splitUnits } from '../../lexicon/units.ts';
import { isAssignment, isLimitLabel, isPeriodLabel, isUnitLabel, type Labelled, leadingLabel } from './labels.ts';
import { type ListLine, levelOf } from './list-line.ts';

/** An item of a list: a sentence with what is said of it. */
export interface ListItem {
  kind: 'item';
  line: ListLine;
  labels: Labelled[];
  /** Paragraphs between its first line and its labels. */
  body: string[];
  /** Paragraphs behind its labels that are no heading. */
  unplaced: ListLine[];
}

/** A line between items: a category, or a remark. */
export interface ListHeading {
  kind: 'heading';
  line: ListLine;
}

/** What stands between the labels of one item and those of the next: the lines above, and the labels. */
interface Stretch {
  lines: ListLine[];
  labels: Labelled[];
  labelLines: ListLine[];
}

/**
 * Finds the items of a list: those of the deepest numbering level that occurs once before each group of labels (责任单位 …). Lines of higher
 * levels are headings, lines below an item belong to it. Where no level fits, the line right before the labels is the item.
 */
export function listItems(lines: readonly ListLine[]): (ListItem | ListHeading)[] {
  const stretches = new Cutter(lines).stretches();
  const shape = itemShape(stretches.filter(isAssigned));
  const siblings = shape === '' ? new Set<ListLine>() : siblingsOf(stretches, shape);
  const entries: (ListItem | ListHeading)[] = [];
  for (const stretch of stretches) addStretch(stretch, shape, siblings, entries);
  const last = entries.findLast((entry): entry is ListItem => entry.kind === 'item');
  // Behind the last item stand closing words and a signature.
  for (const line of last?.unplaced.splice(0) ?? []) entries.push({ kind: 'heading', line });
  return entries;
}

/** Whether something is said to be someone's, or to have a time limit. */
export function isAssigned({ labels }: { labels: readonly Labelled[] }): boolean {
  return labels.some(({ label }) => isUnitLabel(label) || isLimitLabel(label));
}

/** Cuts lines behind each group of labels. */
class Cutter {
  private readonly lines: readonly ListLine[];
  /** Labels unknown to the lexicon that come again and again: 建设地点：…. */
  private readonly repeated = new Set<string>();
  private readonly done: Stretch[] = [];
  private now: Stretch = { lines: [], labels: [], labelLines: [] };
  /** The last line with an item mark. */
  private head: ListLine | null = null;
  /** A label without a value, which takes the lines below it (整改措施：), and the last number among them. */
  private open: Labelled | null = null;
  private inner = { shape: '', value: 0 };
  /** Last character of the line before. */
  private end = '';

  constructor(lines: readonly ListLine[]) {
    this.lines = lines;
    const once = new Set<string>();
    for (const { shape, content } of lines) {
      const label = shape === '' ? leadingLabel(content)?.label : undefined;
      if (label !== undefined) (once.has(label) ? this.repeated : once).add(label);
    }
  }

  stretches(): Stretch[] {
    this.lines.forEach((line, index) => {
      // 一季度： above items that are someone's is no part of the item above.
      const [label] = line.labels;
      const over = line.labels.length === 1 && label!.value === '' && isPeriodLabel(label!.label);
      const next = this.lines[index + 1];
      if (over && next && next.shape !== '' && isAssigned(next)) this.begin({ ...line, written: label!.label, labels: [] });
      else this.take(line);
    });
    this.done.push(this.now);
    return this.done;
  }

  private take(line: ListLine): void {
    const { now } = this;
    const last = now.labels.at(-1);
    const unknown = line.shape === '' && now.lines.length > 0 ? leadingLabel(line.content) : null;
    if (line.content === '' && line.labels.length > 0 && line.shape === '') this.say(line, line.labels);
    else if (unknown && this.repeated.has(unknown.label)) this.say(line, [unknown, ...line.labels]);
    else if (this.open && this.goesUnder(line)) {
      this.open.value += `${this.open.value === '' ? '' : '\n'}${line.written}`;
      if (line.shape !== '') this.inner = line;
    } else if (line.shape === '' && /[、，,]$/.test(this.end) && (last || now.lines.length > 0)) this.goOn(line);
    else this.begin(line);
    this.end = line.written.slice(-1);
  }

  /** A line broken behind a comma goes on with what was broken: a value, or a sentence. */
  private goOn(line: ListLine): void {
    const { lines, labels } = this.now;
    const last = labels.at(-1);
    if (last) last.value += this.end + line.content;
    else {
      const before = lines.at(-1)!;
      lines[lines.length - 1] = { ...before, written: before.written + line.written, content: before.content + line.content };
    }
    labels.push(...line.labels.map(label => ({ ...label })));
  }

  private say(line: ListLine, labels: readonly Labelled[]): void {
    const own = labels.map(label => ({ ...label }));
    this.now.labels.push(...own);
    this.now.labelLines.push(line);
    const last = own.at(-1)!;
    this.open = last.value === '' ? last : null;
    this.inner = { shape: '', value: 0 };
  }

  private begin(line: ListLine): void {
    if (this.now.labels.length > 0) {
      this.done.push(this.now);
      this.now = { lines: [], labels: [], labelLines: [] };
    }
    this.open = null;
    this.now.lines.push(line);
    this.now.labels.push(...line.labels.map(label => ({ ...label })));
    if (line.shape !== '') this.head = line;
  }

  /** Whether a line stands under a label without a value: it has no mark, one of a deeper level, or one that begins a count of its own. */
  private goesUnder(line: ListLine): boolean {
    if (line.shape === '') return line.content !== '' && (!isAssignment(this.open!.label) || this.open!.value === '');
    if (isAssignment(this.open!.label)) return false;
    if (line.shape === this.inner.shape) return line.value === this.inner.value + 1;
    if (!this.head || levelOf(line.shape) > levelOf(this.head.shape)) return true;
    return line.shape === this.head.shape && line.value === 1;
  }
}

/** The mark of items: of the deepest level that stands once in (nearly) all stretches, else that of the lines right before the labels; '' for none. */
function itemShape(stretches: readonly Stretch[]): string {
  const single = new Map<string, number>();
  const last = new Map<string, number>();
  const count = (counts: Map<string, number>, shape: string): void => void counts.set(shape, (counts.get(shape) ?? 0) + 1);
  for (const { lines, labels } of stretches) {
    const shapes = new Map<string, number>();
    for (const line of lines) count(shapes, line.shape);
    // What is said of several items at once stands below the last of them.
    const shared = labels.some(({ of, reach }) => of !== undefined || reach !== undefined) ? lines.at(-1)?.shape : undefined;
    for (const [shape, times] of shapes) if (times === 1 || shape === shared) count(single, shape);
    if (lines.length > 0) count(last, lines.at(-1)!.shape);
  }
  const usual = ([shape, times]: [string, number]): boolean => shape !== '' && times >= stretches.length * 0.8;
  const levels = [...single].filter(usual).sort(([a], [b]) => levelOf(b) - levelOf(a));
  return levels[0]?.[0] ?? [...last].find(usual)?.[0] ?? '';
}

/** The lines that bear the mark of items and stand in one series with an item that has labels. */
function siblingsOf(stretches: readonly Stretch[], shape: string): Set<ListLine> {
  const siblings = new Set<ListLine>();
  let run: ListLine[] = [];
  let assigned = false;
  const close = (): void => {
    if (assigned) for (const line of run) siblings.add(line);
    run = [];
    assigned = false;
  };
  for (const stretch of stretches) {
    for (const line of stretch.lines) {
      if (line.shape === shape) run.push(line);
      else if (levelOf(line.shape) < levelOf(shape)) close();
    }
    if (isAssigned(stretch)) assigned = true;
  }
  close();
  return siblings;
}

function addStretch(stretch: Stretch, shape: string, siblings: ReadonlySet<ListLine>, entries: (ListItem | ListHeading)[]): void {
  const { lines } = stretch;
  const marked = lines.some(line => siblings.has(line));
  let item: ListItem | null = null;
  lines.forEach((line, index) => {
    if (siblings.has(line) || (!marked && index === lines.length - 1 && isAssigned(stretch))) {
      item = { kind: 'item', line, labels: [], body: [], unplaced: [] };
      entries.push(item);
    } else if (item && levelOf(line.shape) > levelOf(shape)) item.body.push(line.labels.length > 0 ? line.content : line.written);
    else {
      item = null;
      addBetween(line, entries);
    }
  });
  if (item) giveLabels(entries, item, stretch.labels);
  else for (const line of stretch.labelLines) entries.push({ kind: 'heading', line });
}

/**
 * Gives labels to the item they stand below, and to those before it that they are said of too: those that the text numbers, so many as it counts, or
 * all whose sentence a semicolon leaves open.
 */
function giveLabels(entries: readonly (ListItem | ListHeading)[], item: ListItem, labels: readonly Labelled[]): void {
  const run = [item];
  for (let at = entries.lastIndexOf(item) - 1; at >= 0; at--) {
    const above = entries[at]!;
    if (above.kind !== 'item' || above.labels.length > 0) break;
    run.push(above);
  }
  const closed = run.findIndex((above, index) => index > 0 && !/[；;，,、]$/.test(above.body.at(-1) ?? above.line.written));
  for (const label of labels) {
    const { of, reach = 0 } = label;
    const meant = of
      ? run.filter(({ line }) => of.includes(line.value))
      : run.slice(0, reach > 0 ? reach : closed < 0 ? run.length : closed);
    for (const one of meant.length > 0 ? meant : [item]) one.labels.push({ ...label });
  }
}

/** A sentence or a unit between two items belongs to neither: it is kept with the item before it, and said to be unplaced. */
function addBetween(line: ListLine, entries: (ListItem | ListHeading)[]): void {
  const last = entries.at(-1);
  const { written } = line;
  const stray = line.shape === '' && (/[。；;]/.test(written) || written.length > 40 || splitUnits(written).names.every(looksLikeUnit));
  if (stray && last?.kind === 'item') last.unplaced.push(line);
  else entries.push({ kind: 'heading', line });
}
