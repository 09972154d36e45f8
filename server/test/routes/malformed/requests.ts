import { toPublicId } from '../../../src/platform/ids/index.js';
import type { Sending } from '../../harness.js';
import type { PreparedCall } from '../calling.js';
import { resolve, type Parameter, type Schema } from '../contract.js';
import { idKindOf, oddValues, wrongIds, wrongValues, type Named } from './values.js';

/** One request that somebody's mistake or malice could make. */
export interface Attempt {
  readonly what: string;
  readonly url: string;
  readonly sending: Pick<Sending, 'body' | 'raw' | 'headers'>;
}

const BODY_BYTES_MAX = 256 * 1024;
const DEPTH = 100_000;

/** Requests that must be refused. */
export function* wrongRequests(call: PreparedCall): Generator<Attempt> {
  yield* wrongPaths(call);
  yield* wrongQueries(call);
  yield* wrongKeys(call);
  yield* wrongBodies(call);
}

/** Requests that may be taken or refused. */
export function* oddRequests(call: PreparedCall): Generator<Attempt> {
  const { operation, query = {}, body } = call;
  for (const { name, schema } of parametersIn(call, 'query')) {
    const odd = name === 'after' ? ODD_CURSORS : oddValues(schema, query[name]);
    for (const [what, value] of odd) {
      yield {
        ...rightful(call),
        what: `${name}: ${what}`,
        url: urlOf(call, { ...query, [name]: String(value) }),
      };
    }
  }
  for (const [what, value] of operation.body && body ? oddValues(operation.body, body) : []) {
    yield { ...rightful(call), what, sending: { body: value } };
  }
  yield {
    ...rightful(call),
    what: 'a query of bytes that are no text',
    url: `${urlOf(call)}${urlOf(call).includes('?') ? '&' : '?'}after=%ff%fe`,
  };
}

function* wrongPaths(call: PreparedCall): Generator<Attempt> {
  for (const { name, schema } of parametersIn(call, 'path')) {
    const kind = idKindOf(schema.pattern);
    const wrong: Named<string>[] = [
      ...(kind ? wrongIds(kind) : []),
      ...(kind ? ([['the id of nothing', toPublicId(kind, 999_999_999)]] as const) : []),
      ['a NUL', 'a\0b'],
      ['emoji', '😀'],
      ['a long text', 'x'.repeat(190)],
      ['a text too long for a path', 'x'.repeat(3000)],
      ['a way up', '../../health/live'],
      ['a blank', ' '],
    ];
    for (const [what, value] of wrong) {
      yield {
        ...rightful(call),
        what: `${name} in the path: ${what}`,
        url: urlOf({ ...call, path: { ...call.path, [name]: value } }),
      };
    }
    for (const raw of ['%', '%zz', '%ff', '%c3%28']) {
      const url = call.operation.path.replace(`{${name}}`, raw);
      yield { ...rightful(call), what: `${name} in the path: ${raw}`, url };
    }
  }
}

function* wrongQueries(call: PreparedCall): Generator<Attempt> {
  const { query = {} } = call;
  const attempt = (what: string, pairs: readonly (readonly [string, string])[]): Attempt => ({
    ...rightful(call),
    what: `query ${what}`,
    url: urlOf(call, pairs),
  });
  const rightfulPairs = Object.entries(query);
  yield attempt('with an unknown name', [...rightfulPairs, ['unknown', '1']]);
  yield attempt('with a name of objects', [...rightfulPairs, ['__proto__', '1']]);
  for (const { name, schema, required } of parametersIn(call, 'query')) {
    const others = rightfulPairs.filter(([one]) => one !== name);
    if (required) {
      yield attempt(`without ${name}`, others);
    }
    const value = query[name] ?? '1';
    yield attempt(`with ${name} twice`, [...others, [name, value], [name, value]]);
    yield attempt(`with ${name} as a list`, [...others, [`${name}[]`, value]]);
    yield attempt(`with ${name} as an object`, [...others, [`${name}[a]`, value]]);
    for (const [what, wrong] of wrongQueryValues(name, schema)) {
      yield attempt(`${name}: ${what}`, [...others, [name, wrong]]);
    }
  }
}

const LONGEST_IN_A_URL = 5000;

function wrongQueryValues(name: string, schema: Schema): Named<string>[] {
  if (name === 'after') {
    return WRONG_CURSORS;
  }
  const { type } = resolve(schema);
  if (type === 'integer' || type === 'number') {
    const { minimum = 0, maximum = 0 } = schema;
    const wrong = [
      '',
      ' ',
      '1e1',
      '0x1',
      'NaN',
      'Infinity',
      '-',
      '+1',
      '99999999999999999999',
      '١',
      'one',
      '1,2',
    ];
    return [...wrong, String(minimum - 1), String(maximum + 1), ...(type === 'integer' ? ['1.5'] : [])].map(
      (text) => [JSON.stringify(text), text],
    );
  }
  return wrongValues(schema).flatMap(([what, value]): Named<string>[] =>
    typeof value === 'string' ? [[what, value.slice(0, LONGEST_IN_A_URL)]] : [],
  );
}

const cursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString('base64url');

const WRONG_CURSORS: Named<string>[] = [
  ['an empty text', ''],
  ['no base64', '!!!'],
  ['no JSON', Buffer.from('{').toString('base64url')],
  ['a long text', 'x'.repeat(201)],
  ['a NUL', 'a\0b'],
  ...[null, 1, {}, [], [null], [{}], [1.5], [1e300], [[1]], [1, 1, 1], ['a', 'b', 'c']].map(
    (key): Named<string> => [`the key ${JSON.stringify(key)}`, cursor(key)],
  ),
];

/** Well-formed, though we never gave them out. */
const ODD_CURSORS: Named<string>[] = [
  [0],
  [-1],
  [1],
  [Number.MAX_SAFE_INTEGER],
  ['a'],
  [1, 1],
  [-1, -1],
  ['a', 1],
  ['\0', 1],
  ['😀', 1],
].map((key) => [`the key ${JSON.stringify(key)}`, cursor(key)]);

function* wrongKeys(call: PreparedCall): Generator<Attempt> {
  if (!parametersIn(call, 'header').some(({ name }) => name === 'Idempotency-Key')) {
    return;
  }
  for (const key of ['', 'short', 'x'.repeat(65), 'with a blank', 'tab\tinside', 'beyond-ascii-é']) {
    yield {
      ...rightful(call),
      what: `the key ${JSON.stringify(key)}`,
      sending: { ...rightful(call).sending, headers: { 'idempotency-key': key } },
    };
  }
}

function* wrongBodies(call: PreparedCall): Generator<Attempt> {
  const { operation, body } = call;
  if (operation.method === 'GET') {
    return;
  }
  for (const [what, sending] of WRONG_CONTENTS(body ?? {})) {
    yield { ...rightful(call), what, sending };
  }
  if (!operation.body || body === undefined) {
    yield { ...rightful(call), what: 'a body where none belongs', sending: { body: { unknownField: 1 } } };
    return;
  }
  yield { ...rightful(call), what: 'no body', sending: {} };
  yield { ...rightful(call), what: 'nothing that says it is JSON', sending: { raw: '' } };
  for (const [what, value] of wrongValues(operation.body, body)) {
    yield { ...rightful(call), what, sending: { body: value } };
  }
}

function WRONG_CONTENTS(body: object): Named<Attempt['sending']>[] {
  const json = JSON.stringify(body);
  const typed = (type: string, raw = json): Attempt['sending'] => ({
    raw,
    headers: { 'content-type': type },
  });
  const field = Object.keys(body)[0] ?? 'a';
  const rest = json.slice(1);
  return [
    ['JSON that breaks off', { raw: '{"a":' }],
    ['JSON with an end too many', { raw: `${json}}` }],
    ['no JSON', { raw: "{'a':1}" }],
    ['a word', { raw: 'undefined' }],
    ['bytes that are no text', { raw: Buffer.from(`{"${field}":"\xff\xfe"}`, 'latin1') }],
    ['a prototype', { raw: `{"__proto__":{"a":1},${rest}` }],
    ['a constructor with a prototype', { raw: `{"constructor":{"prototype":{"a":1}},${rest}` }],
    ['a body too large', { raw: JSON.stringify({ ...body, [field]: 'x'.repeat(BODY_BYTES_MAX) }) }],
    ['lists without end', { raw: '['.repeat(DEPTH) + ']'.repeat(DEPTH) }],
    ['objects without end', { raw: nested('unknownField', json) }],
    ['a field without end', { raw: nested(field, json) }],
    ['plain text', typed('text/plain')],
    ['XML', typed('application/xml', '<a/>')],
    ['a form', typed('application/x-www-form-urlencoded', new URLSearchParams(formOf(body)).toString())],
    ['a form with files', typed('multipart/form-data; boundary=x', '--x--')],
    ['JSON of another kind', typed('application/vnd.api+json')],
    ['bytes', typed('application/octet-stream')],
    ['a content type that is none', typed('json')],
  ];
}

function formOf(body: object): [string, string][] {
  return Object.entries(body).map(([name, value]: [string, unknown]) => [name, String(value)]);
}

/** The object with a field that nests as deep as the size of a body allows. */
function nested(field: string, json: string): string {
  const depth = 40_000;
  const inner = '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
  const others = json === '{}' ? '' : `,${json.slice(1, -1)}`;
  return `{"${field}":${inner}${field === 'unknownField' ? others : ''}}`;
}

function parametersIn({ operation }: PreparedCall, place: Parameter['in']): readonly Parameter[] {
  return operation.parameters.filter((parameter) => parameter.in === place);
}

/** The example itself: what everything wrong is made from. */
function rightful(call: PreparedCall): Attempt {
  const { body } = call;
  return { what: '', url: urlOf(call), sending: body === undefined ? {} : { body } };
}

function urlOf(
  { operation, path = {}, query = {} }: PreparedCall,
  search: Readonly<Record<string, string>> | readonly (readonly [string, string])[] = query,
): string {
  const url = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const pairs = Array.isArray(search) ? (search as [string, string][]) : Object.entries(search);
  return pairs.length === 0 ? url : `${url}?${new URLSearchParams(pairs).toString()}`;
}
