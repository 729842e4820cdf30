import type { UserVerbs } from '../meaning/words.ts';
import type { BuildOptions } from '../plan/build.ts';
import { coresOf } from './cores.ts';
import { writeStream } from './io.ts';
import { lineBlocks } from './line-blocks.ts';
import { answerLines, failedLine, idOf, linesOf, type RecordSettings } from './read-record.ts';
import type { Run } from './run.ts';
import type { WorkerTask } from './worker.ts';
import { WorkerPool } from './worker-pool.ts';

/** The longest line in bytes: well below what a string can hold. */
const LONGEST = 256 << 20;
/** So many bytes are read here before threads are started, which takes as long as reading them does. */
const FEW = 1 << 20;

type Pool = WorkerPool<Uint8Array, Uint8Array>;

/**
 * `plan parse --records`: a filter for engines that split a large archive (Spark's pipe, Hadoop Streaming, GNU parallel). One JSON document a
 * line in, one result `{"id", "plan"}` or one `{"id", "error": {"code", "message"}}` a line out, in order and with constant memory: only so
 * many blocks of lines are under way that every thread has work.
 */
export async function filterRecords(run: Run, options: BuildOptions, verbs: UserVerbs): Promise<void> {
  const settings: RecordSettings = { options, meaning: run.options.meaning !== false, verbs, lang: run.reportLang };
  const cores = coresOf(run);
  const task: WorkerTask = { kind: 'records', settings };
  const pool: Pool = new WorkerPool(new URL('./worker.js', import.meta.url), cores, task);
  const output = new OrderedOutput(run);
  let seen = 0;
  try {
    for await (const block of lineBlocks(run.world.stdin as AsyncIterable<Uint8Array>, LONGEST)) {
      if ('tooLong' in block) await output.put(tooLong(block.tooLong, settings), 0);
      else {
        seen += block.lines.length;
        const here = cores === 1 || seen <= FEW;
        await output.put(here ? answerLines(block.lines, settings) : answerElsewhere(block.lines, pool, settings), here ? 0 : 2 * cores);
      }
      if (output.closed) return;
    }
    await output.end();
  } finally {
    await pool.close();
  }
}

/** Has lines answered by a thread. Where it ends before its answer, the lines go one by one, so that only the one at fault is lost. */
async function answerElsewhere(block: Uint8Array, pool: Pool, settings: RecordSettings): Promise<Uint8Array> {
  const outcome = await pool.run(block);
  if ('result' in outcome) return outcome.result;
  const lines = linesOf(block);
  if (lines.length > 1) {
    return Buffer.concat(await Promise.all(lines.map(line => answerElsewhere(line, pool, settings))));
  }
  return failedLine(idOf(block), { code: 'reading-failed', place: null, data: { why: outcome.lost } }, settings.lang);
}

async function tooLong(size: number, { lang }: RecordSettings): Promise<Uint8Array> {
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / (1 << 20))} MB`;
  const data = { what: lang === 'zh' ? '这一行' : 'this line', size: megabytes(size), limit: megabytes(LONGEST) };
  return failedLine(null, { code: 'too-large', place: null, data }, lang);
}

/** Writes answers to standard output in the order in which they were asked for. */
class OrderedOutput {
  /** Whether the reader of the output has gone away. */
  closed = false;
  private readonly run: Run;
  private last: Promise<void> = Promise.resolve();
  private readonly waiting: Promise<void>[] = [];

  constructor(run: Run) {
    this.run = run;
  }

  /** Takes an answer that is to come; returns once at most `underWay` answers are not written yet. */
  async put(answer: Promise<Uint8Array>, underWay: number): Promise<void> {
    this.last = Promise.all([answer, this.last]).then(([text]) => this.write(text));
    // A failure is heard below, when its turn comes: until then it must not end the process.
    this.last.catch(() => {});
    this.waiting.push(this.last);
    while (this.waiting.length > underWay) await this.waiting.shift();
  }

  async end(): Promise<void> {
    await this.last;
  }

  private async write(text: Uint8Array): Promise<void> {
    if (!this.closed && text.length > 0) this.closed = !(await writeStream(this.run.world.stdout, text));
  }
}
