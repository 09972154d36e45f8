import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { openPage, POCKET } from './browser.js';
import { run } from './environment.js';
import { Phone } from './phone.js';

/** The phone of somebody known, filling the screen, with WeChat answering yes in the background. */
export class Pocket extends Phone {
  private constructor(
    readonly page: Page,
    private readonly device: string,
  ) {
    super(page);
  }

  static async of(browser: Browser, openid: string): Promise<Pocket> {
    const device = randomUUID();
    await tellWechat('/devices', { device, openid });
    const { page } = await openPage(browser, `${run.phone}/?device=${device}`, POCKET);
    const pocket = new Pocket(page, device);
    await pocket.see('首页');
    return pocket;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${run.phone}/${path}`);
  }

  /** Shows a code to the camera that the mini-program has opened. */
  async showText(value: string): Promise<void> {
    const sheetId = await this.openSheet();
    await tellWechat(`/devices/${this.device}/decision`, { sheetId, choice: 'scan', value });
  }

  private async openSheet(): Promise<string> {
    for (;;) {
      const response = await fetch(`${run.wechat}/devices/${this.device}`);
      const { sheet } = (await response.json()) as { sheet: { id: string } | null };
      if (sheet) {
        return sheet.id;
      }
      await this.page.waitForTimeout(100);
    }
  }
}

async function tellWechat(path: string, body: unknown): Promise<void> {
  const response = await fetch(run.wechat + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`WeChat answers ${response.status} to ${path}: ${await response.text()}`);
  }
}
