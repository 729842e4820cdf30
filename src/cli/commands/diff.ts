import type { Comparison } from '../../diff/compare-plans.ts';

import { type ChangeKind, changeKinds, DOUBTFUL, type Finding } from '../../diff/finding.ts';
import type { Plan, Task } from '../../plan/schema.ts';
import { nearest } from '../../query/nearest.ts';
import { collectivesOf, findUnit, matchUnit } from '../../query/units.ts';
import { changeWord } from '../../report/diff-cells.ts';
import { wordsOf } from '../build-options.ts';
import { type Loaded, loadPlan, withoutTasks } from '../load.ts';
import { outputOptions, readingOptions } from '../options.ts';
import { emit, tell } from '../output.ts';
import { asOfDay, type Command, type Run } from '../run.ts';
import { type Say, sayIn, UsageError } from '../words.ts';

export const diff: Command = {
  name: 'diff',
  summary: 'sumDiff',
  examples: [
    'plan diff plan-v1.json plan-v2.json',
    'plan diff seeds/chengdu-2021.txt 修订稿.docx --only slipped,softened,lowered',
    'plan diff plan-v1.json plan-v2.json --unit 成都市 -o diff.xlsx',
  ],
  configure: (command, say) =>
    outputOptions(readingOptions(command.argument('<old>', say('argOld')).argument('<new>', say('argNew')), say), say)
      .option('--unit <name>', say('optUnitDiff'), (value: string, before: readonly string[] = []) => [...before, value])
      .option('--only <changes>', say('optOnly', { kinds: changeKinds.join(', ') }), (value: string, before: readonly string[] = []) => [
        ...before,
        value,
      ])
      .option('--as-of <date>', say('optAsOf')),
  run: async (run, [first = '', second = '']) => {
    const asOf = asOfDay(run);
    const only = wordsOf(run.options.only, /[,，、]/).map(knownKind);
    if (first === '-' && second === '-') throw new UsageError('bothStandardInput', {});
    const old = await loadPlan(run, [first]);
    if (old.plan.tasks.length === 0) return withoutTasks(run, old.plan);
    const now = await loadPlan(run, [second]);
    if (now.plan.tasks.length === 0) return withoutTasks(run, now.plan);
    const wanted = unitTasks(run, old, now);
    const { comparePlans, diffReport } = await import('../comparison.ts');
    const compared = comparePlans(old.plan, now.plan);
    const shown = compared.findings.filter(
      found => (only.length === 0 || found.changes.some(({ kind }) => only.includes(kind))) && (wanted === null || concerns(found, wanted)),
    );
    const say = sayIn(run.reportLang);
    const notes = notesOf(say, compared, shown, old.plan, now.plan);
    const options = ['unit', 'only'].flatMap(key => [run.options[key] ?? []].flat().map(given => `--${key} ${given}`));
    await emit(run, diffReport({ old: old.plan, now: now.plan }, shown, { lang: run.reportLang, asOf, options, notes }));
    await tell(run, summaryOf(run, compared, shown));
    if (old.failed.length + now.failed.length > 0) return 2;
    return shown.length > 0 ? 1 : 0;
  },
};

/** A kind of change by its name or by what reports call it. */
function knownKind(given: string): ChangeKind {
  const found = changeKinds.find(kind => kind === given.toLowerCase() || changeWord(kind, 'zh') === given);
  if (found) return found;
  const all = changeKinds.flatMap(kind => [kind, changeWord(kind, 'zh')]);
  throw new UsageError('badValue', { option: '--only', given, choices: all.join(', ') }, nearest(given, all, 2));
}

/** The tasks of either version that concern the units asked for; null where none was asked for. */
function unitTasks(run: Run, old: Loaded, now: Loaded): ReadonlySet<Task> | null {
  const given = [run.options.unit ?? []].flat().map(String);
  if (given.length === 0) return null;
  return new Set(
    given.flatMap(name => {
      const found = [old.plan, now.plan].map(plan => ({ plan, unit: findUnit(plan, name) }));
      if (found.every(({ unit }) => unit === null))
        throw new UsageError(
          'unknownUnit',
          { given: name },
          nearest(
            name,
            found.flatMap(({ plan }) => plan.units.map(unit => unit.name)),
          ),
        );
      return found.flatMap(({ plan, unit }) => {
        if (!unit) return [];
        const collectives = collectivesOf(plan, unit, old.config.collectives);
        return plan.tasks.filter(task => matchUnit(task, unit, collectives, 'any') !== null);
      });
    }),
  );
}

function concerns({ old, now }: Finding, tasks: ReadonlySet<Task>): boolean {
  return [old, now].some(side => side?.task && tasks.has(side.task));
}

function notesOf(
  say: Say,
  { byMilestone, firstColumns, findings: all }: Comparison,
  shown: readonly Finding[],
  old: Plan,
  now: Plan,
): string[] {
  const doubtful = shown.filter(({ similarity }) => similarity !== null && similarity < DOUBTFUL).length;
  const unplaced = shown.filter(({ unsure }) => unsure.length > 0).length;
  const years = old.year !== null && now.year !== null && old.year !== now.year;
  return [
    ...(all.length === 0 ? [say('noDifference')] : shown.length === 0 ? [say('noneShown', { count: all.length })] : []),
    ...(doubtful > 0 ? [say('diffDoubtful', { count: doubtful })] : []),
    ...(unplaced > 0 ? [say('diffUnplaced', { count: unplaced })] : []),
    ...(firstColumns ? [say('diffFlat')] : []),
    ...(byMilestone ? [say('diffByMilestone')] : []),
    ...(years ? [say('diffYears', { old: String(old.year), now: String(now.year) })] : []),
  ];
}

/** What was found, in numbers that add up. */
function summaryOf({ say, lang }: Run, { findings, tasks }: Comparison, shown: readonly Finding[]): string {
  if (findings.length === 0) return say('diffNone', { old: tasks.old });
  const of = (level: Finding['level']): number => findings.filter(found => found.level === level).length;
  const counts = { categories: of('category'), tasks: of('task'), items: of('deliverable') + of('milestone') };
  const { old, now, same, changed, dropped, added } = tasks;
  const whole = say('diffSummary', { count: findings.length, ...counts, old, now, same, changed, dropped, added });
  const kinds = changeKinds.flatMap(kind => {
    const count = shown.filter(({ changes }) => changes.some(one => one.kind === kind)).length;
    return count > 0 ? [`${changeWord(kind, lang)} ${count}`] : [];
  });
  const shorter = shown.length < findings.length ? [say('diffShown', { count: shown.length })] : [];
  const told = kinds.length > 0 ? [say('diffKinds', { kinds: kinds.join(lang === 'zh' ? '、' : ', ') })] : [];
  return [whole, ...shorter, ...told].join('\n');
}
