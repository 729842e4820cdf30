import { visible } from '../../base/visible.ts';

/** Every character that Markdown or HTML may read as markup, escaped; line breaks as <br>. */
export function escaped(text: string): string {
  return visible(text)
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]{}#|~!$^=]/g, '\\$&')
    .replace(/^[-+](?=\s|[-\s]*$)/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/:(?=\/\/)|www(?=\.)|@(?=\w)/gi, match => `${match.slice(0, -1)}&#${match.charCodeAt(match.length - 1)};`)
    .replace(/\r\n|\r|\n/g, '<br>');
}
