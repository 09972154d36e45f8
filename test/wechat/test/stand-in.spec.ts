import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCredentials, serverEnvironment, startStandIn } from '../src/index.js';
import { credentials } from './support/merchant.js';
import { Receiver } from './support/receiver.js';
import { openShop } from './support/shop.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wechat-stand-in-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('refuses to start in production', async () => {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await expect(startStandIn({ credentials })).rejects.toThrow(/production/);
  } finally {
    process.env['NODE_ENV'] = before;
  }
});

describe('credentials', () => {
  it('are made once in a folder, for the owner’s eyes only', () => {
    const first = makeCredentials(join(folder, 'wechat'));
    expect(makeCredentials(join(folder, 'wechat'))).toEqual(first);
    expect(readdirSync(join(folder, 'wechat')).sort()).toEqual([
      'apiclient_cert.pem',
      'apiclient_key.pem',
      'pub_key.pem',
      'stand-in.json',
    ]);
    expect(statSync(join(folder, 'wechat/stand-in.json')).mode & 0o077).toBe(0);
  });

  it('fill the server’s environment, but for what only WeChat has', () => {
    const environment = serverEnvironment(credentials, 'http://127.0.0.1:8083');
    expect(environment).toMatchObject({
      WECHAT_API_BASE: 'http://127.0.0.1:8083',
      WECHAT_PAY_BASE: 'http://127.0.0.1:8083',
      WECHAT_MCH_CERT: expect.stringContaining('BEGIN CERTIFICATE') as string,
      WECHAT_PAY_API_V3_KEY: expect.stringMatching(/^.{32}$/) as string,
      WECHAT_PAY_PUBLIC_KEY_ID: expect.stringMatching(/^PUB_KEY_ID_\d+$/) as string,
    });
    expect(Object.values(environment)).not.toContain(credentials.payPrivateKey);
  });
});

describe('with a state file', () => {
  it('remembers users, payments and the clock, and goes on with pushes and refunds after a restart', async () => {
    const stateFile = join(folder, 'state/wechat.json');
    const hook = new Receiver();
    await hook.open();
    hook.status = 500;

    const before = await startStandIn({ credentials, stateFile });
    const shop = await openShop(before);
    await shop.control.refundPolicy({ afterMs: 3_600_000 });
    const prepayId = await shop.prepay({ notify_url: hook.url });
    await shop.control.pay(prepayId, { wait: true });
    await shop.refund();
    await shop.control.advanceClock(1000);
    await before.close();
    expect(readdirSync(join(folder, 'state'))).toEqual(['wechat.json']);

    hook.clear();
    const after = await startStandIn({ credentials, stateFile });
    const { control } = await openShop(after);
    expect(after.clock.now() - Date.now()).toBeGreaterThan(900);
    await control.advanceClock(14_000);
    expect(hook.received).toHaveLength(1);
    await control.advanceClock(3_600_000);
    const payment = await control.payment('order-0001');
    expect(payment).toMatchObject({
      tradeState: 'REFUND',
      refundedFen: 2500,
      notifications: [{ acknowledged: true, attempts: [{ status: 500 }, { status: 200 }] }],
    });
    await after.close();
    await hook.close();
  });

  it('writes it by itself soon after something changed', async () => {
    const stateFile = join(folder, 'wechat.json');
    const standIn = await startStandIn({ credentials, stateFile });
    const { openid } = await openShop(standIn);
    while (!existsSync(stateFile)) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(readFileSync(stateFile, 'utf8')).toContain(openid);
    await standIn.close();
  });
});
