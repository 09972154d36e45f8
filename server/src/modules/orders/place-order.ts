import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import { Jobs } from '../../platform/jobs/index.js';
import { Inventory } from '../inventory/index.js';
import { BrandLookup } from '../org/index.js';
import { PromotionUses } from '../pricing/index.js';
import { CheckoutDetails, type CheckoutWish } from './checkout/checkout-details.js';
import { ConfirmPayment } from './confirm-payment.js';
import { OrderBenefits } from './order-benefits.js';
import { OrderDiscountsRepository } from './order-discounts.repository.js';
import { newOutTradeNo } from './order-numbers.js';
import type { PlacedOrderView } from './order.view.js';
import { OrdersRepository } from './orders.repository.js';
import { PriceCart, type PricedCart, type WantedCart } from './price-cart.js';
import { toQuoteView } from './quote.view.js';

/** The due row that ends an unpaid order's time; whoever knows the money handles it. */
export const CLOSE_UNPAID_ORDER = 'orders.close-unpaid';
export interface CloseUnpaidOrder {
  readonly orderId: number;
}

const PAY_WITHIN_MS = 15 * 60_000;

export interface OrderWish extends WantedCart, CheckoutWish {
  readonly memberId: number;
  readonly expectedPayFen: number;
  readonly note: string;
}

type WantedPrice = Omit<PricedCart, 'available'>;

/**
 * Prices the cart afresh, writes the order and holds its stock, coupon, points and offers, all or nothing. What
 * costs nothing is paid at once.
 */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly priceCart: PriceCart,
    private readonly details: CheckoutDetails,
    private readonly brands: BrandLookup,
    private readonly orders: OrdersRepository,
    private readonly discounts: OrderDiscountsRepository,
    private readonly benefits: OrderBenefits,
    private readonly promotions: PromotionUses,
    private readonly inventory: Inventory,
    private readonly confirmPayment: ConfirmPayment,
    private readonly jobs: Jobs,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `membership_required`, `price_changed` with the new quote, `sold_out`, `too_many_unpaid_orders` … */
  async execute(tx: Tx, wish: OrderWish): Promise<PlacedOrderView> {
    const { memberId, brandId } = wish;
    const cart = await this.priceCart.execute(tx, memberId, wish);
    mustBeAsExpected(cart, wish);
    await this.details.hold(tx, wish, cart.quote.lines, wish);
    const { quote, couponId, storeId } = cart;
    const { orderId, outTradeNo } = await this.write(tx, wish, cart);
    await this.details.attach(tx, wish, orderId, wish);
    await this.discounts.insert(tx, orderId, quote.lines);
    await this.benefits.hold(tx, { orderId, memberId, brandId, couponId, quote });
    if (quote.payFen > 0) {
      await this.jobs.schedule(tx, {
        kind: CLOSE_UNPAID_ORDER,
        key: `order:${orderId}`,
        dueAt: this.clock.in(PAY_WITHIN_MS),
        payload: { orderId } satisfies CloseUnpaidOrder,
      });
    }
    await this.promotions.takeQuota(tx, quote.promoted);
    await this.inventory.reserve(tx, orderId, storeId, quote.lines);
    const free = quote.payFen === 0;
    if (free) {
      await this.confirmPayment.execute(tx, { orderId, paidFen: 0, paidAt: this.clock.now() });
    }
    const status = free ? 'paid' : 'pending_payment';
    return { id: toPublicId('order', orderId), outTradeNo, status, payFen: quote.payFen };
  }

  private async write(
    tx: Tx,
    wish: OrderWish,
    cart: WantedPrice,
  ): Promise<{ orderId: number; outTradeNo: string }> {
    const { memberId, brandId, note } = wish;
    const { window, linkId } = await this.details.settle(tx, wish, cart.storeId, wish);
    const { timeZone } = await this.brands.get(brandId);
    const businessDay = this.clock.businessDay(timeZone);
    const outTradeNo = newOutTradeNo(businessDay);
    const { goodsFen, discountFen, freightFen, payFen, points, steps, lines } = cart.quote;
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
        points,
        steps,
        note,
        businessDay,
        createdAt: this.clock.now(),
        expiresAt: this.clock.in(PAY_WITHIN_MS),
        window,
        checkoutLinkId: linkId,
      },
      lines.map(({ skuId, quantity, listFen, totalFen, points: share }) => {
        const { productId, title, pictureUrl } = skuOf(cart, skuId);
        return { skuId, productId, name: title, pictureUrl, quantity, listFen, totalFen, points: share };
      }),
    );
    return { orderId, outTradeNo };
  }
}

function mustBeAsExpected(cart: WantedPrice, wish: OrderWish): void {
  if (!cart.member) {
    throw new Refusal('membership_required');
  }
  if (cart.couponObstacle !== undefined) {
    throw new Refusal('coupon_not_usable', { detail: `这张券不能用于这笔订单：${cart.couponObstacle}。` });
  }
  if (cart.quote.payFen !== wish.expectedPayFen) {
    throw new Refusal('price_changed', { data: { quote: toQuoteView({ ...cart, available: new Map() }) } });
  }
}

function skuOf({ skus }: Pick<PricedCart, 'skus'>, skuId: number) {
  const sku = skus.get(skuId);
  if (!sku) {
    throw new Error(`The quote prices SKU ${skuId}, which was not asked for`);
  }
  return sku;
}
