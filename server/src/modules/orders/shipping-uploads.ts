import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Reader, type Tx } from '../../platform/database/index.js';

export interface ShippingUpload {
  readonly orderId: number;
  readonly status: 'waiting' | 'done' | 'refused';
  /** Parcels that WeChat knows of. */
  readonly parcelsTold: number;
  readonly attempts: number;
  readonly problem: string | null;
}

/** Why the money of an order may be stuck at WeChat. */
export const SHIPPING_ALARM_KINDS = ['refused', 'waiting', 'not_sent'] as const;
export type ShippingAlarmKind = (typeof SHIPPING_ALARM_KINDS)[number];

export interface ShippingAlarm {
  readonly orderId: number;
  readonly outTradeNo: string;
  readonly kind: ShippingAlarmKind;
  readonly problem: string | null;
  readonly payFen: number;
  /** Handed over and not told, or paid and not handed over, since. */
  readonly since: Date;
}

const HOUR_MS = 3_600_000;
/** WeChat knows a payment a minute later; an hour later something is wrong. */
const TOLD_WITHIN_MS = HOUR_MS;
/** WeChat asks merchants to send within two days. */
const SENT_WITHIN_MS = 48 * HOUR_MS;
const ALARMS_SHOWN = 50;
const PROBLEM_LENGTH_MAX = 200;

/** What WeChat was told of goods that were handed over. Until it hears of them it keeps the money. */
@Injectable()
export class ShippingUploads {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  of(reader: Reader, orderId: number): Promise<ShippingUpload | undefined> {
    return reader.one<ShippingUpload>(
      `SELECT order_id AS orderId, status, parcels_told AS parcelsTold, attempts, problem
         FROM shipping_upload WHERE order_id = ?`,
      [orderId],
    );
  }

  async note(
    tx: Tx,
    { orderId, brandId }: { readonly orderId: number; readonly brandId: number },
    status: ShippingUpload['status'],
    { parcelsTold, problem }: { readonly parcelsTold?: number; readonly problem?: string },
  ): Promise<void> {
    const now = this.clock.now();
    await tx.execute(
      `INSERT INTO shipping_upload (order_id, brand_id, status, parcels_told, attempts, problem, created_at, updated_at)
       VALUES (?, ?, ?, ?, 1, ?, ?, ?)
       ON DUPLICATE KEY UPDATE status = VALUES(status), attempts = attempts + 1, problem = VALUES(problem),
         parcels_told = GREATEST(parcels_told, VALUES(parcels_told)), updated_at = VALUES(updated_at)`,
      [orderId, brandId, status, parcelsTold ?? 0, problem?.slice(0, PROBLEM_LENGTH_MAX) ?? null, now, now],
    );
  }

  /** All of it has to be told anew. */
  async again(tx: Tx, orderId: number): Promise<void> {
    await tx.execute(
      "UPDATE shipping_upload SET status = 'waiting', parcels_told = 0, problem = NULL, updated_at = ? WHERE order_id = ?",
      [this.clock.now(), orderId],
    );
  }

  /** What a person should look at, the longest waiting first. */
  async alarms(brandId: number): Promise<ShippingAlarm[]> {
    const untold = await this.database.query<ShippingAlarm>(
      `SELECT customer_order.id AS orderId, out_trade_no AS outTradeNo,
              CASE shipping_upload.status WHEN 'refused' THEN 'refused' ELSE 'waiting' END AS kind,
              problem, pay_fen AS payFen, shipping_upload.created_at AS since
         FROM shipping_upload JOIN customer_order ON customer_order.id = shipping_upload.order_id
        WHERE shipping_upload.brand_id = ?
          AND (shipping_upload.status = 'refused' OR (shipping_upload.status = 'waiting' AND shipping_upload.created_at < ?))
        ORDER BY shipping_upload.created_at LIMIT ${ALARMS_SHOWN}`,
      [brandId, this.clock.in(-TOLD_WITHIN_MS)],
    );
    const unsent = await this.database.query<ShippingAlarm>(
      `SELECT id AS orderId, out_trade_no AS outTradeNo, 'not_sent' AS kind, NULL AS problem, pay_fen AS payFen,
              paid_at AS since
         FROM customer_order
        WHERE brand_id = ? AND status IN ('paid', 'preparing') AND fulfilment = 'delivery' AND paid_at < ?
        ORDER BY id LIMIT ${ALARMS_SHOWN}`,
      [brandId, this.clock.in(-SENT_WITHIN_MS)],
    );
    return [...untold, ...unsent].sort((a, b) => a.since.getTime() - b.since.getTime());
  }
}
