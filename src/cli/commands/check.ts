import { countSeverities, type Data, type Lang, type Severity, sortDiagnostics, wordsOf } from '../../base/diagnostic.ts';
import { periodName } from '../../base/period.ts';
import { safeJson } from '../../base/safe-json.ts';
import { visible } from '../../base/visible.ts';
import { acceptFindings } from '../../checks/accept.ts';
import type { Plan } from '../../plan/schema.ts';
import { lacksMeaning } from '../../query/deliverables.ts';
import { findingsReport } from '../../report/build.ts';
import type { ReportedFinding } from '../../reporters/findings/findings.ts';
import { CI_FORMATS, ciFormat, writeFindings } from '../ci-formats.ts';
import { writeStream, writeWhole } from '../io.ts';
import { loadPlan } from '../load.ts';
import { outputOptions, sourceOptions } from '../options.ts';
import { chosenFormat, emit, outputFile, tell, tellOtherExtension } from '../output.ts';
import { asOfDay, type Command, choice, type Run, wholeNumber } from '../run.ts';
import { showDiagnostic } from '../show-diagnostics.ts';
import { sayIn } from '../words.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

export const check: Command = {
  name: 'check',
  summary: 'sumCheck',
  examples: [
    'plan check seeds/chengdu-2021.txt',
    'plan check --format json',
    'plan check --fail-on warning --max-warnings 10',
    'plan check --format sarif -o findings.sarif',
  ],
  configure: (command, say) =>
    outputOptions(sourceOptions(command, say), say, CI_FORMATS)
      .option('--as-of <date>', say('optAsOf'))
      .option('--fail-on <level>', say('optFailOnCheck'))
      .option('--max-warnings <count>', say('optMaxWarnings'))
      .option('--level <level>', say('optLevel'))
      .option('--accepted', say('optAccepted')),
  run: async (run, sources) => {
    const failOn = choice(run.options, 'failOn', '--fail-on', ['error', 'warning', 'never']);
    const most = wholeNumber(run.options, 'maxWarnings', '--max-warnings');
    const shown = SEVERITIES.slice(0, SEVERITIES.indexOf(choice(run.options, 'level', '--level', SEVERITIES, 'info')) + 1);
    const { plan, failed, config } = await loadPlan(run, sources);
    if (plan.tasks.length === 0 && failed.length > 0) return 2;
    const all = sortDiagnostics(plan.diagnostics).map(found => inLang(found, run.reportLang));
    const { open, accepted, unused } = acceptFindings(all, config.accept);
    for (const { place, code, task } of unused)
      await tell(
        run,
        `${place}: ${run.say('acceptedGone', { what: task === undefined ? code : `${code} ${run.say('taskSummary', { id: task })}` })}`,
      );
    const counts = countSeverities(open.map(({ severity }) => severity));
    const asked = (found: Finding): boolean => shown.includes(found.severity);
    if (lacksMeaning(plan)) await tell(run, run.say('noMeaningChecks'));
    await show(run, plan, { open: open.filter(asked), accepted, summary: summaryOf(run, counts, accepted.length) });
    if (failed.length > 0 || plan.tasks.length === 0) return 2;
    if (most !== undefined && counts.warnings > most) return 1;
    return failOn !== 'never' && counts.errors + (failOn === 'warning' ? counts.warnings : 0) > 0 ? 1 : 0;
  },
};

type Finding = Plan['diagnostics'][number];

interface Shown {
  open: Finding[];
  accepted: (Finding & { reason: string })[];
  summary: string;
}

/** Writes findings in the format asked for: as text the most serious first, as JSON with the shape of plan.json, else as a table. */
async function show(run: Run, plan: Plan, { open, accepted, summary }: Shown): Promise<void> {
  const too = run.options.accepted === true;
  const ci = ciFormat(run);
  if (ci) {
    const findings = open.map(found => reported(run, plan, found));
    return writeFindings(run, ci, findings, 'check');
  }
  const format = chosenFormat(run);
  const say = sayIn(run.reportLang);
  if (format === 'json') {
    await put(run, `${safeJson({ findings: open, ...(too ? { accepted } : {}) }, 2)}\n`);
  } else if (plan.sources.length === 0) return;
  else if (format === 'terminal') {
    const names = plan.sources.map(source => source.name);
    const inReport = { ...run, lang: run.reportLang, say };
    const ordered = SEVERITIES.flatMap(severity => open.filter(found => found.severity === severity));
    const texts = ordered.map(found => showDiagnostic(inReport, found, names));
    for (const found of too ? accepted : [])
      texts.push(`${showDiagnostic(inReport, found, names)}\n    ${say('acceptedFor', { reason: visible(found.reason) })}`);
    await put(run, `${[...texts, summary].join('\n\n')}\n`);
  } else {
    const frame = { lang: run.reportLang, asOf: asOfDay(run), options: [], notes: [summary] };
    await emit(run, findingsReport(plan, too ? [...open, ...accepted] : open, frame));
  }
}

function reported(run: Run, plan: Plan, { code, severity, message, task, period, place }: Finding): ReportedFinding {
  const when = period === undefined ? '' : ` ${periodName(period, run.reportLang)}`;
  const about = task === undefined ? '' : `${sayIn(run.reportLang)('taskSummary', { id: task })}${when}`;
  return { code, severity, message, about, file: plan.sources[place?.source ?? 0]?.name ?? null, place };
}

function summaryOf(run: Run, counts: ReturnType<typeof countSeverities>, accepted: number): string {
  const say = sayIn(run.reportLang);
  const open = counts.errors + counts.warnings + counts.infos === 0 ? say('checkClean') : say('checkSummary', counts);
  return accepted === 0 ? open : `${open}${say('acceptedCount', { count: accepted })}`;
}

/** A finding in the language of this run: a saved plan holds the language it was saved in. */
function inLang<T extends { code: string; data?: Data | undefined }>(found: T, lang: Lang): T & { message: string } {
  return { ...found, message: wordsOf(found.code, found.data ?? {}, lang).message };
}

async function put(run: Run, text: string): Promise<void> {
  const file = outputFile(run);
  if (file === null) {
    await writeStream(run.world.stdout, text);
    return;
  }
  await tellOtherExtension(run, file, chosenFormat(run));
  writeWhole(file, run.world.cwd, text);
  await tell(run, run.say('saved', { name: file }));
}
