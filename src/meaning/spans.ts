import { firstIndex } from '../base/first-index.ts';

/** Anything found in a text, by where it stands. */
interface Spanned {
  span: readonly number[];
}

/** Index of the first of items in order that begins at a place or behind it; their number where none does. */
export function firstFrom(items: readonly Spanned[], from: number): number {
  return firstIndex(items.length, index => items[index]!.span[0]! < from);
}

/** Those of items in order that stand whole within a stretch. */
export function within<T extends Spanned>(items: readonly T[], from: number, to: number): T[] {
  const found: T[] = [];
  for (let at = firstFrom(items, from); at < items.length && items[at]!.span[0]! < to; at++)
    if (items[at]!.span[1]! <= to) found.push(items[at]!);
  return found;
}
