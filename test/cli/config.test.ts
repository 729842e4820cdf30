import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../../src/cli/config-schema.ts';
import { JsonMistake, locateJson } from '../../src/cli/json-places.ts';
import { readConfig } from '../../src/cli/read-config.ts';
import { sayIn } from '../../src/cli/words.ts';
import { emptyFolder, plan } from './world.ts';

const TABLE = '2024年工作计划\n序号,任务,时限,牵头单位\n1,建桥,6月底前,成都市\n2,修路,9月底前,成都\n3,植树,3月底前,沿江各地\n';

/** A folder with a plan, a configuration and a folder two levels down. */
function folder(config: object): { cwd: string; deep: string } {
  const cwd = emptyFolder();
  const deep = join(cwd, '甲', '乙');
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(cwd, '计划.csv'), TABLE);
  writeFileSync(join(cwd, 'plan.config.json'), JSON.stringify(config));
  return { cwd, deep };
}

describe('the configuration', () => {
  it('is found from the working folder upwards, and named from there where it is wrong', async () => {
    const { deep } = folder({ year: 'x' });
    const { exit, stderr } = await plan(['report', '../../计划.csv'], { cwd: deep });
    expect(exit).toBe(2);
    expect(stderr).toContain('  ../../plan.config.json:1:9: ');
  });

  it('gives the same answers for a saved plan and its source, though the plan was saved without it', async () => {
    const { cwd } = folder({ aliases: { 成都市: ['成都'] }, lexicon: { collectives: { 沿江各地: ['成都市'] } } });
    await plan(['parse', '计划.csv', '--no-config'], { cwd });
    for (const question of [['units'], ['report', '--unit', '成都'], ['report', '--group-by', 'unit']]) {
      const format = ['--format', 'json'];
      const saved = await plan([...question, ...format], { cwd });
      const source = await plan([...question, '计划.csv', ...format], { cwd });
      expect(saved.stdout.toString()).toBe(source.stdout.toString());
      expect(saved.exit).toBe(0);
    }
  });

  it('fills the aliases of the units of plan.json', async () => {
    const { cwd } = folder({ aliases: { 成都市: ['成都', '蓉'] } });
    const { stdout } = await plan(['parse', '计划.csv', '-o', '-'], { cwd });
    const { units } = JSON.parse(stdout.toString()) as { units: unknown[] };
    expect(units[0]).toEqual({ name: '成都市', aliases: ['成都', '蓉'], lead: ['1', '2'], support: [] });
  });

  it('gives the year where no option does', async () => {
    const { cwd } = folder({ year: 2030 });
    const yearOf = async (...more: string[]): Promise<unknown> =>
      (JSON.parse((await plan(['parse', '计划.csv', '-o', '-', ...more], { cwd })).stdout.toString()) as { year: number }).year;
    expect([await yearOf(), await yearOf('--year', '2031'), await yearOf('--no-config')]).toEqual([2030, 2031, 2024]);
  });

  it('of any content is taken or refused with places, never with an internal error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async text => {
        const read = await readConfig(Buffer.from(text), 'plan.config.json', sayIn('en'));
        if ('mistakes' in read) expect(read.mistakes).toMatch(/^ {2}plan\.config\.json:\d+:\d+: ./);
        else expect(configSchema.safeParse(JSON.parse(text)).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('JSON with places', () => {
  it('reads what JSON.parse reads, and knows where it stands', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, 2), (value, indent) => {
        const text = JSON.stringify({ value }, null, indent);
        const { value: read, placeOf } = locateJson(text);
        expect(read).toEqual(JSON.parse(text));
        expect(text.slice(placeOf(['value']))).toMatch(/^[[{"\-\dtfn]/);
        expect(text.startsWith('"value"', placeOf([], 'value'))).toBe(true);
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'[]{}",:1-.eE\\ntu \n') }), text => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        if (parses) expect(locateJson(text).value).toEqual(JSON.parse(text));
        else expect(() => locateJson(text)).toThrow(JsonMistake);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not take the stack of a file that is nothing but brackets', () => {
    expect(() => locateJson('['.repeat(100_000))).toThrow(JsonMistake);
  });
});
