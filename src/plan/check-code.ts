/** The part of JSON Schema (draft 2020-12) that the schema of plan.json is written in. */
export interface JsonSchema {
  $schema?: string;
  type?: string | readonly string[];
  const?: unknown;
  enum?: readonly unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  anyOf?: readonly JsonSchema[];
  items?: JsonSchema | false;
  prefixItems?: readonly JsonSchema[];
  minItems?: number;
  maxItems?: number;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  propertyNames?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
}

/** Checks that the code calls: of every item of a list, and of every value of a record. */
const SHARED = [
  'const list = (value, check) => { if (!Array.isArray(value)) return false; for (let at = 0; at < value.length; at++) if (!check(value[at])) return false; return true; };',
  "const plain = value => typeof value === 'object' && value !== null && !Array.isArray(value);",
  'const record = (value, check) => plain(value) && list(Object.values(value), check);',
];

/**
 * Writes out a schema as JavaScript: statements that end with `return` of a function `(value) => boolean`, true for the values parsed from
 * JSON that conform to it. Running it reads each value once and no schema. Throws where the schema says what is not known here.
 */
export function checkCode(schema: JsonSchema): string {
  const declared = new Map<string, string>();
  /** The name of a constant; the same code has the same name. */
  const constant = (code: string): string => {
    const known = declared.get(code);
    if (known !== undefined) return known;
    const name = `c${declared.size}`;
    declared.set(code, name);
    return name;
  };
  const root = functionOf(schema, constant);
  const constants = [...declared].map(([code, name]) => `const ${name} = ${code};`);
  return [...SHARED, ...constants, `return ${root};`].join('\n');
}

type Constant = (code: string) => string;

function functionOf(schema: JsonSchema, constant: Constant): string {
  return constant(`value => ${test(schema, 'value', constant)}`);
}

/** The words of JSON Schema that are understood below; `$schema` and the type of an object's keys say nothing further. */
const WORDS = new Set(
  '$schema type const enum pattern minimum maximum anyOf items prefixItems minItems maxItems properties required propertyNames additionalProperties'.split(
    ' ',
  ),
);

/** An expression that tells whether `value`, itself an expression, conforms. */
function test(schema: JsonSchema, value: string, constant: Constant): string {
  const strange = Object.keys(schema).filter(word => !WORDS.has(word));
  if (strange.length > 0) throw new Error(`unknown in a JSON Schema: ${strange.join(', ')}`);
  if (schema.anyOf) return any(schema.anyOf.map(one => test(one, value, constant)));
  if (schema.const !== undefined) return `${value} === ${JSON.stringify(schema.const)}`;
  if (schema.enum) return any(schema.enum.map(one => `${value} === ${JSON.stringify(one)}`));
  if (typeof schema.type === 'object') return any(schema.type.map(type => test({ ...schema, type }, value, constant)));
  switch (schema.type) {
    case 'string':
      return `typeof ${value} === 'string'${schema.pattern === undefined ? '' : ` && ${constant(`new RegExp(${JSON.stringify(schema.pattern)}, 'u')`)}.test(${value})`}`;
    case 'number':
      return `Number.isFinite(${value})`;
    case 'integer':
      return `Number.isInteger(${value}) && ${value} >= ${schema.minimum ?? -Infinity} && ${value} <= ${schema.maximum ?? Infinity}`;
    case 'boolean':
      return `typeof ${value} === 'boolean'`;
    case 'null':
      return `${value} === null`;
    case 'array':
      return arrayTest(schema, value, constant);
    case 'object':
      return objectTest(schema, value, constant);
    default:
      throw new Error(`unknown in a JSON Schema: ${JSON.stringify(schema)}`);
  }
}

function any(tests: readonly string[]): string {
  return `(${tests.map(one => (one.includes('&&') ? `(${one})` : one)).join(' || ')})`;
}

function arrayTest({ items, prefixItems, minItems, maxItems }: JsonSchema, value: string, constant: Constant): string {
  if (items && !prefixItems && minItems === undefined && maxItems === undefined) return `list(${value}, ${functionOf(items, constant)})`;
  if (!prefixItems || items || minItems !== prefixItems.length || maxItems !== minItems) throw new Error('only lists and tuples are known');
  const places = prefixItems.map((one, at) => test(one, `${value}[${at}]`, constant));
  return [`Array.isArray(${value})`, `${value}.length === ${prefixItems.length}`, ...places].join(' && ');
}

/** An object has all that is required, and as many keys as are known of it, hence no others; or it is a record of values of one kind. */
function objectTest({ properties, required = [], additionalProperties }: JsonSchema, value: string, constant: Constant): string {
  if (!properties && typeof additionalProperties === 'object') return `record(${value}, ${functionOf(additionalProperties, constant)})`;
  if (!properties || additionalProperties !== false) throw new Error('only strict objects and records are known');
  const keys = Object.keys(properties);
  // A key that every object inherits could not be told from an own one by its value.
  if (keys.some(key => key in {} || !/^[a-z$][\w-]*$/i.test(key))) throw new Error(`a key that cannot be checked: ${keys.join(', ')}`);
  const member = (key: string): string => (key.includes('-') ? `value['${key}']` : `value.${key}`);
  const own = keys.map(key => {
    const one = test(properties[key]!, member(key), constant);
    return required.includes(key) ? one : `(${member(key)} === undefined || (${one}))`;
  });
  const optional = keys.filter(key => !required.includes(key)).map(key => ` + Number(${member(key)} !== undefined)`);
  const count = `Object.keys(value).length === ${required.length}${optional.join('')}`;
  return `${constant(`value => ${['plain(value)', ...own, count].join(' && ')}`)}(${value})`;
}
