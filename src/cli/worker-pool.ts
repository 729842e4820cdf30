import { Worker } from 'node:worker_threads';

/** What became of a job: its result, or why the thread that had it ended before it gave one (a crash, no memory left). */
export type Outcome<Result> = { result: Result } | { lost: string };

interface Waiting<Job, Result> {
  job: Job;
  settle: (outcome: Outcome<Result>) => void;
}

/**
 * Threads that run one script, which answers each message with one. A thread is started when a job finds none idle, up to `most`; one that
 * ends takes only its own job along. Jobs never fail: their outcome says what happened.
 */
export class WorkerPool<Job, Result> {
  private readonly script: URL;
  private readonly most: number;
  private readonly workerData: unknown;
  private readonly queue: Waiting<Job, Result>[] = [];
  private readonly busy = new Map<Worker, Waiting<Job, Result>>();
  private idle: Worker[] = [];

  constructor(script: URL, most: number, workerData: unknown) {
    this.script = script;
    this.most = most;
    this.workerData = workerData;
  }

  /** Has a job done by the next thread that is free. */
  run(job: Job): Promise<Outcome<Result>> {
    return new Promise(settle => {
      this.queue.push({ job, settle });
      this.next();
    });
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    await Promise.all([...this.idle, ...this.busy.keys()].map(worker => worker.terminate()));
  }

  private next(): void {
    const worker = this.queue.length === 0 ? undefined : (this.idle.pop() ?? (this.busy.size < this.most ? this.start() : undefined));
    if (!worker) return;
    const waiting = this.queue.shift()!;
    this.busy.set(worker, waiting);
    worker.postMessage(waiting.job);
  }

  private start(): Worker {
    const worker = new Worker(this.script, { workerData: this.workerData });
    let why = '';
    worker.on('error', error => {
      why = error.message;
    });
    worker.on('message', (result: Result) => {
      this.idle.push(worker);
      this.settle(worker, { result });
    });
    worker.on('exit', status => {
      this.idle = this.idle.filter(one => one !== worker);
      this.settle(worker, { lost: why || `exit ${status}` });
    });
    return worker;
  }

  private settle(worker: Worker, outcome: Outcome<Result>): void {
    const waiting = this.busy.get(worker);
    this.busy.delete(worker);
    waiting?.settle(outcome);
    this.next();
  }
}
