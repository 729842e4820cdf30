import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** The stages from left to right: each may import only what stands to its left. */
const ORDER = ['base', 'lexicon', 'source', 'grid', 'plan', 'meaning', 'checks', 'diff', 'ledger', 'query', 'report', 'reporters', 'cli'];
/** Stages that stand side by side and never import each other; `query` asks the ledger for statuses. */
const SIDE_BY_SIDE = new Set([
  'checks>ledger',
  'checks>query',
  'ledger>checks',
  'query>checks',
  'diff>checks',
  'ledger>diff',
  'query>diff',
]);
/** Folders whose files are siblings of a kind and must not know each other. */
const SIBLINGS = ['checks', 'reporters', 'cli/commands'];
/** What the siblings of a folder share: their list, and what a check is made of. */
const SHARED = /^(checks|reporters|cli\/commands)\/index\.ts$|^checks\/(check|promises)\.ts$/;

interface Module {
  path: string;
  text: string;
  imports: string[];
}

function modules(folder = SRC): Module[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return modules(path);
    const text = readFileSync(path, 'utf8');
    const imports = [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(match => match[1]!);
    return [{ path: relative(SRC, path), text, imports }];
  });
}

const all = modules();
const stageOf = (path: string): string => path.split('/')[0]!;

/** Imports of our own files, as paths below src. */
function own(module: Module): string[] {
  return module.imports.filter(name => name.startsWith('.')).map(name => relative(SRC, resolve(SRC, dirname(module.path), name)));
}

describe('who may import whom', () => {
  it('each stage imports only stages to its left: so a stage can be read, tested and replaced by itself', () => {
    const wrong = all.flatMap(module =>
      own(module)
        .filter(target => module.path.includes('/') && target.includes('/'))
        .filter(target => {
          const [from, to] = [stageOf(module.path), stageOf(target)];
          return ORDER.indexOf(to) > ORDER.indexOf(from) || SIDE_BY_SIDE.has(`${from}>${to}`);
        })
        .map(target => `${module.path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('siblings of a kind do not import each other: so one can be added or dropped without touching the rest', () => {
    const wrong = all.flatMap(module => {
      const folder = SIBLINGS.find(kind => dirname(module.path) === kind);
      if (!folder || SHARED.test(module.path)) return [];
      return own(module)
        .filter(target => dirname(target) === folder && !SHARED.test(target))
        .map(target => `${module.path} -> ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  const FILES = ['cli/io.ts', 'cli/find-sources.ts'];

  it('only cli/io and cli/find-sources touch files, only cli touches the process: so every stage is a pure function of its input', () => {
    const wrong = all.flatMap(module => {
      const found: string[] = [];
      if (module.imports.some(name => /^node:(fs|child_process|net|http|https|dns)/.test(name)) && !FILES.includes(module.path))
        found.push('files');
      if (/\bconsole\.|\bprocess\.(?!pid)/.test(module.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')) && stageOf(module.path) !== 'cli')
        found.push('process');
      if (/process\.exit\(/.test(module.text)) found.push('process.exit: it cuts piped output');
      if (/new Date\(\)|Date\.now\(|Math\.random\(/.test(module.text)) found.push('clock or chance');
      return found.map(what => `${module.path}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });

  it('heavy libraries are never imported at the start: so that the program starts fast', () => {
    const wrong = all.flatMap(module =>
      [...module.text.matchAll(/^import (?!type).*from '(xlsx|hucre[^']*|htmlparser2|saxes|ical-generator)'/gm)]
        .filter(() => !/^(source|reporters)\//.test(module.path) || module.path.endsWith('index.ts'))
        .map(match => `${module.path} -> ${match[1]}`),
    );
    expect(wrong).toEqual([]);
  });

  it('files of code stay small: a large one misses something in the model', () => {
    const wrong = all.filter(module => module.text.split('\n').length > 300).map(module => module.path);
    expect(wrong).toEqual([]);
  });
});
