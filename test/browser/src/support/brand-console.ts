import type { Browser, Locator, Page } from 'playwright-core';
import { TOTP } from 'otpauth';
import { openPage } from './browser.js';
import { run } from './environment.js';

const CODE_PERIOD_MS = 30_000;

/** The console in the hands of a manager. */
export class BrandConsole {
  private constructor(
    readonly page: Page,
    readonly errors: readonly string[],
  ) {}

  /**
   * A one-time code opens one session. Who signs in while somebody else has just used the code of this half minute
   * takes the one that follows, which is accepted already.
   */
  static async signIn(browser: Browser): Promise<BrandConsole> {
    const { page, errors } = await openPage(browser, run.console);
    if (!(await tryCode(page, Date.now()))) {
      await tryCode(page, Date.now() + CODE_PERIOD_MS);
    }
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

/** Whether the code of that moment let the manager in. */
async function tryCode(page: Page, timestamp: number): Promise<boolean> {
  const { email, password, totpSecret } = run.admin;
  await page.getByLabel('邮箱').fill(email);
  await page.getByRole('textbox', { name: '密码' }).fill(password);
  await page.getByLabel('动态码').fill(new TOTP({ secret: totpSecret }).generate({ timestamp }));
  const answer = page.waitForResponse(
    (response) => response.url().endsWith('/api/admin/session') && response.request().method() === 'POST',
  );
  await page.getByRole('button', { name: /登\s?录/ }).click();
  return (await answer).ok();
}
