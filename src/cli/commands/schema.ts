import { writeStream, writeWhole } from '../io.ts';
import { outputFile } from '../output.ts';
import type { Command } from '../run.ts';

export const schema: Command = {
  name: 'schema',
  summary: 'sumSchema',
  examples: ['plan schema', 'plan schema -o plan.schema.json', 'plan schema --config -o plan.config.schema.json'],
  configure: (command, say) => command.option('-o, --output <file>', say('optOutput')).option('--config', say('optSchemaConfig')),
  run: async run => {
    const schema = run.options.config === true ? await configSchema() : await planSchema();
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    const file = outputFile(run);
    if (file === null) await writeStream(run.world.stdout, text);
    else writeWhole(file, run.world.cwd, text);
    return 0;
  },
};

async function planSchema(): Promise<unknown> {
  return (await import('../../plan/json-schema.ts')).planJsonSchema();
}

async function configSchema(): Promise<unknown> {
  return (await import('../config-schema.ts')).configJsonSchema();
}
