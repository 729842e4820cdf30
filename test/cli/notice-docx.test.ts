import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { renderNoticeDocx } from '../../src/reporters/notice-docx.ts';
import { emptyFolder, plan, seedPlan } from './world.ts';

/** The paragraphs of a document, as a program that reads XML finds them. */
function paragraphsOf(bytes: Uint8Array): string[] {
  const paragraphs: string[] = [];
  const parser = new Parser(
    {
      onopentag: name => {
        if (name === 'w:p') paragraphs.push('');
      },
      ontext: text => {
        if (paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text;
      },
    },
    { xmlMode: true },
  );
  parser.end(new TextDecoder().decode(unzipSync(bytes)['word/document.xml']));
  return paragraphs.filter(text => text !== '');
}

describe('a notice as a Word document', () => {
  it('says what the Markdown says, in the same order', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'plan.json'), await seedPlan());
    const asked = ['notice', '--kind', 'bulletin', '--category', '九', '--as-of', '2021-10-01'];
    const markdown = (await plan(asked, { cwd })).stdout.toString();
    const { exit, stderr } = await plan([...asked, '-o', 'notice.docx'], { cwd });
    expect([exit, stderr]).toEqual([0, expect.stringMatching(/已保存到 notice\.docx\n$/)]);
    const lines = markdown.split('\n').filter(line => line !== '');
    const plain = lines.map(line => line.replace(/^# /, '').replace(/\\(?=[^\w\s])/g, ''));
    expect(paragraphsOf(readFileSync(join(cwd, 'notice.docx')))).toEqual(plain);
  });

  it('holds hostile texts as texts', () => {
    const hostile = '</w:t><w:p>&amp;\u001b[31m\u202e]]>';
    const bytes = renderNoticeDocx({ title: hostile, to: hostile, body: [hostile], items: [hostile], date: hostile });
    const shown = '</w:t><w:p>&amp;‹U+001B›[31m‹U+202E›]]>';
    expect(paragraphsOf(bytes)).toEqual([shown, shown, shown, `1. ${shown}`, shown]);
  });

  it('is not written under a name that promises something else, nor to a terminal', async () => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'plan.json'), await seedPlan());
    const other = await plan(['notice', '-o', 'notice.pdf'], { cwd });
    expect([other.exit, other.stderr]).toEqual([2, expect.stringContaining('.md 或 .docx')]);
    const screen = await plan(['notice', '--format', 'docx'], { cwd, terminal: 80 });
    expect([screen.exit, screen.stdout.toString()]).toEqual([2, '']);
  });
});
