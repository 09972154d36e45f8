import { Injectable } from '@nestjs/common';
import { placeholders, type Reader } from '../../../platform/database/index.js';
import type { OurPayment, OurRefund } from './domain/judge.js';

/** A day of the merchant's, as instants. */
export interface Span {
  readonly mchId: string;
  readonly from: Date;
  readonly until: Date;
}

export interface DaySums {
  readonly brandId: number;
  readonly payments: number;
  readonly paidFen: number;
  readonly refunds: number;
  readonly refundedFen: number;
  readonly feeMilliFen: number;
}

export interface TradedOrder {
  readonly orderId: number;
  readonly brandId: number;
  readonly outTradeNo: string;
  readonly refundedFen: number;
}

type Keyed<T> = T & { readonly id: number };

const PAYMENT = `payment.id, payment.brand_id AS brandId, payment.order_id AS orderId,
  payment.out_trade_no AS outTradeNo, payment.transaction_id AS transactionId, payment.amount_fen AS amountFen,
  payment.status`;
const REFUND = `refund.id, payment.brand_id AS brandId, refund.order_id AS orderId,
  payment.out_trade_no AS outTradeNo, refund.out_refund_no AS outRefundNo, refund.transaction_id AS transactionId,
  refund.amount_fen AS amountFen, refund.status`;

/** Our side of the match: payments and refunds by number, and those of a day that no bill has. */
@Injectable()
export class OurBooksRepository {
  paymentsOf(reader: Reader, outTradeNos: readonly string[]): Promise<OurPayment[]> {
    return outTradeNos.length === 0
      ? Promise.resolve([])
      : reader.query<OurPayment>(
          `SELECT ${PAYMENT} FROM payment WHERE out_trade_no IN (${placeholders(outTradeNos.length)})`,
          [...outTradeNos],
        );
  }

  refundsOf(reader: Reader, outRefundNos: readonly string[]): Promise<OurRefund[]> {
    return outRefundNos.length === 0
      ? Promise.resolve([])
      : reader.query<OurRefund>(
          `SELECT ${REFUND} FROM refund JOIN payment ON payment.id = refund.payment_id
            WHERE refund.out_refund_no IN (${placeholders(outRefundNos.length)})`,
          [...outRefundNos],
        );
  }

  /** Transactions of these that came when nobody wanted them, and are on their way back. */
  async straysOf(reader: Reader, transactionIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (transactionIds.length === 0) {
      return new Set();
    }
    const rows = await reader.query<{ cause: string }>(
      `SELECT cause FROM refund WHERE cause IN (${placeholders(transactionIds.length)})`,
      transactionIds.map((id) => `stray:${id}`),
    );
    return new Set(rows.map(({ cause }) => cause.slice('stray:'.length)));
  }

  paymentsWithoutBill(
    reader: Reader,
    { mchId, from, until }: Span,
  ): Promise<Keyed<OurPayment & { transactionId: string }>[]> {
    return reader.query(
      `SELECT ${PAYMENT} FROM payment
        WHERE payment.paid_at >= ? AND payment.paid_at < ? AND payment.mch_id = ?
          AND NOT EXISTS (SELECT 1 FROM billed_trade trade
                           WHERE trade.transaction_id = payment.transaction_id AND trade.kind = 'payment')
        ORDER BY payment.id`,
      [from, until, mchId],
    );
  }

  refundsWithoutBill(reader: Reader, { mchId, from, until }: Span): Promise<Keyed<OurRefund>[]> {
    return reader.query(
      `SELECT ${REFUND} FROM refund JOIN payment ON payment.id = refund.payment_id
        WHERE refund.succeeded_at >= ? AND refund.succeeded_at < ? AND payment.mch_id = ?
          AND NOT EXISTS (SELECT 1 FROM billed_trade trade WHERE trade.out_refund_no = refund.out_refund_no)
        ORDER BY refund.id`,
      [from, until, mchId],
    );
  }

  /** The orders that were paid or given back on the day, with all that was given back of them until now. */
  ordersOf(reader: Reader, { mchId, from, until }: Span): Promise<TradedOrder[]> {
    return reader.query<TradedOrder>(
      `SELECT payment.order_id AS orderId, payment.brand_id AS brandId, payment.out_trade_no AS outTradeNo,
              (SELECT CAST(COALESCE(SUM(refund.amount_fen), 0) AS SIGNED) FROM refund
                WHERE refund.payment_id = payment.id AND refund.kind = 'order' AND refund.status = 'succeeded') AS refundedFen
         FROM payment
         JOIN (SELECT id FROM payment WHERE paid_at >= ? AND paid_at < ?
                UNION SELECT payment_id FROM refund WHERE succeeded_at >= ? AND succeeded_at < ?) traded
           ON traded.id = payment.id
        WHERE payment.mch_id = ? AND payment.status = 'paid'
        ORDER BY payment.id`,
      [from, until, from, until, mchId],
    );
  }

  /** When the first customer opened a payment sheet, whether we heard of the payment or not. */
  async begunAt(reader: Reader, mchId: string): Promise<Date | undefined> {
    const row = await reader.one<{ at: Date }>(
      'SELECT created_at AS at FROM payment WHERE mch_id = ? ORDER BY id LIMIT 1',
      [mchId],
    );
    return row?.at;
  }

  /** What each brand took in, gave back and was charged that day, brands without trade left out. */
  daySums(reader: Reader, billId: number, { mchId, from, until }: Span): Promise<DaySums[]> {
    return reader.query<DaySums>(
      `SELECT brand_id AS brandId, CAST(SUM(payments) AS SIGNED) AS payments, CAST(SUM(paid_fen) AS SIGNED) AS paidFen,
              CAST(SUM(refunds) AS SIGNED) AS refunds, CAST(SUM(refunded_fen) AS SIGNED) AS refundedFen,
              CAST(SUM(fee_milli_fen) AS SIGNED) AS feeMilliFen
         FROM (
           SELECT brand_id, 1 AS payments, amount_fen AS paid_fen, 0 AS refunds, 0 AS refunded_fen, 0 AS fee_milli_fen
             FROM payment WHERE paid_at >= ? AND paid_at < ? AND mch_id = ?
           UNION ALL
           SELECT payment.brand_id, 0, 0, 1, refund.amount_fen, 0
             FROM refund JOIN payment ON payment.id = refund.payment_id
            WHERE refund.succeeded_at >= ? AND refund.succeeded_at < ? AND payment.mch_id = ?
           UNION ALL
           SELECT payment.brand_id, 0, 0, 0, 0, trade.fee_milli_fen
             FROM billed_trade trade JOIN payment ON payment.out_trade_no = trade.out_trade_no
            WHERE trade.bill_id = ?
         ) movement
        GROUP BY brand_id`,
      [from, until, mchId, from, until, mchId, billId],
    );
  }
}
