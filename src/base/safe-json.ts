import { INVISIBLE } from './invisible.ts';

const EVERY = new RegExp(INVISIBLE.source, 'gu');

/** A value as JSON in which no control, zero-width or direction character stands raw: the same value to a parser, harmless on a terminal. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(EVERY, char =>
    char.replace(/[\s\S]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
