import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Dice, mutated } from './mutations.ts';

/** A document that follows from a seed. */
export interface FuzzInput {
  name: string;
  /** The file it was made from. */
  from: string;
  bytes: Uint8Array;
}

/** Files of the repository that inputs are made from, smaller ones only so that a run sees many. */
export function baseFiles(root: string): string[] {
  return ['fixtures', 'seeds'].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map(file => join(folder, file))
      .filter(file => /\.\w+$/.test(file) && !/expected|known-losses/.test(file))
      .sort(),
  );
}

export function fuzzInput(root: string, files: readonly string[], seed: number): FuzzInput {
  const dice = new Dice(seed);
  const from = dice.pick(files);
  return { name: basename(from), from, bytes: mutated(readFileSync(join(root, from)), dice) };
}
