import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startStandIn, type StandIn } from '../src/index.js';
import { credentials } from './support/merchant.js';

type Json = Record<string, unknown>;

let api: Server;
let standIn: StandIn;

/** An API of ours as far as a screen needs it: whoever signs in sees a code with their own openid in it. */
beforeAll(async () => {
  api = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk as Buffer);
      }
      if (request.url === '/api/member/session') {
        const { code } = JSON.parse(Buffer.concat(chunks).toString()) as { code: string };
        const query = new URLSearchParams({
          appid: credentials.appId,
          secret: credentials.appSecret,
          js_code: code,
          grant_type: 'authorization_code',
        });
        const session = await fetch(`${standIn.url}/sns/jscode2session?${query.toString()}`);
        const { openid } = (await session.json()) as { openid: string };
        response.end(JSON.stringify({ token: openid }));
      } else if (request.url === '/api/member/card/code?brandId=1') {
        response.end(JSON.stringify({ code: `card of ${String(request.headers.authorization)}` }));
      } else {
        response.writeHead(403).end(JSON.stringify({ detail: '先开一张会员卡' }));
      }
    })();
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  standIn = await startStandIn({
    credentials,
    apiUrl: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
    phoneUrl: 'http://127.0.0.1:8081',
    webFolders: [join(__dirname, '../src/web')],
    tryIt: {
      codes: [{ title: '外滩店', subtitle: '门口', kind: 'live', value: 'pages/join/index?scene=abc' }],
      places: [{ title: '外滩店', lat: 31.24, lng: 121.49 }],
      roles: [
        {
          role: 'manager',
          title: '店长',
          email: 'demo@example.com',
          totpSecret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
        },
      ],
    },
  });
});
afterAll(async () => {
  await standIn.close();
  await new Promise((resolve) => api.close(resolve));
});

async function send(path: string, body?: unknown, expected = 200): Promise<Json> {
  const response = await fetch(standIn.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  expect(response.status).toBe(expected);
  return (await response.json()) as Json;
}

it('shows what the start gave it, and keeps the secret of the one-time code to itself', async () => {
  const setup = await send('/page/setup');
  expect(setup).toMatchObject({
    phoneUrl: 'http://127.0.0.1:8081',
    codes: [{ title: '外滩店', kind: 'live', value: 'pages/join/index?scene=abc' }],
    places: [{ title: '外滩店' }],
    roles: [{ role: 'manager', email: 'demo@example.com' }],
  });
  expect(JSON.stringify(setup)).not.toContain('GEZDGNBV');
  expect(await send('/page/one-time-code?role=manager')).toEqual({
    code: expect.stringMatching(/^\d{6}$/) as string,
    secondsLeft: expect.any(Number) as number,
  });
});

it('puts a phone at the first place it knows', async () => {
  await send('/devices', { device: 'at-the-store' });
  expect(await send('/devices/at-the-store/location')).toEqual({ lat: 31.24, lng: 121.49 });
});

it('reads codes that change off the screen of whoever shows them', async () => {
  const code = {
    title: '会员码',
    kind: 'member',
    live: { as: 'customer', path: '/api/member/card/code?brandId=1', field: 'code' },
  };
  const { items } = (await send('/control/codes', [code])) as { items: { id: string }[] };
  const { openid } = await send('/control/users', {});
  expect(await send('/page/scans', { codeId: items[0]?.id, openid })).toEqual({
    value: `card of Bearer ${String(openid)}`,
  });
});

it('says why when a screen shows no code', async () => {
  const code = {
    title: '会员码',
    kind: 'member',
    live: { as: 'customer', path: '/api/member/none', field: 'code' },
  };
  const { items } = (await send('/control/codes', [code])) as { items: { id: string }[] };
  const { openid } = await send('/control/users', {});
  expect(await send('/page/scans', { codeId: items[0]?.id, openid }, 502)).toMatchObject({
    error: '那块屏幕上现在没有码：先开一张会员卡',
  });
});

it('refuses codes that say nothing or live on another host', async () => {
  await send('/control/codes', [{ title: 'x', kind: 'live' }], 400);
  await send(
    '/control/codes',
    [{ title: 'x', kind: 'live', live: { as: 'customer', path: '//example.com/', field: 'code' } }],
    400,
  );
});

it('serves the page and nothing beside it', async () => {
  const page = await fetch(`${standIn.url}/`);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect((await fetch(`${standIn.url}/wechat?device=phone-0001`)).status).toBe(200);
  expect((await fetch(`${standIn.url}/assets/..%2f..%2fpackage.json`)).status).toBe(404);
  expect((await fetch(`${standIn.url}/assets/api.ts`)).status).toBe(404);
});

it('draws any code', async () => {
  const response = await fetch(`${standIn.url}/page/qr.svg?text=pages/join/index`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
});
