import { toPublicId } from '@regulars/server/platform/ids/public-id';
import { priceCart, type CartBody } from './cart.js';
import { marks, type FloorDatabase } from './database.js';
import type { Facts } from './facts.js';
import type { Caller } from './session.js';

export async function quoteCart(
  database: FloorDatabase,
  facts: Facts,
  { memberId }: Caller,
  body: CartBody,
): Promise<object> {
  const cart = await priceCart((sql, values) => database.rows(sql, values), facts, memberId, body);
  const stock = await database.rows<{ skuId: number; available: number }>(
    `SELECT sku_id AS skuId, on_hand - reserved AS available FROM stock
      WHERE store_id = ? AND sku_id IN (${marks(cart.lines.length)})`,
    [cart.storeId, ...cart.lines.map(({ skuId }) => skuId)],
  );
  const available = new Map(stock.map((row) => [row.skuId, row.available]));
  return {
    lines: cart.lines.map((line) => ({
      skuId: toPublicId('sku', line.skuId),
      productId: toPublicId('product', line.productId),
      name: line.title,
      pictureUrl: line.pictureUrl,
      quantity: line.quantity,
      listFen: line.listFen,
      totalFen: line.totalFen,
      available: available.get(line.skuId) ?? 0,
    })),
    steps: cart.steps,
    goodsFen: cart.goodsFen,
    discountFen: cart.discountFen,
    freightFen: 0,
    payFen: cart.payFen,
  };
}
