import { Injectable } from '@nestjs/common';
import type { CartProblem } from '@regulars/shared';
import { Database } from '../../../platform/database/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { ProductLookup, type SkuOnSale } from '../../catalogue/index.js';
import { StockLookup } from '../../inventory/index.js';
import { Shoppers } from '../../loyalty/index.js';
import { toCartSku } from '../price-cart.js';
import { CartRepository, type CartLineRow, type CartOwner } from './cart.repository.js';
import type { CartLineView, CartView } from './cart.view.js';

/** The cart beside today's shelf: what things cost when they were put in, what they cost now, and what is left. */
@Injectable()
export class ShowCart {
  constructor(
    private readonly database: Database,
    private readonly carts: CartRepository,
    private readonly products: ProductLookup,
    private readonly stock: StockLookup,
    private readonly shoppers: Shoppers,
  ) {}

  /** `storeId`: where it will be fetched; any place of the brand when absent. */
  async execute(owner: CartOwner, storeId?: number): Promise<CartView> {
    const lines = await this.carts.lines(this.database, owner);
    if (lines.length === 0) {
      return { items: [] };
    }
    const onSale = await this.products.skusOnSale(
      this.database,
      owner.brandId,
      lines.map(({ skuId }) => skuId),
      () => this.shoppers.of(this.database, owner.memberId, owner.brandId),
    );
    const available = await this.stock.ofSellable(this.database, onSale, storeId);
    const bySku = new Map(onSale.map((sku) => [sku.id, sku]));
    return {
      items: lines.map((line) => toLineView(line, bySku.get(line.skuId), available.get(line.skuId) ?? 0)),
    };
  }
}

function toLineView(line: CartLineRow, sku: SkuOnSale | undefined, available: number): CartLineView {
  const { title, pictureUrl } = sku ? toCartSku(sku) : { title: line.name, pictureUrl: line.pictureUrl };
  const { problem, text } = problemOf(line, sku, available);
  return {
    skuId: toPublicId('sku', line.skuId),
    productId: toPublicId('product', line.productId),
    name: title,
    pictureUrl,
    quantity: line.quantity,
    selected: line.selected && problem === null,
    then: { priceFen: line.priceFen, memberPriceFen: line.memberPriceFen },
    now: sku ? { priceFen: sku.priceFen, memberPriceFen: sku.memberPriceFen } : null,
    available: sku ? Math.max(available, 0) : 0,
    problem,
    problemText: text,
  };
}

function problemOf(
  { quantity }: CartLineRow,
  sku: SkuOnSale | undefined,
  available: number,
): { problem: CartProblem | null; text: string | null } {
  if (!sku) {
    return { problem: 'off_shelf', text: '已经下架了' };
  }
  if (available <= 0) {
    return { problem: 'sold_out', text: '暂时没货' };
  }
  return available < quantity
    ? { problem: 'too_few', text: `只剩 ${available} 件，请少买几件` }
    : { problem: null, text: null };
}
