/** What writes and reads the forms of units: loaded when asked for. */

export { formsOf } from '../report/forms.ts';
export { renderCover, renderForm } from '../reporters/form.ts';
