#!/usr/bin/env node
'use strict';

// Most runs end before optimized code pays for its making: let V8 wait longer before it makes any. Later versions know no such flag.
if (process.versions.node.startsWith('20.')) require('node:v8').setFlagsFromString('--interrupt-budget=1000000');
const { main, processWorld } = require('../dist/plan.cjs');

main(process.argv.slice(2), processWorld(new Date())).then(status => {
  process.exitCode = status;
});
