import type { Command } from '../run.ts';
import { check } from './check.ts';
import { collect } from './collect.ts';
import { completion } from './completion.ts';
import { diff } from './diff.ts';
import { dispatch } from './dispatch.ts';
import { ledger } from './ledger.ts';
import { mark } from './mark.ts';
import { notice } from './notice.ts';
import { overdue } from './overdue.ts';
import { parse } from './parse.ts';
import { report } from './report.ts';
import { schema } from './schema.ts';
import { show } from './show.ts';
import { status } from './status.ts';
import { targets } from './targets.ts';
import { trace } from './trace.ts';
import { units } from './units.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  parse,
  report,
  overdue,
  status,
  check,
  diff,
  mark,
  ledger,
  notice,
  dispatch,
  collect,
  units,
  targets,
  trace,
  show,
  schema,
  completion,
];
