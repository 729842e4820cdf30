// Bundles the program and the library face into dist/, one file each; heavy parsers and writers stay outside and are loaded when needed.
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
/** cli-table3 measures with string-width; inside the bundle our own measure stands in for it: the same widths, several times faster. */
const ownStringWidth = {
  name: 'own-string-width',
  setup(bundle) {
    bundle.onResolve({ filter: /^string-width$/ }, () => ({ path: 'string-width', namespace: 'own' }));
    bundle.onLoad({ filter: /.*/, namespace: 'own' }, () => ({
      contents: "module.exports = require('./src/base/text-width.ts').textWidth;",
      resolveDir: import.meta.dirname,
      loader: 'js',
    }));
  },
};

const result = await build({
  entryPoints: { plan: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  metafile: true,
  external: Object.keys(dependencies),
  plugins: [ownStringWidth],
  define: { PLAN_VERSION: JSON.stringify(version) },
  banner: { js: "import { createRequire as $r } from 'node:module'; const require = $r(import.meta.url);" },
  legalComments: 'none',
  logLevel: 'warning',
});

/** Licences of what is bundled: their terms ask for the notice to travel along. */
const packages = new Set(
  Object.keys(result.metafile.inputs).flatMap(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
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
