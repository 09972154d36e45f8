import type { PriceStep } from '../pricing/index.js';

export interface OrderPaid {
  readonly orderId: number;
  readonly brandId: number;
  readonly programId: number;
  readonly memberId: number;
  readonly storeId: number;
  readonly paidFen: number;
  readonly steps: readonly PriceStep[];
}

export interface OrderHandedOver {
  readonly orderId: number;
}

export interface OrderRefunded {
  readonly orderId: number;
  /** The order's refund, not the payment's: what was paid with points alone has no other. */
  readonly refundId: number;
  readonly brandId: number;
  readonly programId: number;
  readonly memberId: number;
  readonly refundedFen: number;
  /** This refund and all before it. */
  readonly totalRefundedFen: number;
  /** Of the points spent, with this refund and all before it. */
  readonly totalRefundedPoints: number;
  /** Nothing of the order is left. */
  readonly whole: boolean;
}

declare module '../../platform/jobs/events.js' {
  interface DomainEvents {
    'order.paid': OrderPaid;
    /** Picked up, or a parcel given to the carrier. */
    'order.handed-over': OrderHandedOver;
    'order.refunded': OrderRefunded;
  }
}
