import { parentPort, workerData } from 'node:worker_threads';
import type { UserWords } from '../grid/restore.ts';
import { type DocumentJob, readAndSettle } from './read-document.ts';
import { answerLines, type RecordSettings } from './read-record.ts';

/** What a worker thread is for: reading documents of one plan, or answering lines of records. */
export type WorkerTask = { kind: 'documents'; words: UserWords } | { kind: 'records'; settings: RecordSettings };

const task = workerData as WorkerTask;

async function work(job: unknown): Promise<unknown> {
  return task.kind === 'documents' ? readAndSettle(job as DocumentJob, task.words) : answerLines(job as Uint8Array, task.settings);
}

parentPort!.on('message', (job: unknown) => {
  void work(job).then(result => parentPort!.postMessage(result));
});
