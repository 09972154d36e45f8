/** What WeChat sent does not have the form its documentation promises. */
export class Malformed extends Error {}

/** Reads a JSON object field by field, refusing what is missing or of another type. */
export class Fields {
  private constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly path: string,
  ) {}

  static parse(json: string): Fields {
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch {
      throw new Malformed('not JSON');
    }
    return Fields.of(value);
  }

  static of(value: unknown, path = ''): Fields {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new Malformed(`${path || 'the body'} is not an object`);
    }
    return new Fields(value as Record<string, unknown>, path);
  }

  text(name: string): string {
    return this.optionalText(name) ?? this.refuse(name, 'is missing');
  }

  optionalText(name: string): string | null {
    const value = this.values[name] ?? null;
    return value === null || typeof value === 'string' ? value : this.refuse(name, 'is not a text');
  }

  /** For fields that WeChat writes as a number in one place and as a text in another. */
  textOrWhole(name: string): string {
    return typeof this.values[name] === 'number' ? String(this.whole(name)) : this.text(name);
  }

  whole(name: string): number {
    return this.optionalWhole(name) ?? this.refuse(name, 'is missing');
  }

  optionalWhole(name: string): number | null {
    const value = this.values[name] ?? null;
    if (value === null) {
      return null;
    }
    return typeof value === 'number' && Number.isSafeInteger(value)
      ? value
      : this.refuse(name, 'is not a whole number');
  }

  optionalInstant(name: string): Date | null {
    const text = this.optionalText(name);
    if (text === null || text === '') {
      return null;
    }
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? this.refuse(name, 'is not a time') : instant;
  }

  instant(name: string): Date {
    return this.optionalInstant(name) ?? this.refuse(name, 'is missing');
  }

  oneOf<const T extends string>(name: string, choices: readonly T[]): T {
    const text = this.text(name);
    return choices.find((choice) => choice === text) ?? this.refuse(name, 'has an unknown value');
  }

  object(name: string): Fields {
    return Fields.of(this.values[name], this.path ? `${this.path}.${name}` : name);
  }

  /** The object, or an empty one where WeChat leaves it out. */
  optionalObject(name: string): Fields {
    return (this.values[name] ?? null) === null ? Fields.of({}, name) : this.object(name);
  }

  private refuse(name: string, what: string): never {
    throw new Malformed(`${this.path ? `${this.path}.` : ''}${name} ${what}`);
  }
}
