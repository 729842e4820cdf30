/** Whole lines of a stream, as many as have come in together; or the size in bytes of a line that is too long to be held. */
export type LineBlock = { lines: Uint8Array } | { tooLong: number };

const LINE_END = 0x0a;

/**
 * Cuts a stream of bytes at line ends, into blocks of whole lines. Lines are given as soon as they are complete, so that who waits for an
 * answer gets it; of a line longer than `longest` bytes nothing is kept but its size, so that memory stays bounded.
 */
export async function* lineBlocks(input: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<LineBlock> {
  let begun: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    const first = chunk.indexOf(LINE_END) + 1;
    const last = chunk.lastIndexOf(LINE_END) + 1;
    if (first > 0) {
      const fits = size + first <= longest;
      if (!fits) yield { tooLong: size + first };
      else if (size > 0) yield { lines: Buffer.concat([...begun, chunk.subarray(0, first)]) };
      const from = size > 0 || !fits ? first : 0;
      if (last > from) yield { lines: chunk.subarray(from, last) };
      [begun, size] = [[], 0];
    }
    const rest = chunk.subarray(last);
    size += rest.length;
    if (size > longest) begun = [];
    else if (rest.length > 0) begun.push(rest);
  }
  if (size > longest) yield { tooLong: size };
  else if (size > 0) yield { lines: Buffer.concat(begun) };
}
