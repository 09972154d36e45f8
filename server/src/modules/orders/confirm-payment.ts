import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { Inventory } from '../inventory/index.js';
import { BrandLookup } from '../org/index.js';
import { newPickupCode } from './order-numbers.js';
import './order-events.js';
import { OrdersRepository } from './orders.repository.js';

export interface ProvenPayment {
  readonly orderId: number;
  readonly paidFen: number;
  readonly paidAt: Date;
}

/**
 * `paid`: this payment paid the order. `already`: an earlier one did, so this money goes back unless it is the
 * same payment told twice. `closed`: the order's time is over, the money goes back.
 */
export type PaymentOutcome = 'paid' | 'already' | 'closed';

/** The only way an order becomes paid. The caller has proof from WeChat, for exactly this amount. */
@Injectable()
export class ConfirmPayment {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly inventory: Inventory,
    private readonly brands: BrandLookup,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws when the amount is not the order's: that is for people to look at, never a paid order */
  async execute(tx: Tx, payment: ProvenPayment): Promise<PaymentOutcome> {
    const order = await this.orders.lock(tx, payment.orderId);
    if (!order) {
      throw new Error(`Payment for order ${payment.orderId}, which does not exist`);
    }
    if (payment.paidFen !== order.payFen) {
      throw new Error(`Payment of ${payment.paidFen} fen for order ${order.id}, which costs ${order.payFen}`);
    }
    const paid = await this.orders.move(tx, {
      orderId: order.id,
      from: ['pending_payment'],
      to: 'paid',
      actor: 'system',
      at: this.clock.now(),
      note: order.fulfilment === 'pickup' ? '付款成功，请到店出示取货码' : '付款成功，等待发货',
      set: {
        paid_fen: payment.paidFen,
        paid_at: payment.paidAt,
        pickup_code: order.fulfilment === 'pickup' ? newPickupCode() : null,
      },
    });
    if (!paid) {
      return order.status === 'closed' ? 'closed' : 'already';
    }
    const { programId } = await this.brands.get(order.brandId);
    await this.outbox.emit(tx, 'order.paid', {
      orderId: order.id,
      brandId: order.brandId,
      programId,
      memberId: order.memberId,
      storeId: order.storeId,
      paidFen: payment.paidFen,
      steps: order.steps,
    });
    await this.inventory.take(tx, order.id);
    return 'paid';
  }
}
