import type { Tx } from '../../platform/database/index.js';
import type { Success } from './domain/success.js';

export interface PayableOrder {
  readonly orderId: number;
  readonly brandId: number;
  /** 6 to 32 digits and letters, never used before: WeChat's name for the order. */
  readonly outTradeNo: string;
  readonly payFen: number;
  /** What stands in the customer's bill, such as "老街咖啡 拿铁等 2 件". */
  readonly description: string;
  /** From then on WeChat takes no money for it. */
  readonly expiresAt: Date;
}

/** What payments need of orders. A flow answers, so that paying moves everything an order holds in one transaction. */
export abstract class OrderPayments {
  /**
   * The member's order, locked until the transaction ends, so that paying and closing never cross.
   * @throws Refusal `not_found`, `order_not_payable`
   */
  abstract payable(tx: Tx, orderId: number, memberId: number): Promise<PayableOrder>;

  /** A new number for an order whose payment was closed while it lives on: WeChat takes the old one no more. */
  abstract renumbered(tx: Tx, order: Pick<PayableOrder, 'orderId' | 'brandId'>): Promise<string>;

  /** The money is here. `unwanted` when the order is closed or paid already: then it goes back by itself. */
  abstract paid(tx: Tx, orderId: number, success: Success): Promise<'accepted' | 'unwanted'>;

  /** The customer has the money back. Called once for each refund of kind `order`. */
  abstract refunded(tx: Tx, refund: RefundedOrder): Promise<void>;

  /**
   * All of the money went back by another way than ours: the order stops here, as at a refund that begins. The
   * refund itself is told by {@link refunded}, under the cause that this answers. @throws Refusal `order_not_refundable`
   */
  abstract refundedElsewhere(tx: Tx, refund: ForeignRefund): Promise<string>;
}

export interface ForeignRefund {
  readonly orderId: number;
  /** Who has recognised it. */
  readonly actor: `admin:${number}`;
  readonly reason: string;
}

export interface RefundedOrder {
  readonly orderId: number;
  readonly refundId: number;
  /** What it was asked for, such as `order-refund:12`. */
  readonly cause: string;
  readonly amountFen: number;
  readonly at: Date;
}
