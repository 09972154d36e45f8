import { fromPublicId } from '@regulars/server/platform/ids/public-id';
import { marks, type Value } from './database.js';
import type { Facts } from './facts.js';
import { Refused } from './refused.js';

export interface CartBody {
  readonly brandId: string;
  readonly lines: readonly { readonly skuId: string; readonly quantity: number }[];
  readonly fulfilment: { readonly storeId: string };
}

export interface CartLine {
  readonly skuId: number;
  readonly productId: number;
  readonly title: string;
  readonly pictureUrl: string;
  readonly quantity: number;
  readonly listFen: number;
  readonly totalFen: number;
}

export interface Cart {
  readonly brandId: number;
  readonly storeId: number;
  readonly lines: readonly CartLine[];
  readonly steps: readonly { rule: string; label: string; amountFen: number }[];
  readonly goodsFen: number;
  readonly discountFen: number;
  readonly payFen: number;
}

interface SkuRow {
  id: number;
  productId: number;
  name: string;
  priceFen: number;
  memberPriceFen: number | null;
  productName: string;
  pictures: string;
}

type Read = <R>(sql: string, values: Value[]) => Promise<R[]>;

/** What the cart costs: two statements, then plain sums. */
export async function priceCart(read: Read, facts: Facts, memberId: number, body: CartBody): Promise<Cart> {
  const brandId = fromPublicId('brand', body.brandId) ?? 0;
  const storeId = fromPublicId('store', body.fulfilment.storeId) ?? 0;
  const wanted = body.lines.map(({ skuId, quantity }) => ({
    skuId: fromPublicId('sku', skuId) ?? 0,
    quantity,
  }));
  const skus = await read<SkuRow>(
    `SELECT s.id, s.product_id AS productId, s.name, s.price_fen AS priceFen, s.member_price_fen AS memberPriceFen,
            p.name AS productName, p.pictures
       FROM sku s JOIN product p ON p.id = s.product_id
      WHERE s.id IN (${marks(wanted.length)}) AND s.brand_id = ? AND s.archived_at IS NULL AND p.status = 'on_sale'`,
    [...wanted.map(({ skuId }) => skuId), brandId],
  );
  const [membership] = await read<{ id: number }>(
    "SELECT id FROM membership WHERE member_id = ? AND brand_id = ? AND status = 'active'",
    [memberId, brandId],
  );
  if (!membership || !facts.stores.has(storeId)) {
    throw new Refused(403, 'Not a member, or no such store');
  }
  const byId = new Map(skus.map((sku) => [sku.id, sku]));
  const lines = wanted.map(({ skuId, quantity }) => {
    const sku = byId.get(skuId);
    if (!sku) {
      throw new Refused(409, 'Not on sale');
    }
    return {
      skuId,
      productId: sku.productId,
      title: `${sku.productName} ${sku.name}`,
      pictureUrl: (JSON.parse(sku.pictures) as string[])[0] ?? '',
      quantity,
      listFen: sku.priceFen,
      totalFen: Math.min(sku.priceFen, sku.memberPriceFen ?? sku.priceFen) * quantity,
    };
  });
  const goodsFen = lines.reduce((sum, { listFen, quantity }) => sum + listFen * quantity, 0);
  const payFen = lines.reduce((sum, { totalFen }) => sum + totalFen, 0);
  const saved = payFen - goodsFen;
  return {
    brandId,
    storeId,
    lines,
    steps: [
      { rule: 'list', label: '商品金额', amountFen: goodsFen },
      ...(saved === 0 ? [] : [{ rule: 'member', label: '会员价优惠', amountFen: saved }]),
    ],
    goodsFen,
    discountFen: goodsFen - payFen,
    payFen,
  };
}
