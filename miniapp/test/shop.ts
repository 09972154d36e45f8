import { ERRORS, type ErrorCode } from '@regulars/shared';
import Taro, { phone } from './shim/taro';
import * as fixtures from './fixtures';

export interface Call {
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
  headers: Record<string, string>;
}

export type Answer = { status: number; body?: unknown } | 'offline' | 'never';
type Handler = (call: Call) => Answer;

export const ok = (body?: unknown): Answer => ({ status: 200, body });
export const page = (items: unknown[], next: string | null = null): Answer => ok({ items, next });

export function refusal(code: ErrorCode): Answer {
  const { status, text } = ERRORS[code];
  return { status, body: { type: 'about:blank', title: text, status, code, detail: text, requestId: 'r' } };
}

/** The server as one customer's phone knows it: a member, unless told otherwise. */
export class Shop {
  readonly calls: Call[] = [];
  private readonly handlers = new Map<string, Handler>();

  constructor({ joined = true } = {}) {
    Object.assign(phone, { query: {}, scan: undefined, location: undefined, payment: 'ok', confirms: true });
    phone.storage.clear();
    Taro.request.mockImplementation((sent) => this.receive(sent));
    this.on('POST /api/member/session', () =>
      ok({ token: 'token', expiresAt: '2099-01-01T00:00:00.000Z', memberId: joined ? 'me_1' : null }),
    );
    this.on('GET /api/member/brands', () => ok({ items: [fixtures.brand] }));
    this.on('GET /api/member/stores', () => ok({ items: [fixtures.store] }));
    this.on('GET /api/member/card', () => (joined ? ok(fixtures.card) : refusal('membership_required')));
    this.on('GET /api/member/me', () =>
      ok(joined ? fixtures.me : { ...fixtures.me, memberId: null, memberships: [] }),
    );
  }

  on(route: string, handler: Handler): this {
    this.handlers.set(route, handler);
    return this;
  }

  callsTo(route: string): Call[] {
    return this.calls.filter(({ method, path }) => `${method} ${path}` === route);
  }

  private receive(sent: { method: string; url: string; data?: string; header?: Record<string, string> }) {
    const url = new URL(sent.url);
    const call: Call = {
      method: sent.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: sent.data === undefined ? undefined : JSON.parse(sent.data),
      headers: sent.header ?? {},
    };
    this.calls.push(call);
    const answer = this.handlers.get(`${call.method} ${call.path}`)?.(call) ?? refusal('not_found');
    if (answer === 'offline') {
      return Promise.reject(new Error('request:fail'));
    }
    return answer === 'never'
      ? new Promise<never>(() => undefined)
      : Promise.resolve({ statusCode: answer.status, data: answer.body });
  }
}
