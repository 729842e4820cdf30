// Writes docs/checks from the catalog and fixtures/errors: node test/docs/make-checks.mjs
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const top = resolve(import.meta.dirname, '../..');
const folder = join(top, 'docs/checks');
/** Inside node_modules, where the packages that stay outside the bundle are found. */
const bundle = join(top, 'node_modules/.cache/plan-check-pages.mjs');
await build({
  entryPoints: [join(import.meta.dirname, 'check-pages.ts')],
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  outfile: bundle,
  logLevel: 'warning',
});
const { checkPages } = await import(pathToFileURL(bundle).href);
const pages = await checkPages(join(top, 'fixtures/errors'));
mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) if (!pages.has(old)) rmSync(join(folder, old));
for (const [name, text] of pages) writeFileSync(join(folder, name), text);
rmSync(bundle);
