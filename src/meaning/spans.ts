/** Anything found in a text, by where it stands. */
interface Spanned {
  span: readonly number[];
}

/** Index of the first of items in order that begins at a place or behind it; their number where none does. */
export function firstFrom(items: readonly Spanned[], from: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.span[0]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of items in order that stand whole within a stretch. */
export function within<T extends Spanned>(items: readonly T[], from: number, to: number): T[] {
  const found: T[] = [];
  for (let at = firstFrom(items, from); at < items.length && items[at]!.span[0]! < to; at++)
    if (items[at]!.span[1]! <= to) found.push(items[at]!);
  return found;
}
