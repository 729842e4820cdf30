import { basename, join } from 'node:path';
import { visible } from '../../base/visible.ts';
import { COVER } from '../../ledger/form.ts';
import { select } from '../../query/query.ts';
import { expandSources } from '../find-sources.ts';
import { makeFolder, readSourceBytes, realFile, writeStream, writeWhole } from '../io.ts';
import { loadPlan, withoutTasks } from '../load.ts';
import { queryOptions, sourceOptions } from '../options.ts';
import { tell } from '../output.ts';
import { asOfDay, type Command, type Run } from '../run.ts';
import { readQuestion } from '../select.ts';
import { readWithin } from '../within.ts';
import { UsageError } from '../words.ts';

export const dispatch: Command = {
  name: 'dispatch',
  summary: 'sumDispatch',
  examples: ['plan dispatch --quarter Q3 -o out/', 'plan dispatch --unit 眉山市 --period Q4 -o out/'],
  configure: (command, say) =>
    queryOptions(sourceOptions(command, say), say).option('-o, --output <folder>', say('optFolder')).option('--force', say('optForce')),
  run: async (run, sources) => {
    const asOf = asOfDay(run);
    const loaded = await loadPlan(run, sources);
    const { plan, failed } = loaded;
    if (plan.tasks.length === 0) return withoutTasks(run, plan);
    const { query } = await readQuestion(run, loaded, asOf);
    const within = await readWithin(run, loaded.config, asOf, 15);
    const matches = select(plan, query, asOf, within.days);
    const { formsOf, planFingerprint, renderCover, renderForm } = await import('../forms.ts');
    const forms = formsOf(plan, matches, query.role);
    if (forms.length === 0) {
      await tell(run, run.say('nothingFound'));
      return failed.length > 0 ? 2 : 0;
    }
    const head = { title: plan.title ?? basename(plan.sources[0]?.name ?? ''), asOf, print: planFingerprint(plan) };
    const folder = String(run.options.output ?? 'dispatch');
    const files: [string, Uint8Array][] = [];
    for (const form of forms) files.push([join(folder, form.file), await renderForm(form, head)]);
    // A list of some units only would take the place of that of all.
    if (query.units === undefined) files.push([join(folder, `${COVER}.xlsx`), await renderCover(forms, head)]);
    await writeForms(run, folder, files);
    const items = forms.reduce((sum, { rows }) => sum + rows.length, 0);
    await writeStream(run.world.stdout, forms.map(({ file }) => `${visible(join(folder, file))}\n`).join(''));
    const words = query.units === undefined ? 'dispatched' : 'dispatchedSome';
    await tell(run, run.say(words, { name: visible(folder), count: forms.length, items }));
    return failed.length > 0 ? 2 : 0;
  },
};

/** Writes the files, or none where one that differs is there (it may hold what a unit has reported), or one that the plan was read from. */
async function writeForms(run: Run, folder: string, files: readonly [string, Uint8Array][]): Promise<void> {
  const { cwd } = run.world;
  const read = new Set(expandSources(run.args, cwd).map(name => realFile(name, cwd)));
  for (const [name] of files) {
    const there = realFile(name, cwd);
    if (there !== null && read.has(there)) throw new UsageError('overwrites', { given: name });
  }
  if (run.options.force !== true)
    for (const [name, bytes] of files) {
      if (realFile(name, cwd) === null) continue;
      if (Buffer.compare(await readSourceBytes(name, run.world), bytes) !== 0) throw new UsageError('formsThere', { given: name });
    }
  makeFolder(folder, cwd);
  for (const [name, bytes] of files) writeWhole(name, cwd, bytes);
}
