import { parentPort, workerData } from 'node:worker_threads';
import { faultsOf } from './faults.ts';
import { baseFiles, fuzzInput } from './inputs.ts';

/** Tries the input of each seed it is told; says what was wrong with it, and gives the input then. */
const { root } = workerData as { root: string };
const files = baseFiles(root);

parentPort!.on('message', async (seed: number) => {
  const { name, from, bytes } = fuzzInput(root, files, seed);
  parentPort!.postMessage({ begun: { name, from, bytes } });
  const faults = await faultsOf(bytes, name).catch((error: unknown) => [`thrown: ${error instanceof Error ? error.stack : String(error)}`]);
  parentPort!.postMessage({ done: faults });
});
