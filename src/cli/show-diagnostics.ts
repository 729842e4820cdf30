import { type Data, severityOf, wordsOf } from '../base/diagnostic.ts';
import { periodName } from '../base/period.ts';
import { type Place, showPlace } from '../base/place.ts';
import { cutText, textWidth } from '../base/text-width.ts';
import { visible } from '../base/visible.ts';
import { useColor } from './output.ts';
import type { Run } from './run.ts';

/** A diagnostic, fresh or from a saved plan. */
interface Shown {
  code: string;
  place: Place | null;
  severity?: string;
  task?: string | undefined;
  period?: string | undefined;
  data?: Data | undefined;
  text?: string | undefined;
}

const COLORS: Record<string, string> = { error: '31', warning: '33', info: '36' };
/** Columns of an excerpt, and how much of the text stands before the mark. */
const EXCERPT = 72;

/**
 * A diagnostic as people read it: `FILE:LINE:COL: warning: message [code]`, the text with a caret under what is meant, cause and remedy.
 * Text of the document is made visible, never passed through raw.
 */
export function showDiagnostic(run: Run, found: Shown, sources: readonly string[]): string {
  const severity = found.severity ?? severityOf(found.code);
  const words = wordsOf(found.code, visibleData(found.data ?? {}), run.lang);
  const color = useColor(run, run.world.stderrIsTerminal);
  const paint = (text: string): string => (color ? `\u001b[${COLORS[severity] ?? '0'}m${text}\u001b[0m` : text);
  const colon = run.lang === 'zh' ? '：' : ': ';
  const lines = [
    `${placeText(found.place, sources)}${paint(label(run, severity))}${colon}${taskText(run, found, colon)}${words.message} [${found.code}]`,
  ];
  if (found.text !== undefined && found.text !== '') lines.push(...excerpt(found.text, found.data));
  if (words.cause) lines.push(`    ${run.say('cause')}${run.lang === 'zh' ? '：' : ': '}${words.cause}`);
  if (words.remedy) lines.push(`    ${run.say('remedy')}${run.lang === 'zh' ? '：' : ': '}${words.remedy}`);
  return lines.join('\n');
}

/** `任务 21 三季度：`: what people call the place. */
function taskText(run: Run, { task, period }: Shown, colon: string): string {
  if (task === undefined) return '';
  const when = period === undefined ? '' : ` ${periodName(period, run.lang)}`;
  return `${run.say('taskSummary', { id: visible(task) })}${when}${colon}`;
}

function label(run: Run, severity: string): string {
  const names: Record<string, [string, string]> = { error: ['错误', 'error'], warning: ['警告', 'warning'], info: ['提示', 'info'] };
  return names[severity]?.[run.lang === 'zh' ? 0 : 1] ?? severity;
}

function placeText(place: Place | null | undefined, sources: readonly string[]): string {
  const name = visible(sources[place?.source ?? 0] ?? sources[0] ?? '');
  if (!place) return name === '' ? '' : `${name}: `;
  return `${name}:${showPlace(place)}: `;
}

function visibleData(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'string' ? cutText(visible(value), key === 'issues' ? 1500 : 120) : value,
    ]),
  );
}

/** The text around the mark, on one line, with carets under the marked part (all of it where no offset is known). */
function excerpt(text: string, data: Data | undefined): string[] {
  const at = typeof data?.at === 'number' ? data.at : 0;
  const length = typeof data?.length === 'number' ? data.length : text.length - at;
  const from = Math.max(0, at - 20);
  const before = (from > 0 ? '…' : '') + flat(text.slice(from, at));
  const marked = flat(text.slice(at, at + length));
  const line = cutText(before + marked + flat(text.slice(at + length, at + length + 60)), EXCERPT);
  const carets = Math.max(1, Math.min(textWidth(marked), EXCERPT - textWidth(before)));
  return [`    │ ${line}`, `    │ ${' '.repeat(textWidth(before))}${'^'.repeat(carets)}`];
}

function flat(text: string): string {
  return visible(text.replace(/[\r\n]+/g, '⏎'));
}
