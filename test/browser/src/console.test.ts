import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Browser } from 'playwright-core';
import { BrandConsole } from './support/brand-console.js';
import { openBrowser, openPage } from './support/browser.js';
import { chapter } from './support/chapter.js';
import { run } from './support/environment.js';

describe('the console', () => {
  let browser: Browser;
  let manager: BrandConsole;

  before(async () => {
    browser = await openBrowser();
  });

  after(() => browser.close());

  chapter('lets nobody in with a wrong code, and says so', async () => {
    const { page } = await openPage(browser, run.console);
    await page.getByLabel('邮箱').fill(run.admin.email);
    await page.getByRole('textbox', { name: '密码' }).fill(run.admin.password);
    await page.getByLabel('动态码').fill('000000');
    await page.getByRole('button', { name: /登\s?录/ }).click();
    await page
      .getByText(/动态码.*(不|错|失效)/)
      .first()
      .waitFor();
  });

  chapter('opens with those who come, before what is sold', async () => {
    manager = await BrandConsole.signIn(browser);
    await manager.at('今日净销售额').waitFor();
    const figures = await manager.page.getByRole('main').innerText();
    const places = ['今日活跃会员', '今日服务人次', '今日净销售额'].map((title) => figures.indexOf(title));
    assert.ok(places.every((place) => place >= 0));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  for (const place of ['会员', '订单', '商品', '库存', '积分礼遇', '门店', '店员', '操作记录']) {
    chapter(`has something to show under ${place}`, async () => {
      await manager.goTo(place);
      await manager.page.getByRole('table').getByRole('row').nth(1).waitFor();
    });
  }

  chapter('met no error', async () => {
    assert.deepEqual(manager.errors, []);
  });
});
