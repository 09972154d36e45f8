import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { ProductLookup } from '../../catalogue/index.js';
import { Shoppers } from '../../loyalty/index.js';
import { toCartSku } from '../price-cart.js';
import { CartRepository, type CartItem, type CartOwner } from './cart.repository.js';

export interface WantedLine {
  readonly skuId: number;
  readonly quantity: number;
}

/** What a member does with the cart. Everything may be told twice. */
@Injectable()
export class ChangeCart {
  constructor(
    private readonly carts: CartRepository,
    private readonly products: ProductLookup,
    private readonly shoppers: Shoppers,
    private readonly clock: Clock,
  ) {}

  /** More pieces; `tap` tells one tap from the next. @throws Refusal `product_off_shelf`, `cart_full` */
  async add(tx: Tx, owner: CartOwner, { skuId, quantity }: WantedLine, tap: string): Promise<void> {
    const item = await this.item(tx, owner, skuId);
    fits(await this.carts.add(tx, owner, item, quantity, tap, this.clock.now()));
  }

  /** Exactly so many pieces; zero takes it out. @throws Refusal `product_off_shelf`, `cart_full` */
  async set(tx: Tx, owner: CartOwner, { skuId, quantity }: WantedLine): Promise<void> {
    if (quantity === 0) {
      await this.carts.remove(tx, owner, [skuId]);
      return;
    }
    // Fewer of something that left the shelf meanwhile is fine; something new has to be on it.
    if (!(await this.carts.setQuantity(tx, owner, skuId, quantity))) {
      const item = await this.item(tx, owner, skuId);
      fits(await this.carts.set(tx, owner, item, quantity, this.clock.now()));
    }
  }

  /** To be ordered now, or to wait. @throws Refusal `not_found` when nothing of it is in the cart */
  async select(tx: Tx, owner: CartOwner, skuIds: readonly number[], selected: boolean): Promise<void> {
    if ((await this.carts.select(tx, owner, skuIds, selected)) === 0) {
      throw notFound();
    }
  }

  /** Taking out what was taken out is fine. @throws Refusal `not_found` for what never was the brand's */
  async remove(tx: Tx, owner: CartOwner, skuIds: readonly number[]): Promise<void> {
    const removed = await this.carts.remove(tx, owner, skuIds);
    if (removed === 0 && (await this.items(tx, owner, skuIds)).size === 0) {
      throw notFound();
    }
  }

  /**
   * Takes over what a device collected before its owner joined; what cannot be had any more is left behind.
   * @throws Refusal `product_off_shelf` when nothing of it can
   */
  async merge(tx: Tx, owner: CartOwner, lines: readonly WantedLine[]): Promise<void> {
    const items = await this.items(
      tx,
      owner,
      lines.map(({ skuId }) => skuId),
    );
    if (items.size === 0) {
      throw new Refusal('product_off_shelf');
    }
    for (const { skuId, quantity } of lines) {
      const item = items.get(skuId);
      if (item && !(await this.carts.merge(tx, owner, item, quantity, this.clock.now()))) {
        return;
      }
    }
  }

  private async item(tx: Tx, owner: CartOwner, skuId: number): Promise<CartItem> {
    const item = (await this.items(tx, owner, [skuId])).get(skuId);
    if (!item) {
      throw new Refusal('product_off_shelf');
    }
    return item;
  }

  private async items(
    tx: Tx,
    { memberId, brandId }: CartOwner,
    skuIds: readonly number[],
  ): Promise<Map<number, CartItem>> {
    const onSale = await this.products.skusOnSale(tx, brandId, skuIds, () =>
      this.shoppers.of(tx, memberId, brandId),
    );
    return new Map(
      onSale.map((sku) => {
        const { productId, title, pictureUrl } = toCartSku(sku);
        const { priceFen, memberPriceFen } = sku;
        return [sku.id, { skuId: sku.id, productId, name: title, pictureUrl, priceFen, memberPriceFen }];
      }),
    );
  }
}

function fits(written: boolean): void {
  if (!written) {
    throw new Refusal('cart_full');
  }
}
