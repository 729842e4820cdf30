/**
 * A text without some characters, and white space, at its end. In linear time, which `/[…\s]+$/` is not: it tries every place where a long run of
 * them begins.
 */
export function withoutEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && (marks.includes(text[end - 1]!) || text[end - 1]!.trim() === '')) end--;
  return text.slice(0, end);
}
