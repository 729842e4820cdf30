import { Chalk, type ChalkInstance } from 'chalk';
import CliTable from 'cli-table3';
import { cutText, wrapText } from '../base/text-width.ts';
import { visible } from '../base/visible.ts';
import type { Column, Group, Light, Report, Row, Style, Table, Value } from '../report/model.ts';
import { card } from './terminal/cards.ts';
import { type Need, naturalWidth, shareWidths } from './terminal/widths.ts';

/** Least width of a column of running text; narrower columns crush it, and cards take over. */
const LEAST_TEXT = 20;
const LEAST_LIST = 10;
/** Longest cell of `--brief`, in display columns. */
const BRIEF = 60;

/** For people: a table whose cells are wrapped by display width, or cards where the terminal is too narrow for it. */
export function renderTerminal(report: Report, style: Style): string {
  return new Screen(report, style).text();
}

class Screen {
  private readonly report: Report;
  private readonly style: Style;
  private readonly chalk: ChalkInstance;
  private cut = 0;

  constructor(report: Report, style: Style) {
    this.report = report;
    this.style = style;
    this.chalk = new Chalk({ level: style.color ? 1 : 0 });
  }

  text(): string {
    const { report } = this;
    const { table } = report;
    const rows = table.groups.reduce((sum, group) => sum + group.rows.length, 0);
    const blocks = [this.heading(), ...(rows === 0 ? [] : this.body(table))];
    const notes = report.notes.flatMap(note => wrapText(visible(note), this.style.width));
    if (this.cut > 0)
      notes.push(report.lang === 'zh' ? `--brief 截短了 ${this.cut} 格，以 … 标出` : `--brief cut ${this.cut} cells, marked with …`);
    if (notes.length > 0) blocks.push(notes.join('\n'));
    return `${blocks.join('\n\n')}\n`;
  }

  private heading(): string {
    const { report, chalk } = this;
    const title = [report.heading, ...(report.title === null ? [] : [report.title])].map(visible).join(' · ');
    const facts = report.facts
      .filter(([, value]) => value !== report.title)
      .map(([label, value]) => `${label}${report.lang === 'zh' ? '：' : ': '}${visible(value)}`);
    const lines = wrapText(facts.join('   '), this.style.width).map(line => chalk.dim(line));
    return [...wrapText(title, this.style.width).map(line => chalk.bold(line)), ...lines].join('\n');
  }

  /** The groups, all as tables with the same column widths, or all as cards. */
  private body(table: Table): string[] {
    const shown = table.columns.map((column, index) => ({ column, index })).filter(({ column }) => column.priority < 9);
    const rows = table.groups.flatMap(group =>
      group.rows.map(row => ({ group, row, texts: shown.map(({ index, column }) => this.cell(row.values[index] ?? null, column)) })),
    );
    const filled = shown.map((_, at) => rows.some(({ texts }) => texts[at] !== ''));
    const columns = shown.map(({ column }) => column).filter((_, at) => filled[at]);
    const byGroup = new Map<Group, { row: Row; texts: string[] }[]>();
    for (const { group, row, texts } of rows)
      byGroup.set(group, [...(byGroup.get(group) ?? []), { row, texts: texts.filter((_, at) => filled[at]) }]);
    const widths = this.widths(columns, [...byGroup.values()].flat());
    return [...byGroup].map(([group, members]) => {
      const title =
        group.title === '' ? [] : [this.chalk.bold(wrapText(`${visible(group.title)} (${members.length})`, this.style.width).join('\n'))];
      return [...title, widths ? this.table(columns, members, widths) : this.cards(columns, members)].join('\n');
    });
  }

  private cell(value: Value, column: Column): string {
    const text = visible(value === null ? '' : Array.isArray(value) ? value.join('、') : String(value)).replace(/\r\n|\r/g, '\n');
    if (!this.style.brief || column.kind === 'status') return text;
    const short = cutText(text.replace(/\n+/g, ' '), BRIEF);
    if (short.endsWith('…') && short !== text) this.cut++;
    return short;
  }

  /** Width of each column's text, or null where they do not fit side by side. */
  private widths(columns: readonly Column[], rows: readonly { texts: string[] }[]): number[] | null {
    const needs = columns.map((column, at): Need => {
      const heading = naturalWidth(column.heading);
      const natural = Math.max(heading, ...rows.map(({ texts }) => naturalWidth(texts[at]!)));
      const least =
        column.kind === 'text' ? Math.max(LEAST_TEXT, heading) : column.kind === 'list' ? Math.max(LEAST_LIST, heading) : natural;
      return { natural, least: Math.max(heading, Math.min(natural, least)) };
    });
    return shareWidths(needs, this.style.width - 3 * columns.length - 1);
  }

  private table(columns: readonly Column[], rows: readonly { row: Row; texts: string[] }[], widths: readonly number[]): string {
    const head = columns.map((column, at) =>
      wrapText(column.heading, widths[at]!)
        .map(line => this.chalk.bold(line))
        .join('\n'),
    );
    const colAligns = columns.map(column => (column.kind === 'number' ? 'right' : 'left') as 'left' | 'right');
    const table = new CliTable({
      head,
      colAligns,
      colWidths: widths.map(width => width + 2),
      style: { head: [], border: [] },
      ...(this.style.ascii ? { chars: ASCII } : {}),
    });
    for (const { row, texts } of rows) {
      table.push(
        texts.map((text, at) =>
          wrapText(text, widths[at]!)
            .map(line => (columns[at]!.kind === 'status' ? this.paint(row, line) : line))
            .join('\n'),
        ),
      );
    }
    return table.toString();
  }

  private cards(columns: readonly Column[], rows: readonly { row: Row; texts: string[] }[]): string {
    return rows
      .map(({ row, texts }) => card(columns, texts, row, this.style.width, (one, text) => this.paint(one, text), this.chalk).join('\n'))
      .join('\n\n');
  }

  private paint(row: Row, text: string): string {
    const colors: Record<Light, (text: string) => string> = {
      green: this.chalk.green,
      red: this.chalk.red,
      yellow: this.chalk.yellow,
      grey: this.chalk.gray,
    };
    return row.light ? colors[row.light](text) : text;
  }
}

const ASCII = {
  top: '-',
  'top-mid': '+',
  'top-left': '+',
  'top-right': '+',
  bottom: '-',
  'bottom-mid': '+',
  'bottom-left': '+',
  'bottom-right': '+',
  left: '|',
  'left-mid': '+',
  mid: '-',
  'mid-mid': '+',
  right: '|',
  'right-mid': '+',
  middle: '|',
};
