import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { LedgerStatements } from '../../ledger/index.js';
import { takenBackInAll } from '../domain/earnings.js';
import { OrderEarnings } from './order-earnings.repository.js';

/** What an order has to have earned, and what the ledger says it did. */
export interface EarningCheck {
  readonly orderId: number;
  /** By the rule of its day, and after what was given back of it. */
  readonly duePoints: number;
  /** What the ledger booked for it, less what it took back. */
  readonly bookedPoints: number;
}

/** Compares earnings with the ledger, for the day's reconciliation. */
@Injectable()
export class EarningsLookup {
  constructor(
    private readonly earnings: OrderEarnings,
    private readonly statements: LedgerStatements,
  ) {}

  /** Orders that have not earned yet are left out. */
  async check(
    reader: Reader,
    orders: readonly { readonly orderId: number; readonly refundedFen: number }[],
  ): Promise<EarningCheck[]> {
    const ids = orders.map(({ orderId }) => orderId);
    const [earnings, booked] = [
      await this.earnings.ofOrders(reader, ids),
      await this.statements.booked(reader, 'order.paid', 'points', ids),
    ];
    const refunded = new Map(orders.map(({ orderId, refundedFen }) => [orderId, refundedFen]));
    const bookings = new Map(booked.map((each) => [each.causeId, each]));
    return earnings.map(({ orderId, points, paidFen }) => {
      const { amount = 0, reversed = 0 } = bookings.get(orderId) ?? {};
      const takenBack = takenBackInAll(points, { refundedFen: refunded.get(orderId) ?? 0, paidFen });
      return { orderId, duePoints: points - takenBack, bookedPoints: amount - reversed };
    });
  }
}
