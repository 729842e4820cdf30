/** Index of the first of items in order that lies behind a place, by halving; their number where none does. `isBefore` tells of an index. */
export function firstIndex(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  for (let high = length; low < high; ) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
