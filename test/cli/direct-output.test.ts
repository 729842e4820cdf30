import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directOutput, isPlainOutput, writeStream } from '../../src/cli/io.ts';
import { emptyFolder } from './world.ts';

const text = '征地拆迁 100%。\n'.repeat(50_000);
const none = { write: () => expect.unreachable('no stream is needed') };

describe('an output that is written to directly', () => {
  it('has what was written, in order', async () => {
    const file = join(emptyFolder(), '报告.txt');
    const descriptor = openSync(file, 'w');
    expect(isPlainOutput(descriptor)).toBe(true);
    const output = directOutput(descriptor, () => none);
    expect([await writeStream(output, text), await writeStream(output, Buffer.from('完'))]).toEqual([true, true]);
    closeSync(descriptor);
    expect(readFileSync(file, 'utf8')).toBe(`${text}完`);
  });

  it('leaves to a stream what a full pipe that does not wait has not taken', async () => {
    const pipe = join(emptyFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    expect(isPlainOutput(descriptor)).toBe(true);
    const rest: Uint8Array[] = [];
    const stream = { write: (data: string | Uint8Array, done: () => void) => [rest.push(data as Uint8Array), done()] };
    const output = directOutput(descriptor, () => stream);
    expect(await writeStream(output, text)).toBe(true);
    const taken = Buffer.alloc(1 << 20);
    const size = readSync(descriptor, taken);
    closeSync(descriptor);
    expect(size).toBeGreaterThan(0);
    expect(rest).toHaveLength(1);
    expect(Buffer.concat([taken.subarray(0, size), ...rest]).toString('utf8')).toBe(text);
  });

  it('tells of a full disk, and is not used for what may be a terminal', async () => {
    const descriptor = openSync('/dev/full', 'w');
    await expect(
      writeStream(
        directOutput(descriptor, () => none),
        text,
      ),
    ).rejects.toMatchObject({ key: 'cannotWrite', why: { word: 'diskFull' } });
    expect([isPlainOutput(descriptor), isPlainOutput(-1)]).toEqual([false, false]);
    closeSync(descriptor);
  });
});
