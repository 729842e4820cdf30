import { isUtf8, transcode } from 'node:buffer';
import type { Diagnostic } from '../base/diagnostic.ts';
import { beginsWith, nameOfBinary, refusal, refuseForeign } from './foreign.ts';
import { controlShare, plausibility } from './plausible.ts';

/** A text and how it was encoded. A byte order mark stays in the text (U+FEFF at offset 0), so that offsets cover every character. */
export interface Decoded {
  text: string;
  encoding: string;
  diagnostics: Diagnostic[];
}

/** Text with more control characters than this share is binary data that happens to decode. */
const MOST_CONTROLS = 0.02;
/** Decodings below this score are noise. */
const LEAST_SCORE = 0.15;

/**
 * Decodes a text file, by the surest sign first: byte order mark, NUL bytes where UTF-16 has them, valid UTF-8, then whichever of damaged
 * UTF-8, GB18030 and Big5 gives the more plausible Chinese. Throws InputError for what is empty or no text.
 */
export function decode(bytes: Uint8Array, source: number): Decoded {
  if (bytes.length === 0) throw refusal('empty-input', source);
  refuseForeign(bytes, source);
  const decoded = byMark(bytes, source) ?? byNulls(bytes) ?? strictly(bytes, 'utf-8') ?? byPlausibility(bytes, source);
  if (!decoded || controlShare(decoded.text) > MOST_CONTROLS) throw refusal('not-text', source, { what: nameOfBinary(bytes) });
  if (!/\S/.test(decoded.text)) throw refusal('empty-input', source);
  return decoded;
}

/** Text of the first bytes of a file, for looking at; '' where they are no text. A line cut short at the end is left out. */
export function decodeBegin(bytes: Uint8Array, most = 65_536): string {
  let sample = bytes.subarray(0, most);
  if (bytes.length > most && !sample.includes(0)) sample = sample.subarray(0, sample.lastIndexOf(10) + 1 || most);
  try {
    return decode(sample, 0).text;
  } catch {
    return '';
  }
}

/** Decodes with a declared encoding (`gb2312`, `utf-8`); null where the label is unknown or the bytes do not fit it. */
export function strictly(bytes: Uint8Array, label: string): Decoded | null {
  if (/^utf-?8$/i.test(label)) {
    if (!isUtf8(bytes)) return null;
    // By way of UTF-16 it is four times as fast as a TextDecoder, which matters for files of tens of megabytes.
    const text = transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
    return { text, encoding: 'utf-8', diagnostics: [] };
  }
  try {
    const decoder = new TextDecoder(/^gb/i.test(label) ? 'gb18030' : label, { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes), encoding: decoder.encoding, diagnostics: [] };
  } catch {
    return null;
  }
}

/** Decodes by a byte order mark; damage further on is told, not fatal. Null where there is no mark. */
export function byMark(bytes: Uint8Array, source: number): Decoded | null {
  const label = markOf(bytes);
  return label === null ? null : (strictly(bytes, label) ?? leniently(bytes, label, source));
}

function markOf(bytes: Uint8Array): string | null {
  if (beginsWith(bytes, '\u00ef\u00bb\u00bf')) return 'utf-8';
  if (beginsWith(bytes, '\u00ff\u00fe')) return 'utf-16le';
  return beginsWith(bytes, '\u00fe\u00ff') ? 'utf-16be' : null;
}

/** UTF-16 without a mark: the NUL bytes of ASCII characters show it (一 has one too), the more plausible byte order wins. */
function byNulls(bytes: Uint8Array): Decoded | null {
  if (bytes.length % 2 === 1 || !bytes.subarray(0, 65_536).includes(0)) return null;
  let best: { decoded: Decoded; score: number } | null = null;
  for (const label of ['utf-16le', 'utf-16be']) {
    const decoded = strictly(bytes, label);
    if (!decoded || controlShare(decoded.text) > MOST_CONTROLS) continue;
    const isAscii = !/[^\u0000-\u007f]/.test(decoded.text.slice(0, 4096));
    const score = isAscii ? 1 : plausibility(decoded.text).score;
    if (score >= LEAST_SCORE && score > (best?.score ?? 0)) best = { decoded, score };
  }
  return best?.decoded ?? null;
}

function byPlausibility(bytes: Uint8Array, source: number): Decoded | null {
  const sample = bytes.subarray(0, 1 << 20);
  const scored = ['utf-8', 'gb18030', 'big5'].map(label => ({ label, score: plausibility(new TextDecoder(label).decode(sample)).score }));
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  if (best.score < LEAST_SCORE) return null;
  return strictly(bytes, best.label) ?? leniently(bytes, best.label, source);
}

/** Decodes what is mostly valid; unreadable bytes become U+FFFD and are told with the place of the first. */
function leniently(bytes: Uint8Array, label: string, source: number): Decoded {
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  const start = firstDamage(bytes, label);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) line++;
  const end = start + (/^\ufffd*/.exec(text.slice(start, start + 100))?.[0].length ?? 0);
  const place = { source, line, column: start - lineStart + 1, start, end };
  const count = Math.max(1, runs(text) - (label === 'utf-8' ? genuineRuns(bytes) : 0));
  const around = text.slice(Math.max(lineStart, start - 10), start + 20).split('\n')[0]!;
  return { text, encoding: label, diagnostics: [{ code: 'invalid-bytes', place, text: around, data: { count, encoding: label } }] };
}

function runs(text: string): number {
  return text.match(/\ufffd+/g)?.length ?? 0;
}

/** Replacement characters that stand in the file themselves are no damage. */
function genuineRuns(bytes: Uint8Array): number {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin.match(/(?:\u00ef\u00bf\u00bd)+/g)?.length ?? 0;
}

/** Offset in the text of the first bytes that cannot be decoded: by chunks, then byte by byte in the chunk that fails. */
function firstDamage(bytes: Uint8Array, label: string): number {
  let good = 0;
  for (let chunk = 1 << 16; chunk >= 1; chunk = chunk > 1 ? chunk >> 4 || 1 : 0) {
    const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
    try {
      decoder.decode(bytes.subarray(0, good), { stream: true });
      while (good < bytes.length) {
        decoder.decode(bytes.subarray(good, good + chunk), { stream: true });
        good = Math.min(bytes.length, good + chunk);
      }
      break;
    } catch {
      // the damage lies in this chunk: go on from here in smaller steps
    }
  }
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes.subarray(0, good), { stream: true }).length;
}
