import { setTimeout as sleep } from 'node:timers/promises';
import { WechatRefused, WechatUnavailable } from '../errors.js';
import { exchange, type HttpAnswer, Unreachable } from '../http/exchange.js';
import { Fields, Malformed } from '../http/fields.js';
import { originOf } from '../http/host.js';
import type { Clock } from '../../platform/clock/index.js';
import type { AccessTokenStore } from './access-token-store.js';
import { AccessTokens, type FetchedToken } from './access-tokens.js';
import { DEAD_TOKEN_ERRCODES, ERRCODE, LATER_ERRCODES } from './errcodes.js';

const TIMEOUT_MS = 10_000;
const BUSY_DELAYS_MS: readonly number[] = [150, 500];

export interface MiniProgramOptions {
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  /** For each attempt. */
  readonly timeoutMs?: number;
  /** Pauses before further attempts after "system busy"; as many as there are. */
  readonly busyDelaysMs?: readonly number[];
}

/** What a call brought: JSON with its errcode (0 where WeChat sends none), or the bytes of a picture. */
export type ApiAnswer =
  | { readonly kind: 'json'; readonly errcode: number; readonly errmsg: string; readonly fields: Fields }
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly contentType: string };

/**
 * How api.weixin.qq.com is talked to: HTTP 200 with an errcode, the access token in the address, a refused
 * token renewed once, "busy" tried again, everything bounded in time. Knows no single API.
 */
export class MiniProgramApi {
  readonly appId: string;
  private readonly origin: string;
  private readonly tokens: AccessTokens;

  constructor(
    private readonly options: MiniProgramOptions,
    store: AccessTokenStore,
    clock: Clock,
  ) {
    this.appId = options.appId;
    this.origin = originOf(options.baseUrl);
    this.tokens = new AccessTokens(() => this.fetchToken(), store, clock);
  }

  /** A call that signs with the access token. */
  async post(path: string, body: object): Promise<ApiAnswer> {
    const token = await this.tokens.current();
    const answer = await this.postWith(token, path, body);
    if (answer.kind !== 'json' || !DEAD_TOKEN_ERRCODES.has(answer.errcode)) {
      return answer;
    }
    return this.postWith(await this.tokens.replacementFor(token), path, body);
  }

  /** A call that signs with app id and app secret. */
  getWithSecret(path: string, query: Readonly<Record<string, string>>): Promise<ApiAnswer> {
    const { appId: appid, appSecret: secret } = this.options;
    return this.call('GET', path, new URLSearchParams({ appid, secret, ...query }));
  }

  private postWith(token: string, path: string, body: object): Promise<ApiAnswer> {
    return this.call('POST', path, new URLSearchParams({ access_token: token }), body);
  }

  private async fetchToken(): Promise<FetchedToken> {
    const path = '/cgi-bin/stable_token';
    const { appId: appid, appSecret: secret } = this.options;
    const answer = await this.call('POST', path, undefined, {
      grant_type: 'client_credential',
      appid,
      secret,
    });
    return readOk(path, answer, (fields) => ({
      token: fields.text('access_token'),
      expiresInSeconds: fields.whole('expires_in'),
    }));
  }

  private async call(
    method: 'GET' | 'POST',
    path: string,
    query: URLSearchParams | undefined,
    body?: object,
  ): Promise<ApiAnswer> {
    for (const delayMs of this.options.busyDelaysMs ?? BUSY_DELAYS_MS) {
      const answer = await this.attempt(method, path, query, body);
      if (answer.kind === 'bytes' || answer.errcode !== ERRCODE.busy) {
        return answer;
      }
      await sleep(delayMs);
    }
    return this.attempt(method, path, query, body);
  }

  private async attempt(
    method: 'GET' | 'POST',
    path: string,
    query: URLSearchParams | undefined,
    body: object | undefined,
  ): Promise<ApiAnswer> {
    try {
      const answer = await exchange({
        method,
        url: `${this.origin}${path}${query ? `?${query.toString()}` : ''}`,
        headers: body ? { 'Content-Type': 'application/json' } : {},
        body: body && JSON.stringify(body),
        timeoutMs: this.options.timeoutMs ?? TIMEOUT_MS,
      });
      return readAnswer(path, answer);
    } catch (error) {
      if (error instanceof Unreachable || error instanceof Malformed) {
        throw new WechatUnavailable(error.message);
      }
      throw error;
    }
  }
}

/** Reads a successful JSON answer. @throws WechatUnavailable, WechatRefused for every other answer */
export function readOk<T>(path: string, answer: ApiAnswer, read: (fields: Fields) => T): T {
  if (answer.kind !== 'json' || answer.errcode !== ERRCODE.ok) {
    throw failureOf(path, answer);
  }
  try {
    return read(answer.fields);
  } catch (error) {
    throw error instanceof Malformed ? new WechatUnavailable(`${path}: ${error.message}`) : error;
  }
}

/** The error for an answer that nobody expects here. */
export function failureOf(path: string, answer: ApiAnswer): WechatUnavailable | WechatRefused {
  if (answer.kind === 'bytes') {
    return new WechatUnavailable(`${path} answered ${answer.contentType} instead of JSON`);
  }
  const { errcode, errmsg } = answer;
  return LATER_ERRCODES.has(errcode)
    ? new WechatUnavailable(`${path} is busy: ${errcode} ${errmsg}`)
    : new WechatRefused(path, errcode, errmsg);
}

function readAnswer(path: string, { status, headers, body }: HttpAnswer): ApiAnswer {
  if (status !== 200) {
    throw new WechatUnavailable(`${path} answered HTTP ${status}`);
  }
  const contentType = headers.get('content-type') ?? '';
  // Pictures and errors come from the same address; some errors are labelled as text.
  if (body[0] !== 0x7b && !contentType.includes('json')) {
    return { kind: 'bytes', bytes: body, contentType };
  }
  const fields = Fields.parse(body.toString('utf8'));
  return {
    kind: 'json',
    errcode: fields.optionalWhole('errcode') ?? ERRCODE.ok,
    errmsg: fields.optionalText('errmsg') ?? '',
    fields,
  };
}
