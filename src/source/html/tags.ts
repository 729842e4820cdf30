import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Attributes that change what a reader sees; no others are kept. */
const SEEN_ATTRIBUTES = new Set(['rowspan', 'colspan', 'hidden', 'style']);

/** What a page consists of, in order; offsets are into its text. */
export interface TagHandler {
  open(name: string, attributes: ReadonlyMap<string, string>, start: number): void;
  close(name: string): void;
  text(data: string, start: number, end: number): void;
}

/**
 * Cuts a page into tags and text. The tokenizer alone is used, without its library's tree rules: those let a stray `</div>` in a cell close
 * the table around it, which browsers do not.
 */
export function readTags(page: string, handler: TagHandler): void {
  const callbacks = new TagCallbacks(page, handler);
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks);
  tokenizer.write(page);
  tokenizer.end();
}

class TagCallbacks implements TokenizerCallbacks {
  private readonly page: string;
  private readonly handler: TagHandler;
  /** Where the last event ended, which is where an entity begins. */
  private at = 0;
  private name = '';
  private start = 0;
  private attribute = '';
  private value = '';
  private attributes = new Map<string, string>();

  constructor(page: string, handler: TagHandler) {
    this.page = page;
    this.handler = handler;
  }

  onopentagname(start: number, end: number): void {
    this.name = this.page.slice(start, end).toLowerCase();
    this.start = start - 1;
    if (this.attributes.size > 0) this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.page.slice(start, end).toLowerCase();
    this.value = '';
  }

  onattribdata(start: number, end: number): void {
    this.value += this.page.slice(start, end);
  }

  onattribentity(code: number): void {
    this.value += String.fromCodePoint(code);
  }

  onattribend(): void {
    if (SEEN_ATTRIBUTES.has(this.attribute) && !this.attributes.has(this.attribute)) this.attributes.set(this.attribute, this.value);
  }

  onopentagend(end: number): void {
    this.handler.open(this.name, this.attributes, this.start);
    this.at = end + 1;
  }

  /** `<td/>` is `<td>` in a page. */
  onselfclosingtag(end: number): void {
    this.onopentagend(end);
    if (this.name === 'svg' || this.name === 'math') this.handler.close(this.name);
  }

  onclosetag(start: number, end: number): void {
    this.handler.close(this.page.slice(start, end).toLowerCase());
    this.at = end + 1;
  }

  ontext(start: number, end: number): void {
    this.handler.text(this.page.slice(start, end), start, end);
    this.at = end;
  }

  ontextentity(code: number, end: number): void {
    this.handler.text(String.fromCodePoint(code), this.at, end);
    this.at = end;
  }

  oncdata(_start: number, end: number): void {
    this.at = end + 1;
  }

  oncomment(_start: number, end: number): void {
    this.at = end + 1;
  }

  ondeclaration(_start: number, end: number): void {
    this.at = end + 1;
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.at = end + 1;
  }

  onend(): void {}
}
