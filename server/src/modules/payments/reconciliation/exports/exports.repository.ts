import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../../platform/database/index.js';
import type { Span } from '../our-books.repository.js';

/** Where a page of rows ended. */
export interface Mark {
  readonly at: Date;
  readonly id: number;
}

export interface ExportedPayment extends Mark {
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly amountFen: number;
  readonly status: 'paid' | 'returned';
}

export interface ExportedRefund extends Mark {
  readonly outTradeNo: string;
  readonly outRefundNo: string;
  readonly transactionId: string;
  readonly kind: 'order' | 'stray';
  readonly amountFen: number;
  readonly reason: string;
}

export interface ExportedFee extends Mark {
  readonly kind: 'payment' | 'refund';
  readonly number: string;
  readonly outTradeNo: string;
  readonly amountFen: number;
  readonly feeMilliFen: number;
}

/** Rows of one brand and one day, page after page by key, so that a year of them takes no more memory than a page. */
@Injectable()
export class ExportsRepository {
  payments(
    reader: Reader,
    brandId: number,
    { from, until }: Span,
    after: Mark,
    count: number,
  ): Promise<ExportedPayment[]> {
    return reader.query<ExportedPayment>(
      `SELECT id, paid_at AS at, out_trade_no AS outTradeNo, transaction_id AS transactionId, amount_fen AS amountFen, status
         FROM payment
        WHERE brand_id = ? AND paid_at >= ? AND paid_at < ? AND (paid_at > ? OR (paid_at = ? AND id > ?))
        ORDER BY paid_at, id LIMIT ${count}`,
      [brandId, later(from, after.at), until, after.at, after.at, after.id],
    );
  }

  refunds(
    reader: Reader,
    brandId: number,
    { from, until }: Span,
    after: Mark,
    count: number,
  ): Promise<ExportedRefund[]> {
    return reader.query<ExportedRefund>(
      `SELECT refund.id, refund.succeeded_at AS at, payment.out_trade_no AS outTradeNo, refund.out_refund_no AS outRefundNo,
              refund.transaction_id AS transactionId, refund.kind, refund.amount_fen AS amountFen, refund.reason
         FROM refund JOIN payment ON payment.id = refund.payment_id
        WHERE payment.brand_id = ? AND refund.succeeded_at >= ? AND refund.succeeded_at < ?
          AND (refund.succeeded_at > ? OR (refund.succeeded_at = ? AND refund.id > ?))
        ORDER BY refund.succeeded_at, refund.id LIMIT ${count}`,
      [brandId, later(from, after.at), until, after.at, after.at, after.id],
    );
  }

  /** As WeChat billed them: days whose bill isn't here have none. */
  fees(
    reader: Reader,
    brandId: number,
    billId: number,
    afterId: number,
    count: number,
  ): Promise<ExportedFee[]> {
    return reader.query<ExportedFee>(
      `SELECT trade.id, trade.at, trade.kind, trade.number, trade.out_trade_no AS outTradeNo,
              trade.amount_fen AS amountFen, trade.fee_milli_fen AS feeMilliFen
         FROM billed_trade trade JOIN payment ON payment.out_trade_no = trade.out_trade_no AND payment.brand_id = ?
        WHERE trade.bill_id = ? AND trade.id > ?
        ORDER BY trade.id LIMIT ${count}`,
      [brandId, billId, afterId],
    );
  }
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
