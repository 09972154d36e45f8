import type { ErrorCode } from '../errors.js';
import type { paths } from './schema.js';

/** What a transport is asked to send; `body` is a plain object, encoding it is the transport's part. */
export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface ApiResponse {
  status: number;
  body: unknown;
}

/** `wx.request`, `fetch` or a test: brings one request to the server and its answer back, whatever the status. */
export type Send = (request: ApiRequest) => Promise<ApiResponse>;

export interface FieldError {
  field: string;
  message: string;
}

/** A refusal, as the server's problem+json tells it. `message` is the sentence for people. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];

  constructor(
    readonly status: number,
    /** The whole problem document: some refusals carry more, such as a new quote. */
    readonly problem: Readonly<Record<string, unknown>>,
  ) {
    const title = textOr('服务暂时不可用，请稍后再试。', problem.title);
    const detail = textOr(title, problem.detail);
    super(detail);
    this.name = 'ApiError';
    this.title = title;
    this.detail = detail;
    this.code = (problem.code ?? 'unavailable') as ErrorCode;
    this.errors = (problem.errors ?? []) as FieldError[];
  }
}

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

type PathsWith<P, V extends Verb> = {
  [K in keyof P]: P[K] extends Record<V, { responses: unknown }> ? K : never;
}[keyof P] &
  string;

type Operation<P, K extends keyof P, V extends Verb> = P[K] extends Record<V, infer O> ? O : never;

/** A part of the input under its name: absent when the operation has none, optional when all of it is. */
type Part<Name extends string, T> = [Exclude<T, undefined>] extends [never]
  ? { [N in Name]?: undefined }
  : undefined extends T
    ? { [N in Name]?: T }
    : object extends T
      ? { [N in Name]?: T }
      : { [N in Name]: T };

type Parameters<O, Where extends string> = O extends { parameters: { [W in Where]?: infer T } }
  ? T
  : undefined;

type NoBody = { body?: undefined };

type Body<O> = O extends { requestBody: infer B }
  ? [B] extends [never]
    ? NoBody
    : B extends { content: { 'application/json': infer T } }
      ? { body: T }
      : NoBody
  : NoBody;

export type ApiInput<O> = Part<'path', Parameters<O, 'path'>> &
  Part<'query', Parameters<O, 'query'>> &
  Part<'headers', Parameters<O, 'header'>> &
  Body<O>;

type Content<R> = R extends { content: { 'application/json': infer T } } ? T : void;

export type ApiOutput<O> = O extends { responses: infer R }
  ? Content<R[keyof R & (200 | 201 | 202 | 204)]>
  : void;

type Arguments<O> = object extends ApiInput<O> ? [input?: ApiInput<O>] : [input: ApiInput<O>];

/** One function per verb; path, input and answer are checked against the contract. */
export type Api<P = paths> = {
  [V in Verb]: <K extends PathsWith<P, V>>(
    path: K,
    ...input: Arguments<Operation<P, K, V>>
  ) => Promise<ApiOutput<Operation<P, K, V>>>;
};

interface AnyInput {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  headers?: Record<string, string>;
  body?: unknown;
}

export function createApi<P = paths>(send: Send): Api<P> {
  const call =
    (method: ApiRequest['method']) =>
    async (template: string, { path, query, headers, body }: AnyInput = {}) => {
      const answer = await send({ method, url: urlOf(template, path, query), headers, body });
      if (answer.status >= 200 && answer.status < 300) {
        return answer.body;
      }
      throw new ApiError(answer.status, isRecord(answer.body) ? answer.body : {});
    };
  const api = {
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    patch: call('PATCH'),
    delete: call('DELETE'),
  };
  return api as unknown as Api<P>;
}

// Written out because mini-programs have neither URL nor URLSearchParams.
function urlOf(
  template: string,
  path: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const url = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(path[name])));
  const pairs = Object.entries(query)
    .flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).map((one: unknown) => [name, one] as const),
    )
    .filter(([, value]) => value !== undefined && value !== null)
    .map((pair) => pair.map((text) => encodeURIComponent(String(text))).join('='));
  return pairs.length > 0 ? `${url}?${pairs.join('&')}` : url;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function textOr(otherwise: string, value: unknown): string {
  return typeof value === 'string' ? value : otherwise;
}
