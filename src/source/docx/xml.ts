import { Parser } from 'htmlparser2';
import { refusal } from '../foreign.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What an XML part consists of, in order. Names of the part's own namespace come without prefix (`tbl`), others with theirs (`mc:Fallback`). */
export interface XmlHandler {
  open(name: string, attributes: Attributes, start: number): void;
  close(name: string): void;
  text?(data: string): void;
}

/** Elements within each other at most; real documents stay below a hundred, and the parser's time grows with the square of the depth. */
const DEEPEST = 5000;

/**
 * Reads a part by events. Document types and their entities are inert: nothing is expanded or fetched. Throws InputError for elements nested
 * beyond reason.
 */
export function readXml(text: string, handler: XmlHandler, source: number): void {
  let prefix: string | null = null;
  const bare = (name: string): string => {
    prefix ??= name.includes(':') ? name.slice(0, name.indexOf(':') + 1) : '';
    return prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name;
  };
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > DEEPEST) throw refusal('too-large', source, { what: 'XML', size: depth, limit: DEEPEST });
        handler.open(bare(name), attributes, parser.startIndex);
      },
      onclosetag: name => {
        depth--;
        handler.close(bare(name));
      },
      ontext: data => handler.text?.(data),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
}

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[`w:${name}`] ?? attributes[name];
  if (plain !== undefined) return plain;
  const key = Object.keys(attributes).find(candidate => candidate.endsWith(`:${name}`));
  return key === undefined ? undefined : attributes[key];
}

/** A whole number of an attribute, kept within bounds. */
export function numberOf(attributes: Attributes, name: string, least: number, most: number): number {
  const value = Number.parseInt(attribute(attributes, name) ?? '', 10);
  return Number.isNaN(value) ? least : Math.min(most, Math.max(least, value));
}

/** Whether a switch such as `<w:vanish/>` is on. */
export function isOn(attributes: Attributes): boolean {
  return !/^(0|false|off|none)$/.test(attribute(attributes, 'val') ?? '');
}
