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
console.log('field          precision  recall  cases');
for (const [field, { right, said, expected }] of Object.entries(scoreDeliverables(deliverableCases())))
  console.log(
    `${field.padEnd(14)} ${percent(right, said).padStart(9)} ${percent(right, expected).padStart(7)} ${String(expected).padStart(6)}`,
  );
