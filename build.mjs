// Bundles the program and the library face into dist/, one file each; heavy parsers and writers stay outside and are loaded when needed.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    bundle.onLoad({ filter: /.*/, namespace: 'replaced' }, ({ path }) => ({
      contents: REPLACED[path],
      resolveDir: import.meta.dirname,
      loader: 'js',
    }));
  },
};

/** A JSON Schema that a module makes, by which a file is checked without loading zod. */
async function schemaOf(file, name) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'warning',
  });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return JSON.stringify(module[name]());
}

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
  define: {
    PLAN_VERSION: JSON.stringify(version),
    PLAN_SCHEMA: await schemaOf('src/plan/json-schema.ts', 'planJsonSchema'),
    CONFIG_SCHEMA: await schemaOf('src/cli/config-schema.ts', 'configJsonSchema'),
  },
  banner: { js: "import { createRequire as planRequire } from 'node:module'; const require = planRequire(import.meta.url);" },
  legalComments: 'none',
  logLevel: 'warning',
};
/**
 * What most runs do without: reading documents, other formats than the terminal's, the schema library. The program is one file, since each
 * further file costs time at the start; these stand in dist/lazy and are loaded when needed.
 */
const LAZY = {
  documents: 'src/cli/documents.ts',
  records: 'src/cli/records.ts',
  explain: 'src/cli/explain.ts',
  excel: 'src/reporters/excel.ts',
  csv: 'src/reporters/csv.ts',
  schema: 'src/plan/schema.ts',
  'json-schema': 'src/plan/json-schema.ts',
  'read-config': 'src/cli/read-config.ts',
  'config-schema': 'src/cli/config-schema.ts',
};
const lazy = {
  name: 'lazy',
  setup(bundle) {
    bundle.onResolve({ filter: /\.ts$/ }, ({ path, kind }) => {
      const name = /([^/]+)\.ts$/.exec(path)[1];
      return kind === 'dynamic-import' && Object.hasOwn(LAZY, name) ? { path: `./lazy/${name}.js`, external: true } : null;
    });
  },
};

/** CommonJS, whose loader starts faster than that of modules. */
const commonJs = { splitting: false, format: 'cjs', outExtension: { '.js': '.cjs' }, banner: {} };

const results = [
  await build({ ...common, entryPoints: { plan: 'src/cli/main.ts' }, ...commonJs, plugins: [replacements, lazy] }),
  await build({ ...common, entryPoints: LAZY, outdir: 'dist/lazy' }),
  await build({ ...common, entryPoints: { index: 'src/index.ts' }, chunkNames: 'index/[name]-[hash]' }),
];

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
