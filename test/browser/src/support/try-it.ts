import type { Browser, Page } from 'playwright-core';
import { openPage } from './browser.js';
import { run } from './environment.js';
import { Phone } from './phone.js';

/** A person at the try-it page: a phone in one hand, WeChat in the other. */
export class Person {
  readonly phone: Phone;

  private constructor(
    readonly page: Page,
    readonly errors: readonly string[],
  ) {
    this.phone = new Phone(page.frameLocator('#phone-page'));
  }

  static async arrive(browser: Browser): Promise<Person> {
    const { page, errors } = await openPage(browser, run.wechat);
    const person = new Person(page, errors);
    await person.phone.see('首页');
    return person;
  }

  /** Plays another role of the house. */
  async play(role: '顾客' | '店员' | '店长'): Promise<void> {
    await this.page.locator('#roles').getByRole('button', { name: role, exact: true }).click();
  }

  /** Becomes somebody whom nobody knows yet. */
  async becomeSomebodyNew(): Promise<void> {
    await this.page.locator('#who summary').click();
    await this.page.getByRole('button', { name: /新来的人/ }).click();
    await this.page.getByText(/^现在是.*的手机。$/).waitFor();
  }

  /** Scans one of the codes that hang around with WeChat itself, which opens where it leads. */
  async scan(title: string): Promise<void> {
    await this.page.locator('#scan .ticket').filter({ hasText: title }).click();
  }

  /** Shows one of the codes that hang around to the camera that the mini-program has opened. */
  async show(title: string): Promise<void> {
    await this.cameraIsOpen();
    await this.scan(title);
  }

  /** Shows a code that says this to the camera that the mini-program has opened. */
  async showText(text: string): Promise<void> {
    await this.cameraIsOpen();
    await this.page.getByLabel('码的内容').fill(text);
    await this.page.getByRole('button', { name: '扫这段' }).click();
  }

  private async cameraIsOpen(): Promise<void> {
    await this.page.getByText('手机的镜头开着').waitFor();
  }

  /** Opens a page of the mini-program on the phone, as a link in a message does. */
  async open(path: string): Promise<void> {
    await this.page.locator('#phone-page').evaluate((frame: HTMLIFrameElement, to) => {
      const address = new URL(to, new URL('/', frame.src));
      address.searchParams.set('device', new URL(frame.src).searchParams.get('device') ?? '');
      frame.src = address.href;
    }, path);
  }

  /** The arrow at the top of every page but the first. */
  async goBack(): Promise<void> {
    await this.page
      .frameLocator('#phone-page')
      .locator('.taro-navigation-bar-back')
      .filter({ visible: true })
      .click();
  }

  /** Answers what WeChat asks. */
  async answer(button: string): Promise<void> {
    await this.page.locator('#sheet').getByRole('button', { name: button, exact: true }).click();
  }
}
