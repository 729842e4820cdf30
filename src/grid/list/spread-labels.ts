import { saidPart } from '../../lexicon/said-roles.ts';
import { splitUnits } from '../../lexicon/units.ts';
import { isSupportLabel, isUnitLabel, type Labelled } from './labels.ts';
import { ITEM_LEVEL, type ListLine, levelOf } from './list-line.ts';

/** A title whose label lines stand right below it, above its items. */
interface Chapter {
  title: ListLine;
  labels: readonly ListLine[];
  /** Mark of the items. */
  shape: string;
}

/**
 * Where labels stand between a title and its items (一、优化环境 / 牵头单位：市发改委 / 1.…, 2.…), or in brackets behind the title, they are said of each
 * item: gives them to each.
 */
export function spreadLabels(lines: readonly ListLine[]): readonly ListLine[] {
  const chapters = new Map<number, Chapter>();
  let said = 0;
  lines.forEach((line, index) => {
    if (!hasUnits(line) || (index > 0 && isLabelLine(line) && isLabelLine(lines[index - 1]!))) return;
    const at = isLabelLine(line) ? index - 1 : index;
    if (at === index && !isTitle(line)) return;
    said++;
    let end = index + 1;
    while (end < lines.length && isLabelLine(lines[end]!)) end++;
    const title = lines[at];
    if (!title || !isTitle(title) || (at !== index && title.labels.length > 0) || !isBelow(title, lines[end])) return;
    const [first, second] = [lines[end]!, lines[end + 1]];
    const item = second && isTitle(first) && isBelow(first, second) ? second : first;
    chapters.set(at, { title, labels: lines.slice(index, end), shape: item.shape });
  });
  if (chapters.size < 2 || chapters.size < said * 0.8) return lines;
  let chapter: Chapter | undefined;
  return lines.flatMap((line, index) => {
    if (line.shape !== '' && chapter && levelOf(line.shape) < levelOf(chapter.shape)) chapter = undefined;
    chapter = chapters.get(index) ?? chapter;
    if (chapter && line !== chapter.title && chapter.labels.includes(line)) return [];
    if (line === chapter?.title) return [{ ...line, written: titleOnly(line), labels: [] }];
    if (line.shape !== chapter?.shape) return [line];
    // Who does it is the item's own unit where it names one; who helps is added.
    const leads = line.labels.some(isLead);
    const given = chapter.labels.flatMap(({ labels }) => labels.filter(({ label }) => !leads || !isUnitLabel(label)));
    return [{ ...line, labels: [...line.labels, ...given.map(label => ({ ...label }))] }];
  });
}

/** A short title of a level above that of items. */
function isTitle({ shape, content }: ListLine): boolean {
  return shape !== '' && levelOf(shape) < ITEM_LEVEL && content.length <= 40 && !/[，；;。].*[，；;。]/.test(content);
}

function isBelow(title: ListLine, line: ListLine | undefined): boolean {
  return line !== undefined && line.shape !== '' && levelOf(line.shape) > levelOf(title.shape) && !line.labels.some(isLead);
}

/** A title as it is written, less the bracket behind it that says whose its items are. */
function titleOnly({ written, content }: ListLine): string {
  const at = written.indexOf(content);
  return at < 0 || content === '' ? written : written.slice(0, at + content.length);
}

function hasUnits({ labels }: ListLine): boolean {
  return labels.some(({ label, value }) => isUnitLabel(label) && value !== '');
}

/** A unit that does the task, and does not only help: a label, or 区财政局配合 in brackets. */
function isLead({ label, value }: Labelled): boolean {
  return isUnitLabel(label) && !isSupportLabel(label) && !splitUnits(value).names.every(name => saidPart(name)?.part === 'help');
}

function isLabelLine(line: ListLine): boolean {
  return line.shape === '' && line.content === '' && hasUnits(line);
}
