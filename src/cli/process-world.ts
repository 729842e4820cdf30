import type { Writable } from 'node:stream';
import { directOutput, isPlainOutput } from './io.ts';
import type { Environment, Output } from './run.ts';

/** The world of this process, at an instant. Streams are opened when they are first asked for, which takes time at every start. */
export function processWorld(now: Date): Environment {
  const [plainOut, plainErr] = [isPlainOutput(1), isPlainOutput(2)];
  const stdout = plainOut ? directOutput(1, () => heard(process.stdout)) : null;
  const stderr = plainErr ? directOutput(2, () => heard(process.stderr)) : null;
  return {
    cwd: process.cwd(),
    env: process.env,
    now,
    get stdin() {
      return process.stdin;
    },
    get stdout(): Output {
      return stdout ?? heard(process.stdout);
    },
    get stderr(): Output {
      return stderr ?? heard(process.stderr);
    },
    get stdinIsTerminal() {
      return process.stdin.isTTY === true;
    },
    get stdoutIsTerminal() {
      return !plainOut && process.stdout.isTTY === true;
    },
    get stderrIsTerminal() {
      return !plainErr && process.stderr.isTTY === true;
    },
    get columns() {
      return plainOut ? undefined : process.stdout.columns;
    },
    get stderrColumns() {
      return plainErr ? undefined : process.stderr.columns;
    },
  };
}

/** A failed write is told where it happens; without a listener its event would end the process. */
function heard(stream: Writable): Writable {
  return stream.listenerCount('error') > 0 ? stream : stream.on('error', () => {});
}
