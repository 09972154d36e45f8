import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { MiniProgram, turn } from './mini-program.js';
import { CHECK_IN_CODE, IDS, LIVE_CODE, ShopBackend } from './shop-backend.js';
import { Wx } from './wx.js';

const FOLDER = join(import.meta.dirname, '../../../miniapp/dist/weapp');
const SET_DATA_BYTES_MAX = 64 * 1024;
const FIRST_SCREEN_CALLS_MAX = 3;

interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

const app = JSON.parse(readFileSync(join(FOLDER, 'app.json'), 'utf8')) as AppConfig;
const routes = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];

/** What pages need to know to be opened. */
const QUERY: Readonly<Record<string, Record<string, string>>> = {
  'packages/trade/product/index': { id: IDS.product },
  'packages/trade/order/index': { id: IDS.order },
  'pages/join/index': { scene: LIVE_CODE },
};

function phone(options: { joined?: boolean } = {}) {
  const backend = new ShopBackend(options);
  const wx = new Wx(backend.answer);
  const program = new MiniProgram(FOLDER, wx);
  program.launch();
  return { backend, wx, program };
}

function bodyOf(wx: Wx, method: string, path: string): Record<string, unknown> {
  const request = wx.requests.find((sent) => sent.method === method && sent.path === path);
  assert.ok(request, `${method} ${path} was sent`);
  return request.body as Record<string, unknown>;
}

function assertCalm(program: MiniProgram): void {
  assert.deepEqual(program.faults, []);
  for (const page of program.stack) {
    assert.deepEqual([...page.missingTemplates], [], `${page.route} uses elements without a template`);
    assert.ok(Math.max(0, ...page.changes) <= SET_DATA_BYTES_MAX, `${page.route} sends too much at once`);
  }
}

describe('the built mini-program in WeChat', () => {
  for (const route of routes) {
    it(`opens ${route}`, async () => {
      const { program } = phone();
      const page = program.open(route, QUERY[route]);
      await page.until(({ text }) => text.trim().length > 0);
      await turn(150);
      assertCalm(program);
      program.close();
    });
  }

  it('asks for little before the first screen stands', async () => {
    const { program, wx } = phone({ joined: false });
    await program.open('pages/home/index').untilReads('晴檐咖啡');
    await turn(300);
    const calls = new Set(wx.requests.map(({ method, path }) => `${method} ${path}`));
    assert.ok(calls.size <= FIRST_SCREEN_CALLS_MAX, [...calls].join(', '));
    assert.equal(wx.requests.length, calls.size, 'nothing is asked twice');
  });

  it('says so when there is no network, and finds its way back', async () => {
    const { backend } = phone();
    let online = false;
    const wx = new Wx((request) => (online ? backend.answer(request) : 'offline'));
    const program = new MiniProgram(FOLDER, wx);
    program.launch();
    const page = program.open('pages/home/index');
    await page.untilReads('没能打开');
    online = true;
    await page.tap('再试一次');
    await page.untilReads('晴檐咖啡');
    assertCalm(program);
  });

  it('joins from a scanned code, with consent and without a phone number', async () => {
    const { program, wx, backend } = phone({ joined: false });
    const page = program.open('pages/join/index', { scene: encodeURIComponent(LIVE_CODE) });
    await page.untilReads('入会送一杯');
    await page.tap(/暂不留手机号/);
    await turn(200);
    assert.equal(backend.joined, false, 'nobody joins without consent');
    await page.tap(/^\s*我同意/);
    await page.tap(/暂不留手机号/);
    await page.until(() => backend.joined);
    const { liveCode, phoneCode, consents } = bodyOf(wx, 'POST', '/api/member/memberships');
    assert.equal(liveCode, LIVE_CODE);
    assert.equal(phoneCode, undefined);
    assert.deepEqual(consents, [
      { purpose: 'service', given: true },
      { purpose: 'marketing', given: false },
    ]);
    assertCalm(program);
  });

  it('buys: from the product to the paid order, once however often the button is tapped', async () => {
    const { program, wx, backend } = phone();
    const product = program.open('packages/trade/product/index', { id: IDS.product });
    await product.tap('加入购物车');
    await product.untilReads('选规格');
    // The sheet belongs to the page's content, which comes before its footer.
    await product.tap('加入购物车', 0);
    await turn(100);
    const cart = program.open('packages/trade/cart/index');
    await cart.untilReads('檐下拿铁');
    await cart.tap(/结算/);
    const checkout = await cart.until(() => program.stack.find(({ route }) => route.includes('checkout')));
    await checkout.untilReads('会员价优惠');
    await Promise.all([checkout.tap(/(提交|去支付|付款|下单)/), checkout.tap(/(提交|去支付|付款|下单)/)]);
    await checkout.until(() => wx.callsOf('requestPayment').length > 0);
    await turn(300);
    assert.equal(backend.placed.size, 1);
    assert.equal(wx.callsOf('requestPayment').length, 1);
    assert.equal(wx.callsOf('requestPayment')[0]?.package, 'prepay_id=wx0001');
    assert.equal(wx.callsOf('requestPayment')[0]?.signType, 'RSA');
    assertCalm(program);
  });

  it('shows the card with its code', async () => {
    const { program } = phone();
    const page = program.open('pages/card/index');
    await page.untilReads(/5994\s*3586\s*8741/);
    await page.until(
      ({ tree: _tree }) =>
        page.all(({ attr }) => typeof attr?.src === 'string' && attr.src.startsWith('data:image')).length > 0,
    );
    assertCalm(program);
  });

  it('checks in by scanning the store’s code, although the location is refused', async () => {
    const { program, wx } = phone();
    wx.person.scan = CHECK_IN_CODE;
    const page = program.open('packages/loyalty/check-in/index');
    await page.tap(/扫/);
    await page.until(() =>
      wx.requests.some(({ method, path }) => method === 'POST' && path === '/api/member/check-ins'),
    );
    const { storeCode, lat } = bodyOf(wx, 'POST', '/api/member/check-ins');
    assert.equal(storeCode, CHECK_IN_CODE);
    assert.equal(lat, undefined);
    await page.untilReads(/5/);
    assertCalm(program);
  });
});
