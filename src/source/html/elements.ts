/** Parts of tables, whose nesting browsers mend. */
export const STRUCTURE: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'colgroup']);

/** Elements without content. */
export const VOID: ReadonlySet<string> = new Set([
  'area',
  'base',
  'basefont',
  'bgsound',
  'br',
  'col',
  'embed',
  'frame',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);

/** Elements that begin and end a paragraph. */
export const BLOCK: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'br',
    'caption',
    'center',
    'dd',
    'details',
    'dialog',
    'dir',
    'div',
    'dl',
    'dt',
    'fieldset',
  ],
  ...[
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hgroup',
    'hr',
    'html',
    'legend',
    'li',
    'listing',
  ],
  ...['main', 'menu', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);

/** Elements whose content is not shown. */
const HIDING: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'noscript', 'noframes', 'noembed', 'iframe', 'object', 'svg', 'canvas', 'audio', 'video', 'title'],
  ...['select', 'datalist', 'textarea', 'rp', 'rt', 'colgroup'],
]);

/** Whether an element and all within are not shown. */
export function isHiding(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (HIDING.has(name) || (attributes.has('hidden') && attributes.get('hidden') !== 'until-found')) return true;
  return /(^|;)\s*(display\s*:\s*none|mso-hide\s*:\s*all)/i.test(attributes.get('style') ?? '');
}
