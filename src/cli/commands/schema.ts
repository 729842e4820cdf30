import { writeStream, writeWhole } from '../io.ts';
import { outputFile } from '../output.ts';
import type { Command } from '../run.ts';

export const schema: Command = {
  name: 'schema',
  summary: 'sumSchema',
  examples: ['plan schema', 'plan schema -o plan.schema.json'],
  configure: (command, say) => command.option('-o, --output <file>', say('optOutput')),
  run: async run => {
    const { planJsonSchema } = await import('../../plan/json-schema.ts');
    const text = `${JSON.stringify(planJsonSchema(), null, 2)}\n`;
    const file = outputFile(run);
    if (file === null) await writeStream(run.world.stdout, text);
    else writeWhole(file, run.world.cwd, text);
    return 0;
  },
};
