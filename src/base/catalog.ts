import { contentWords } from './catalog/content.ts';
import { inputWords, savedPlanWords } from './catalog/input.ts';
import { tableWords } from './catalog/table.ts';

/** The words of every diagnostic, in the order of the docs. */
export const catalog = { ...inputWords, ...tableWords, ...contentWords, ...savedPlanWords } as const;
