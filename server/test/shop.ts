import { randomUUID } from 'node:crypto';
import type { Brand, Store } from '../src/modules/org/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import type { Answer } from './harness.js';
import { Town, brandIdOf, type Admin, type Customer } from './town.js';

export interface ShopProduct {
  readonly id: string;
  readonly skuId: string;
}

/** A brand that sells: a store, a warehouse, an owner at the console, and goods on the shelf. */
export class Shop {
  private constructor(
    readonly town: Town,
    readonly brand: Brand,
    readonly store: Store,
    readonly owner: Admin,
    private readonly categoryId: string,
  ) {}

  static async open(town: Town, name = '山前咖啡'): Promise<Shop> {
    const brand = await town.brand({ name });
    const store = await town.store(brand.id);
    await town.store(brand.id, { kind: 'warehouse', name: '总仓' });
    const owner = await town.admin([brand.id]);
    const category = await owner.send<{ id: string }>('POST', '/api/admin/categories', {
      brandId: brandIdOf(brand),
      name: '咖啡豆',
    });
    return new Shop(town, brand, store, owner, category.body.id);
  }

  get brandId(): string {
    return brandIdOf(this.brand);
  }

  get storeId(): string {
    return toPublicId('store', this.store.id);
  }

  /** A product with one SKU, `stock` pieces of it at the store. */
  async product({ priceFen = 6800, memberPriceFen = 5800, stock = 10 } = {}): Promise<ShopProduct> {
    const created = await this.owner.send<{ id: string; skus: { id: string }[] }>(
      'POST',
      '/api/admin/products',
      {
        brandId: this.brandId,
        categoryId: this.categoryId,
        name: '云南日晒',
        subtitle: '半斤',
        description: '新鲜烘焙。',
        pictures: ['/media/beans.png'],
        status: 'on_sale',
        position: 0,
        skus: [{ name: '半斤装', priceFen, memberPriceFen }],
      },
    );
    const product = { id: created.body.id, skuId: created.body.skus[0]?.id ?? '' };
    if (stock > 0) {
      await this.receive(product.skuId, stock);
    }
    return product;
  }

  receive(
    skuId: string,
    quantity: number,
    storeId = this.storeId,
    key: string = randomUUID(),
  ): Promise<Answer> {
    return this.owner.send(
      'POST',
      '/api/admin/stock/adjustments',
      { skuId, storeId, quantity, reason: '到货' },
      { headers: { 'idempotency-key': key } },
    );
  }

  cart(skuId: string, quantity = 1): Record<string, unknown> {
    return {
      brandId: this.brandId,
      lines: [{ skuId, quantity }],
      fulfilment: { kind: 'pickup', storeId: this.storeId },
    };
  }

  order(
    customer: Customer,
    skuId: string,
    {
      expectedPayFen = 5800,
      quantity = 1,
      key = randomUUID(),
      ...body
    }: Record<string, unknown> & {
      expectedPayFen?: number;
      quantity?: number;
      key?: string;
    } = {},
  ): Promise<Answer<PlacedOrder>> {
    return this.town.app.post<PlacedOrder>('/api/member/orders', {
      token: customer.token,
      headers: { 'idempotency-key': key },
      body: { ...this.cart(skuId, quantity), expectedPayFen, ...body },
    });
  }

  /** What is on hand and reserved at the store. */
  async stockOf(skuId: string): Promise<{ onHand: number; reserved: number }> {
    const answer = await this.owner.get<{ items: { skuId: string; onHand: number; reserved: number }[] }>(
      `/api/admin/stock?brandId=${this.brandId}&storeId=${this.storeId}&limit=50`,
    );
    const { onHand = 0, reserved = 0 } = answer.body.items.find((item) => item.skuId === skuId) ?? {};
    return { onHand, reserved };
  }
}

export interface PlacedOrder {
  readonly id: string;
  readonly outTradeNo: string;
  readonly status: string;
  readonly payFen: number;
  readonly code?: string;
}
