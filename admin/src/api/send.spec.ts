import { ApiError } from '@regulars/shared/api';
import { sendFrom } from './send';

const signedOut = jest.fn();
const send = sendFrom(signedOut);
const fetched = jest.fn<Promise<Response>, [string, RequestInit]>();

beforeEach(() => {
  signedOut.mockReset();
  fetched.mockReset();
  globalThis.fetch = fetched as unknown as typeof fetch;
});

function answering(status: number, body?: unknown) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  fetched.mockResolvedValue(new Response(status === 204 ? null : text, { status }));
}

it('sends the cookie and the console header with everything', async () => {
  answering(200, {});
  await send({ method: 'GET', url: '/api/admin/me' });
  const [url, request] = fetched.mock.calls[0]!;
  expect(url).toBe('/api/admin/me');
  expect(request).toMatchObject({ credentials: 'same-origin', headers: { 'X-Regulars-Console': '1' } });
  expect(request.body).toBeUndefined();
});

it('writes a body as JSON and keeps the headers of the call', async () => {
  answering(200, { id: '1' });
  const body = { reason: '盘点更正' };
  const answer = await send({ method: 'POST', url: '/x', body, headers: { 'Idempotency-Key': 'k' } });
  expect(fetched.mock.calls[0]![1]).toMatchObject({
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' },
  });
  expect(answer).toEqual({ status: 200, body: { id: '1' } });
});

it('takes an answer without content, and a page of a proxy, for no content', async () => {
  answering(204);
  await expect(send({ method: 'DELETE', url: '/x' })).resolves.toEqual({ status: 204, body: undefined });
  answering(502, '<html>Bad gateway</html>');
  await expect(send({ method: 'GET', url: '/x' })).resolves.toEqual({ status: 502, body: undefined });
});

it('says that the server cannot be reached', async () => {
  fetched.mockRejectedValue(new TypeError('Failed to fetch'));
  const error: unknown = await send({ method: 'GET', url: '/x' }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 0, code: 'unavailable', message: expect.stringContaining('连不上') });
});

it('tells when the session is over, but not of a wrong password', async () => {
  answering(401, { code: 'sign_in_failed' });
  await send({ method: 'POST', url: '/api/admin/session', body: {} });
  expect(signedOut).not.toHaveBeenCalled();
  answering(401, { code: 'unauthenticated' });
  await send({ method: 'GET', url: '/api/admin/members' });
  expect(signedOut).toHaveBeenCalledTimes(1);
});
