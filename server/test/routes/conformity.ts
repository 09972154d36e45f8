import { resolve, type Schema } from './contract.js';

/**
 * Where an answer is not what the contract says. Stricter than a validator: a field that the contract doesn't
 * name is a deviation, and so is a rule in the contract that isn't understood here.
 */
export function deviations(schema: Schema, value: unknown, at = 'answer'): string[] {
  const resolved = resolve(schema);
  const unknown = Object.keys(resolved).filter((rule) => !UNDERSTOOD.has(rule));
  if (unknown.length > 0) {
    return [`${at}: the contract's ${unknown.join(', ')} is not understood`];
  }
  if (value === null) {
    return resolved.nullable ? [] : [`${at}: null`];
  }
  if (resolved.enum) {
    return resolved.enum.includes(value as string)
      ? []
      : [`${at}: ${JSON.stringify(value)} is none of its values`];
  }
  switch (resolved.type) {
    case 'object':
      return isRecord(value) ? ofObject(resolved, value, at) : [`${at}: no object`];
    case 'array':
      return Array.isArray(value) ? ofList(resolved, value, at) : [`${at}: no list`];
    case 'string':
      return typeof value === 'string' ? ofText(resolved, value, at) : [`${at}: no text`];
    case 'integer':
    case 'number':
      return typeof value === 'number' ? ofNumber(resolved, value, at) : [`${at}: no number`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${at}: no boolean`];
    case undefined:
      return [`${at}: the contract names no type`];
  }
}

const UNDERSTOOD = new Set([
  ...[
    'type',
    'properties',
    'additionalProperties',
    'required',
    'items',
    'maxItems',
    'enum',
    'pattern',
    'format',
  ],
  ...['minLength', 'maxLength', 'minimum', 'maximum', 'nullable', 'description', 'example'],
]);

function ofObject(schema: Schema, value: Record<string, unknown>, at: string): string[] {
  const properties = schema.properties ?? {};
  const missing = (schema.required ?? []).filter((name) => !(name in value));
  const undocumented = Object.keys(value).filter(
    (name) => !(name in properties) && !schema.additionalProperties,
  );
  return [
    ...missing.map((name) => `${at}.${name}: missing`),
    ...undocumented.map((name) => `${at}.${name}: not in the contract`),
    ...Object.entries(properties)
      .filter(([name]) => name in value)
      .flatMap(([name, property]) => deviations(property, value[name], `${at}.${name}`)),
  ];
}

function ofList({ items, maxItems = Infinity }: Schema, value: readonly unknown[], at: string): string[] {
  return [
    ...(value.length > maxItems ? [`${at}: ${value.length} items`] : []),
    ...value.flatMap((item, index) => (items ? deviations(items, item, `${at}[${index}]`) : [])),
  ];
}

const FORMATS: Readonly<Record<NonNullable<Schema['format']>, RegExp>> = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
  email: /^[^@\s]+@[^@\s]+$/,
};

function ofText(
  { minLength = 0, maxLength = Infinity, ...schema }: Schema,
  value: string,
  at: string,
): string[] {
  const fits =
    value.length >= minLength &&
    value.length <= maxLength &&
    (schema.pattern === undefined || new RegExp(schema.pattern).test(value)) &&
    (schema.format === undefined || FORMATS[schema.format].test(value));
  return fits ? [] : [`${at}: ${JSON.stringify(value)}`];
}

function ofNumber(
  { minimum = -Infinity, maximum = Infinity, type }: Schema,
  value: number,
  at: string,
): string[] {
  const fits = value >= minimum && value <= maximum && (type === 'number' || Number.isInteger(value));
  return fits ? [] : [`${at}: ${value}`];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
