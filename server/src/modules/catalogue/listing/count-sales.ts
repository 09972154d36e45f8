import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';

const PRODUCTS_MAX = 20;

/** What sells, and what sells together. A job's work: no buyer waits for these rows. */
@Injectable()
export class CountSales {
  async execute(tx: Tx, lines: readonly { productId: number; quantity: number }[]): Promise<void> {
    const pieces = new Map<number, number>();
    for (const { productId, quantity } of lines) {
      pieces.set(productId, (pieces.get(productId) ?? 0) + quantity);
    }
    // Always in the same order, so that two counts never wait for each other in a circle.
    const products = [...pieces].sort(([a], [b]) => a - b);
    for (const [productId, quantity] of products) {
      await tx.execute('UPDATE product SET sold = sold + ? WHERE id = ?', [quantity, productId]);
    }
    const ids = products.slice(0, PRODUCTS_MAX).map(([id]) => id);
    for (const [productId, otherId] of ids.flatMap((id) => ids.map((other) => [id, other] as const))) {
      if (productId !== otherId) {
        await tx.execute(
          'INSERT INTO product_pair (product_id, other_id, times) VALUES (?, ?, 1) ON DUPLICATE KEY UPDATE times = times + 1',
          [productId, otherId],
        );
      }
    }
  }
}
