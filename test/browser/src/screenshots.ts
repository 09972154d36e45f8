import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { BrandConsole } from './support/brand-console.js';
import { openBrowser } from './support/browser.js';
import { people, run } from './support/environment.js';
import { Pocket } from './support/pocket.js';
import { Person } from './support/try-it.js';

/** Takes the pictures of the documentation. Usage: screenshots.js FOLDER */
const folder = process.argv[2] ?? 'docs/images';
mkdirSync(folder, { recursive: true });

const browser = await openBrowser();
try {
  await takeTryIt(browser);
  await takePhone(browser);
  await takeStaff(browser);
  await takeConsole(browser);
} finally {
  await browser.close();
}

async function takeTryIt(chromium: Browser): Promise<void> {
  const { page, phone } = await Person.arrive(chromium);
  await phone.see('出示会员码');
  await take(page, 'try-it');
}

async function takePhone(chromium: Browser): Promise<void> {
  const phone = await Pocket.of(chromium, people.customerOpenid);
  await phone.see('出示会员码');
  await take(phone.page, 'home');
  await phone.tap('会员卡');
  await phone.see(/^\d{4} \d{4} \d{4}$/);
  await take(phone.page, 'card');
  await phone.tap('选购');
  await phone.see('檐下拿铁');
  await take(phone.page, 'shop');
  await phone.tap('桂花拿铁');
  await phone.tap('直接买');
  await phone.tap('去结算');
  await phone.see('会员价优惠');
  await take(phone.page, 'checkout');
  await phone.open('packages/loyalty/points/index');
  await phone.see(/消费获得/);
  await take(phone.page, 'points');
}

async function takeStaff(chromium: Browser): Promise<void> {
  const customer = await Pocket.of(chromium, people.customerOpenid);
  const shown = customer.page.waitForResponse(/\/card\/code/);
  await customer.tap('会员卡');
  const { code } = (await (await shown).json()) as { code: string };
  const clerk = await Pocket.of(chromium, run.staffOpenid);
  await clerk.open('packages/staff/workbench/index');
  await clerk.tap('扫会员码');
  await clerk.tap('同意并继续');
  await clerk.showText(code);
  await clerk.see('成长值');
  await take(clerk.page, 'staff');
}

async function takeConsole(chromium: Browser): Promise<void> {
  const manager = await BrandConsole.signIn(chromium);
  await manager.at('今日净销售额').waitFor();
  await take(manager.page, 'console-today');
  await manager.goTo('会员');
  await manager.page.getByRole('table').getByRole('row').nth(5).waitFor();
  await take(manager.page, 'console-members');
  await manager.goTo('门店');
  await manager.page.getByRole('link', { name: '湖南路店' }).click();
  await manager.page.getByRole('link', { name: /打印/ }).first().click();
  await manager.page.getByRole('button', { name: /打印/ }).waitFor();
  await take(manager.page, 'live-code-sheet');
}

async function take(page: Page, name: string): Promise<void> {
  await page.addStyleTag({ content: '.wechat-door { display: none !important }' });
  await page.waitForLoadState('networkidle');
  // Pictures fade in, and messages for the moment go away.
  await page.waitForTimeout(3_500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`took ${name}.png`);
}
