#!/usr/bin/env node
import { main } from '../dist/plan.js';

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
