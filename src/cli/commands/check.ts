import { type Data, type Lang, sortDiagnostics, wordsOf } from '../../base/diagnostic.ts';
import { findingsReport } from '../../report/build.ts';
import { writeStream, writeWhole } from '../io.ts';
import { loadPlan } from '../load.ts';
import { outputOptions, sourceOptions } from '../options.ts';
import { chosenFormat, emit, outputFile, tell } from '../output.ts';
import { asOfDay, type Command, choice, type Run, wholeNumber } from '../run.ts';
import { showDiagnostic } from '../show-diagnostics.ts';
import { sayIn } from '../words.ts';
import { countSeverities } from './parse.ts';

export const check: Command = {
  name: 'check',
  summary: 'sumCheck',
  examples: ['plan check seeds/chengdu-2021.txt', 'plan check --format json', 'plan check --fail-on warning --max-warnings 10'],
  configure: (command, say) =>
    outputOptions(sourceOptions(command, say), say)
      .option('--fail-on <level>', say('optFailOnCheck'))
      .option('--max-warnings <count>', say('optMaxWarnings')),
  run: async (run, sources) => {
    const failOn = choice(run.options, 'failOn', '--fail-on', ['error', 'warning', 'never']);
    const most = wholeNumber(run.options, 'maxWarnings', '--max-warnings');
    const { plan, failed } = await loadPlan(run, sources);
    if (plan.tasks.length === 0 && failed.length > 0) return 2;
    const findings = sortDiagnostics(plan.diagnostics).map(found => inLang(found, run.reportLang));
    const counts = countSeverities(findings.map(({ severity }) => severity));
    const say = sayIn(run.reportLang);
    const summary = findings.length === 0 ? say('checkClean') : say('checkSummary', counts);
    const format = chosenFormat(run);
    if (format === 'terminal' && plan.sources.length > 0) {
      const names = plan.sources.map(source => source.name);
      const shown = { ...run, lang: run.reportLang, say };
      const text = [...findings.map(found => showDiagnostic(shown, found, names)), summary].join('\n\n');
      await put(run, `${text}\n`);
    } else if (format === 'json') {
      await put(run, `${JSON.stringify({ findings }, null, 2)}\n`);
    } else if (plan.sources.length > 0) {
      const asOf = asOfDay(run);
      await emit(run, findingsReport(plan, findings, { lang: run.reportLang, asOf, options: [], notes: [summary] }));
    }
    if (failed.length > 0 || plan.tasks.length === 0) return 2;
    if (most !== undefined && counts.warnings > most) return 1;
    return failOn !== 'never' && counts.errors + (failOn === 'warning' ? counts.warnings : 0) > 0 ? 1 : 0;
  },
};

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
  writeWhole(file, run.world.cwd, text);
  await tell(run, run.say('saved', { name: file }));
}
