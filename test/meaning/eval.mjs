// Precision and recall of what is read in cells, over the cases that were annotated by hand (fixtures/meaning).
import { build } from 'esbuild';

const bundle = await build({
  stdin: {
    contents: "export * from './deliverable-cases.ts';",
    resolveDir: import.meta.dirname,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
  define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
});
const { deliverableCases, scoreDeliverables } = await import(
  `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].text).toString('base64')}`
);
const percent = (part, whole) => (whole === 0 ? '-' : (part / whole).toFixed(3));
const cases = deliverableCases();
for (const file of [...new Set(cases.map(known => known.file)), 'all']) {
  console.log(`\n${file.padEnd(26)} precision  recall  cases`);
  const read = scoreDeliverables(file === 'all' ? cases : cases.filter(known => known.file === file));
  for (const [field, { right, said, expected }] of Object.entries(read))
    console.log(
      `${field.padEnd(26)} ${percent(right, said).padStart(9)} ${percent(right, expected).padStart(7)} ${String(expected).padStart(6)}`,
    );
}
