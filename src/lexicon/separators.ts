export { INVISIBLE } from '../base/invisible.ts';
