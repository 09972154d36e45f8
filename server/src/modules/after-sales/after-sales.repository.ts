import { Injectable } from '@nestjs/common';
import {
  AFTER_SALE_MOVES,
  type AfterSaleKind,
  type AfterSaleMoveName,
  type AfterSaleReason,
  type AfterSaleStatus,
  type Carrier,
  type Disposition,
} from '@regulars/shared';
import {
  placeholders,
  rowPlaceholders,
  type Reader,
  type SqlValue,
  type Tx,
} from '../../platform/database/index.js';
import type { OrderActor } from '../orders/index.js';
import { HOLDING } from './domain/after-sale-rules.js';

export type TextCheck = 'waiting' | 'pass' | 'review' | 'risky' | 'unknown';

export interface AfterSaleRow {
  readonly id: number;
  readonly orderId: number;
  readonly brandId: number;
  readonly storeId: number;
  readonly memberId: number;
  readonly kind: AfterSaleKind;
  readonly status: AfterSaleStatus;
  readonly reason: AfterSaleReason;
  readonly text: string;
  readonly textCheck: TextCheck;
  readonly pictures: readonly string[];
  readonly amountFen: number;
  readonly orderRefundId: number | null;
  readonly exchangeOrderId: number | null;
  readonly returnCompany: Carrier | null;
  readonly returnTrackingNo: string | null;
  readonly dueAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

export interface AfterSaleLineRow {
  readonly afterSaleId: number;
  readonly lineId: number;
  readonly quantity: number;
  readonly amountFen: number;
  readonly exchangeSkuId: number | null;
  readonly disposition: Disposition | null;
}

export interface AfterSaleEventRow {
  readonly at: Date;
  readonly status: AfterSaleStatus;
  readonly actor: OrderActor;
  readonly note: string;
}

export type NewAfterSale = Pick<
  AfterSaleRow,
  'orderId' | 'brandId' | 'storeId' | 'memberId' | 'kind' | 'reason' | 'text' | 'pictures' | 'amountFen'
> & { readonly at: Date; readonly dueAt: Date | null };

export interface AfterSaleMoving {
  readonly id: number;
  readonly move: AfterSaleMoveName;
  readonly actor: OrderActor;
  readonly note: string;
  readonly at: Date;
  readonly dueAt?: Date;
  readonly set?: Readonly<
    Partial<
      Record<
        'amount_fen' | 'order_refund_id' | 'exchange_order_id' | 'return_company' | 'return_tracking_no',
        SqlValue
      >
    >
  >;
}

export interface QueueFilter {
  readonly brandId?: number;
  readonly storeId?: number;
  readonly memberId?: number;
  readonly open?: boolean;
  readonly escalated?: boolean;
}

const COLUMNS = `id, order_id AS orderId, brand_id AS brandId, store_id AS storeId, member_id AS memberId, kind, status, reason,
  text, text_check AS textCheck, pictures, amount_fen AS amountFen, order_refund_id AS orderRefundId,
  exchange_order_id AS exchangeOrderId, return_company AS returnCompany, return_tracking_no AS returnTrackingNo,
  due_at AS dueAt, escalated_at AS escalatedAt, created_at AS createdAt, ended_at AS endedAt`;

const OVER: readonly AfterSaleStatus[] = ['refunded', 'exchanged', 'rejected', 'withdrawn', 'lapsed'];

/** All SQL of after-sales. A status moves by condition only, and says whether it moved. */
@Injectable()
export class AfterSalesRepository {
  async insert(
    tx: Tx,
    row: NewAfterSale,
    lines: readonly Omit<AfterSaleLineRow, 'afterSaleId' | 'disposition'>[],
  ) {
    const { insertId } = await tx.execute(
      `INSERT INTO after_sale (order_id, brand_id, store_id, member_id, kind, status, reason, text, pictures, amount_fen,
         due_at, created_at) VALUES (?, ?, ?, ?, ?, 'requested', ?, ?, ?, ?, ?, ?)`,
      [
        row.orderId,
        row.brandId,
        row.storeId,
        row.memberId,
        row.kind,
        row.reason,
        row.text,
        JSON.stringify(row.pictures),
        row.amountFen,
        row.dueAt,
        row.at,
      ],
    );
    await tx.execute(
      `INSERT INTO after_sale_line (after_sale_id, order_line_id, quantity, amount_fen, exchange_sku_id)
       VALUES ${rowPlaceholders(lines.length, 5)}`,
      lines.flatMap((line): SqlValue[] => [
        insertId,
        line.lineId,
        line.quantity,
        line.amountFen,
        line.exchangeSkuId,
      ]),
    );
    return insertId;
  }

  /** False when it is elsewhere by now. */
  async move(tx: Tx, { id, move, actor, note, at, dueAt, set = {} }: AfterSaleMoving): Promise<boolean> {
    const { from, to } = AFTER_SALE_MOVES[move];
    const changed = Object.entries(set);
    const { affectedRows } = await tx.execute(
      `UPDATE after_sale SET status = ?, due_at = ?, ended_at = ?${changed.map(([column]) => `, ${column} = ?`).join('')}
        WHERE id = ? AND status IN (${placeholders(from.length)})`,
      [to, dueAt ?? null, OVER.includes(to) ? at : null, ...changed.map(([, value]) => value), id, ...from],
    );
    if (affectedRows !== 1) {
      return false;
    }
    await this.addEvent(tx, id, { at, status: to, actor, note });
    return true;
  }

  async addEvent(tx: Tx, id: number, { at, status, actor, note }: AfterSaleEventRow): Promise<void> {
    await tx.execute(
      'INSERT INTO after_sale_event (after_sale_id, at, status, actor, note) VALUES (?, ?, ?, ?, ?)',
      [id, at, status, actor, [...note].slice(0, 200).join('')],
    );
  }

  /** False when the console has heard of it already, or it is elsewhere by now. */
  async escalate(tx: Tx, id: number, status: AfterSaleStatus, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE after_sale SET escalated_at = ? WHERE id = ? AND status = ? AND escalated_at IS NULL',
      [at, id, status],
    );
    return affectedRows === 1;
  }

  async decideLine(tx: Tx, id: number, lineId: number, amountFen: number): Promise<void> {
    await tx.execute(
      'UPDATE after_sale_line SET amount_fen = ? WHERE after_sale_id = ? AND order_line_id = ?',
      [amountFen, id, lineId],
    );
  }

  async disposeOf(tx: Tx, id: number, lineId: number, disposition: Disposition): Promise<void> {
    await tx.execute(
      'UPDATE after_sale_line SET disposition = ? WHERE after_sale_id = ? AND order_line_id = ?',
      [disposition, id, lineId],
    );
  }

  async noteText(tx: Tx, id: number, check: TextCheck): Promise<void> {
    await tx.execute('UPDATE after_sale SET text_check = ? WHERE id = ?', [check, id]);
  }

  lock(tx: Tx, id: number): Promise<AfterSaleRow | undefined> {
    return this.one(tx, 'id = ? FOR UPDATE', [id]);
  }

  find(reader: Reader, id: number): Promise<AfterSaleRow | undefined> {
    return this.one(reader, 'id = ?', [id]);
  }

  ofMember(reader: Reader, memberId: number, id: number): Promise<AfterSaleRow | undefined> {
    return this.one(reader, 'id = ? AND member_id = ?', [id, memberId]);
  }

  byRefund(tx: Tx, orderRefundId: number): Promise<AfterSaleRow | undefined> {
    return this.one(tx, 'order_refund_id = ?', [orderRefundId]);
  }

  ofOrder(reader: Reader, orderId: number): Promise<AfterSaleRow[]> {
    return this.many(reader, 'order_id = ? ORDER BY id DESC', [orderId]);
  }

  /** What of each line is spoken for by after-sales that have not given anything back yet. */
  async heldPieces(reader: Reader, orderId: number): Promise<Map<number, { pieces: number; open: number }>> {
    const rows = await reader.query<{ lineId: number; pieces: number; open: number }>(
      `SELECT line.order_line_id AS lineId, CAST(SUM(line.quantity) AS SIGNED) AS pieces,
              CAST(SUM(after_sale.status <> 'exchanged') AS SIGNED) AS open
         FROM after_sale JOIN after_sale_line line ON line.after_sale_id = after_sale.id
        WHERE after_sale.order_id = ? AND after_sale.status IN (${placeholders(HOLDING.length)})
        GROUP BY line.order_line_id`,
      [orderId, ...HOLDING],
    );
    return new Map(rows.map(({ lineId, pieces, open }) => [lineId, { pieces, open }]));
  }

  lines(reader: Reader, ids: readonly number[]): Promise<AfterSaleLineRow[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : reader.query<AfterSaleLineRow>(
          `SELECT after_sale_id AS afterSaleId, order_line_id AS lineId, quantity, amount_fen AS amountFen,
                  exchange_sku_id AS exchangeSkuId, disposition
             FROM after_sale_line WHERE after_sale_id IN (${placeholders(ids.length)}) ORDER BY after_sale_id, order_line_id`,
          [...ids],
        );
  }

  events(reader: Reader, id: number): Promise<AfterSaleEventRow[]> {
    return reader.query<AfterSaleEventRow>(
      'SELECT at, status, actor, note FROM after_sale_event WHERE after_sale_id = ? ORDER BY id',
      [id],
    );
  }

  /** Newest first. */
  page(reader: Reader, filter: QueueFilter, beforeId: number, limit: number): Promise<AfterSaleRow[]> {
    const { sql, params } = conditionOf(filter);
    return this.many(reader, `${sql} AND id < ? ORDER BY id DESC LIMIT ?`, [...params, beforeId, limit]);
  }

  /** What waits for somebody, whoever has waited longest past their time first. */
  queue(
    reader: Reader,
    filter: QueueFilter,
    behind: { dueAt: Date; id: number } | undefined,
    limit: number,
  ): Promise<AfterSaleRow[]> {
    const { sql, params } = conditionOf({ ...filter, open: true });
    const after = behind ? ' AND (due_at > ? OR (due_at = ? AND id > ?))' : '';
    return this.many(reader, `${sql} AND due_at IS NOT NULL${after} ORDER BY due_at, id LIMIT ?`, [
      ...params,
      ...(behind ? [behind.dueAt, behind.dueAt, behind.id] : []),
      limit,
    ]);
  }

  private async one(
    reader: Reader,
    condition: string,
    params: readonly SqlValue[],
  ): Promise<AfterSaleRow | undefined> {
    return (await this.many(reader, condition, params))[0];
  }

  private async many(
    reader: Reader,
    condition: string,
    params: readonly SqlValue[],
  ): Promise<AfterSaleRow[]> {
    const rows = await reader.query<Omit<AfterSaleRow, 'pictures'> & { pictures: string }>(
      `SELECT ${COLUMNS} FROM after_sale WHERE ${condition}`,
      params,
    );
    return rows.map((row) => ({ ...row, pictures: JSON.parse(row.pictures) as string[] }));
  }
}

function conditionOf(filter: QueueFilter): { sql: string; params: SqlValue[] } {
  const parts: [string, SqlValue | undefined][] = [
    ['member_id = ?', filter.memberId],
    ['brand_id = ?', filter.brandId],
    ['store_id = ?', filter.storeId],
  ];
  const given = parts.filter((part): part is [string, SqlValue] => part[1] !== undefined);
  const flags = [
    ...(filter.open === undefined ? [] : [`ended_at IS ${filter.open ? '' : 'NOT '}NULL`]),
    ...(filter.escalated ? ['escalated_at IS NOT NULL'] : []),
  ];
  return {
    sql: [...given.map(([sql]) => sql), ...flags].join(' AND '),
    params: given.map(([, value]) => value),
  };
}
