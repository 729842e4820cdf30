// Bundles the program and the library face into dist/, one file each; heavy parsers and writers stay outside and are loaded when needed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
/**
 * What the bundle replaces inside libraries, to start faster: cli-table3's measure by our own, which gives the same widths; chalk's look at the
 * terminal and commander's way to run other programs, of which we use neither.
 */
const REPLACED = {
  'string-width': "module.exports = require('./src/base/text-width.ts').textWidth;",
  '#supports-color': 'export default { stdout: false, stderr: false };',
  'node:child_process': 'module.exports = {};',
};
const replacements = {
  name: 'replacements',
  setup(bundle) {
    bundle.onResolve({ filter: /^(string-width|#supports-color|node:child_process)$/ }, ({ path }) => ({ path, namespace: 'replaced' }));
    bundle.onLoad({ filter: /cli-table3\/src\/cell\.js$/ }, ({ path }) => ({
      // It cuts each cell once per line for a debug message that nobody reads: most of the time of drawing.
      contents: readFileSync(path, 'utf8').replaceAll('utils.truncate(this.content, 10, this.truncate)', "''"),
    }));
    bundle.onLoad({ filter: /(plan|cli)[/\\](config-)?conforms\.ts$/ }, ({ path }) => ({
      contents: path.endsWith('config-conforms.ts') ? checks.cli : checks.plan,
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'replaced' }, ({ path }) => ({
      contents: REPLACED[path],
      resolveDir: import.meta.dirname,
      loader: 'js',
    }));
  },
};

/** Imports one of our own modules. */
async function source(path) {
  const options = { entryPoints: [path], bundle: true, platform: 'node', format: 'esm', write: false, logLevel: 'warning' };
  const { outputFiles } = await build(options);
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const { planJsonSchema } = await source('src/plan/json-schema.ts');
const { checkCode } = await source('src/plan/check-code.ts');
const { configJsonSchema } = await source('src/cli/config-schema.ts');
/** The checks of a saved plan and of the settings, by which they are read without loading zod and without walking through a schema. */
const checkOf = schema => `export const conforms = (() => {\n${checkCode(schema)}\n})();`;
const checks = { plan: checkOf(planJsonSchema()), cli: checkOf(configJsonSchema()) };

rmSync('dist', { recursive: true, force: true });
const common = {
  bundle: true,
  splitting: true,
  outdir: 'dist',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  metafile: true,
  external: Object.keys(dependencies),
  plugins: [replacements],
  define: { PLAN_VERSION: JSON.stringify(version) },
  banner: { js: "import { createRequire as planRequire } from 'node:module'; const require = planRequire(import.meta.url);" },
  legalComments: 'none',
  logLevel: 'warning',
};
/**
 * What most runs do without: reading documents, other formats than the terminal's, the schema library. The program is one file, since each
 * further file costs time at the start; these stand in dist/lazy and are loaded when needed. The worker
 * is the script of the threads that read many documents.
 */
const LAZY = {
  documents: 'src/cli/documents.ts',
  'read-documents': 'src/cli/read-documents.ts',
  records: 'src/cli/records.ts',
  worker: 'src/cli/worker.ts',
  explain: 'src/cli/explain.ts',
  follow: 'src/cli/follow.ts',
  comparison: 'src/cli/comparison.ts',
  forms: 'src/cli/forms.ts',
  'ledger-file': 'src/cli/ledger-file.ts',
  'read-ledger': 'src/cli/read-ledger.ts',
  excel: 'src/reporters/excel.ts',
  findings: 'src/reporters/findings/findings.ts',
  csv: 'src/reporters/csv.ts',
  ics: 'src/reporters/ics.ts',
  schema: 'src/plan/schema.ts',
  'json-schema': 'src/plan/json-schema.ts',
  'read-config': 'src/cli/read-config.ts',
  'config-schema': 'src/cli/config-schema.ts',
  'working-days': 'src/cli/working-days.ts',
};
/** What reading a text does without: the parsers of other formats. */
const PARSERS = {
  body: 'src/source/docx/body.ts',
  numbering: 'src/source/docx/numbering.ts',
  page: 'src/source/html/page.ts',
  workbook: 'src/source/xlsx/workbook.ts',
};
const lazy = parts => ({
  name: 'lazy',
  setup(bundle) {
    bundle.onResolve({ filter: /\.ts$/ }, ({ path, kind }) => {
      const name = /([^/]+)\.ts$/.exec(path)[1];
      return kind === 'dynamic-import' && Object.hasOwn(parts, name) ? { path: `./lazy/${name}.js`, external: true } : null;
    });
  },
});

/** CommonJS, whose loader starts faster than that of modules: an expression, a function that is given `require`, how to load a lazy part, and where those lie. */
const commonJs = {
  splitting: false,
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  banner: { js: '(function (require, load, here) { const module = {};' },
  footer: { js: 'return module.exports; })' },
};

const { documents: _, 'read-documents': __, ...elsewhere } = LAZY;
const results = [
  await build({ ...common, entryPoints: { plan: 'src/cli/main.ts' }, ...commonJs, plugins: [replacements, lazy(LAZY)] }),
  // `plan parse` is the program with what reads documents in the same file.
  await build({
    ...common,
    entryPoints: { parse: 'src/cli/main.ts' },
    ...commonJs,
    define: { ...common.define, 'import.meta.url': 'here' },
    plugins: [replacements, lazy({ ...elsewhere, ...PARSERS })],
  }),
  await build({ ...common, entryPoints: { ...LAZY, ...PARSERS }, outdir: 'dist/lazy' }),
  await build({ ...common, entryPoints: { index: 'src/index.ts' }, chunkNames: 'index/[name]-[hash]' }),
];
/** One byte a character, which V8 reads fastest: esbuild escapes what stands in strings, but not in regular expressions. */
const ascii = text => text.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
for (const program of ['dist/plan.cjs', 'dist/parse.cjs'])
  writeFileSync(program, ascii(readFileSync(program, 'utf8')).replaceAll('import("./lazy/', 'load("'));

/** A first report, after which V8's code of the program is at hand, also where this folder may not be written to later. */
const trial = mkdtempSync(join(tmpdir(), 'plan-build-'));
for (const args of [
  ['parse', join(import.meta.dirname, 'seeds/chengdu-2021.txt')],
  ['overdue', '--exit-zero'],
])
  execFileSync(process.execPath, [join(import.meta.dirname, 'bin/plan.js'), ...args], { cwd: trial, stdio: 'ignore' });
rmSync(trial, { recursive: true });

/** Licences of what is bundled: their terms ask for the notice to travel along. */
const packages = new Set(
  results
    .flatMap(result => Object.keys(result.metafile.inputs))
    .flatMap(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
);
const notices = [...packages].sort().map(name => {
  const folder = `node_modules/${name}`;
  const about = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = ['LICENSE', 'LICENSE.md', 'license', 'LICENCE', 'LICENSE.txt'].find(candidate => {
    try {
      return readFileSync(`${folder}/${candidate}`);
    } catch {
      return false;
    }
  });
  return `${name} ${about.version} (${about.license})\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : ''}\n`;
});
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', notices.join('\n----\n\n'));
