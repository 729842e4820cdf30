import { Chalk } from 'chalk';
import type { Row } from '../../report/model.ts';

/** How parts of a report are coloured; without colour every function gives its text back. */
export interface Ink {
  bold: (text: string) => string;
  dim: (text: string) => string;
  /** A status in the colour of its row's light; the word stays, so that colour is never the only sign. */
  status: (row: Row, text: string) => string;
}

const NONE: Ink = { bold: text => text, dim: text => text, status: (_row, text) => text };

export function inkOf(color: boolean): Ink {
  if (!color) return NONE;
  const chalk = new Chalk({ level: 1 });
  const lights = { green: chalk.green, red: chalk.red, yellow: chalk.yellow, grey: chalk.gray };
  return {
    bold: text => chalk.bold(text),
    dim: text => chalk.dim(text),
    status: (row, text) => (row.light ? lights[row.light](text) : text),
  };
}
