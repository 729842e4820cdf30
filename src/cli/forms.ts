/** What writes and reads the forms of units: loaded when asked for. */

export { collect } from '../ledger/collect.ts';
export { planFingerprint } from '../ledger/promises.ts';
export { formsOf } from '../report/forms.ts';
export { renderCover, renderForm } from '../reporters/form.ts';
export { readSource } from '../source/index.ts';
