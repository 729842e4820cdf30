#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// Most runs end before optimized code pays for its making: let V8 wait longer before it makes any.
setFlagsFromString('--interrupt-budget=1000000');
const { main } = await import('../dist/plan.js');

const { cwd, env, stdin, stdout, stderr } = process;
for (const stream of [stdout, stderr]) stream.on('error', () => {});
process.exitCode = await main(process.argv.slice(2), {
  cwd: cwd(),
  env,
  stdin,
  stdout,
  stderr,
  now: new Date(),
  stdoutIsTerminal: stdout.isTTY === true,
  stderrIsTerminal: stderr.isTTY === true,
  columns: stdout.columns,
});
