import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll } from 'vitest';
import { main } from '../../src/cli/main.ts';

export const SEED = resolve(import.meta.dirname, '../../seeds/chengdu-2021.txt');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is removed after the tests of the file. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  folders.push(folder);
  return folder;
}

export interface World {
  cwd: string;
  env?: Record<string, string>;
  stdin?: Uint8Array;
  /** Width of the terminal that output goes to; without it, output is piped. */
  terminal?: number;
}

export interface Outcome {
  exit: number;
  stdout: Buffer;
  stderr: string;
}

/** Runs the program in this process, at noon of 2026-11-23 in China, in a Chinese locale unless `env` says otherwise. */
export async function plan(argv: readonly string[], { cwd, env = {}, stdin = Buffer.alloc(0), terminal }: World): Promise<Outcome> {
  const stdout = new Sink();
  const stderr = new Sink();
  const exit = await main(argv, {
    cwd,
    env: { LANG: 'zh_CN.UTF-8', ...env },
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    now: new Date('2026-11-23T04:00:00Z'),
    stdoutIsTerminal: terminal !== undefined,
    stdinIsTerminal: terminal !== undefined,
    stderrIsTerminal: terminal !== undefined,
    columns: terminal,
  });
  return { exit, stdout: stdout.bytes(), stderr: stderr.bytes().toString('utf8') };
}

class Sink extends Writable {
  private readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(Buffer.from(chunk));
    done();
  }

  bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}

let saved: Buffer | undefined;

/** The plan.json of the real document, under the name it has in the repository. */
export async function seedPlan(): Promise<Buffer> {
  if (saved === undefined) {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'chengdu-2021.txt'), readFileSync(SEED));
    saved = (await plan(['parse', 'chengdu-2021.txt', '-o', '-'], { cwd })).stdout;
  }
  return saved;
}
