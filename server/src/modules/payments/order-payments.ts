import type { Tx } from '../../platform/database/index.js';
import type { Success } from './domain/success.js';

export interface PayableOrder {
  readonly orderId: number;
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

  /** The money is here. `unwanted` when the order is closed or paid already: then it goes back by itself. */
  abstract paid(tx: Tx, orderId: number, success: Success): Promise<'accepted' | 'unwanted'>;

  /** The customer has the money back. Called once for each refund of kind `order`. */
  abstract refunded(tx: Tx, refund: RefundedOrder): Promise<void>;
}

export interface RefundedOrder {
  readonly orderId: number;
  readonly refundId: number;
  readonly amountFen: number;
  readonly at: Date;
}
