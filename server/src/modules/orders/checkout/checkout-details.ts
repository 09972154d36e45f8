import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { MembershipLookup } from '../../members/index.js';
import { CartRepository } from '../cart/cart.repository.js';
import type { PickupWindow } from '../domain/pickup-windows.js';
import { OrdersRepository } from '../orders.repository.js';
import { CheckoutLinks } from './checkout-links.js';
import { Invoices, type InvoiceWish } from './invoices.js';
import { OrderRules } from './order-rules.js';
import { PickupSlots } from './pickup-slots.js';

/** What comes with an order besides goods and price. */
export interface CheckoutWish {
  /** Beginning of the wanted window; as soon as it is ready when absent. */
  readonly pickupFrom?: Date;
  readonly invoice?: InvoiceWish;
  /** The lines are taken out of the cart, which must still hold them. */
  readonly fromCart?: boolean;
  /** The link that led here. */
  readonly linkCode?: string;
}

interface Buyer {
  readonly memberId: number;
  readonly brandId: number;
}

@Injectable()
export class CheckoutDetails {
  constructor(
    private readonly memberships: MembershipLookup,
    private readonly orders: OrdersRepository,
    private readonly rules: OrderRules,
    private readonly carts: CartRepository,
    private readonly slots: PickupSlots,
    private readonly invoices: Invoices,
    private readonly links: CheckoutLinks,
  ) {}

  /**
   * One order of a member at a time, so that limits hold and one cart is not ordered in two tabs.
   * @throws Refusal `membership_required`, `too_many_unpaid_orders`, `cart_changed`
   */
  async hold(
    tx: Tx,
    { memberId, brandId }: Buyer,
    lines: readonly { readonly skuId: number; readonly quantity: number }[],
    { fromCart }: CheckoutWish,
  ): Promise<void> {
    await this.memberships.holdOfCaller(tx, memberId, brandId);
    const { unpaidMax } = await this.rules.of(brandId);
    if ((await this.orders.unpaidCount(tx, memberId, brandId)) >= unpaidMax) {
      throw new Refusal('too_many_unpaid_orders');
    }
    if (fromCart && !(await this.carts.takeOut(tx, { memberId, brandId }, lines))) {
      throw new Refusal('cart_changed');
    }
  }

  /** @throws Refusal `pickup_window_gone`, `pickup_window_full`, `not_found` for a link that is none of this brand */
  async settle(
    tx: Tx,
    { brandId }: Buyer,
    storeId: number,
    { pickupFrom, linkCode }: CheckoutWish,
  ): Promise<{ window: PickupWindow | null; linkId: number | null }> {
    return {
      linkId: linkCode === undefined ? null : (await this.links.ofBrand(tx, brandId, linkCode)).id,
      window: pickupFrom === undefined ? null : await this.slots.take(tx, storeId, pickupFrom),
    };
  }

  async attach(tx: Tx, { brandId }: Buyer, orderId: number, { invoice }: CheckoutWish): Promise<void> {
    if (invoice) {
      await this.invoices.request(tx, { id: orderId, brandId }, invoice);
    }
  }
}
