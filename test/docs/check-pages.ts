import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { catalog } from '../../src/base/catalog.ts';
import type { Code } from '../../src/base/diagnostic.ts';
import { visible } from '../../src/base/visible.ts';
import { checks } from '../../src/checks/index.ts';
import { main } from '../../src/cli/main.ts';

/** Every code of the catalog, in its order. */
export const codes = Object.keys(catalog) as Code[];

/** What cannot be shown of a fixture that is no text. */
const ABOUT: Record<string, string> = {
  'damaged-file.docx': 'the first bytes of a zip and nothing more',
  'encrypted-file.docx': 'a compound file with a stream `EncryptedPackage`, as Office writes a document with a password',
  'hidden-sheet.xlsx': 'a workbook whose second sheet is hidden',
  'legacy-format.doc': 'a compound file with a stream `WordDocument`, as Word 97–2003 and WPS write',
  'not-text.txt': 'the first bytes of a PNG picture',
  'too-large.docx': 'a zip whose only entry declares that it unpacks to 300 MB',
  'unplaced-text.xlsx': 'a workbook with a table in rows 1 to 4 and the word 草稿 alone in A2005',
};

/** What no document is known to raise: one that did would show a defect. */
export const UNRAISED: readonly Code[] = ['reading-failed'];

/** What a run of the program on a fixture answered. */
export interface Answer {
  file: string;
  command: string;
  exit: number;
  output: string;
}

/** Runs the program on the smallest input of a code; null where there is none. */
export async function answerOf(code: Code, fixtures: string): Promise<Answer | null> {
  const file = readdirSync(fixtures).find(name => name.slice(0, -extname(name).length) === code);
  if (file === undefined) return null;
  const records = file.endsWith('.ndjson');
  const argv = records ? ['parse', '--records'] : ['check', file];
  const output = new Sink();
  const exit = await main([...argv, '--lang', 'zh'], {
    cwd: fixtures,
    env: {},
    stdin: Readable.from(records ? [readFileSync(join(fixtures, file))] : []),
    stdout: output,
    stderr: output,
    now: new Date('2026-11-23T04:00:00Z'),
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
    columns: undefined,
  });
  return { file, command: `plan ${argv.join(' ')}${records ? ` < ${file}` : ''}`, exit, output: output.text };
}

class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

/** All pages of docs/checks by file name: one a code, and the list of them. */
export async function checkPages(fixtures: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>([['README.md', listPage()]]);
  for (const code of codes) pages.set(`${code}.md`, page(code, await answerOf(code, fixtures), fixtures));
  return pages;
}

function listPage(): string {
  const rows = codes.map(code => `| [${code}](${code}.md) | ${catalog[code].severity} | ${catalog[code].zh[0]} | ${catalog[code].en[0]} |`);
  return `# Diagnostics

What \`plan\` says of documents. \`error\`: values may be wrong or the input cannot be used; \`warning\`: look at it; \`info\`: what was inferred
or tidied. Words in braces are filled in. These pages are made by \`npm run docs\`.

| code | severity | 消息 | message |
|---|---|---|---|
${rows.join('\n')}
`;
}

function page(code: Code, answer: Answer | null, fixtures: string): string {
  const { severity, zh, en } = catalog[code];
  const check = checks.find(one => one.code === code);
  const parts = [
    `# ${code}`,
    `Severity: **${severity}**`,
    ...(check ? [check.explain] : []),
    `| | 中文 | English |\n|---|---|---|\n| message 消息 | ${zh[0]} | ${en[0]} |\n| cause 原因 | ${zh[1]} | ${en[1]} |\n| remedy 处理 | ${zh[2]} | ${en[2]} |`,
  ];
  if (answer === null) parts.push('No input is known that raises it.');
  else {
    parts.push('## The smallest input', `[\`fixtures/errors/${answer.file}\`](../../fixtures/errors/${answer.file})`);
    parts.push(shown(answer.file, readFileSync(join(fixtures, answer.file))));
    parts.push('## What plan prints', block('console', `$ ${answer.command}\n${answer.output}`), `Exit status ${answer.exit}.`);
  }
  return `${parts.join('\n\n')}\n`;
}

/** A fixture as a page shows it: as text, or said in words where it is none. */
function shown(file: string, bytes: Buffer): string {
  const about = ABOUT[file];
  if (about) return `${bytes.length} bytes: ${about}.`;
  if (bytes.length === 0) return 'A file of 0 bytes.';
  return block(extname(file).slice(1), visible(bytes.toString('utf8')));
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.endsWith('\n') ? text : `${text}\n`}\`\`\``;
}
