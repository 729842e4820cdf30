import { cutText, textWidth } from '../base/text-width.ts';
import { visible } from '../base/visible.ts';
import { writeStream } from './io.ts';
import type { Run } from './run.ts';

/** Milliseconds before a bar is drawn at all, so that quick runs show none, and between two drawings. */
const QUICK = 300;
const PAUSE = 100;
const WIDEST_BAR = 30;
/** Back to the first column, and clear to the end of the line. */
const CLEAR = '\r\u001b[K';

/**
 * A bar on standard error while many files are read: only where that is a terminal, on one line, and gone at the end. It shows nothing of
 * time; the clock, in milliseconds, only says when to draw.
 */
export class Progress {
  private readonly run: Run;
  private readonly total: number;
  private readonly clock: () => number;
  private readonly shown: boolean;
  private next: number;
  private done = 0;
  private drawn = false;

  constructor(run: Run, total: number, clock = (): number => performance.now()) {
    this.run = run;
    this.total = total;
    this.clock = clock;
    this.shown = total > 1 && run.world.stderrIsTerminal && run.world.env.TERM !== 'dumb';
    this.next = this.shown ? clock() + QUICK : Number.POSITIVE_INFINITY;
  }

  /** One more is done; `name` is what it was. */
  async step(name: string): Promise<void> {
    this.done++;
    if (!this.shown || this.clock() < this.next) return;
    this.next = this.clock() + PAUSE;
    this.drawn = true;
    await writeStream(this.run.world.stderr, CLEAR + progressLine(this.done, this.total, name, this.width()));
  }

  /** Takes the bar away: at the end, and before anything else is said. */
  async clear(): Promise<void> {
    if (this.drawn) await writeStream(this.run.world.stderr, CLEAR);
    this.drawn = false;
  }

  private width(): number {
    const { stderrColumns, columns, env } = this.run.world;
    return stderrColumns ?? columns ?? (Number(env.COLUMNS) || 80);
  }
}

/** `[=====>    ] 12/40 name`, within the width of a terminal less the column where the cursor stands; what does not fit is left out. */
export function progressLine(done: number, total: number, name: string, width: number): string {
  const room = width - 1;
  const count = `${String(done).padStart(String(total).length)}/${total}`;
  const bar = Math.min(WIDEST_BAR, Math.floor(room / 3), room - count.length - 3);
  const filled = Math.floor((done / total) * bar);
  const line = bar < 5 ? count : `[${'='.repeat(filled)}${' '.repeat(bar - filled)}] ${count}`;
  const left = room - textWidth(line) - 1;
  if (left < 6) return cutText(line, Math.max(0, room));
  return `${line} ${cutText(visible(name).replace(/[\r\n]+/g, ' '), left)}`;
}
