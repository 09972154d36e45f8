import { createApi } from '@regulars/shared/api';
import { login } from '@/platform/login';
import { request as platformRequest, type RawRequest, type RawResponse } from '@/platform/request';
import { sendOpenly, sendPlain, sendSignedIn } from './send';
import { Session } from './session';

jest.mock('@/platform/login');
jest.mock('@/platform/request');

const request = jest.mocked(platformRequest);
const answered = (status: number, body: unknown = {}): RawResponse => ({ status, body });

/** A server that knows the newest token only. */
function server() {
  let issued = 0;
  let valid = true;
  const seen: RawRequest[] = [];
  request.mockImplementation((sent) => {
    if (sent.url.endsWith('/session')) {
      issued += 1;
      valid = true;
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
      return Promise.resolve(answered(200, { token: `t${issued}`, expiresAt, memberId: null }));
    }
    seen.push(sent);
    const known = valid && sent.headers.Authorization === `Bearer t${issued}`;
    return Promise.resolve(known ? answered(200, { items: [] }) : answered(401, { code: 'unauthenticated' }));
  });
  return { seen, forget: () => (valid = false), issued: () => issued };
}

beforeEach(() => {
  jest.mocked(login).mockResolvedValue('a-login-code');
});

it('signs in before the first request, once for all who ask at the same time', async () => {
  const { issued } = server();
  const session = new Session(sendPlain);
  session.clear();
  const api = createApi(sendSignedIn(session));
  await Promise.all([api.get('/api/member/addresses'), api.get('/api/member/addresses')]);
  expect(issued()).toBe(1);
});

it('signs in again when the server has forgotten us, and asks once more', async () => {
  const { seen, forget, issued } = server();
  const session = new Session(sendPlain);
  session.clear();
  const api = createApi(sendSignedIn(session));
  await api.get('/api/member/addresses');
  forget();
  await api.get('/api/member/addresses');
  expect(issued()).toBe(2);
  expect(seen.map(({ headers }) => headers.Authorization)).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t2']);
});

it('gives up after asking once more', async () => {
  request.mockImplementation(({ url }) =>
    Promise.resolve(
      url.endsWith('/session')
        ? answered(200, {
            token: 't',
            expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
            memberId: null,
          })
        : answered(401, { code: 'unauthenticated', title: '登录已失效，请重新进入。' }),
    ),
  );
  const session = new Session(sendPlain);
  session.clear();
  await expect(createApi(sendSignedIn(session)).get('/api/member/addresses')).rejects.toMatchObject({
    status: 401,
    code: 'unauthenticated',
  });
});

it('waits for no sign-in where anybody may look', async () => {
  request.mockImplementation(() => Promise.resolve(answered(200, { items: [] })));
  const session = new Session(sendPlain);
  session.clear();
  await createApi(sendOpenly(session)).get('/api/member/brands');
  expect(request).toHaveBeenCalledTimes(1);
  expect(request.mock.lastCall?.[0].headers).not.toHaveProperty('Authorization');
});

afterEach(() => {
  jest.clearAllMocks();
});
