import type { Carrier } from '@regulars/shared';
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
  /** Null when it was picked up. */
  readonly shipment: { readonly company: Carrier; readonly trackingNo: string } | null;
}

export interface OrderRefunded {
  readonly orderId: number;
  readonly refundId: number;
  readonly brandId: number;
  readonly programId: number;
  readonly memberId: number;
  readonly refundedFen: number;
  /** This refund and all before it. */
  readonly totalRefundedFen: number;
}

declare module '../../platform/jobs/events.js' {
  interface DomainEvents {
    'order.paid': OrderPaid;
    /** Picked up, or given to the carrier. */
    'order.handed-over': OrderHandedOver;
    'order.refunded': OrderRefunded;
  }
}
