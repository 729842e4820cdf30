import { afterEach, describe, expect, it } from 'vitest';
import { inOrder } from '../../src/cli/in-order.ts';
import { type Outcome, WorkerPool } from '../../src/cli/worker-pool.ts';

type Job = { number: number; wait: number } | 'throw' | 'exit';
interface Answer {
  double: number;
  thread: number;
}

const SCRIPT = new URL('./answering-thread.mjs', import.meta.url);
const pools: WorkerPool<Job, Answer>[] = [];

function pool(most: number): WorkerPool<Job, Answer> {
  const made = new WorkerPool<Job, Answer>(SCRIPT, most, null);
  pools.push(made);
  return made;
}

afterEach(async () => {
  for (const one of pools.splice(0)) await one.close();
});

/** What jobs came to, in the order given. */
async function outcomes(most: number, atOnce: number, jobs: readonly Job[]): Promise<Outcome<Answer>[]> {
  const threads = pool(most);
  const found: Outcome<Answer>[] = [];
  for await (const outcome of inOrder(jobs, atOnce, job => threads.run(job))) found.push(outcome);
  return found;
}

const shown = (outcome: Outcome<Answer>): number | string => ('result' in outcome ? outcome.result.double : outcome.lost);

describe('jobs on threads', () => {
  it('come back in their order, also where later ones are done first', async () => {
    const found = await outcomes(
      3,
      6,
      [40, 0, 20, 0, 10, 0, 5].map((wait, number) => ({ number, wait })),
    );
    expect(found.map(shown)).toEqual([0, 2, 4, 6, 8, 10, 12]);
  });

  it('use so many threads and no more', async () => {
    const found = await outcomes(
      2,
      10,
      Array.from({ length: 20 }, (_, number) => ({ number, wait: 2 })),
    );
    expect(new Set(found.map(one => 'result' in one && one.result.thread)).size).toBe(2);
  });

  it('start no thread before there is one', async () => {
    const threads = pool(4);
    expect(await threads.run({ number: 1, wait: 0 })).toMatchObject({ result: { double: 2 } });
    expect(await threads.run({ number: 2, wait: 0 })).toMatchObject({ result: { double: 4 } });
    const [first, second] = await Promise.all([threads.run({ number: 3, wait: 5 }), threads.run({ number: 4, wait: 5 })]);
    expect('result' in first && 'result' in second && first.result.thread !== second.result.thread).toBe(true);
  });

  it.each([
    ['throws', 'throw', /^no such luck$/],
    ['exits', 'exit', /^exit 3$/],
  ] as const)('are lost alone where a thread %s', async (_, end, why) => {
    const found = await outcomes(2, 4, [{ number: 1, wait: 5 }, end, { number: 2, wait: 0 }, { number: 3, wait: 0 }, end]);
    expect(found.map(shown)).toEqual([2, expect.stringMatching(why), 4, 6, expect.stringMatching(why)]);
  });
});
