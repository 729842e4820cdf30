// What the ledger promises, at length: `npm run proof` has 8 processes record 200 reports each at once, and kills 500 writers at random moments. Takes minutes.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BIN = resolve(import.meta.dirname, '../../bin/plan.js');
const SEED = resolve(import.meta.dirname, '../../seeds/chengdu-2021.txt');
const [WRITERS, REPORTS, KILLS] = [8, 200, 500];

function folder() {
  const cwd = mkdtempSync(join(tmpdir(), 'plan-proof-'));
  execFileSync(process.execPath, [BIN, 'parse', SEED], { cwd, stdio: 'ignore' });
  return cwd;
}

/** Records a report; resolves to whether it was acknowledged. */
function mark(cwd, note, killAfter) {
  const child = spawn(process.execPath, [BIN, 'mark', '3.Q1', '推进中', '--note', note], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', data => {
    said += data;
  });
  if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise(done => child.on('close', () => done(said.includes(note))));
}

/** The notes of the lines in the file, and how many lines are not whole. */
function linesOf(cwd) {
  const [heading, ...lines] = readFileSync(join(cwd, 'ledger.csv'), 'utf8').trimEnd().split('\r\n');
  const cellsOf = line => [...line.matchAll(/(?<=^|,)("(?:[^"]|"")*"|[^",]*)(?=,|$)/g)].map(match => match[0]);
  const columns = cellsOf(heading).length;
  const whole = lines.map(cellsOf).filter(cells => cells.length === columns);
  return { notes: whole.map(cells => cells[6]), torn: lines.length - whole.length };
}

/** Prints what was found; whether all is as promised. */
function report(what, acknowledged, { notes, torn }) {
  const there = new Set(notes);
  const lost = acknowledged.filter(note => !there.has(note)).length;
  const twice = notes.length - there.size;
  console.log(`${what}: ${acknowledged.length} acknowledged, ${notes.length} lines, ${lost} lost, ${torn} torn, ${twice} twice`);
  return lost + torn + twice === 0;
}

const together = folder();
const apart = folder();
try {
  const acknowledged = [];
  const writer = async id => {
    for (let round = 0; round < REPORTS; round++) if (await mark(together, `w${id}-${round}`)) acknowledged.push(`w${id}-${round}`);
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, id) => writer(id)));
  const all = acknowledged.length === WRITERS * REPORTS;
  const first = report(`${WRITERS} processes x ${REPORTS} reports`, acknowledged, linesOf(together));

  const survived = [];
  let killed = 0;
  for (let round = 0; round < KILLS; round++) {
    const note = `k${round}`;
    if (await mark(apart, note, 30 + Math.floor(Math.random() * 400))) survived.push(note);
    else killed++;
  }
  const second = report(`${KILLS} writers, ${killed} killed before they had said so`, survived, linesOf(apart));
  process.exitCode = all && first && second ? 0 : 1;
} finally {
  for (const cwd of [together, apart]) rmSync(cwd, { recursive: true, force: true });
}
