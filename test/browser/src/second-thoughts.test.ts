import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser } from './support/browser.js';
import { chapter } from './support/chapter.js';
import { Person } from './support/try-it.js';

describe('a customer who thinks twice', () => {
  let browser: Browser;
  let customer: Person;

  before(async () => {
    browser = await openBrowser();
    customer = await Person.arrive(browser);
    await customer.becomeSomebodyNew();
  });

  after(() => browser.close());

  chapter('looks around before joining anything', async () => {
    const { phone } = customer;
    await phone.tap('选购');
    await phone.see('檐下拿铁');
    await phone.tap('会员卡');
    await phone.see(/入会/);
  });

  chapter('keeps the phone number, and is a member all the same', async () => {
    const { phone } = customer;
    await customer.scan('湖南路店桌贴');
    await phone.tap('暂不留手机号，直接入会');
    await phone.see(/请先看一下并勾选/);
    await phone.tap(/我同意服务约定/);
    await phone.tap('用手机号入会');
    await phone.tap('同意并继续');
    await customer.answer('不允许');
    await phone.see(/不留手机号也能入会/);
    await phone.tap('暂不留手机号，直接入会');
    await phone.see(/^\d{4} \d{4} \d{4}$/);
  });

  chapter('does not pay at first, finds the order waiting, and pays after all', async () => {
    const { phone } = customer;
    await order('肉桂卷');
    await customer.answer('先不付');
    await phone.see('待付款');
    await phone.tap('去付款');
    await customer.answer('确认支付');
    await phone.see('付款成功，请到店出示取货码');
  });

  chapter('takes a paid order back before fetching it, and another before paying', async () => {
    const { phone } = customer;
    await phone.tap('申请退款');
    await phone.tap('不想要了');
    await phone.tap('提交退款申请');
    await phone.see('已退款');
    await customer.open('pages/shop/index');
    await order('桂花巴斯克');
    await customer.answer('先不付');
    await phone.tap('取消订单');
    await phone.see('取消以后，留的货会放回货架。');
    await phone.tap('取消订单');
    await phone.see('已关闭');
  });

  chapter('deletes the account and is a stranger again', async () => {
    const { phone } = customer;
    await customer.open('packages/member/erasure/index');
    await phone.fill(/请输入/, '删除我的账户');
    await phone.tap('删除我的账户');
    await phone.see('领会员卡');
  });

  chapter('met no error', async () => {
    assert.deepEqual(customer.errors, []);
  });

  async function order(product: string): Promise<void> {
    const { phone } = customer;
    await customer.open('pages/shop/index');
    await phone.tap(product);
    await phone.tap('直接买');
    await phone.tap('去结算');
    await phone.tap('提交并付款');
  }
});
