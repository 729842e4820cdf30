/** Whether a file is a saved plan: that is JSON, and no document is. */
export function isJson(bytes: Uint8Array): boolean {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
  const blank = (): void => {
    while (at < bytes.length && bytes[at]! <= 0x20) at++;
  };
  blank();
  if (bytes[at++] !== 0x7b) return false;
  blank();
  return bytes[at] === 0x22 || bytes[at] === 0x7d;
}
