#!/usr/bin/env node
'use strict';

const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { Script } = require('node:vm');

/** Tells V8 something. Loading what can do that takes as long as a twentieth of a short run. */
function setFlag(flag) {
  require('node:v8').setFlagsFromString(flag);
}

/** How long V8 waits before it makes optimized code. Later versions know no such flag. */
function setBudget(budget) {
  if (process.versions.node.startsWith('20.')) setFlag(`--interrupt-budget=${budget}`);
}

/** Whether documents are read for sure: that program is larger. */
const parses = process.argv[2] === 'parse';
if (parses) {
  // A large document gains 4 % by V8's own measure, and 10 to 20 % where V8 puts functions into one another less: making that code took a quarter of the time.
  setBudget(67_584);
  setFlag('--max-inlined-bytecode-size-cumulative=100');
} else {
  // Most runs end before optimized code pays for its making.
  setBudget(1_000_000);
}

const DIST = join(__dirname, '../dist');
const PROGRAM = join(DIST, parses ? 'parse.cjs' : 'plan.cjs');
/** What V8 made of the program, for this Node and this build alone: compiling it anew at each start would take a third of its time. */
const CODE = join(
  DIST,
  'code',
  `${parses ? 'parse-' : ''}${process.version}-${process.platform}-${process.arch}-${statSync(PROGRAM).mtimeMs}`,
);

/** The code left by an earlier run; V8 refuses what is not its own. */
function savedCode() {
  try {
    return readFileSync(CODE);
  } catch {
    return undefined;
  }
}

/** Leaves the code for later runs, whole or not at all, where the program's own folder may be written to. */
function saveCode(script) {
  const part = `${CODE}.${process.pid}.part`;
  try {
    mkdirSync(dirname(CODE), { recursive: true });
    writeFileSync(part, script.createCachedData(), { flag: 'wx' });
    renameSync(part, CODE);
  } catch {
    // The next run compiles again.
  }
}

const cachedData = savedCode();
const script = new Script(readFileSync(PROGRAM, 'latin1'), { filename: PROGRAM, cachedData });
/** Any file beside the parts that are loaded when needed. */
const LAZY = pathToFileURL(join(DIST, 'lazy/index.js')).href;
/** The program cannot import by itself: Node finds no importer for code that was made earlier. */
const { main, processWorld } = script.runInThisContext()(require, name => import(`../dist/lazy/${name}`), LAZY);

main(process.argv.slice(2), processWorld(new Date())).then(
  status => {
    process.exitCode = status;
    // Reports are asked for most often: the code of a run that made one has all they need.
    const usual = parses || process.argv[2] === 'report' || process.argv[2] === 'overdue';
    if (usual && status < 2 && (cachedData === undefined || script.cachedDataRejected)) saveCode(script);
  },
  error => {
    process.stderr.write(`plan: ${JSON.stringify(String(error?.message ?? error))}\n`);
    process.exitCode = 2;
  },
);
