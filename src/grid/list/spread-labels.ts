import { isUnitLabel } from './labels.ts';
import { ITEM_LEVEL, type ListLine, levelOf } from './list-line.ts';

/** A title whose label lines stand right below it, above its items. */
interface Chapter {
  labels: readonly ListLine[];
  /** Mark of the items. */
  shape: string;
}

/** Where labels stand between a title and its items (一、优化环境 / 牵头单位：市发改委 / 1.…, 2.…), they are said of each item: gives them to each. */
export function spreadLabels(lines: readonly ListLine[]): readonly ListLine[] {
  const chapters = new Map<number, Chapter>();
  let runs = 0;
  lines.forEach((line, index) => {
    if (!isLabelLine(line) || (index > 0 && isLabelLine(lines[index - 1]!))) return;
    runs++;
    let end = index + 1;
    while (end < lines.length && isLabelLine(lines[end]!)) end++;
    const title = lines[index - 1];
    const first = lines[end];
    const isChapter =
      title &&
      title.shape !== '' &&
      levelOf(title.shape) < ITEM_LEVEL &&
      title.labels.length === 0 &&
      !/[，；;。].*[，；;。]/.test(title.content);
    if (isChapter && first && first.shape !== '' && levelOf(first.shape) > levelOf(title.shape))
      chapters.set(index - 1, { labels: lines.slice(index, end), shape: first.shape });
  });
  if (chapters.size < 2 || chapters.size < runs * 0.8) return lines;
  let chapter: Chapter | undefined;
  return lines.flatMap((line, index) => {
    if (line.shape !== '' && chapter && levelOf(line.shape) < levelOf(chapter.shape)) chapter = undefined;
    chapter = chapters.get(index) ?? chapter;
    if (chapter?.labels.includes(line)) return [];
    if (line.shape !== chapter?.shape) return [line];
    const own = line.labels.some(({ label }) => isUnitLabel(label));
    const given = chapter.labels.flatMap(({ labels }) => labels.filter(({ label }) => !own || !isUnitLabel(label)));
    return [{ ...line, labels: [...line.labels, ...given.map(label => ({ ...label }))] }];
  });
}

function isLabelLine({ shape, content, labels }: ListLine): boolean {
  return shape === '' && content === '' && labels.some(({ label, value }) => isUnitLabel(label) && value !== '');
}
