import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import type { Settled, Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { toPublicId } from '../../platform/ids/index.js';
import { Jobs, type NewJob } from '../../platform/jobs/index.js';
import { piecesOf } from '../catalogue/index.js';
import { Inventory, StockLookup, type StockLine } from '../inventory/index.js';
import { BrandLookup } from '../org/index.js';
import { PromotionUses } from '../pricing/index.js';
import { CheckoutDetails, type CheckoutWish } from './checkout/checkout-details.js';
import { ConfirmPayment } from './confirm-payment.js';
import { OrderBenefits } from './order-benefits.js';
import { OrderDiscountsRepository } from './order-discounts.repository.js';
import { newOutTradeNo } from './order-numbers.js';
import type { PlacedOrderView } from './order.view.js';
import { OrdersRepository, type NewOrder } from './orders.repository.js';
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
  /** The request that brings it, for what follows from it. */
  readonly requestId?: string;
}

type WantedPrice = Omit<PricedCart, 'available'>;

interface PricedWish {
  readonly wish: OrderWish;
  readonly cart: WantedPrice;
}

interface WrittenOrder extends PricedWish {
  readonly orderId: number;
  readonly outTradeNo: string;
}

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
    private readonly stock: StockLookup,
    private readonly confirmPayment: ConfirmPayment,
    private readonly jobs: Jobs,
    private readonly cipher: FieldCipher,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `membership_required`, `price_changed` with the new quote, `sold_out`, `too_many_unpaid_orders` … */
  async execute(tx: Tx, wish: OrderWish): Promise<PlacedOrderView> {
    const priced = await this.priced(tx, wish);
    const [order] = await this.place(tx, priced.cart.storeId, [priced]);
    if (!order) {
      throw new Error('An order was placed and is not there');
    }
    return order;
  }

  /**
   * Several that take their goods from one store, in statements for all of them. Who is refused for a reason of
   * their own leaves the others alone; what only shows while writing is thrown, and nothing is kept of any.
   */
  async executeTogether(tx: Tx, wishes: readonly OrderWish[]): Promise<Settled<PlacedOrderView>[]> {
    const settled = await Promise.all(wishes.map((wish) => settle(this.priced(tx, wish))));
    const priced = settled.flatMap((one) => ('outcome' in one ? [one.outcome] : []));
    const storeId = priced[0]?.cart.storeId;
    const fitting = storeId === undefined ? new Set<PricedWish>() : await this.fitting(tx, storeId, priced);
    const placed =
      storeId === undefined || fitting.size === 0 ? [] : await this.place(tx, storeId, [...fitting]);
    const views = new Map([...fitting].map((one, index) => [one, placed[index]]));
    return settled.map((one): Settled<PlacedOrderView> => {
      if ('failure' in one) {
        return one;
      }
      const view = views.get(one.outcome);
      return view ? { outcome: view } : { failure: new Refusal('sold_out') };
    });
  }

  private async priced(tx: Tx, wish: OrderWish): Promise<PricedWish> {
    const cart = await this.priceCart.execute(tx, wish.memberId, wish);
    mustBeAsExpected(cart, wish);
    await this.details.hold(tx, wish, cart.quote.lines, wish);
    return { wish, cart };
  }

  /** First come, first served. What is free may be less by the time it is taken: then taking it fails. */
  private async fitting(
    tx: Tx,
    storeId: number,
    priced: readonly PricedWish[],
  ): Promise<ReadonlySet<PricedWish>> {
    const skuIds = [...new Set(priced.flatMap(({ cart }) => takenBy(cart).map(({ skuId }) => skuId)))];
    const free = await this.stock.available(tx, skuIds, storeId);
    const left = ({ skuId, quantity }: StockLine): number => (free.get(skuId) ?? 0) - quantity;
    return new Set(
      priced.filter(({ cart }) => {
        const lines = takenBy(cart);
        const fits = lines.every((line) => left(line) >= 0);
        if (fits) {
          lines.forEach((line) => free.set(line.skuId, left(line)));
        }
        return fits;
      }),
    );
  }

  /** The rows that others wait for come last. */
  private async place(tx: Tx, storeId: number, priced: readonly PricedWish[]): Promise<PlacedOrderView[]> {
    const orders = await this.write(tx, priced);
    const linesOf = ({ orderId, cart }: WrittenOrder) => ({ orderId, lines: cart.quote.lines });
    await this.discounts.insert(tx, orders.map(linesOf));
    for (const { orderId, wish, cart } of orders) {
      const { memberId, brandId } = wish;
      await this.details.attach(tx, wish, orderId, wish);
      await this.benefits.hold(tx, {
        orderId,
        memberId,
        brandId,
        couponId: cart.couponId,
        quote: cart.quote,
      });
    }
    await this.jobs.scheduleAll(tx, orders.filter(({ cart }) => cart.quote.payFen > 0).map(this.closing));
    await this.promotions.takeQuota(
      tx,
      orders.flatMap(({ cart }) => cart.quote.promoted),
    );
    await this.inventory.reserve(
      tx,
      storeId,
      orders.map(({ orderId, cart }) => ({ orderId, lines: takenBy(cart) })),
    );
    for (const { orderId } of orders.filter(({ cart }) => cart.quote.payFen === 0)) {
      await this.confirmPayment.execute(tx, { orderId, paidFen: 0, paidAt: this.clock.now() });
    }
    return orders.map(({ orderId, outTradeNo, cart: { quote } }) => ({
      id: toPublicId('order', orderId),
      outTradeNo,
      status: quote.payFen === 0 ? 'paid' : 'pending_payment',
      payFen: quote.payFen,
    }));
  }

  private readonly closing = ({ orderId, wish }: WrittenOrder): NewJob => ({
    kind: CLOSE_UNPAID_ORDER,
    key: `order:${orderId}`,
    dueAt: this.clock.in(PAY_WITHIN_MS),
    payload: { orderId } satisfies CloseUnpaidOrder,
    requestId: wish.requestId,
  });

  private async write(tx: Tx, priced: readonly PricedWish[]): Promise<WrittenOrder[]> {
    const rows = await Promise.all(priced.map((one) => this.toRow(tx, one)));
    const orderIds = await this.orders.insert(tx, rows);
    return priced.map((one, index) => ({
      ...one,
      orderId: orderIds[index] ?? 0,
      outTradeNo: rows[index]?.outTradeNo ?? '',
    }));
  }

  private async toRow(tx: Tx, { wish, cart }: PricedWish): Promise<NewOrder> {
    const { memberId, brandId, note } = wish;
    const { window, linkId } = await this.details.settle(tx, wish, cart.storeId, wish);
    const { timeZone } = await this.brands.get(brandId);
    const businessDay = this.clock.businessDay(timeZone);
    const { goodsFen, discountFen, freightFen, payFen, points, steps, lines } = cart.quote;
    return {
      outTradeNo: newOutTradeNo(businessDay),
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
      receiverPhoneIndex: cart.address && this.cipher.index('phone', cart.address.phone),
      lines: lines.map(({ skuId, quantity, listFen, totalFen, points: share }) => {
        const { productId, title, pictureUrl } = skuOf(cart, skuId);
        return { skuId, productId, name: title, pictureUrl, quantity, listFen, totalFen, points: share };
      }),
    };
  }
}

/** A refusal is an outcome of its own; anything else ends the work. */
async function settle<T>(work: Promise<T>): Promise<Settled<T>> {
  try {
    return { outcome: await work };
  } catch (error) {
    if (error instanceof Refusal) {
      return { failure: error };
    }
    throw error;
  }
}

/** What of it is counted in stock. */
function takenBy({ quote, skus }: WantedPrice): StockLine[] {
  return piecesOf(quote.lines.map(({ skuId, quantity }) => ({ sku: skuOf({ skus }, skuId), quantity })));
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
