/** Stands in for the package of that name inside cli-table3, in the bundle: the same widths by our own, faster measure. */
export { textWidth as default } from '../base/text-width.ts';
