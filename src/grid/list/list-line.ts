import { isMetadataLine, isPageNumber } from '../../lexicon/metadata.ts';
import { leadingMark, numberValue } from '../../lexicon/numerals.ts';
import type { RawParagraph } from '../../source/raw.ts';
import { isTaskLabel, type Labelled } from './labels.ts';
import { sentencesWithUnits, takeAssignment } from './unit-phrase.ts';

/** A paragraph of a list, taken apart. */
export interface ListLine {
  paragraph: RawParagraph;
  /** The text less emphasis and other markup. */
  written: string;
  /** Kind of its item mark (`一、`, `(一)`, `1.`, `—`); '' where it has none. */
  shape: string;
  /** Value of the mark; 0 where it has none. */
  value: number;
  /** The item number as written, less the mark that closes it. */
  number: string;
  /** The sentence, less its mark and what is said of it. '' for a line of labels. */
  content: string;
  labels: Labelled[];
}

/** Levels of numbering by the rule of official documents: 第一部分 (or 壹、), 一、, （一）, 1., （1）, ①, —. What it does not name stands with 1. */
const LEVELS: readonly (readonly string[])[] = [
  ['第一章', '第一节', '第一部分', '壹、', '壹.'],
  ['一、', '一.'],
  ['(一)'],
  [],
  ['1)', '1.1'],
  ['(1)'],
  ['①', '1.1.1'],
  ['—'],
  [''],
];
/** That of 1. */
export const ITEM_LEVEL = 3;

/** How deep an item mark stands: 0 for 第一部分, more for lower ones. */
export function levelOf(shape: string): number {
  const level = LEVELS.findIndex(shapes => shapes.includes(shape));
  return level < 0 ? ITEM_LEVEL : level;
}

/** Takes a paragraph apart into its mark, its sentence and the labels said of it; one line for each sentence that has its own. */
export function listLines(paragraph: RawParagraph): ListLine[] {
  const written = plain(paragraph.text);
  if (isPageNumber(written)) return [];
  return sentencesWithUnits(written).map(sentence => listLine({ ...paragraph, text: sentence }, sentence));
}

/** 各镇人民政府，区政府各部门、各直属单位： whoever is addressed. */
const SALUTATION = /^各[^。；;]{4,160}[：:]$/;

function listLine(paragraph: RawParagraph, written: string): ListLine {
  if (isMetadataLine(written) || SALUTATION.test(written)) return { paragraph, written, ...NO_MARK, content: written, labels: [] };
  const mark = markOf(written);
  const rest = mark ? mark.rest : written;
  const { content, labels } = takeAssignment(rest, mark !== null && mark.shape !== '—');
  const { shape, value, number } = mark ?? NO_MARK;
  return { paragraph, written, shape, value, number, content, labels };
}

/**
 * Takes the marks from numbered labels that say of an item what it is: （一）责任单位：… （二）完成时限：…. They begin items where they name the task
 * (1.工作任务：…), or where one label bears the numbers of a count (1.责任领导：… 2.责任领导：…).
 */
export function unmarkLabels(lines: readonly ListLine[]): ListLine[] {
  const labelled = (line: ListLine): boolean => line.shape !== '' && line.content === '' && line.labels.length > 0;
  /** How far each mark counts the same label; 0 where it does not. */
  const counts = new Map<string, { label: string; value: number; times: number }>();
  for (const { shape, value, labels } of lines.filter(labelled)) {
    const { label } = labels[0]!;
    const before = counts.get(shape) ?? { label, value: value - 1, times: 0 };
    const goesOn = before.label === label && value > before.value && (before.times > 0 || value === 1);
    counts.set(shape, { label, value, times: goesOn ? before.times + 1 : 0 });
  }
  return lines.map(line => {
    const isItem = !labelled(line) || isTaskLabel(line.labels[0]!.label) || counts.get(line.shape)!.times > 1;
    return isItem ? line : { ...line, ...NO_MARK };
  });
}

const NO_MARK = { shape: '', value: 0, number: '' };

/** Markup that a list may be written in: emphasis, headings and escapes of Markdown. */
function plain(text: string): string {
  if (!/[*_#\\]/.test(text)) return text.trim();
  return text
    .replace(/^\s{0,9}#{1,6}\s/, '')
    .replace(/\*\*|__/g, '')
    .replace(/\\([.\-*_#()[\]])/g, '$1')
    .trim();
}

interface ItemMark {
  shape: string;
  value: number;
  number: string;
  rest: string;
}

/** The item mark of a line: those of the lexicon, numbers of several parts (2.1 …), 第一条, 序号：1, dashes and bullets; null where it has none. */
export function markOf(text: string): ItemMark | null {
  const dash = /^(?:[—–]{1,2}(?!\d)|[-*○·－▲★][ \u3000]|[•●■◆◇▪])\s{0,4}(?=\S)/.exec(text);
  if (dash) return { shape: '—', value: 0, number: '', rest: text.slice(dash[0].length) };
  const parts = /^(\d{1,2}(?:[.．]\d{1,2}){1,3})(?:[、.．]\s{0,4}|\s{1,4})(?=[^\d\s万亿千百个％%])/.exec(text);
  if (parts) {
    const numbers = parts[1]!.split(/[.．]/);
    return { shape: numbers.map(() => '1').join('.'), value: Number(numbers.at(-1)), number: parts[1]!, rest: text.slice(parts[0].length) };
  }
  const said = /^(?:序号|编号|任务编号)\s{0,4}[：:]?\s{0,4}(\d{1,4})$/.exec(text);
  if (said) return { shape: '1.', value: Number(said[1]), number: said[1]!, rest: '' };
  const counted = /^([一二三四五六七八九十]{1,2})是(?=[^\s，。否的])/.exec(text);
  if (counted) return { shape: '一是', value: numberValue(counted[1]!) ?? 0, number: counted[0], rest: text.slice(counted[0].length) };
  const article = /^(第[一二三四五六七八九十百]{1,4}条)[ \u3000]{1,4}/.exec(text);
  if (article)
    return { shape: '第一条', value: numberValue(article[1]!.slice(1, -1)) ?? 0, number: article[1]!, rest: text.slice(article[0].length) };
  const mark = leadingMark(text);
  if (!mark) return null;
  const number = mark.mark.replace(/[、.．)）：:]$/, match => (/[)）]/.test(match) && /^[（(]/.test(mark.mark) ? match : ''));
  return { shape: mark.shape.replace(/^1、$/, '1.').replace(/[：:]$/, ''), value: mark.value, number, rest: mark.rest };
}
