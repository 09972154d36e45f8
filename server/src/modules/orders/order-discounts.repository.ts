import { Injectable } from '@nestjs/common';
import { placeholders, type Reader, type SqlValue, type Tx } from '../../platform/database/index.js';
import type { DiscountRule, PricedLine } from '../pricing/index.js';

export interface OrderDiscountRow {
  readonly orderId: number;
  readonly orderLineId: number;
  readonly rule: DiscountRule;
  readonly ruleId: number | null;
  readonly label: string;
  readonly amountFen: number;
}

export interface DiscountedOrder {
  readonly orderId: number;
  readonly lines: readonly PricedLine[];
}

/** Why a line of an order costs less than its list price, fen by fen. */
@Injectable()
export class OrderDiscountsRepository {
  async insert(tx: Tx, orders: readonly DiscountedOrder[]): Promise<void> {
    const rows = orders.flatMap(({ orderId, lines }) =>
      lines.flatMap(({ skuId, discounts }) => discounts.map((discount) => ({ orderId, skuId, ...discount }))),
    );
    if (rows.length === 0) {
      return;
    }
    // By way of the SKU: numbers of rows that were inserted together need not follow one another in a cluster.
    const given = rows
      .map((_, index) => (index === 0 ? GIVEN_WITH_NAMES : 'SELECT ?, ?, ?, ?, ?, ?'))
      .join(' UNION ALL ');
    await tx.execute(
      `INSERT INTO order_discount (order_id, order_line_id, rule, rule_id, label, amount_fen)
       SELECT line.order_id, line.id, given.rule, given.rule_id, given.label, given.amount_fen
         FROM (${given}) given JOIN order_line line ON line.order_id = given.order_id AND line.sku_id = given.sku_id`,
      rows.flatMap(({ orderId, skuId, rule, ruleId, label, amountFen }): SqlValue[] => [
        orderId,
        skuId,
        rule,
        ruleId,
        label,
        amountFen,
      ]),
    );
  }

  ofOrders(reader: Reader, orderIds: readonly number[]): Promise<OrderDiscountRow[]> {
    return orderIds.length === 0
      ? Promise.resolve([])
      : reader.query<OrderDiscountRow>(
          `SELECT order_id AS orderId, order_line_id AS orderLineId, rule, rule_id AS ruleId, label, amount_fen AS amountFen
             FROM order_discount WHERE order_id IN (${placeholders(orderIds.length)}) ORDER BY order_id, id`,
          [...orderIds],
        );
  }
}

const GIVEN_WITH_NAMES =
  'SELECT ? AS order_id, ? AS sku_id, ? AS rule, ? AS rule_id, ? AS label, ? AS amount_fen';
