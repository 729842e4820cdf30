import { wrapText } from '../base/text-width.ts';
import { visible } from '../base/visible.ts';
import type { Column, Report, Style } from '../report/model.ts';
import { cardDrawer, packLines } from './terminal/cards.ts';
import { type Entry, once, Scissors, shownLine, shownValue } from './terminal/entry.ts';
import { type Ink, inkOf } from './terminal/ink.ts';
import { drawTable } from './terminal/table.ts';
import { tableWidths } from './terminal/widths.ts';

/** For people: a table whose cells are wrapped by display width, or cards where the terminal is too narrow for it. */
export function renderTerminal(report: Report, style: Style): string {
  const ink = inkOf(style.color);
  const scissors = style.brief ? new Scissors() : null;
  const { blocks, dropped } = bodyOf(report, style, ink, scissors);
  const notes = [...remarksOf(report), ...cutNotes(report, scissors?.count ?? 0, dropped, style.brief)];
  const lines = notes.flatMap(note => wrapText(note.replace(/\r\n|\r/g, '\n'), style.width));
  return `${[headingOf(report, style, ink), ...blocks, ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n')}\n`;
}

/** The report's own remarks; a report without rows never leaves it at a heading. */
function remarksOf({ notes, table, lang }: Report): string[] {
  if (notes.length > 0 || table.groups.some(group => group.rows.length > 0)) return notes.map(visible);
  return [lang === 'zh' ? '没有符合条件的记录' : 'nothing matches'];
}

/** What this is and of which plan, then the facts of the run. */
function headingOf({ heading, title, facts, lang }: Report, { width }: Style, ink: Ink): string {
  const name = [heading, ...(title === null ? [] : [title])].map(shownLine).join(' · ');
  const told = facts
    .filter(([, value]) => value !== title)
    .map(([label, value]) => `${shownLine(label)}${lang === 'zh' ? '：' : ': '}${shownLine(value)}`);
  const lines = packLines(told, '   ', width).flatMap(line => wrapText(line, width));
  return [...wrapText(name, width).map(ink.bold), ...lines.map(ink.dim)].join('\n');
}

/** The groups, all as tables with the same column widths, or all as cards. */
function bodyOf(report: Report, style: Style, ink: Ink, scissors: Scissors | null): { blocks: string[]; dropped: Column[] } {
  const { columns, groups } = shownOf(report);
  const entries = groups.flatMap(group => group.entries);
  const { figures = false } = report.table;
  const kept = fitting(columns, entries, style, figures);
  const at = kept.columns.map(column => columns.indexOf(column));
  const drawCard = cardDrawer(kept.columns, style.width, ink, scissors);
  const blocks = groups.map(({ title, entries }) => {
    const mine = entries.map(({ row, texts }) => ({ row, texts: at.map(index => texts[index]!) }));
    const body = kept.widths
      ? drawTable(kept.columns, mine, kept.widths, { ink, ascii: style.ascii, scissors, ruled: scissors === null && !figures })
      : mine.map(drawCard).join(scissors ? '\n' : '\n\n');
    const name = wrapText(`${shownLine(title)} (${entries.length})`, style.width).map(ink.bold);
    return [...(title === '' ? [] : name), body].join('\n');
  });
  return { blocks, dropped: columns.filter(column => !kept.columns.includes(column)) };
}

/** Columns to be shown, less those that are empty in every row, and the texts of each group's rows in them. */
function shownOf({ table }: Report): { columns: Column[]; groups: { title: string; entries: Entry[] }[] } {
  const rows = table.groups.flatMap(group => group.rows);
  const used = table.columns
    .map((column, index) => ({ index, column: { ...column, ...headings(column) } }))
    .filter(({ column, index }) => column.priority < 9 && rows.some(row => !isEmpty(row.values[index])));
  const shown = once(shownValue);
  const groups = table.groups
    .filter(group => group.rows.length > 0)
    .map(group => ({
      title: group.title,
      entries: group.rows.map(row => ({ row, texts: used.map(({ index }) => shown((row.shown ?? row.values)[index] ?? null)) })),
    }));
  return { columns: used.map(({ column }) => column), groups };
}

function headings({ heading, over }: Column): Pick<Column, 'heading' | 'over'> {
  return { heading: shownLine(heading), ...(over === undefined ? {} : { over: shownLine(over) }) };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Columns and their widths; cards (no widths) where they do not fit. `--brief` and tables of figures leave columns out instead, the least important first. */
function fitting(
  columns: readonly Column[],
  entries: readonly Entry[],
  style: Style,
  figures: boolean,
): { columns: readonly Column[]; widths: number[] | null } {
  let kept = columns.map((column, index) => ({ column, index }));
  for (;;) {
    const texts = entries.map(({ row, texts }) => ({ row, texts: kept.map(({ index }) => texts[index]!) }));
    const now = kept.map(({ column }) => column);
    const widths = tableWidths(now, texts, style.width, { cut: style.brief, figures });
    if (widths) return { columns: now, widths };
    const least = Math.max(...now.map(({ priority }) => priority));
    if (!(style.brief || figures) || least <= 1) return { columns, widths: null };
    // Figures that go together go together.
    const last = kept.findLastIndex(({ column }) => column.priority === least);
    kept = kept.filter(({ column }, index) => (figures ? column.priority !== least : index !== last));
  }
}

function cutNotes({ lang }: Report, cut: number, dropped: readonly Column[], brief: boolean): string[] {
  const who = brief ? (lang === 'zh' ? '--brief ' : '--brief') : lang === 'zh' ? '宽度不够，' : 'the width';
  const names = dropped.map(({ heading }) => heading).join(lang === 'zh' ? '、' : ', ');
  return [
    ...(cut === 0 ? [] : [lang === 'zh' ? `--brief 截短了 ${cut} 格，以 … 标出` : `--brief cut ${cut} cells, marked with …`]),
    ...(dropped.length === 0 ? [] : [lang === 'zh' ? `${who}省略了列：${names}` : `${who} left out columns: ${names}`]),
  ];
}
