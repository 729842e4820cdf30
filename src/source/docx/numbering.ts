import { formatOrdinal } from './ordinals.ts';
import { type Attributes, attribute, isOn, numberOf, readXml } from './xml.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  /** Separator between number and text: tab, space or nothing. */
  suffix: string;
  /** All numbers decimal, whatever the formats of the levels above. */
  legal: boolean;
  style: string | null;
}

interface List {
  abstract: string;
  overrides: Map<number, number>;
}

/** The number that a paragraph asks for, by itself or by its style. */
export interface NumberRequest {
  list: string | null;
  level: number | null;
  style: string | null;
}

interface Style {
  list: string | null;
  level: number | null;
  basedOn: string | null;
}

const DEEPEST_LEVEL = 8;

/** Counts the automatic numbers of a document, which its text does not hold: `1.`, `（一）`. */
export class Numbering {
  private readonly levels = new Map<string, Level[]>();
  private readonly lists = new Map<string, List>();
  private readonly styles = new Map<string, Style>();
  private readonly counters = new Map<string, number[]>();
  private readonly started = new Set<string>();

  private readonly source: number;

  constructor(numbering: string | null, styles: string | null, source: number) {
    this.source = source;
    if (numbering !== null) this.readLists(numbering);
    if (styles !== null) this.readStyles(styles);
  }

  /** The number of the next paragraph, with what separates it from the text; '' where it has none. Counts on. */
  next(request: NumberRequest): { ordinal: string; gap: string } {
    const { list: id, level: asked, style } = this.resolve(request);
    const list = id === null ? undefined : this.lists.get(id);
    const levels = list && this.levels.get(list.abstract);
    if (!list || !levels || id === null) return { ordinal: '', gap: '' };
    const byStyle = levels.findIndex(level => level?.style !== null && level?.style === style);
    const at = Math.min(DEEPEST_LEVEL, asked ?? Math.max(0, byStyle));
    const level = levels[at];
    if (!level) return { ordinal: '', gap: '' };
    const counters = this.count(id, list, levels, at);
    const ordinal = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = levels[index];
      return formatOrdinal(counters[index] ?? shown?.start ?? 1, level.legal ? 'decimal' : (shown?.format ?? 'decimal'));
    });
    if (level.format === 'bullet') return { ordinal: '', gap: '' };
    return { ordinal, gap: level.suffix !== 'nothing' && /[\dA-Za-z]$/.test(ordinal) ? ' ' : '' };
  }

  /** Lists made from one definition count together, unless a list says where it starts. */
  private count(id: string, list: List, levels: readonly Level[], at: number): number[] {
    const counters = this.counters.get(list.abstract) ?? [];
    this.counters.set(list.abstract, counters);
    if (!this.started.has(id)) {
      this.started.add(id);
      for (const [index, start] of list.overrides) counters[index] = start - 1;
    }
    counters[at] = (counters[at] ?? levels[at]!.start - 1) + 1;
    counters.length = at + 1;
    return counters;
  }

  private resolve(request: NumberRequest): NumberRequest {
    let { list, level } = request;
    let style = request.style;
    for (let hops = 0; hops < 10 && style !== null && list === null; hops++) {
      const found = this.styles.get(style);
      list ??= found?.list ?? null;
      level ??= found?.level ?? null;
      if (list === null) style = found?.basedOn ?? null;
    }
    return { list, level, style };
  }

  private readLists(text: string): void {
    let levels: Level[] = [];
    let level: Level | null = null;
    let list: List | null = null;
    let override = 0;
    const open = (name: string, attributes: Attributes): void => {
      const value = attribute(attributes, 'val') ?? '';
      if (name === 'abstractNum') {
        levels = [];
        this.levels.set(attribute(attributes, 'abstractNumId') ?? '', levels);
      } else if (name === 'lvl') {
        level = { start: 1, format: 'decimal', text: '', suffix: 'tab', legal: false, style: null };
        if (!list) levels[numberOf(attributes, 'ilvl', 0, DEEPEST_LEVEL)] = level;
      } else if (name === 'num') {
        list = { abstract: '', overrides: new Map() };
        this.lists.set(attribute(attributes, 'numId') ?? '', list);
      } else if (name === 'abstractNumId' && list) list.abstract = value;
      else if (name === 'lvlOverride') override = numberOf(attributes, 'ilvl', 0, DEEPEST_LEVEL);
      else if (name === 'startOverride') list?.overrides.set(override, numberOf(attributes, 'val', 0, 9999));
      else if (level) setLevel(level, name, value, attributes);
    };
    const close = (name: string): void => {
      if (name === 'lvl') level = null;
      else if (name === 'num') list = null;
    };
    readXml(text, { open, close }, this.source);
  }

  private readStyles(text: string): void {
    let style: Style | null = null;
    const open = (name: string, attributes: Attributes): void => {
      if (name === 'style') {
        style = { list: null, level: null, basedOn: null };
        this.styles.set(attribute(attributes, 'styleId') ?? '', style);
      } else if (!style) return;
      else if (name === 'basedOn') style.basedOn = attribute(attributes, 'val') ?? null;
      else if (name === 'numId') style.list = attribute(attributes, 'val') ?? null;
      else if (name === 'ilvl') style.level = numberOf(attributes, 'val', 0, DEEPEST_LEVEL);
    };
    const close = (name: string): void => {
      if (name === 'style') style = null;
    };
    readXml(text, { open, close }, this.source);
  }
}

function setLevel(level: Level, name: string, value: string, attributes: Attributes): void {
  if (name === 'start') level.start = numberOf(attributes, 'val', 0, 9999);
  else if (name === 'numFmt') level.format = value;
  else if (name === 'lvlText') level.text = value;
  else if (name === 'suff') level.suffix = value;
  else if (name === 'isLgl') level.legal = isOn(attributes);
  else if (name === 'pStyle') level.style = value;
}
