import { randomUUID } from 'node:crypto';
import { AcceptInvitation, HireStaff, type Brand, type Store } from '../src/modules/org/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import type { Answer } from './harness.js';
import { Town, brandIdOf, houseAdmin, type Admin, type Customer } from './town.js';

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
    readonly warehouse: Store,
    readonly owner: Admin,
    private readonly categoryId: string,
  ) {}

  static async open(town: Town, name = '山前咖啡'): Promise<Shop> {
    const brand = await town.brand({ name });
    const store = await town.store(brand.id);
    const warehouse = await town.store(brand.id, { kind: 'warehouse', name: '总仓' });
    const owner = await town.admin([brand.id]);
    const category = await owner.send<{ id: string }>('POST', '/api/admin/categories', {
      brandId: brandIdOf(brand),
      name: '咖啡豆',
    });
    return new Shop(town, brand, store, warehouse, owner, category.body.id);
  }

  get brandId(): string {
    return brandIdOf(this.brand);
  }

  get storeId(): string {
    return toPublicId('store', this.store.id);
  }

  get warehouseId(): string {
    return toPublicId('store', this.warehouse.id);
  }

  /** A clerk of these stores. */
  async clerk(storeIds: readonly number[] = [this.store.id]): Promise<Customer> {
    const person = await this.town.member(this.brand.id);
    const memberId = await person.memberId();
    await this.town.app.inTransaction(async (tx) => {
      const { invitation } = await this.town.app.nest.get(HireStaff).execute(tx, houseAdmin(this.brand.id), {
        brandId: this.brand.id,
        name: '小周',
        role: 'clerk',
        storeIds,
      });
      await this.town.app.nest.get(AcceptInvitation).execute(tx, memberId, invitation.code);
    });
    return person;
  }

  /** Where the customer has things sent. */
  async address(customer: Customer): Promise<string> {
    const answer = await customer.send<{ id: string }>('POST', '/api/member/addresses', {
      name: '林小满',
      phone: '13900000001',
      province: '上海市',
      city: '上海市',
      district: '徐汇区',
      detail: '漕溪北路 88 号 3 楼',
    });
    return answer.body.id;
  }

  /** Pays the order at WeChat, which tells nobody; time passes until we have asked. */
  async pay(customer: Customer, orderId: string): Promise<void> {
    const sheet = await customer.send<{ package: string }>('POST', `/api/member/orders/${orderId}/payment`);
    await this.town.wechat.pay(sheet.body.package.replace('prepay_id=', ''), { notify: 'none' });
    await this.pass(60_000);
  }

  /** Time passes here and at WeChat alike, and what became due is done. */
  async pass(ms: number): Promise<void> {
    const { app, wechat } = this.town;
    app.clock.advance(ms);
    await wechat.setClock(app.clock.now().toISOString());
    await app.runDueJobs();
  }

  /** A paid order of two products, three and one piece of them, that is to be sent from the warehouse. */
  async paidDelivery(customer: Customer): Promise<PlacedOrder> {
    const wanted = await Promise.all(
      [3, 1].map(async (quantity) => {
        const { skuId } = await this.product({ stock: 0 });
        await this.receive(skuId, 10, this.warehouseId);
        return { skuId, quantity };
      }),
    );
    const placed = await this.order(customer, '', {
      lines: wanted,
      fulfilment: { kind: 'delivery', addressId: await this.address(customer) },
      expectedPayFen: 4 * 5800,
    });
    await this.pay(customer, placed.body.id);
    return placed.body;
  }

  async paidPickup(customer: Customer): Promise<PlacedOrder> {
    const { skuId } = await this.product();
    const placed = await this.order(customer, skuId);
    await this.pay(customer, placed.body.id);
    return placed.body;
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
