import { ID_KINDS, toPublicId, type IdKind } from '../../../src/platform/ids/index.js';
import { resolve, type Schema } from '../contract.js';

/** A value with a word for people who read why a test failed. */
export type Named<T = unknown> = readonly [what: string, value: T];

const NUL = 'a\0b';
const HALF = 'a\ud800b';
const EMOJI = '👩‍👩‍👧‍👦🇨🇳';
const RIGHT_TO_LEFT = '\u202eمرحبا بالعالم';
const HUGE_TEXT = '长'.repeat(50_000);
const HUGE_LIST = 10_000;

/** Values that the schema forbids. `sample` is a rightful one, to be made wrong from. */
export function wrongValues(schema: Schema, sample?: unknown): Named[] {
  const resolved = resolve(schema);
  const nothing: Named[] = resolved.nullable ? [] : [['null', null]];
  return [...nothing, ...ofType(resolved, sample)];
}

function ofType(schema: Schema, sample: unknown): Named[] {
  if (schema.enum) {
    return [
      ...notText,
      ...wrongTexts,
      ['a value of no list', 'nothing'],
      ['a value in capitals', schema.enum[0]?.toUpperCase() + '!'],
    ];
  }
  switch (schema.type) {
    case 'string':
      return [...notText, ...ofText(schema)];
    case 'integer':
    case 'number':
      return ofNumber(schema);
    case 'boolean':
      return [
        ['a text', 'true'],
        ['one', 1],
        ['a list', [true]],
        ['an object', {}],
      ];
    case 'array':
      return ofList(schema, sample);
    case 'object':
      return ofObject(schema, sample);
    case undefined:
      throw new Error('The contract names a field without a type');
  }
}

const notText: readonly Named[] = [
  ['a number', 7],
  ['a boolean', true],
  ['an object', {}],
  ['an empty list', []],
  ['a list of text', ['text']],
];

const wrongTexts: readonly Named<string>[] = [
  ['an empty text', ''],
  ['a huge text', HUGE_TEXT],
  ['a NUL', NUL],
  ['half a character', HALF],
  ['emoji', EMOJI],
  ['text from right to left', RIGHT_TO_LEFT],
];

function ofText({ pattern, format, minLength = 0, maxLength }: Schema): Named<string>[] {
  const kind = idKindOf(pattern);
  if (kind) {
    return [...wrongTexts, ...wrongIds(kind)];
  }
  if (format) {
    return [...wrongTexts, ...WRONG_FORMS[format]];
  }
  if (pattern !== undefined) {
    return [...wrongTexts, ['a text that does not match', '?!'], ['blanks', '   ']];
  }
  return [
    ['a NUL', NUL],
    ['half a character', HALF],
    ['a huge text', HUGE_TEXT],
    ...(minLength > 0
      ? ([
          ['an empty text', ''],
          ['blanks', ' \t\n'],
        ] as const)
      : []),
    ...(maxLength === undefined ? [] : ([['a text one too long', 'x'.repeat(maxLength + 1)]] as const)),
  ];
}

const WRONG_FORMS: Readonly<Record<NonNullable<Schema['format']>, readonly Named<string>[]>> = {
  date: [
    ['a day that is none', '2026-02-30'],
    ['a day in short', '2026-1-1'],
    ['an instant for a day', '2026-01-01T00:00:00Z'],
    ['a word', 'today'],
  ],
  'date-time': [
    ['a day for an instant', '2026-06-01'],
    ['an hour that is none', '2026-06-01T25:00:00Z'],
    ['a day that is none', '2026-02-30T00:00:00Z'],
    ['an instant without offset', '2026-06-01T00:00:00'],
    ['an offset that is none', '2026-06-01T00:00:00+99:99'],
    ['a word', 'now'],
  ],
  email: [
    ['no address', 'nobody'],
    ['half an address', 'nobody@'],
    ['two addresses', 'a@example.com,b@example.com'],
    ['a long address', `${'a'.repeat(300)}@example.com`],
  ],
};

/** The kind of id that a pattern of the contract is about. */
export function idKindOf(pattern = ''): IdKind | undefined {
  const prefix = /^\^([a-z]{2})_/.exec(pattern)?.[1];
  return (Object.keys(ID_KINDS) as IdKind[]).find((kind) => ID_KINDS[kind] === prefix);
}

export function wrongIds(kind: IdKind): Named<string>[] {
  const rightful = toPublicId(kind, 1);
  const other = kind === 'order' ? 'member' : 'order';
  return [
    ['an id of another kind', toPublicId(other, 1)],
    ['an id of another kind under this name', `${ID_KINDS[kind]}_${toPublicId(other, 1).slice(3)}`],
    ['a made-up id', `${ID_KINDS[kind]}_${'1'.repeat(22)}`],
    ['an id beyond its range', `${ID_KINDS[kind]}_${'z'.repeat(22)}`],
    ['an id too long', `${rightful}1`],
    ['an id too short', rightful.slice(0, -1)],
    ['an id in capitals', rightful.toUpperCase()],
    ['a bare number', '1'],
    ['a negative number', '-1'],
    ['SQL', "1' OR '1'='1"],
  ];
}

function ofNumber({ type, minimum, maximum }: Schema): Named[] {
  return [
    ['a number as text', '1'],
    ['a word', 'many'],
    ['an empty text', ''],
    ['a boolean', true],
    ['an object', {}],
    ['a list', [1]],
    ['a huge number', 1e308],
    ['a number beyond all', Number.MAX_SAFE_INTEGER + 2],
    ...(type === 'integer' ? ([['a fraction', (minimum ?? 0) + 0.5]] as const) : []),
    ...(minimum === undefined ? [] : ([['one too few', minimum - 1]] as const)),
    ...(maximum === undefined ? [] : ([['one too many', maximum + 1]] as const)),
  ];
}

function ofList({ items = {}, maxItems = Infinity }: Schema, sample: unknown): Named[] {
  const [first, ...rest] = Array.isArray(sample) ? (sample as unknown[]) : [];
  const filler = first ?? 'x';
  return [
    ['a text', 'text'],
    ['a number', 7],
    ['an object', {}],
    ['an object that looks like a list', { 0: filler, length: 1 }],
    ['a list of nothing', [null]],
    ['a list of lists', [[]]],
    ['a huge list', new Array<unknown>(HUGE_LIST).fill(filler)],
    ...(maxItems < HUGE_LIST
      ? ([['one item too many', new Array<unknown>(maxItems + 1).fill(filler)]] as const)
      : []),
    ...wrongValues(items, first).map(([what, item]): Named => [`an item with ${what}`, [item, ...rest]]),
  ];
}

function ofObject({ properties = {}, required = [] }: Schema, sample: unknown): Named[] {
  const whole = (sample ?? {}) as Readonly<Record<string, unknown>>;
  const others: Named[] = [
    ['a text', 'text'],
    ['a number', 7],
    ['a boolean', true],
    ['a list', []],
    ['a list of objects', [whole]],
  ];
  const unknown: Named[] = ['unknownField', 'constructor', 'toString', ''].map((name) => [
    `an unknown field ${JSON.stringify(name)}`,
    { ...whole, [name]: 1 },
  ]);
  if (sample === undefined) {
    return [...others, ...unknown];
  }
  const missing = required.map((name): Named => [`no ${name}`, without(whole, name)]);
  const inside = Object.entries(properties).flatMap(([name, property]) =>
    wrongValues(property, whole[name]).map(([what, value]): Named => [
      `${name}: ${what}`,
      { ...whole, [name]: value },
    ]),
  );
  return [...others, ...unknown, ...missing, ...inside];
}

function without(whole: Readonly<Record<string, unknown>>, name: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(whole).filter(([one]) => one !== name));
}

/** Values that the schema allows, though hardly anybody thinks of them: taken or refused, but never a fault. */
export function oddValues(schema: Schema, sample: unknown): Named[] {
  const {
    type,
    enum: values,
    pattern,
    format,
    minimum,
    maximum,
    maxLength,
    maxItems,
    items,
    properties,
  } = resolve(schema);
  if (type === 'object') {
    const whole = (sample ?? {}) as Readonly<Record<string, unknown>>;
    return Object.entries(properties ?? {}).flatMap(([name, property]) =>
      oddValues(property, whole[name]).map(([what, value]): Named => [
        `${name}: ${what}`,
        { ...whole, [name]: value },
      ]),
    );
  }
  if (type === 'array') {
    const [first = 'x'] = Array.isArray(sample) ? (sample as unknown[]) : [];
    const inside = items ? oddValues(items, first) : [];
    return [
      ['no items', []],
      ['as many as there may be', new Array<unknown>(maxItems ?? 1).fill(first)],
      ...inside.map(([what, item]): Named => [`an item with ${what}`, [item]]),
    ];
  }
  if (type === 'integer' || type === 'number') {
    return [
      ['the least', minimum],
      ['the most', maximum],
      ['minus zero', -0],
      ['next to nothing', 5e-324],
    ];
  }
  return type === 'string' && !values && !format && idKindOf(pattern) === undefined
    ? oddTexts(maxLength)
    : oddForms(format);
}

function oddTexts(max = 100): Named<string>[] {
  return [
    ['emoji', EMOJI],
    ['emoji all along', '😀'.repeat(max)],
    ['characters all along', '字'.repeat(max)],
    ['text from right to left', RIGHT_TO_LEFT],
    ['marks without end', `字${'\u0301'.repeat(max - 1)}`],
    ['a selector after each character', '字\ufe0f'.repeat(max)],
    ['selectors alone', '\ufe0f'.repeat(max)],
    ['SQL', "'; DROP TABLE member; --"],
    ['a script', '<script>alert(1)</script>'],
    ['line breaks', 'a\r\nb: c'],
    ['a backslash', '\\'],
    ['a wildcard', '%_'],
  ];
}

function oddForms(format: Schema['format']): Named<string>[] {
  switch (format) {
    case 'date':
      return [
        ['the first day', '0001-01-01'],
        ['the last day', '9999-12-31'],
        ['a leap day', '2024-02-29'],
      ];
    case 'date-time':
      return [
        ['the first instant', '0001-01-01T00:00:00Z'],
        ['the last instant', '9999-12-31T23:59:59.999Z'],
        ['the last instant west of here', '9999-12-31T23:59:59.999-12:00'],
        ['a leap second', '2016-12-31T23:59:60Z'],
      ];
    case 'email':
      return [
        ['an address in Chinese', '用户@例子.中国'],
        ['an address with a tag', 'a+b@example.com'],
      ];
    case undefined:
      return [];
  }
}
