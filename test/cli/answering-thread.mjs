// A thread for the tests of the pool: answers a number with its double after so many milliseconds, and ends at what it is told to end at.
import { parentPort, threadId } from 'node:worker_threads';

const ENDS = {
  throw: () => {
    throw new Error('no such luck');
  },
  // As a lost thread does: it ends with nothing answered.
  exit: () => {
    process.exitCode = 3;
    parentPort.close();
  },
};

parentPort.on('message', job => {
  if (typeof job === 'string') ENDS[job]();
  else setTimeout(() => parentPort.postMessage({ double: 2 * job.number, thread: threadId }), job.wait);
});
