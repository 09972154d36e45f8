import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { openPages } from './browser.js';

const pictures = process.env['PICTURES'];

/** A step of a story: when it fails, what everybody saw is kept as pictures. */
export function chapter(title: string, work: () => Promise<void>): void {
  it(title, async () => {
    try {
      await work();
    } catch (error) {
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        const name = title.replaceAll(/[^\p{Letter}\d]+/gu, '-').slice(0, 60);
        await Promise.all(
          openPages().map((page, index) =>
            page.screenshot({ path: join(pictures, `${name}-${index + 1}.png`) }),
          ),
        );
      }
      throw error;
    }
  });
}
