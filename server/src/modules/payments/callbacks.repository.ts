import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { isDuplicateKey, type Reader, type Tx } from '../../platform/database/index.js';

const SOURCE = 'wechat-pay';
const ERROR_LENGTH_MAX = 500;

export interface Callback {
  /** WeChat's own number: a repeat carries the same. */
  readonly notificationId: string;
  readonly eventType: string;
  readonly rawBody: string;
}

export interface KeptCallback extends Callback {
  readonly id: number;
  readonly status: 'processed' | 'failed' | 'ignored';
}

/** All SQL of received callbacks: each is processed once, or kept with its error. */
@Injectable()
export class CallbacksRepository {
  constructor(private readonly clock: Clock) {}

  byId(reader: Reader, id: number): Promise<KeptCallback | undefined> {
    return reader.one<KeptCallback>(
      `SELECT id, notification_id AS notificationId, event_type AS eventType, raw_body AS rawBody, status
         FROM received_callback WHERE id = ?`,
      [id],
    );
  }

  /**
   * Writes down that the callback is processed, in the transaction that processes it. False when it is already:
   * a twin waits here for the first one's commit.
   */
  async claim(tx: Tx, callback: Callback): Promise<boolean> {
    const now = this.clock.now();
    try {
      await tx.execute(
        `INSERT INTO received_callback (source, notification_id, event_type, raw_body, status, received_at, processed_at)
         VALUES (?, ?, ?, ?, 'processed', ?, ?)`,
        [SOURCE, callback.notificationId, callback.eventType, callback.rawBody, now, now],
      );
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) {
        throw error;
      }
    }
    return this.claimAgain(tx, callback);
  }

  /** Keeps one that could not be processed, or needs not be. Returns its row. */
  async keep(tx: Tx, callback: Callback, status: 'failed' | 'ignored', error: string): Promise<number> {
    await tx.execute(
      `INSERT INTO received_callback (source, notification_id, event_type, raw_body, status, error, received_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE error = IF(received_callback.status = 'processed', NULL, VALUES(error))`,
      [
        SOURCE,
        callback.notificationId,
        callback.eventType,
        callback.rawBody,
        status,
        error.slice(0, ERROR_LENGTH_MAX),
        this.clock.now(),
      ],
    );
    const row = await tx.one<{ id: number }>(
      'SELECT id FROM received_callback WHERE source = ? AND notification_id = ?',
      [SOURCE, callback.notificationId],
    );
    if (!row) {
      throw new Error('A callback was kept and is not there');
    }
    return row.id;
  }
  /** Reads before it locks: twins that find it processed must not queue up for the row. */
  private async claimAgain(tx: Tx, callback: Callback): Promise<boolean> {
    const kept = await tx.one<{ id: number; status: KeptCallback['status'] }>(
      'SELECT id, status FROM received_callback WHERE source = ? AND notification_id = ?',
      [SOURCE, callback.notificationId],
    );
    if (kept?.status !== 'failed') {
      return false;
    }
    const { affectedRows } = await tx.execute(
      `UPDATE received_callback
          SET status = 'processed', error = NULL, event_type = ?, raw_body = ?, processed_at = ?
        WHERE id = ? AND status = 'failed'`,
      [callback.eventType, callback.rawBody, this.clock.now(), kept.id],
    );
    return affectedRows === 1;
  }
}
