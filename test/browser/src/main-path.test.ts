import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Browser } from 'playwright-core';
import { BrandConsole } from './support/brand-console.js';
import { openBrowser } from './support/browser.js';
import { chapter } from './support/chapter.js';
import { Person } from './support/try-it.js';

/** 148 yuan as a member: enough points for a croissant. */
const CUP = '檐下随行杯';
const CROISSANT = '海盐可颂一只';

describe('the main path, as three people', () => {
  let browser: Browser;
  let customer: Person;
  let clerk: Person;
  let cardNo: string;
  let orderNo: string;

  before(async () => {
    browser = await openBrowser();
    customer = await Person.arrive(browser);
    clerk = await Person.arrive(browser);
    await clerk.play('店员');
  });

  after(() => browser.close());

  chapter('a passer-by scans the code at the till, joins and has a card', async () => {
    const { phone } = customer;
    await customer.becomeSomebodyNew();
    await customer.scan('湖南路店收银台');
    await phone.see('做个老主顾');
    await phone.tap(/我同意服务约定/);
    await phone.tap('用手机号入会');
    await phone.tap('同意并继续');
    await customer.answer('允许');
    cardNo = await phone.read(/^\d{4} \d{4} \d{4}$/);
    await phone.see(/湖南路店\s*入会/);
  });

  chapter('she buys a cup and pays, and the points are hers', async () => {
    const { phone } = customer;
    await phone.tap('选购');
    await phone.tap(CUP);
    await phone.tap('直接买');
    await phone.tap('松柏绿');
    await phone.tap('去结算');
    await phone.see('会员价优惠');
    await phone.tap('提交并付款');
    await customer.answer('确认支付');
    await phone.see('付款成功，请到店出示取货码');
    orderNo = await phone.read(/^\d{20,}$/);
  });

  chapter('the clerk hands the cup over for her code', async () => {
    const code = await customer.phone.read(/^[0-9A-Z]{8}$/);
    const { phone } = clerk;
    await phone.tap('我的');
    await phone.tap(/工作台/);
    await phone.tap('核销取货码、兑换码');
    await phone.tap('扫客人的码');
    await phone.tap('同意并继续');
    await clerk.showText(code);
    await phone.see(new RegExp(CUP));
    await phone.tap('确认交给客人');
    await phone.see('扫客人的码');
    await customer.phone.see(/已取走|已完成|取走/);
  });

  chapter('she checks in with the code on the clerk’s screen', async () => {
    const { phone } = customer;
    await phone.tap('再逛逛');
    await phone.tap('首页');
    await phone.tap('到店签到');
    await phone.tap('扫签到码');
    await customer.show('店员手机上的码');
    await phone.see(/签到成功，得 5 积分/);
  });

  chapter('she takes a croissant for her points, and the clerk gives it to her', async () => {
    const her = customer.phone;
    await customer.open('packages/loyalty/rewards/index');
    await her.tap(CROISSANT);
    await her.tap('用 140 积分换它');
    await her.see(`换到了：${CROISSANT}`);
    const code = await her.read(/^[0-9A-Z]{10}$/);
    await clerk.phone.tap('扫客人的码');
    await clerk.showText(code);
    await clerk.phone.see(CROISSANT);
    await clerk.phone.tap('核销并交给客人');
    await clerk.phone.see('扫客人的码');
  });

  chapter('the clerk knows her by the code on her card', async () => {
    const shown = customer.page.waitForResponse(/\/card\/code/);
    await customer.open('pages/card/index');
    const { code } = (await (await shown).json()) as { code: string };
    await clerk.goBack();
    await clerk.phone.tap('扫会员码');
    await clerk.showText(code);
    await clerk.phone.see(new RegExp(cardNo.replaceAll(' ', ' ?')));
    await clerk.phone.see('今天已经签到');
  });

  chapter('the manager sees both the member and the sale, and gives the money back', async () => {
    const manager = await BrandConsole.signIn(browser);
    await manager.goTo('订单');
    await manager.page.getByRole('link', { name: orderNo }).click();
    await manager.page.getByRole('button', { name: '全额退款' }).click();
    await manager.page.getByRole('button', { name: '商品有问题' }).click();
    await manager.page.getByText('我已和顾客确认退款').click();
    await manager.page.getByRole('button', { name: '退款 ¥148' }).click();
    await manager.at('已退款').waitFor();
    await manager.goTo('会员');
    assert.deepEqual(manager.errors, []);
  });

  chapter('her order says so, and the points she had spent already are owed', async () => {
    const { phone } = customer;
    await customer.open('packages/trade/orders/index');
    await phone.see('已退款');
    await customer.open('packages/loyalty/points/index');
    await phone.see(/因为退款，还欠 135 积分/);
  });

  chapter('nobody met an error', async () => {
    assert.deepEqual([...customer.errors, ...clerk.errors], []);
  });
});
