import type { Accepted } from '../checks/accept.ts';
import type { Lights } from '../ledger/status.ts';
import type { HeadingNames } from '../lexicon/headings.ts';
import type { UserVerbs } from '../meaning/words.ts';
import type { UnitNames } from '../plan/units-of.ts';
import { nearestFile, readSourceBytes, shownPath } from './io.ts';
import type { Run } from './run.ts';
import type { OwnDays } from './within.ts';
import { UsageError } from './words.ts';

/** What a user's plan.config.json says, ready for use. */
export interface Config {
  /** What headings mean, by folded heading. */
  names: HeadingNames;
  year: number | null;
  /** Other names of units, by name. */
  aliases: UnitNames;
  /** Names that are units, though they do not look like it. */
  units: ReadonlySet<string>;
  /** Verbs of the user's own, by the kind of deed. */
  verbs: UserVerbs;
  /** Members of names that speak of several units. */
  collectives: UnitNames;
  /** Default of `--within`, as it is written there; null where none is set. */
  within: string | null;
  days: OwnDays;
  lights: Lights;
  accept: readonly (Accepted & { place: string })[];
}

/** The name of the file that is looked for from the working folder upwards. */
const CONFIG_NAME = 'plan.config.json';

const NOTHING: Config = {
  names: new Map(),
  year: null,
  aliases: new Map(),
  units: new Set(),
  verbs: new Map(),
  collectives: new Map(),
  within: null,
  days: { holidays: [], workdays: [] },
  lights: {},
  accept: [],
};

/**
 * The configuration of a run: `--config`, else the nearest plan.config.json, unless `--no-config`. Most runs have none: they look for the
 * file and load nothing. It is data and never executed.
 */
export async function loadConfig(run: Run): Promise<Config> {
  const given = run.options.config;
  if (given === false) return NOTHING;
  const { cwd } = run.world;
  const file = typeof given === 'string' ? given : nearestFile(CONFIG_NAME, cwd);
  if (file === null) return NOTHING;
  const bytes = await readSourceBytes(file, run.world);
  const { readConfig } = await import('./read-config.ts');
  const read = await readConfig(bytes, shownPath(file, cwd), run.say);
  if ('mistakes' in read) throw new UsageError('badConfig', { mistakes: read.mistakes });
  return read.config;
}
