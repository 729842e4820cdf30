import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerOf, checkPages, codes, UNRAISED } from './check-pages.ts';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/errors');
const PAGES = resolve(import.meta.dirname, '../../docs/checks');

describe('the smallest input of each code', () => {
  it.each(codes.filter(code => !UNRAISED.includes(code)))('%s', async code => {
    const answer = await answerOf(code, FIXTURES);
    expect(answer?.output).toMatch(code === 'invalid-record' ? `"code":"${code}"` : `[${code}]`);
  });

  it('stands in a file named after a code', () => {
    const strange = readdirSync(FIXTURES).filter(name => !codes.some(code => name.startsWith(`${code}.`)));
    expect(strange).toEqual([]);
  });
});

it('the pages of docs/checks are up to date (else: npm run docs)', async () => {
  const pages = await checkPages(FIXTURES);
  expect(readdirSync(PAGES).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(readFileSync(join(PAGES, name), 'utf8'), name).toBe(text);
});
