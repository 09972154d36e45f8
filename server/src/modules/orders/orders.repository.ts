import { Injectable } from '@nestjs/common';
import type { Carrier, FulfilmentKind, OrderStatus } from '@regulars/shared';
import {
  placeholders,
  rowPlaceholders,
  type Reader,
  type SqlValue,
  type Tx,
} from '../../platform/database/index.js';
import type { PriceStep } from '../pricing/index.js';

export interface OrderRow {
  readonly id: number;
  readonly outTradeNo: string;
  readonly brandId: number;
  readonly memberId: number;
  readonly storeId: number;
  readonly fulfilment: FulfilmentKind;
  readonly address: string | null;
  readonly status: OrderStatus;
  readonly goodsFen: number;
  readonly discountFen: number;
  readonly freightFen: number;
  readonly payFen: number;
  readonly paidFen: number;
  readonly refundedFen: number;
  readonly steps: readonly PriceStep[];
  readonly note: string;
  readonly pickupCode: string | null;
  readonly shippingCompany: Carrier | null;
  readonly trackingNo: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly paidAt: Date | null;
  readonly handedOverAt: Date | null;
}

export interface OrderLineRow {
  readonly orderId: number;
  readonly skuId: number;
  readonly productId: number;
  readonly name: string;
  readonly pictureUrl: string;
  readonly quantity: number;
  readonly listFen: number;
  readonly totalFen: number;
}

export interface OrderEventRow {
  readonly orderId: number;
  readonly at: Date;
  readonly status: OrderStatus;
  readonly note: string;
}

export interface NewOrder {
  readonly outTradeNo: string;
  readonly brandId: number;
  readonly memberId: number;
  readonly storeId: number;
  readonly fulfilment: FulfilmentKind;
  readonly address: string | null;
  readonly goodsFen: number;
  readonly discountFen: number;
  readonly freightFen: number;
  readonly payFen: number;
  readonly steps: readonly PriceStep[];
  readonly note: string;
  readonly businessDay: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Who moved an order, for its history. */
export type OrderActor = `member:${number}` | `staff:${number}` | `admin:${number}` | 'system';

export interface Move {
  readonly orderId: number;
  readonly from: readonly OrderStatus[];
  readonly to: OrderStatus;
  readonly actor: OrderActor;
  readonly at: Date;
  readonly note: string;
  /** Columns that change with the move. */
  readonly set?: Readonly<Partial<Record<SettableColumn, SqlValue>>>;
}

type SettableColumn =
  | 'paid_fen'
  | 'refunded_fen'
  | 'pickup_code'
  | 'paid_at'
  | 'handed_over_at'
  | 'shipping_company'
  | 'tracking_no';

const COLUMNS = `id, out_trade_no AS outTradeNo, brand_id AS brandId, member_id AS memberId, store_id AS storeId,
  fulfilment, address, status, goods_fen AS goodsFen, discount_fen AS discountFen, freight_fen AS freightFen,
  pay_fen AS payFen, paid_fen AS paidFen, refunded_fen AS refundedFen, steps, note, pickup_code AS pickupCode,
  shipping_company AS shippingCompany, tracking_no AS trackingNo, created_at AS createdAt, expires_at AS expiresAt,
  paid_at AS paidAt, handed_over_at AS handedOverAt`;

const AWAITING_PICKUP = "fulfilment = 'pickup' AND status IN ('paid', 'ready')";

@Injectable()
export class OrdersRepository {
  async insert(tx: Tx, order: NewOrder, lines: readonly Omit<OrderLineRow, 'orderId'>[]): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO customer_order (out_trade_no, brand_id, member_id, store_id, fulfilment, address, status, goods_fen,
         discount_fen, freight_fen, pay_fen, steps, note, business_day, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, 'pending_payment', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        order.outTradeNo,
        order.brandId,
        order.memberId,
        order.storeId,
        order.fulfilment,
        order.address,
        order.goodsFen,
        order.discountFen,
        order.freightFen,
        order.payFen,
        JSON.stringify(order.steps),
        order.note,
        order.businessDay,
        order.createdAt,
        order.expiresAt,
      ],
    );
    await tx.execute(
      `INSERT INTO order_line (order_id, sku_id, product_id, name, picture_url, quantity, list_fen, total_fen)
       VALUES ${rowPlaceholders(lines.length, 8)}`,
      lines.flatMap((line): SqlValue[] => [
        insertId,
        line.skuId,
        line.productId,
        line.name,
        line.pictureUrl,
        line.quantity,
        line.listFen,
        line.totalFen,
      ]),
    );
    return insertId;
  }

  /** Moves the order if it is where the move starts, and writes its history. False when it is elsewhere. */
  async move(tx: Tx, { orderId, from, to, actor, at, note, set = {} }: Move): Promise<boolean> {
    const changed = Object.entries(set);
    const { affectedRows } = await tx.execute(
      `UPDATE customer_order SET status = ?${changed.map(([column]) => `, ${column} = ?`).join('')}
       WHERE id = ? AND status IN (${placeholders(from.length)})`,
      [to, ...changed.map(([, value]) => value), orderId, ...from],
    );
    if (affectedRows !== 1) {
      return false;
    }
    await tx.execute('INSERT INTO order_event (order_id, at, status, actor, note) VALUES (?, ?, ?, ?, ?)', [
      orderId,
      at,
      to,
      actor,
      note,
    ]);
    return true;
  }

  async refundLines(tx: Tx, orderId: number): Promise<void> {
    await tx.execute('UPDATE order_line SET refunded_fen = total_fen WHERE order_id = ?', [orderId]);
  }

  async unpaidCount(reader: Reader, memberId: number): Promise<number> {
    const row = await reader.one<{ count: number }>(
      "SELECT COUNT(*) AS count FROM customer_order WHERE member_id = ? AND status = 'pending_payment'",
      [memberId],
    );
    return row?.count ?? 0;
  }

  find(reader: Reader, orderId: number): Promise<OrderRow | undefined> {
    return this.one(reader, 'id = ?', [orderId]);
  }

  /** Locked until the transaction ends. */
  lock(tx: Tx, orderId: number): Promise<OrderRow | undefined> {
    return this.one(tx, 'id = ? FOR UPDATE', [orderId]);
  }

  ofMember(reader: Reader, memberId: number, orderId: number): Promise<OrderRow | undefined> {
    return this.one(reader, 'id = ? AND member_id = ?', [orderId, memberId]);
  }

  ofMemberByTradeNo(reader: Reader, memberId: number, outTradeNo: string): Promise<OrderRow | undefined> {
    return this.one(reader, 'out_trade_no = ? AND member_id = ?', [outTradeNo, memberId]);
  }

  ofBrands(reader: Reader, brandIds: readonly number[], orderId: number): Promise<OrderRow | undefined> {
    return this.one(reader, `id = ? AND brand_id IN (${placeholders(brandIds.length)})`, [
      orderId,
      ...brandIds,
    ]);
  }

  byPickupCode(reader: Reader, storeIds: readonly number[], code: string): Promise<OrderRow | undefined> {
    return this.one(reader, `pickup_code = ? AND store_id IN (${placeholders(storeIds.length)})`, [
      code,
      ...storeIds,
    ]);
  }

  memberPage(
    reader: Reader,
    filter: { memberId: number; brandId: number; status?: OrderStatus; beforeId: number },
    limit: number,
  ): Promise<OrderRow[]> {
    return this.many(
      reader,
      `member_id = ? AND brand_id = ? AND id < ?${filter.status ? ' AND status = ?' : ''} ORDER BY id DESC LIMIT ?`,
      [filter.memberId, filter.brandId, filter.beforeId, ...(filter.status ? [filter.status] : []), limit],
    );
  }

  brandPage(
    reader: Reader,
    filter: { brandId: number; status?: OrderStatus; beforeId: number },
    limit: number,
  ): Promise<OrderRow[]> {
    return this.many(
      reader,
      `brand_id = ? AND id < ?${filter.status ? ' AND status = ?' : ''} ORDER BY id DESC LIMIT ?`,
      [filter.brandId, filter.beforeId, ...(filter.status ? [filter.status] : []), limit],
    );
  }

  awaitingPickupAt(reader: Reader, storeId: number, limit: number): Promise<OrderRow[]> {
    return this.many(reader, `store_id = ? AND ${AWAITING_PICKUP} ORDER BY id LIMIT ?`, [storeId, limit]);
  }

  awaitingPickupBy(
    reader: Reader,
    memberId: number,
    storeIds: readonly number[],
    limit: number,
  ): Promise<OrderRow[]> {
    return this.many(
      reader,
      `member_id = ? AND store_id IN (${placeholders(storeIds.length)}) AND ${AWAITING_PICKUP} ORDER BY id LIMIT ?`,
      [memberId, ...storeIds, limit],
    );
  }

  lines(reader: Reader, orderIds: readonly number[]): Promise<OrderLineRow[]> {
    if (orderIds.length === 0) {
      return Promise.resolve([]);
    }
    return reader.query<OrderLineRow>(
      `SELECT order_id AS orderId, sku_id AS skuId, product_id AS productId, name, picture_url AS pictureUrl, quantity,
              list_fen AS listFen, total_fen AS totalFen
       FROM order_line WHERE order_id IN (${placeholders(orderIds.length)}) ORDER BY order_id, id`,
      [...orderIds],
    );
  }

  events(reader: Reader, orderId: number): Promise<OrderEventRow[]> {
    return reader.query<OrderEventRow>(
      'SELECT order_id AS orderId, at, status, note FROM order_event WHERE order_id = ? ORDER BY id',
      [orderId],
    );
  }

  private async one(
    reader: Reader,
    condition: string,
    params: readonly SqlValue[],
  ): Promise<OrderRow | undefined> {
    return (await this.many(reader, condition, params))[0];
  }

  private async many(reader: Reader, condition: string, params: readonly SqlValue[]): Promise<OrderRow[]> {
    const rows = await reader.query<Omit<OrderRow, 'steps'> & { steps: string }>(
      `SELECT ${COLUMNS} FROM customer_order WHERE ${condition}`,
      params,
    );
    return rows.map((row) => ({ ...row, steps: JSON.parse(row.steps) as PriceStep[] }));
  }
}
