import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Browser } from 'playwright-core';
import { BrandConsole } from './support/brand-console.js';
import { openBrowser } from './support/browser.js';
import { chapter } from './support/chapter.js';
import { people, run } from './support/environment.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;
/** WeChat pays back at once; the worker has to hear of it first. */
const LOOKS = 60;
const LOOK_EVERY_MS = 500;

interface OrderRow {
  readonly outTradeNo: string;
  readonly payFen: number;
  readonly createdAt: string;
}

describe('money that closes every day', () => {
  let browser: Browser;
  let finance: BrandConsole;
  let order: OrderRow;
  let day: string;

  before(async () => {
    browser = await openBrowser();
    finance = await BrandConsole.signIn(browser);
  });
  after(() => browser.close());

  chapter('shows the days, and the one on which WeChat knows more than we do', async () => {
    await finance.goTo('对账');
    await finance.at('已对平').waitFor();
    await finance.at('有差异').waitFor();
  });

  chapter('shows a payment whose notification was lost as a difference', async () => {
    order = await lost();
    day = dayOf(order.createdAt);
    await finance.page.goto(`${run.console}/b/${run.brandId}/reconciliation/${day}`);
    await finance.page.getByRole('button', { name: '重新取账单并核对' }).click();
    await row().waitFor();
    assert.match(await row().innerText(), /待处理/);
  });

  chapter('mends it with one click, by what WeChat itself answers', async () => {
    await row().getByRole('button', { name: '向微信核实并补记' }).click();
    await row().getByText('已补记').waitFor();
    assert.equal(await row().getByRole('button').count(), 0);
  });

  chapter('gives the money back, which the closed order no longer wanted', async () => {
    for (let looks = 0; looks < LOOKS; looks += 1) {
      if ((await atWechat(order.outTradeNo)).refundedFen === order.payFen) {
        return;
      }
      await finance.page.waitForTimeout(LOOK_EVERY_MS);
    }
    assert.fail('The money never set out');
  });

  chapter('closes the day with a signature', async () => {
    await finance.page.getByRole('button', { name: /关\s?账/ }).click();
    await finance.page
      .getByRole('tooltip')
      .getByRole('button', { name: /关\s?账/ })
      .click();
    await finance.at(/关账。$/).waitFor();
    assert.deepEqual(finance.errors, []);
  });

  const row = () => finance.page.getByRole('row').filter({ hasText: order.outTradeNo });

  /** An order of the last days that was closed here and, as WeChat now remembers, was paid all the same. */
  async function lost(): Promise<OrderRow> {
    const orders = await finance.page.evaluate(async (brandId) => {
      const response = await fetch(`/api/admin/orders?brandId=${brandId}&status=closed&limit=50`);
      return ((await response.json()) as { items: OrderRow[] }).items;
    }, run.brandId);
    const [newest, oldest] = [-3, -6].map((days) =>
      dayOf(new Date(Date.now() + days * DAY_MS).toISOString()),
    );
    const found = orders.find(({ createdAt }) => {
      const placed = dayOf(createdAt);
      return placed <= (newest ?? '') && placed >= (oldest ?? '');
    });
    assert.ok(found, 'the demo data have an order that was closed in these days');
    const paidAt = new Date(Date.parse(found.createdAt) + MINUTE_MS).toISOString();
    const payment = {
      outTradeNo: found.outTradeNo,
      transactionId: `4200${found.outTradeNo}`.slice(0, 32),
      openid: people.customerOpenid,
      description: '拿铁',
      totalFen: found.payFen,
      paidAt,
    };
    const response = await fetch(`${run.wechat}/control/history`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([payment]),
    });
    assert.deepEqual(await response.json(), { added: 1 });
    return found;
  }

  async function atWechat(outTradeNo: string): Promise<{ refundedFen: number }> {
    const response = await fetch(`${run.wechat}/control/payments/${outTradeNo}`);
    return (await response.json()) as { refundedFen: number };
  }
});

/** The day in China, by which WeChat bills. */
function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_MS).toISOString().slice(0, 10);
}
