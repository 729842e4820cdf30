// Tries damaged documents for as long as it is told: `npm run fuzz -- --seconds 600 --seed 1`. Each runs in a worker with a limit of time and
// memory, so that a hang is found. Prints the seeds that fail and writes their inputs to fuzz-found/.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
/** Milliseconds and mebibytes that one input may take. */
const LIMIT = 20_000;
const MEMORY = 1024;

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } } });
const first = values.seed === undefined ? Math.floor(Math.random() * 2 ** 30) : Number(values.seed);
const end = Date.now() + Number(values.seconds) * 1000;
const work = mkdtempSync(join(tmpdir(), 'plan-fuzz-'));
const bundle = join(work, 'worker.cjs');
await build({
  entryPoints: [join(import.meta.dirname, 'worker.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  define: { PLAN_VERSION: '"fuzz"' },
  logLevel: 'error',
});

let worker = null;

/** Tries one seed: its input and what was wrong with it. */
function attempt(seed) {
  worker ??= new Worker(bundle, { workerData: { root: ROOT }, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
  return new Promise(resolve => {
    let input = null;
    const finish = (faults, alive) => {
      clearTimeout(timer);
      for (const event of ['message', 'error']) worker.removeAllListeners(event);
      if (!alive) {
        void worker.terminate();
        worker = null;
      }
      resolve({ input, faults });
    };
    const timer = setTimeout(() => finish([`no answer within ${LIMIT / 1000} s`], false), LIMIT);
    worker.on('message', ({ begun, done }) => {
      if (begun) input = begun;
      else finish(done, true);
    });
    worker.on('error', error => finish([`worker: ${error.stack ?? error}`], false));
    worker.postMessage(seed);
  });
}

let tried = 0;
let slowest = { time: 0, seed: 0 };
let failed = 0;
console.log(`seed ${first}`);
for (let seed = first; Date.now() < end; seed++) {
  const begun = Date.now();
  const { input, faults } = await attempt(seed);
  tried++;
  const time = Date.now() - begun;
  // The first input also pays for the start of the worker.
  if (tried > 1 && time > slowest.time) slowest = { time, seed };
  if (faults.length === 0) continue;
  failed++;
  mkdirSync('fuzz-found', { recursive: true });
  const file = join('fuzz-found', `${seed}-${input?.name ?? 'unknown'}`);
  if (input) writeFileSync(file, input.bytes);
  console.log(`seed ${seed} (${input?.from}) -> ${file}\n  ${faults.join('\n  ')}`);
}
await worker?.terminate();
rmSync(work, { recursive: true, force: true });
console.log(`${tried} inputs, ${failed} failed; slowest ${slowest.time} ms (seed ${slowest.seed})`);
process.exitCode = failed > 0 ? 1 : 0;
