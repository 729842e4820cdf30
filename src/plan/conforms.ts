/**
 * Whether a value parsed from JSON conforms to the schema of plan.json: a quick yes, so that a good plan is read without loading the library
 * that explains what is wrong with a bad one. The build writes this function out from the schema (`check-code.ts`); unbuilt, every plan is left
 * to that library.
 */
export function conforms(_value: unknown): boolean {
  return false;
}
