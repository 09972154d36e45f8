import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The mini-program on a phone: pages below stay in the document, so only what is visible counts. */
export class Phone {
  constructor(private readonly screen: Page | FrameLocator) {}

  /** The topmost visible place that says so. */
  at(text: string | RegExp, { exact = typeof text === 'string' } = {}): Locator {
    return this.screen.getByText(text, { exact }).filter({ visible: true }).last();
  }

  async tap(text: string | RegExp): Promise<void> {
    await this.at(text).click();
  }

  async see(text: string | RegExp): Promise<void> {
    await this.at(text).waitFor();
  }

  /** The first part of the screen that looks like this, such as a code among other words. */
  async read(pattern: RegExp): Promise<string> {
    const text = await this.at(pattern).innerText();
    return pattern.exec(text)?.[1] ?? pattern.exec(text)?.[0] ?? '';
  }

  async fill(placeholder: string | RegExp, text: string): Promise<void> {
    await this.screen.getByPlaceholder(placeholder).filter({ visible: true }).last().fill(text);
  }

  async hasNo(text: string | RegExp): Promise<boolean> {
    return (await this.screen.getByText(text).filter({ visible: true }).count()) === 0;
  }
}
