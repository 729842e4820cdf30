/** The part of JSON Schema (draft 2020-12) that the schema of plan.json is written in. */
export interface JsonSchema {
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  anyOf?: readonly JsonSchema[];
  /** Schemas of the first items; `items: false` allows no more. */
  prefixItems?: readonly JsonSchema[];
  items?: JsonSchema | boolean;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  additionalProperties?: JsonSchema | boolean;
}

/**
 * Whether a value conforms to a schema: a quick yes or no, so that a good plan is read without loading the validator that explains what is
 * wrong with a bad one.
 */
export function conforms(value: unknown, schema: JsonSchema): boolean {
  if (schema.anyOf) return schema.anyOf.some(one => conforms(value, one));
  if ('const' in schema) return value === schema.const;
  if (schema.enum) return schema.enum.includes(value);
  if (typeof schema.type === 'object') return schema.type.some(type => conforms(value, { ...schema, type }));
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' && (schema.pattern === undefined || pattern(schema.pattern).test(value));
    case 'number':
    case 'integer':
      return typeof value === 'number' && Number.isFinite(value) && (schema.type === 'number' || inRange(value, schema));
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value) && itemsConform(value, schema);
    case 'boolean':
      return typeof value === 'boolean';
    case 'object':
      return (
        typeof value === 'object' && value !== null && !Array.isArray(value) && objectConforms(value as Record<string, unknown>, schema)
      );
    default:
      return schema.type === undefined;
  }
}

function inRange(value: number, { minimum = -Infinity, maximum = Infinity }: JsonSchema): boolean {
  return Number.isInteger(value) && value >= minimum && value <= maximum;
}

function itemsConform(values: readonly unknown[], { prefixItems = [], items = true }: JsonSchema): boolean {
  if (values.length < prefixItems.length) return false;
  return values.every((item, index) => {
    const schema = prefixItems[index] ?? items;
    return typeof schema === 'boolean' ? schema : conforms(item, schema);
  });
}

function objectConforms(
  value: Record<string, unknown>,
  { properties = {}, required = [], additionalProperties = true }: JsonSchema,
): boolean {
  if (!required.every(key => Object.hasOwn(value, key))) return false;
  for (const key of Object.keys(value)) {
    const known = Object.hasOwn(properties, key) ? properties[key]! : additionalProperties;
    if (known === false || (known !== true && !conforms(value[key], known))) return false;
  }
  return true;
}

const patterns = new Map<string, RegExp>();

function pattern(source: string): RegExp {
  let known = patterns.get(source);
  if (!known) {
    known = new RegExp(source, 'u');
    patterns.set(source, known);
  }
  return known;
}
