import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Place } from '../../base/place.ts';
import { withoutEnd } from '../../base/without-end.ts';
import type { GridCell } from '../../grid/grid.ts';
import { halfWidth } from '../../lexicon/fold.ts';
import { follows, type Ordinal, ordinal } from '../../lexicon/numerals.ts';

/**
 * Gives tasks their ids: the number as written, in half width; made unique by `#2`, `#3`… where a number comes again. Numbers that start anew
 * (in a new category or table) are said once for all the tasks they rename; gaps are said where they are, unless numbers that leave some out are
 * the rule: those of proposals picked out of a longer list.
 */
export class TaskNumbers {
  private readonly used = new Map<string, number>();
  private count = 0;
  private numbered = true;
  private last: { ordinal: Ordinal; text: string } | null = null;
  /** The diagnostic of the restart that is going on. */
  private restart: Diagnostic | null = null;
  private group = '';
  /** Steps from one number to the next so far, and how many of them are gaps; the last gap, while it is not known whether they are the rule. */
  private steps = 0;
  private gaps = 0;
  private doubtful: Diagnostic | null = null;

  startTable(numbered: boolean): void {
    this.numbered = numbered;
    this.last = null;
    this.restart = null;
    this.group = '\u0000';
  }

  next(cell: GridCell | null, rowPlace: Place, group: string, diagnostics: Diagnostic[]): string {
    this.count++;
    if (!this.numbered) return this.unique(String(this.count));
    if (!cell) return this.unique(`L${rowPlace.line}`);
    const number = written(cell.text);
    const id = this.unique(number);
    const parsed = ordinal(cell.text);
    // One number over several measures is written once.
    if (id !== number && cell.origin !== 'spanned') this.again(id, number, cell, parsed, group, diagnostics);
    else this.restart = null;
    if (parsed && this.last) this.step(parsed, this.last, { place: cell.place, task: id, text: cell.text }, diagnostics);
    if (parsed) this.last = { ordinal: parsed, text: number };
    this.group = group;
    return id;
  }

  private step(
    next: Ordinal,
    last: { ordinal: Ordinal; text: string },
    at: Pick<Diagnostic, 'place' | 'task' | 'text'>,
    told: Diagnostic[],
  ): void {
    this.steps++;
    if (isGap(next, last.ordinal)) {
      this.gaps++;
      const gap: Diagnostic = { code: 'number-gap', ...at, data: { before: last.text, after: written(at.text!) } };
      if (this.steps === 1 || this.gaps * 2 <= this.steps) told.push(gap);
      else this.doubtful = gap;
    } else if (this.doubtful) {
      told.push(this.doubtful);
      this.doubtful = null;
    }
  }

  private unique(number: string): string {
    const times = (this.used.get(number) ?? 0) + 1;
    this.used.set(number, times);
    return times === 1 ? number : this.unique(`${number}#${times}`);
  }

  private again(id: string, number: string, cell: GridCell, parsed: Ordinal | null, group: string, diagnostics: Diagnostic[]): void {
    const goesOn = this.restart !== null && parsed !== null && this.last !== null && follows(parsed, this.last.ordinal);
    if (goesOn) {
      this.restart!.related!.push({ task: id, text: number });
      return;
    }
    const found: Diagnostic = { code: 'duplicate-number', place: cell.place, task: id, text: cell.text, data: { number, id }, related: [] };
    diagnostics.push(found);
    this.restart = group !== this.group && parsed?.parts.every(part => part === 1) ? found : null;
  }
}

/** The number as written, in half width, without white space and the mark that ends it. */
function written(text: string): string {
  if (/^[1-9]\d*$/.test(text)) return text;
  return withoutEnd(halfWidth(text).replace(/\s+/g, ''), '、.．,，') || text;
}

/** A number of the same series that is more than one ahead of the last. Codes of works (HW-DMW405) are picked out of longer lists. */
function isGap(next: Ordinal, last: Ordinal): boolean {
  if (/^[A-Z]+-[A-Z]+/.test(next.shape) || next.shape !== last.shape || next.parts.length !== last.parts.length) return false;
  const at = next.parts.length - 1;
  return next.parts.slice(0, at).every((part, index) => part === last.parts[index]) && next.parts[at]! > last.parts[at]! + 1;
}
