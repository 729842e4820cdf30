import { byMark, type Decoded, decode, decodeBegin, strictly } from './decode.ts';
import { plausibility } from './plausible.ts';
import type { RawDocument, Reader } from './raw.ts';
import { blocksOf } from './table-tree.ts';

const BEGINS = /^<(!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6]|span|center|article|section)[\s>/]/i;
const CHARSET = /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)|^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i;

/** Pages: tables with merged cells, headings and paragraphs, as a browser shows them. */
export const htmlReader: Reader = {
  id: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  sniff(bytes): boolean {
    const begin = decodeBegin(bytes);
    return beginsAsPage(begin.slice(0, 8192)) || holdsTable(begin);
  },
  async read(bytes, _name, source): Promise<RawDocument> {
    const { text, encoding, diagnostics } = decodePage(bytes, source);
    const { readPage } = await import('./html/page.ts');
    const page = readPage(text, source);
    return { format: 'html', dialect: 'table', encoding, blocks: blocksOf(page.flow), diagnostics: [...diagnostics, ...page.diagnostics] };
  },
};

/** Whether a tag of a page stands first, behind a byte order mark, comments and an XML declaration. */
function beginsAsPage(text: string): boolean {
  let rest = text.replace(/^\ufeff/, '').trimStart();
  for (;;) {
    const close = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?xml') ? '>' : null;
    if (close === null) return BEGINS.test(rest);
    const end = rest.indexOf(close);
    if (end < 0) return false;
    rest = rest.slice(end + close.length).trimStart();
  }
}

function holdsTable(text: string): boolean {
  const table = text.search(/<table[\s>]/i);
  return table >= 0 && /<t[dh][\s>]/i.test(text.slice(table));
}

/**
 * A page by its byte order mark, then by the encoding it declares, then like other text. A page saved anew in UTF-8 often still declares GB2312:
 * where both decode, the more plausible text wins.
 */
function decodePage(bytes: Uint8Array, source: number): Decoded {
  const marked = byMark(bytes, source);
  if (marked) return marked;
  const begin = String.fromCharCode(...bytes.subarray(0, 4096));
  const [, meta, xml] = CHARSET.exec(begin) ?? [];
  const label = meta ?? xml;
  const declared = label === undefined || /^utf-?16/i.test(label) ? null : strictly(bytes, label);
  if (!declared || declared.encoding === 'utf-8') return declared ?? decode(bytes, source);
  const unicode = strictly(bytes, 'utf-8');
  return unicode && plausibility(unicode.text).score > plausibility(declared.text).score ? unicode : declared;
}
