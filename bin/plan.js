#!/usr/bin/env node
'use strict';

// Most runs end before optimized code pays for its making: let V8 wait longer before it makes any. Later versions know no such flag.
if (process.versions.node.startsWith('20.')) require('node:v8').setFlagsFromString('--interrupt-budget=1000000');
const { main } = require('../dist/plan.cjs');

/** A failed write is told where it happens; without a listener its event would end the process. */
const heard = stream => (stream.listenerCount('error') > 0 ? stream : stream.on('error', () => {}));

// Streams are opened when they are first asked for, which takes time at every start.
const world = {
  cwd: process.cwd(),
  env: process.env,
  now: new Date(),
  get stdin() {
    return process.stdin;
  },
  get stdout() {
    return heard(process.stdout);
  },
  get stderr() {
    return heard(process.stderr);
  },
  get stdoutIsTerminal() {
    return process.stdout.isTTY === true;
  },
  get stderrIsTerminal() {
    return process.stderr.isTTY === true;
  },
  get columns() {
    return process.stdout.columns;
  },
  get stderrColumns() {
    return process.stderr.columns;
  },
};
main(process.argv.slice(2), world).then(status => {
  process.exitCode = status;
});
