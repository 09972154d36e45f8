import { Injectable } from '@nestjs/common';
import type { FulfilmentKind, OrderMove, OrderStatus } from '@regulars/shared';
import {
  JoinedReads,
  placeholders,
  rowPlaceholders,
  type Reader,
  type SqlValue,
  type Tx,
} from '../../platform/database/index.js';
import type { PickupWindow } from './domain/pickup-windows.js';
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
  /** Spent on it. */
  readonly points: number;
  readonly steps: readonly PriceStep[];
  readonly note: string;
  readonly pickupCode: string | null;
  readonly pickupFrom: Date | null;
  readonly pickupTo: Date | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly paidAt: Date | null;
  readonly handedOverAt: Date | null;
  readonly completedAt: Date | null;
}

export interface NewOrderLine {
  readonly skuId: number;
  readonly productId: number;
  readonly name: string;
  readonly pictureUrl: string;
  readonly quantity: number;
  readonly listFen: number;
  readonly totalFen: number;
  /** Its share of the points spent. */
  readonly points: number;
}

export interface OrderLineRow extends NewOrderLine {
  readonly id: number;
  readonly orderId: number;
  /** In parcels. */
  readonly shippedQuantity: number;
  /** Given back before they were sent. */
  readonly cancelledQuantity: number;
  /** Given back, or on its way back. */
  readonly refundedFen: number;
  readonly refundedQuantity: number;
  readonly refundedPoints: number;
}

export interface OrderEventRow {
  readonly orderId: number;
  readonly at: Date;
  readonly status: OrderStatus;
  readonly actor: OrderActor;
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
  readonly points: number;
  readonly steps: readonly PriceStep[];
  readonly note: string;
  readonly businessDay: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly window: PickupWindow | null;
  readonly checkoutLinkId: number | null;
  readonly lines: readonly NewOrderLine[];
  readonly receiverPhoneIndex: string | null;
}

export interface BrandOrdersFilter {
  readonly brandId: number;
  readonly beforeId: number;
  readonly statuses?: readonly OrderStatus[];
  readonly storeId?: number;
  /** Business days, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly outTradeNo?: string;
  /** Sent to this phone, or of these members. */
  readonly receiver?: { readonly phoneIndex: string; readonly memberIds: readonly number[] };
}

/** A WHERE that grows with what is asked. */
class Conditions {
  constructor(
    public sql: string,
    readonly params: SqlValue[],
  ) {}

  add(condition: string, value: SqlValue | undefined): void {
    if (value !== undefined) {
      this.all(condition, [value]);
    }
  }

  among(column: string, values: readonly string[] | undefined): void {
    if (values) {
      this.all(`${column} IN (${placeholders(values.length)})`, values);
    }
  }

  all(condition: string, values: readonly SqlValue[]): void {
    this.sql += ` AND ${condition}`;
    this.params.push(...values);
  }
}

/** What is taken off an order by hand. */
export interface Repricing {
  readonly order: OrderRow;
  readonly offFen: number;
  /** As the customer reads it. */
  readonly label: string;
  readonly lines: readonly { readonly lineId: number; readonly offFen: number }[];
}

/** Who moved an order, for its history. */
export type OrderActor = `member:${number}` | `staff:${number}` | `admin:${number}` | 'system';

/** One of `ORDER_MOVES`, with who and why. */
export interface Move extends OrderMove {
  readonly orderId: number;
  readonly actor: OrderActor;
  readonly at: Date;
  readonly note: string;
  /** Columns that change with the move. */
  readonly set?: Readonly<Partial<Record<SettableColumn, SqlValue>>>;
}

type SettableColumn = 'paid_fen' | 'pickup_code' | 'paid_at' | 'handed_over_at' | 'completed_at';

const COLUMNS = `id, out_trade_no AS outTradeNo, brand_id AS brandId, member_id AS memberId, store_id AS storeId,
  fulfilment, address, status, goods_fen AS goodsFen, discount_fen AS discountFen, freight_fen AS freightFen,
  pay_fen AS payFen, paid_fen AS paidFen, refunded_fen AS refundedFen, points, steps, note, pickup_code AS pickupCode,
  pickup_from AS pickupFrom, pickup_to AS pickupTo,
  created_at AS createdAt, expires_at AS expiresAt, paid_at AS paidAt, handed_over_at AS handedOverAt,
  completed_at AS completedAt`;

/** States in which the store has something to do. */
const FOR_THE_STORE: readonly OrderStatus[] = ['paid', 'preparing', 'ready', 'partly_shipped'];

const AWAITING_PICKUP = "fulfilment = 'pickup' AND status IN ('paid', 'preparing', 'ready')";

type Buyer = Pick<OrderRow, 'memberId' | 'brandId'>;

const nameOf = ({ memberId, brandId }: Buyer): string => `${memberId} ${brandId}`;

@Injectable()
export class OrdersRepository {
  /** The numbers of the orders, in their order. */
  async insert(tx: Tx, orders: readonly NewOrder[]): Promise<number[]> {
    const { insertId } = await tx.execute(
      `INSERT INTO customer_order (out_trade_no, brand_id, member_id, store_id, fulfilment, address, status, goods_fen,
         discount_fen, freight_fen, pay_fen, points, steps, note, business_day, created_at, expires_at, pickup_from,
         pickup_to, checkout_link_id, receiver_phone_index)
       VALUES ${rowPlaceholders(orders.length, 21)}`,
      orders.flatMap((order): SqlValue[] => [
        order.outTradeNo,
        order.brandId,
        order.memberId,
        order.storeId,
        order.fulfilment,
        order.address,
        'pending_payment',
        order.goodsFen,
        order.discountFen,
        order.freightFen,
        order.payFen,
        order.points,
        JSON.stringify(order.steps),
        order.note,
        order.businessDay,
        order.createdAt,
        order.expiresAt,
        order.window?.from ?? null,
        order.window?.to ?? null,
        order.checkoutLinkId,
        order.receiverPhoneIndex,
      ]),
    );
    const orderIds = orders.length === 1 ? [insertId] : await this.idsOf(tx, orders);
    const lines = orders.flatMap((order, index) =>
      order.lines.map((line) => ({ orderId: orderIds[index] ?? 0, ...line })),
    );
    await tx.execute(
      `INSERT INTO order_line (order_id, sku_id, product_id, name, picture_url, quantity, list_fen, total_fen, points)
       VALUES ${rowPlaceholders(lines.length, 9)}`,
      lines.flatMap((line): SqlValue[] => [
        line.orderId,
        line.skuId,
        line.productId,
        line.name,
        line.pictureUrl,
        line.quantity,
        line.listFen,
        line.totalFen,
        line.points,
      ]),
    );
    return orderIds;
  }

  /** By their trade numbers: ids of rows that were inserted together need not follow one another in a cluster. */
  private async idsOf(tx: Tx, orders: readonly NewOrder[]): Promise<number[]> {
    const rows = await tx.query<{ id: number; outTradeNo: string }>(
      `SELECT id, out_trade_no AS outTradeNo FROM customer_order WHERE out_trade_no IN (${placeholders(orders.length)})`,
      orders.map(({ outTradeNo }) => outTradeNo),
    );
    const byTradeNo = new Map(rows.map(({ id, outTradeNo }) => [outTradeNo, id]));
    return orders.map(({ outTradeNo }) => {
      const id = byTradeNo.get(outTradeNo);
      if (id === undefined) {
        throw new Error(`Order ${outTradeNo} was written and is not there`);
      }
      return id;
    });
  }

  /** Moves the order if it is where the move starts, and writes its history. False when it is elsewhere. */
  async move(tx: Tx, { orderId, from, to, fulfilment, actor, at, note, set = {} }: Move): Promise<boolean> {
    const changed = Object.entries(set);
    const { affectedRows } = await tx.execute(
      `UPDATE customer_order SET status = ?${changed.map(([column]) => `, ${column} = ?`).join('')}
       WHERE id = ? AND status IN (${placeholders(from.length)})${fulfilment ? ' AND fulfilment = ?' : ''}`,
      [to, ...changed.map(([, value]) => value), orderId, ...from, ...(fulfilment ? [fulfilment] : [])],
    );
    if (affectedRows !== 1) {
      return false;
    }
    await this.addEvent(tx, { orderId, at, status: to, actor, note });
    return true;
  }

  /** Something happened to the order that left it where it is. */
  async addEvent(tx: Tx, { orderId, at, status, actor, note }: OrderEventRow): Promise<void> {
    await tx.execute('INSERT INTO order_event (order_id, at, status, actor, note) VALUES (?, ?, ?, ?, ?)', [
      orderId,
      at,
      status,
      actor,
      note,
    ]);
  }

  /** The money of a refund is with the customer. */
  async addRefunded(tx: Tx, orderId: number, amountFen: number): Promise<void> {
    await tx.execute('UPDATE customer_order SET refunded_fen = refunded_fen + ? WHERE id = ?', [
      amountFen,
      orderId,
    ]);
  }

  /** The caller holds the order's lock. */
  async reprice(tx: Tx, { order, offFen, label, lines }: Repricing): Promise<void> {
    const steps: readonly PriceStep[] = [...order.steps, { rule: 'clerk', label, amountFen: -offFen }];
    await tx.execute(
      'UPDATE customer_order SET pay_fen = pay_fen - ?, discount_fen = discount_fen + ?, steps = ? WHERE id = ?',
      [offFen, offFen, JSON.stringify(steps), order.id],
    );
    for (const line of lines.filter((each) => each.offFen > 0)) {
      await tx.execute('UPDATE order_line SET total_fen = total_fen - ? WHERE id = ?', [
        line.offFen,
        line.lineId,
      ]);
      await tx.execute(
        `INSERT INTO order_discount (order_id, order_line_id, rule, rule_id, label, amount_fen)
         VALUES (?, ?, 'clerk', NULL, ?, ?)`,
        [order.id, line.lineId, label, line.offFen],
      );
    }
  }

  /** WeChat takes no other amount under a number it knows. The caller holds the order's lock. */
  async renumber(tx: Tx, orderId: number, outTradeNo: string): Promise<void> {
    await tx.execute('UPDATE customer_order SET out_trade_no = ? WHERE id = ?', [outTradeNo, orderId]);
  }

  private readonly unpaid = new JoinedReads<Buyer, number>(nameOf, async (reader, buyers) => {
    const rows = await reader.query<Buyer & { count: number }>(
      `SELECT member_id AS memberId, brand_id AS brandId, COUNT(*) AS count FROM customer_order
        WHERE member_id IN (${placeholders(buyers.length)}) AND status = 'pending_payment'
          AND brand_id IN (${placeholders(buyers.length)})
        GROUP BY member_id, brand_id`,
      [...buyers.map(({ memberId }) => memberId), ...buyers.map(({ brandId }) => brandId)],
    );
    return new Map(rows.map((row) => [nameOf(row), row.count]));
  });

  async unpaidCount(reader: Reader, memberId: number, brandId: number): Promise<number> {
    return (await this.unpaid.of(reader, { memberId, brandId })) ?? 0;
  }

  async countIn(reader: Reader, memberId: number, statuses: readonly OrderStatus[]): Promise<number> {
    const row = await reader.one<{ count: number }>(
      `SELECT COUNT(*) AS count FROM customer_order
        WHERE member_id = ? AND status IN (${placeholders(statuses.length)})`,
      [memberId, ...statuses],
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

  /** An order that leaves one of these stores, locked until the transaction ends. */
  lockOfStores(tx: Tx, storeIds: readonly number[], orderId: number): Promise<OrderRow | undefined> {
    return this.one(tx, `id = ? AND store_id IN (${placeholders(storeIds.length)}) FOR UPDATE`, [
      orderId,
      ...storeIds,
    ]);
  }

  lockOfBrands(tx: Tx, brandIds: readonly number[], orderId: number): Promise<OrderRow | undefined> {
    return this.one(tx, `id = ? AND brand_id IN (${placeholders(brandIds.length)}) FOR UPDATE`, [
      orderId,
      ...brandIds,
    ]);
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

  ofStores(reader: Reader, storeIds: readonly number[], orderId: number): Promise<OrderRow | undefined> {
    return this.one(reader, `id = ? AND store_id IN (${placeholders(storeIds.length)})`, [
      orderId,
      ...storeIds,
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
    filter: { memberId: number; brandId: number; statuses?: readonly OrderStatus[]; beforeId: number },
    limit: number,
  ): Promise<OrderRow[]> {
    const conditions = new Conditions('member_id = ? AND brand_id = ? AND id < ?', [
      filter.memberId,
      filter.brandId,
      filter.beforeId,
    ]);
    conditions.among('status', filter.statuses);
    return this.many(reader, `${conditions.sql} ORDER BY id DESC LIMIT ?`, [...conditions.params, limit]);
  }

  brandPage(reader: Reader, filter: BrandOrdersFilter, limit: number): Promise<OrderRow[]> {
    const conditions = new Conditions('brand_id = ? AND id < ?', [filter.brandId, filter.beforeId]);
    conditions.among('status', filter.statuses);
    conditions.add('store_id = ?', filter.storeId);
    conditions.add('business_day >= ?', filter.from);
    conditions.add('business_day <= ?', filter.to);
    conditions.add('out_trade_no = ?', filter.outTradeNo);
    if (filter.receiver) {
      const { phoneIndex, memberIds } = filter.receiver;
      // Two indexes, each asked by itself.
      const of =
        memberIds.length === 0
          ? ''
          : ` UNION SELECT id FROM customer_order WHERE member_id IN (${placeholders(memberIds.length)})`;
      conditions.all(`id IN (SELECT id FROM customer_order WHERE receiver_phone_index = ?${of})`, [
        phoneIndex,
        ...memberIds,
      ]);
    }
    return this.many(reader, `${conditions.sql} ORDER BY id DESC LIMIT ?`, [...conditions.params, limit]);
  }

  /** How many orders a member has in each state; states without one are absent. */
  counts(
    reader: Reader,
    memberId: number,
    brandId: number,
  ): Promise<{ status: OrderStatus; orders: number }[]> {
    return reader.query(
      `SELECT status, COUNT(*) AS orders FROM customer_order WHERE member_id = ? AND brand_id = ? GROUP BY status`,
      [memberId, brandId],
    );
  }

  storePage(
    reader: Reader,
    filter: { storeId: number; status?: OrderStatus; afterId: number },
    limit: number,
  ): Promise<OrderRow[]> {
    const statuses = filter.status ? [filter.status] : FOR_THE_STORE;
    return this.many(
      reader,
      `store_id = ? AND status IN (${placeholders(statuses.length)}) AND id > ? ORDER BY id LIMIT ?`,
      [filter.storeId, ...statuses, filter.afterId, limit],
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
      `SELECT id, order_id AS orderId, sku_id AS skuId, product_id AS productId, name, picture_url AS pictureUrl, quantity,
              list_fen AS listFen, total_fen AS totalFen, points, shipped_quantity AS shippedQuantity,
              cancelled_quantity AS cancelledQuantity, refunded_fen AS refundedFen,
              refunded_quantity AS refundedQuantity, refunded_points AS refundedPoints
       FROM order_line WHERE order_id IN (${placeholders(orderIds.length)}) ORDER BY order_id, id`,
      [...orderIds],
    );
  }

  events(reader: Reader, orderId: number): Promise<OrderEventRow[]> {
    return reader.query<OrderEventRow>(
      'SELECT order_id AS orderId, at, status, actor, note FROM order_event WHERE order_id = ? ORDER BY id',
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
