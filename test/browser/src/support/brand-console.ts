import type { Browser, Locator, Page } from 'playwright-core';
import { TOTP } from 'otpauth';
import { openPage } from './browser.js';
import { run } from './environment.js';

/** The console in the hands of a manager. */
export class BrandConsole {
  private constructor(
    readonly page: Page,
    readonly errors: readonly string[],
  ) {}

  static async signIn(browser: Browser): Promise<BrandConsole> {
    const { email, password, totpSecret } = run.admin;
    const { page, errors } = await openPage(browser, run.console);
    await page.getByLabel('邮箱').fill(email);
    await page.getByRole('textbox', { name: '密码' }).fill(password);
    await page.getByLabel('动态码').fill(new TOTP({ secret: totpSecret }).generate());
    await page
      .getByRole('button', { name: '登 录' })
      .or(page.getByRole('button', { name: '登录' }))
      .click();
    await page.getByRole('heading', { name: '今日一览' }).waitFor();
    return new BrandConsole(page, errors);
  }

  async goTo(place: string): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();
    await this.page.getByRole('heading', { name: place, level: 1 }).waitFor();
  }

  at(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true }).first();
  }
}
