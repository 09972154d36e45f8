import { Injectable } from '@nestjs/common';
import type { AfterSaleReason, GuaranteeKind, PromiseStatus } from '@regulars/shared';
import { Clock } from '../../../platform/clock/index.js';
import { placeholders, type Reader, type SqlValue, type Tx } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { promiseDue } from '../due-later.js';
import type { GuaranteeRow } from './guarantees.js';

export interface PromiseRow {
  readonly id: number;
  readonly orderId: number;
  readonly guaranteeId: number;
  readonly kind: GuaranteeKind;
  readonly title: string;
  readonly hours: number;
  readonly status: PromiseStatus;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  readonly settledAt: Date | null;
}

const HOUR_MS = 3_600_000;

/** Which guarantee a reason calls upon. */
const CALLED_UPON: Readonly<Partial<Record<AfterSaleReason, GuaranteeKind>>> = {
  no_reason: 'no_reason_return',
  price_drop: 'price_protection',
  not_fresh: 'freshness',
};

const COLUMNS = `id, order_id AS orderId, guarantee_id AS guaranteeId, kind, title, hours, status, started_at AS startedAt,
  due_at AS dueAt, settled_at AS settledAt`;

/**
 * Every guarantee that held when an order was paid, as a promise with a clock. Most clocks begin when the customer
 * calls upon the promise; one that runs out is broken, and counts in public.
 */
@Injectable()
export class OrderPromises {
  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /** What the brand guarantees now for the products of a paid order. Once for each order. */
  async give(tx: Tx, orderId: number, guarantees: readonly GuaranteeRow[]): Promise<void> {
    for (const { id, kind, title, hours } of guarantees) {
      await tx.execute(
        `INSERT INTO order_promise (order_id, guarantee_id, kind, title, hours, status) VALUES (?, ?, ?, ?, ?, 'standing')
         ON DUPLICATE KEY UPDATE order_promise.id = order_promise.id`,
        [orderId, id, kind, title, hours],
      );
    }
    await this.start(tx, orderId, 'ship_in_time');
  }

  ofOrder(reader: Reader, orderId: number): Promise<PromiseRow[]> {
    return reader.query<PromiseRow>(`SELECT ${COLUMNS} FROM order_promise WHERE order_id = ? ORDER BY id`, [
      orderId,
    ]);
  }

  async callUpon(tx: Tx, orderId: number, reason: AfterSaleReason): Promise<void> {
    const kind = CALLED_UPON[reason];
    if (kind) {
      await this.start(tx, orderId, kind);
    }
  }

  /** A request was decided: agreeing keeps the promise, refusing breaks it, withdrawing leaves it standing. */
  async answered(
    tx: Tx,
    orderId: number,
    reason: AfterSaleReason,
    answer: 'approved' | 'rejected' | 'withdrawn',
  ): Promise<void> {
    const kind = CALLED_UPON[reason];
    if (!kind) {
      return;
    }
    if (answer === 'withdrawn') {
      await tx.execute(
        "UPDATE order_promise SET status = 'standing', started_at = NULL, due_at = NULL WHERE order_id = ? AND kind = ? AND status = 'running'",
        [orderId, kind],
      );
      return;
    }
    await this.settle(tx, orderId, kind, answer === 'approved');
  }

  refundOwed(tx: Tx, orderId: number): Promise<void> {
    return this.start(tx, orderId, 'fast_refund');
  }

  refundMade(tx: Tx, orderId: number): Promise<void> {
    return this.settle(tx, orderId, 'fast_refund', true);
  }

  /** Sent, or waiting at the counter. */
  handedOver(tx: Tx, orderId: number): Promise<void> {
    return this.settle(tx, orderId, 'ship_in_time', true);
  }

  /** Nothing of the order is left: what was not called upon no longer matters. */
  async orderEnded(tx: Tx, orderId: number): Promise<void> {
    await tx.execute(
      `UPDATE order_promise SET status = 'void', settled_at = ?
        WHERE order_id = ? AND (status = 'standing' OR (status = 'running' AND kind = 'ship_in_time'))`,
      [this.clock.now(), orderId],
    );
  }

  /** Its time is over. */
  async due(tx: Tx, promiseId: number): Promise<void> {
    const now = this.clock.now();
    await tx.execute(
      "UPDATE order_promise SET status = 'broken', settled_at = ? WHERE id = ? AND status = 'running' AND due_at <= ?",
      [now, promiseId, now],
    );
  }

  /** By guarantee: how often it was kept and broken. */
  async rates(
    reader: Reader,
    guaranteeIds: readonly number[],
  ): Promise<Map<number, { kept: number; broken: number }>> {
    if (guaranteeIds.length === 0) {
      return new Map();
    }
    const rows = await reader.query<{ guaranteeId: number; kept: number; broken: number }>(
      `SELECT guarantee_id AS guaranteeId, CAST(SUM(status = 'kept') AS SIGNED) AS kept,
              CAST(SUM(status = 'broken') AS SIGNED) AS broken
         FROM order_promise WHERE guarantee_id IN (${placeholders(guaranteeIds.length)}) AND status IN ('kept', 'broken')
        GROUP BY guarantee_id`,
      [...guaranteeIds],
    );
    return new Map(rows.map(({ guaranteeId, kept, broken }) => [guaranteeId, { kept, broken }]));
  }

  private async start(tx: Tx, orderId: number, kind: GuaranteeKind): Promise<void> {
    const now = this.clock.now();
    const standing = await tx.query<PromiseRow>(
      `SELECT ${COLUMNS} FROM order_promise WHERE order_id = ? AND kind = ? AND status = 'standing' FOR UPDATE`,
      [orderId, kind],
    );
    for (const { id, hours } of standing) {
      const dueAt = this.clock.in(hours * HOUR_MS);
      const values: SqlValue[] = [now, dueAt, id];
      await tx.execute(
        "UPDATE order_promise SET status = 'running', started_at = ?, due_at = ? WHERE id = ?",
        values,
      );
      await this.jobs.schedule(tx, promiseDue({ promiseId: id }, dueAt));
    }
  }

  /** In time or not: a promise that is kept late is broken. */
  private async settle(tx: Tx, orderId: number, kind: GuaranteeKind, kept: boolean): Promise<void> {
    const now = this.clock.now();
    await tx.execute(
      `UPDATE order_promise SET status = CASE WHEN ? AND due_at >= ? THEN 'kept' ELSE 'broken' END, settled_at = ?
        WHERE order_id = ? AND kind = ? AND status = 'running'`,
      [kept, now, now, orderId, kind],
    );
  }
}
