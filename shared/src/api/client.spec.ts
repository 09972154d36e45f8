import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifySync, transformSync } from '@swc/core';
import { ApiError, createApi, type ApiRequest, type ApiResponse } from './client.js';

interface Order {
  id: string;
  status: 'paid' | 'closed';
}

/** A contract of the shape openapi-typescript writes. */
interface Contract {
  '/orders/{id}': {
    get: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: { 200: { content: { 'application/json': Order } } };
    };
    post?: never;
    delete: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: { 204: { content?: never } };
    };
  };
  '/orders': {
    get: {
      parameters: {
        query: { brandId: string; status?: string[]; limit?: number };
        header?: never;
        path?: never;
      };
      requestBody?: never;
      responses: { 200: { content: { 'application/json': { items: Order[] } } } };
    };
    post: {
      parameters: { query?: never; header: { 'Idempotency-Key': string }; path?: never; cookie?: never };
      requestBody: { content: { 'application/json': { skuId: string; kind: 'pickup' | 'delivery' } } };
      responses: { 201: { content: { 'application/json': Order } } };
    };
  };
  '/brands': {
    get: {
      parameters: { query?: { limit?: number }; header?: never; path?: never; cookie?: never };
      requestBody?: never;
      responses: { 200: { content: { 'application/json': string[] } } };
    };
  };
}

function recording(answer: ApiResponse = { status: 200, body: {} }) {
  const sent: ApiRequest[] = [];
  const api = createApi<Contract>((request) => {
    sent.push(request);
    return Promise.resolve(answer);
  });
  return { api, sent };
}

describe('createApi', () => {
  it('fills the path and encodes what it fills in', async () => {
    const { api, sent } = recording({ status: 200, body: { id: 'o/1', status: 'paid' } });
    const order = await api.get('/orders/{id}', { path: { id: 'o/1 店' } });
    expect(order.status).toBe('paid');
    expect(sent).toEqual([
      { method: 'GET', url: '/orders/o%2F1%20%E5%BA%97', body: undefined, headers: undefined },
    ]);
  });

  it('writes the query, repeats lists and leaves out what is undefined', async () => {
    const { api, sent } = recording();
    await api.get('/orders', { query: { brandId: 'b&1', status: ['paid', 'ready'], limit: undefined } });
    expect(sent[0]?.url).toBe('/orders?brandId=b%261&status=paid&status=ready');
  });

  it('hands body and headers over as they are', async () => {
    const { api, sent } = recording({ status: 201, body: { id: '1', status: 'paid' } });
    const body = { skuId: 's1', kind: 'pickup' as const };
    await api.post('/orders', { headers: { 'Idempotency-Key': 'k-12345678' }, body });
    expect(sent[0]).toEqual({
      method: 'POST',
      url: '/orders',
      headers: { 'Idempotency-Key': 'k-12345678' },
      body,
    });
  });

  it('needs no input where nothing is required', async () => {
    const { api, sent } = recording({ status: 200, body: ['b'] });
    await expect(api.get('/brands')).resolves.toEqual(['b']);
    expect(sent[0]?.url).toBe('/brands');
  });

  it('answers nothing for 204', async () => {
    const { api } = recording({ status: 204, body: undefined });
    await expect(api.delete('/orders/{id}', { path: { id: '1' } })).resolves.toBeUndefined();
  });

  it('turns a problem into an ApiError that keeps the whole document', async () => {
    const problem = {
      type: 'about:blank',
      title: '价格有变化',
      status: 409,
      code: 'price_changed',
      detail: '请确认新的金额后再下单。',
      errors: [{ field: 'expectedPayFen', message: '应为 1250' }],
      quote: { payFen: 1250 },
    };
    const { api } = recording({ status: 409, body: problem });
    const error = await api.get('/brands').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 409,
      code: 'price_changed',
      message: problem.detail,
      errors: problem.errors,
      problem,
    });
  });

  it.each([[undefined], [null], ['<html>Bad gateway</html>']])(
    'has a sentence for an answer without a problem: %p',
    async (body) => {
      const { api } = recording({ status: 502, body });
      const error = await api.get('/brands').catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        status: 502,
        code: 'unavailable',
        message: '服务暂时不可用，请稍后再试。',
        errors: [],
      });
    },
  );

  it('lets a failing transport speak for itself', async () => {
    const api = createApi<Contract>(() => Promise.reject(new Error('offline')));
    await expect(api.get('/brands')).rejects.toThrow('offline');
  });

  it('weighs at most 1.5 KB', () => {
    const source = readFileSync(join(__dirname, 'client.ts'), 'utf8');
    const { code } = transformSync(source, {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2018' },
      module: { type: 'es6' },
    });
    const { code: minified } = minifySync(code, { module: true, compress: true, mangle: true });
    expect(Buffer.byteLength(minified)).toBeLessThanOrEqual(1536);
  });
});

/** Never called: `tsc` proves that what must not compile doesn't. */
export function mustNotCompile() {
  const { api } = recording();
  return [
    // @ts-expect-error unknown path
    api.get('/nothing'),
    // @ts-expect-error the path has no such verb
    api.post('/brands'),
    // @ts-expect-error the path parameter is missing
    api.get('/orders/{id}'),
    // @ts-expect-error a required query parameter is missing
    api.get('/orders', { query: { limit: 1 } }),
    // @ts-expect-error the query parameter is unknown
    api.get('/brands', { query: { page: 2 } }),
    // @ts-expect-error the key is missing
    api.post('/orders', { body: { skuId: 's', kind: 'pickup' } }),
    // @ts-expect-error the value isn't in the list
    api.post('/orders', { headers: { 'Idempotency-Key': 'k' }, body: { skuId: 's', kind: 'drone' } }),
    // @ts-expect-error the operation takes no body
    api.get('/brands', { body: {} }),
    // @ts-expect-error the answer has no such field
    api.get('/orders/{id}', { path: { id: '1' } }).then((order) => order.paidAt),
  ];
}
