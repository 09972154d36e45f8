import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Inventory } from '../inventory/index.js';
import { BrandLookup } from '../org/index.js';
import { newOutTradeNo } from './order-numbers.js';
import { toQuoteView, type PlacedOrderView } from './order.view.js';
import { OrdersRepository } from './orders.repository.js';
import { PriceCart, type PricedCart, type WantedCart } from './price-cart.js';

/** The due row that ends an unpaid order's time; whoever knows the money handles it. */
export const CLOSE_UNPAID_ORDER = 'orders.close-unpaid';
export interface CloseUnpaidOrder {
  readonly orderId: number;
}

const PAY_WITHIN_MS = 15 * 60_000;
const UNPAID_MAX = 20;

export interface OrderWish extends WantedCart {
  readonly memberId: number;
  readonly expectedPayFen: number;
  readonly note: string;
}

/** Prices the cart afresh, writes the order and holds its stock, all or nothing. */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly priceCart: PriceCart,
    private readonly brands: BrandLookup,
    private readonly orders: OrdersRepository,
    private readonly inventory: Inventory,
    private readonly jobs: Jobs,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `membership_required`, `price_changed` with the new quote, `sold_out`, `too_many_unpaid_orders` … */
  async execute(tx: Tx, wish: OrderWish): Promise<PlacedOrderView> {
    const { memberId, brandId } = wish;
    const cart = await this.priceCart.execute(tx, memberId, wish);
    if (!cart.member) {
      throw new Refusal('membership_required');
    }
    if (cart.quote.payFen !== wish.expectedPayFen) {
      throw new Refusal('price_changed', { data: { quote: toQuoteView({ ...cart, available: new Map() }) } });
    }
    if ((await this.orders.unpaidCount(tx, memberId)) >= UNPAID_MAX) {
      throw new Refusal('too_many_unpaid_orders');
    }
    const { timeZone } = await this.brands.get(brandId);
    const businessDay = this.clock.businessDay(timeZone);
    const outTradeNo = newOutTradeNo(businessDay);
    const expiresAt = this.clock.in(PAY_WITHIN_MS);
    const { goodsFen, discountFen, freightFen, payFen, steps, lines } = cart.quote;
    const orderId = await this.orders.insert(
      tx,
      {
        outTradeNo,
        brandId,
        memberId,
        storeId: cart.storeId,
        fulfilment: cart.fulfilment,
        address: cart.address && this.cipher.seal(JSON.stringify(cart.address)),
        goodsFen,
        discountFen,
        freightFen,
        payFen,
        steps,
        note: wish.note,
        businessDay,
        createdAt: this.clock.now(),
        expiresAt,
      },
      lines.map(({ skuId, quantity, listFen, totalFen }) => {
        const { productId, title, pictureUrl } = skuOf(cart, skuId);
        return { skuId, productId, name: title, pictureUrl, quantity, listFen, totalFen };
      }),
    );
    await this.jobs.schedule(tx, {
      kind: CLOSE_UNPAID_ORDER,
      key: `order:${orderId}`,
      dueAt: expiresAt,
      payload: { orderId } satisfies CloseUnpaidOrder,
    });
    await this.inventory.reserve(tx, orderId, cart.storeId, lines);
    return { id: toPublicId('order', orderId), outTradeNo, status: 'pending_payment', payFen };
  }
}

function skuOf({ skus }: Pick<PricedCart, 'skus'>, skuId: number) {
  const sku = skus.get(skuId);
  if (!sku) {
    throw new Error(`The quote prices SKU ${skuId}, which was not asked for`);
  }
  return sku;
}
