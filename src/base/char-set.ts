/**
 * The characters of a text as a set. Looking for one of many scattered characters is many times faster in a table than by a character class
 * of a regular expression, which compares with one after the other.
 */
export class CharSet {
  private readonly holds = new Uint8Array(0x10000);

  constructor(chars: string) {
    for (let at = 0; at < chars.length; at++) this.holds[chars.charCodeAt(at)] = 1;
  }

  /** The first place from `at` on whose character is in the set, or -1. */
  next(text: string, at = 0): number {
    for (let place = at; place < text.length; place++) if (this.holds[text.charCodeAt(place)] === 1) return place;
    return -1;
  }
}
