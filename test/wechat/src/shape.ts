/** What is wrong with one field. `field` is a JSON pointer such as /amount/total. */
export interface Violation {
  readonly field: string;
  readonly issue: string;
  readonly value: unknown;
  readonly kind: 'missing' | 'unknown' | 'invalid';
}

export type Rule = (value: unknown, field: string) => Violation | undefined;

interface Field {
  readonly rule: Rule;
  readonly required: boolean;
}

export const required = (rule: Rule): Field => ({ rule, required: true });
export const optional = (rule: Rule): Field => ({ rule, required: false });

/** Lengths count characters, so that a Chinese one counts once. */
export const text =
  ({ min = 1, max, pattern }: { min?: number; max: number; pattern?: RegExp }): Rule =>
  (value, field) => {
    if (typeof value !== 'string') {
      return invalid(field, value, 'must be a string');
    }
    const length = [...value].length;
    if (length < min || length > max) {
      return invalid(field, value, `must be ${min} to ${max} characters long`);
    }
    return pattern && !pattern.test(value)
      ? invalid(field, value, `must match ${pattern.source}`)
      : undefined;
  };

export const whole =
  ({ min, max = Number.MAX_SAFE_INTEGER }: { min: number; max?: number }): Rule =>
  (value, field) =>
    Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max
      ? undefined
      : invalid(field, value, `must be a whole number from ${min} to ${max}`);

export const numeric =
  ({ min, max }: { min: number; max: number }): Rule =>
  (value, field) =>
    typeof value === 'number' && value >= min && value <= max
      ? undefined
      : invalid(field, value, `must be a number from ${min} to ${max}`);

export const flag: Rule = (value, field) =>
  typeof value === 'boolean' ? undefined : invalid(field, value, 'must be true or false');

export const oneOf =
  (...choices: readonly (string | number | null)[]): Rule =>
  (value, field) =>
    choices.some((choice) => choice === value)
      ? undefined
      : invalid(field, value, `must be one of ${choices.join(', ')}`);

export const listOf =
  (rule: Rule, { min = 0, max }: { min?: number; max: number }): Rule =>
  (value, field) => {
    if (!Array.isArray(value)) {
      return invalid(field, value, 'must be a list');
    }
    if (value.length < min || value.length > max) {
      return invalid(field, value, `must hold ${min} to ${max} items`);
    }
    return first(value, (item, index) => rule(item, `${field}/${index}`));
  };

export const nullable =
  (rule: Rule): Rule =>
  (value, field) =>
    value === null ? undefined : rule(value, field);

/** An object with these fields and no others. */
export const fields =
  (shape: Readonly<Record<string, Field>>): Rule =>
  (value, field) => {
    if (!isObject(value)) {
      return invalid(field, value, 'must be an object');
    }
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(shape, name));
    if (unknown !== undefined) {
      return {
        field: `${field}/${unknown}`,
        issue: 'is not a documented field',
        value: value[unknown],
        kind: 'unknown',
      };
    }
    return first(Object.entries(shape), ([name, { rule, required: mandatory }]) => {
      const path = `${field}/${name}`;
      if (value[name] === undefined) {
        return mandatory
          ? { field: path, issue: 'is required', value: undefined, kind: 'missing' }
          : undefined;
      }
      return rule(value[name], path);
    });
  };

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(field: string, value: unknown, issue: string): Violation {
  return { field, issue, value, kind: 'invalid' };
}

function first<T>(
  items: readonly T[],
  check: (item: T, index: number) => Violation | undefined,
): Violation | undefined {
  for (const [index, item] of items.entries()) {
    const violation = check(item, index);
    if (violation) {
      return violation;
    }
  }
  return undefined;
}
