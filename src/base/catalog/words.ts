/**
 * The words of diagnostics by code: [message, cause, remedy] in Chinese and English, and how serious it is. `{name}` is filled from the
 * diagnostic's data. `error`: values may be wrong or the input cannot be used; `warning`: look at it; `info`: what was inferred or tidied.
 */
export type Catalog = Record<
  string,
  { severity: 'error' | 'warning' | 'info'; zh: readonly [string, string, string]; en: readonly [string, string, string] }
>;
