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
    bundle.onLoad({ filter: /.*/, namespace: 'replaced' }, ({ path }) => ({
      contents: REPLACED[path],
      resolveDir: import.meta.dirname,
      loader: 'js',
    }));
  },
};

/** The JSON Schema of plan.json, by which a saved plan is checked without loading zod. */
async function planSchema() {
  const { outputFiles } = await build({
    entryPoints: ['src/plan/json-schema.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'warning',
  });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return JSON.stringify(module.planJsonSchema());
}

rmSync('dist', { recursive: true, force: true });
const common = {
  bundle: true,
  splitting: true,
  outdir: 'dist',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifyWhitespace: true,
  minifySyntax: true,
  metafile: true,
  external: Object.keys(dependencies),
  plugins: [replacements],
  define: { PLAN_VERSION: JSON.stringify(version), PLAN_SCHEMA: await planSchema() },
  banner: { js: "import { createRequire as planRequire } from 'node:module'; const require = planRequire(import.meta.url);" },
  legalComments: 'none',
  logLevel: 'warning',
};
/** The program and the library face apart: sharing between them would cut the program into many files, and each costs time at the start. */
const results = [
  await build({ ...common, entryPoints: { plan: 'src/cli/main.ts' }, chunkNames: 'plan/[name]-[hash]' }),
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
