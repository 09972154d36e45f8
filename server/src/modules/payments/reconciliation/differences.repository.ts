import { Injectable } from '@nestjs/common';
import type { DifferenceKind, DifferenceState } from '@regulars/shared';
import { Clock } from '../../../platform/clock/index.js';
import { placeholders, rowPlaceholders, type Reader, type Tx } from '../../../platform/database/index.js';
import type { Finding } from './domain/judge.js';

export interface Difference extends Finding {
  readonly id: number;
  readonly mchId: string;
  readonly day: string;
  readonly state: DifferenceState;
  readonly note: string | null;
  readonly settledBy: number | null;
  readonly settledAt: Date | null;
  readonly foundAt: Date;
}

/** Whose differences somebody may see: those of their brands, and those of nobody when they see the whole group. */
export interface Sight {
  readonly brandId: number;
  readonly nobodys: boolean;
}

const ROWS_AT_ONCE = 200;

const COLUMNS = `id, mch_id AS mchId, day, kind, subject, brand_id AS brandId, order_id AS orderId,
  out_trade_no AS outTradeNo, out_refund_no AS outRefundNo, ours_fen AS oursFen, billed_fen AS billedFen, reason,
  mendable, state, note, settled_by AS settledBy, settled_at AS settledAt, found_at AS foundAt`;

type Row = Omit<Difference, 'mendable'> & { readonly mendable: number };

/** All SQL of differences. A state moves by condition only. */
@Injectable()
export class DifferencesRepository {
  constructor(private readonly clock: Clock) {}

  async byId(reader: Reader, id: number, lock = false): Promise<Difference | undefined> {
    const row = await reader.one<Row>(
      `SELECT ${COLUMNS} FROM money_difference WHERE id = ?${lock ? ' FOR UPDATE' : ''}`,
      [id],
    );
    return row && toDifference(row);
  }

  /**
   * Makes the day's differences those that were found: new ones open, those that are gone are mended by whatever
   * happened meanwhile, accepted ones stay accepted.
   */
  async sync(tx: Tx, mchId: string, day: string, found: readonly Finding[]): Promise<void> {
    const now = this.clock.now();
    const known = await tx.query<{ id: number; kind: DifferenceKind; subject: string }>(
      "SELECT id, kind, subject FROM money_difference WHERE mch_id = ? AND day = ? AND state = 'open' FOR UPDATE",
      [mchId, day],
    );
    const still = new Set(found.map(({ kind, subject }) => `${kind} ${subject}`));
    const gone = known.filter(({ kind, subject }) => !still.has(`${kind} ${subject}`));
    await this.mendAll(
      tx,
      gone.map(({ id }) => id),
    );
    for (let at = 0; at < found.length; at += ROWS_AT_ONCE) {
      const some = found.slice(at, at + ROWS_AT_ONCE);
      await tx.execute(
        `INSERT INTO money_difference (mch_id, day, kind, subject, brand_id, order_id, out_trade_no, out_refund_no,
           ours_fen, billed_fen, reason, mendable, found_at)
         VALUES ${rowPlaceholders(some.length, 13)}
         ON DUPLICATE KEY UPDATE
           settled_by = IF(money_difference.state = 'accepted', settled_by, NULL),
           settled_at = IF(money_difference.state = 'accepted', settled_at, NULL),
           state = IF(money_difference.state = 'accepted', 'accepted', 'open'),
           ours_fen = VALUES(ours_fen), billed_fen = VALUES(billed_fen), reason = VALUES(reason),
           mendable = VALUES(mendable)`,
        some.flatMap((each) => [
          mchId,
          day,
          each.kind,
          each.subject,
          each.brandId,
          each.orderId,
          each.outTradeNo,
          each.outRefundNo,
          each.oursFen,
          each.billedFen,
          each.reason,
          each.mendable,
          now,
        ]),
      );
    }
  }

  /** What one day's bill lacked and another's has, such as a refund at midnight. */
  async mendArrived(tx: Tx, mchId: string): Promise<void> {
    const late = await tx.query<{ id: number }>(
      `SELECT difference.id FROM money_difference difference
        WHERE difference.mch_id = ? AND difference.state = 'open'
          AND ((difference.kind = 'refund_missing' AND EXISTS (
                 SELECT 1 FROM billed_trade trade WHERE trade.out_refund_no = difference.subject))
            OR (difference.kind = 'payment_missing' AND EXISTS (
                 SELECT 1 FROM billed_trade trade
                  WHERE trade.transaction_id = difference.subject AND trade.kind = 'payment')))`,
      [mchId],
    );
    await this.mendAll(
      tx,
      late.map(({ id }) => id),
    );
  }

  /** False when somebody settled it meanwhile. */
  async settle(
    tx: Tx,
    id: number,
    { state, by, note }: { state: 'mended' | 'accepted'; by: number; note: string | null },
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      "UPDATE money_difference SET state = ?, settled_by = ?, note = ?, settled_at = ? WHERE id = ? AND state = 'open'",
      [state, by, note, this.clock.now(), id],
    );
    return affectedRows === 1;
  }

  /** Open ones of these days that keep a brand from closing: its own, and those of nobody. */
  async openCounts(
    reader: Reader,
    brandId: number,
    fromDay: string,
    toDay: string,
  ): Promise<{ day: string; own: number; nobodys: number }[]> {
    return reader.query(
      `SELECT day, CAST(SUM(brand_id IS NOT NULL) AS SIGNED) AS own, CAST(SUM(brand_id IS NULL) AS SIGNED) AS nobodys
         FROM money_difference
        WHERE state = 'open' AND day BETWEEN ? AND ? AND (brand_id = ? OR brand_id IS NULL)
        GROUP BY day`,
      [fromDay, toDay, brandId],
    );
  }

  /** Newest day first. */
  async page(
    reader: Reader,
    { brandId, nobodys }: Sight,
    filter: { readonly day?: string; readonly state?: DifferenceState; readonly beforeId: number },
    count: number,
  ): Promise<Difference[]> {
    const rows = await reader.query<Row>(
      `SELECT ${COLUMNS} FROM money_difference
        WHERE (brand_id = ?${nobodys ? ' OR brand_id IS NULL' : ''}) AND id < ?
          ${filter.day === undefined ? '' : 'AND day = ?'} ${filter.state === undefined ? '' : 'AND state = ?'}
        ORDER BY id DESC LIMIT ${count}`,
      [
        brandId,
        filter.beforeId,
        ...(filter.day === undefined ? [] : [filter.day]),
        ...(filter.state === undefined ? [] : [filter.state]),
      ],
    );
    return rows.map(toDifference);
  }

  private async mendAll(tx: Tx, ids: readonly number[]): Promise<void> {
    if (ids.length > 0) {
      await tx.execute(
        `UPDATE money_difference SET state = 'mended', settled_at = ? WHERE state = 'open' AND id IN (${placeholders(ids.length)})`,
        [this.clock.now(), ...ids],
      );
    }
  }
}

function toDifference(row: Row): Difference {
  return { ...row, mendable: row.mendable === 1 };
}
