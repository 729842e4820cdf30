/** Whether a value parsed from JSON conforms to the schema of plan.config.json; written out by the build as that of plan.json is. */
export function conforms(_value: unknown): boolean {
  return false;
}
