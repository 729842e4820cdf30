import { decode } from './decode.ts';
import { refusal } from './foreign.ts';
import type { RawDocument, Reader } from './raw.ts';
import { blocksOf } from './table-tree.ts';
import { entryNames, isZip, openZip, unpack, type Zip } from './zip.ts';

/** Text documents of Word and WPS: tables with merged cells, paragraphs, automatic numbers; tracked changes count as accepted. */
export const docxReader: Reader = {
  id: 'docx',
  extensions: ['docx', 'docm', 'dotx'],
  sniff(bytes, name): boolean {
    if (!isZip(bytes)) return false;
    const names = entryNames(bytes);
    return names.length === 0 ? /\.(docx|docm|dotx)$/i.test(name) : names.some(entry => entry.startsWith('word/'));
  },
  async read(bytes, _name, source): Promise<RawDocument> {
    const zip = openZip(bytes, source);
    const main = mainPart(zip);
    const text = main === null ? null : partText(zip, main);
    if (main === null || text === null) throw refusal('damaged-file', source, { what: 'word/document.xml' });
    const folder = main.slice(0, main.lastIndexOf('/') + 1);
    const [{ readBody }, { Numbering }] = await Promise.all([import('./docx/body.ts'), import('./docx/numbering.ts')]);
    const numbering = new Numbering(partText(zip, `${folder}numbering.xml`), partText(zip, `${folder}styles.xml`), source);
    const { flow, isDocument } = readBody(text, numbering, source);
    if (!isDocument) throw refusal('damaged-file', source, { what: main });
    return { format: 'docx', dialect: 'table', encoding: 'utf-8', blocks: blocksOf(flow), diagnostics: [] };
  },
};

/** Name of the part that holds the text, as the package says, or by its usual name. */
function mainPart(zip: Zip): string | null {
  const relations = partText(zip, '_rels/.rels') ?? '';
  for (const [relation] of relations.matchAll(/<Relationship\s[^<>]*>/g)) {
    const target = /\sTarget\s*=\s*["']\/?([^"']+)["']/.exec(relation)?.[1];
    if (/\/officeDocument["']/.test(relation) && target && zip.entries.has(target)) return target;
  }
  return [...zip.entries.keys()].find(name => /^word\/document\d*\.xml$/.test(name)) ?? null;
}

function partText(zip: Zip, name: string): string | null {
  const bytes = unpack(zip, name);
  return bytes === null || bytes.length === 0 ? null : decode(bytes, zip.source).text;
}
