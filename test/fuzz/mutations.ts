import { openZip, storedZip, unpackAll } from '../../src/source/zip.ts';

/** Numbers that follow from a seed alone (mulberry32). */
export class Dice {
  private state: number;
  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** A whole number from 0 up to before `sides`. */
  roll(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.roll(from.length)]!;
  }
}

/** What no document should hold, and what readers and terminals trip over. */
const INTRUDERS = [
  '\u0000',
  '\u001b[2J',
  '\u0007',
  '\u202e',
  '\u200b',
  '\u0301\u0302\u0303',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '\u2028',
  '\r',
  '\t',
  '|',
  '||||',
  '"',
  '<',
  '>',
  '&',
  '</td>',
  '</table>',
  '<td colspan=999999999 rowspan=999999999>',
  '&#x110000;&#0;',
  '<w:tc>',
  '<w:gridSpan w:val="2147483647"/>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '\n序号 | 任务内容 | 牵头单位\n',
  '__proto__',
  'constructor',
  '合计',
  '（续）',
  '①',
];

type Mutation = (text: string, dice: Dice) => string;

const piece = (text: string, dice: Dice): [from: number, to: number] => {
  const from = dice.roll(text.length + 1);
  return [from, Math.min(text.length, from + dice.roll(dice.pick([4, 60, 2000])))];
};
const parts = (separator: RegExp, change: (list: string[], dice: Dice) => void): Mutation => {
  return (text, dice) => {
    const list = text.split(separator);
    change(list, dice);
    return list.join('');
  };
};
/** Lines, cells and tags with their ends, so that joined they give the text back. */
const PIECES = [/(?<=\n)/, /(?<=[|,\t])/, /(?=<)/] as const;
const LIST_CHANGES: readonly ((list: string[], dice: Dice) => void)[] = [
  (list, dice) => void list.splice(dice.roll(list.length), 1 + dice.roll(3)),
  (list, dice) => {
    const at = dice.roll(list.length);
    list.splice(at, 0, list[at]!);
  },
  (list, dice) => {
    const [one, other] = [dice.roll(list.length), dice.roll(list.length)];
    [list[one], list[other]] = [list[other]!, list[one]!];
  },
];

const MUTATIONS: readonly Mutation[] = [
  (text, dice) => {
    const [from, to] = piece(text, dice);
    return text.slice(0, from) + text.slice(to);
  },
  (text, dice) => {
    const [from, to] = piece(text, dice);
    return text.slice(0, to) + text.slice(from);
  },
  (text, dice) => {
    const at = dice.roll(text.length + 1);
    return text.slice(0, at) + dice.pick(INTRUDERS) + text.slice(at);
  },
  (text, dice) => {
    const at = dice.roll(text.length + 1);
    return (
      text.slice(0, at) +
      dice.pick(['<table><tr><td>', '<div>', '（', '"', '<w:tbl><w:tr><w:tc>']).repeat(1 + dice.roll(400)) +
      text.slice(at)
    );
  },
  (text, dice) => text.slice(0, dice.roll(text.length + 1)),
  ...PIECES.flatMap(separator => LIST_CHANGES.map(change => parts(separator, change))),
];

function mutatedText(text: string, dice: Dice): string {
  let changed = text;
  for (let times = 1 + dice.roll(3); times > 0; times--) changed = dice.pick(MUTATIONS)(changed, dice);
  return changed;
}

/** Bytes cut, doubled, replaced. */
function mutatedBytes(bytes: Uint8Array, dice: Dice): Uint8Array {
  const data = Buffer.from(bytes);
  const from = dice.roll(data.length);
  const to = Math.min(data.length, from + dice.roll(300));
  const noise = Buffer.from(Array.from({ length: dice.roll(20) }, () => dice.roll(256)));
  const instead = dice.pick([[], [data.subarray(from, to), data.subarray(from, to)], [noise]]);
  return Buffer.concat([data.subarray(0, from), ...instead, data.subarray(to)]);
}

/** One part of a zip changed, or lost, or under another's name; the zip itself whole. */
function mutatedZip(bytes: Uint8Array, dice: Dice): Uint8Array {
  const contents = unpackAll(openZip(bytes, 0), () => true);
  const names = [...contents.keys()];
  const main = names.filter(name => /document\.xml$|sheet\d+\.xml$|sharedStrings|styles|numbering|workbook\.xml$/.test(name));
  const name = dice.pick(main.length > 0 ? main : names);
  const before = contents.get(name)!;
  const what = dice.roll(10);
  if (what === 0) contents.delete(name);
  else if (what === 1) contents.set(dice.pick(names), before);
  else if (what <= 3) contents.set(name, mutatedBytes(before, dice));
  else contents.set(name, Buffer.from(mutatedText(Buffer.from(before).toString('utf8'), dice)));
  return storedZip(contents);
}

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A document with something done to it that follows from the dice. */
export function mutated(bytes: Uint8Array, dice: Dice): Uint8Array {
  if (bytes.length === 0 || dice.roll(8) === 0) return mutatedBytes(Buffer.from([...bytes, 0]), dice);
  if (isPacked(bytes)) {
    try {
      return mutatedZip(bytes, dice);
    } catch {
      return mutatedBytes(bytes, dice);
    }
  }
  const text = mutatedText(Buffer.from(bytes).toString('utf8'), dice);
  return Buffer.from(text, dice.pick(['utf8', 'utf8', 'utf8', 'utf8', 'utf16le', 'latin1'] as const));
}
