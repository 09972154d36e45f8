import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import type { OrderActor } from '../orders.repository.js';

export interface Remark {
  readonly author: string;
  readonly text: string;
  readonly at: Date;
}

/** What the people who work at an order tell each other; no customer sees it. */
@Injectable()
export class Remarks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  of(orderId: number): Promise<Remark[]> {
    return this.database.query<Remark>(
      'SELECT author, text, at FROM order_remark WHERE order_id = ? ORDER BY id DESC LIMIT 50',
      [orderId],
    );
  }

  async add(tx: Tx, orderId: number, actor: OrderActor, author: string, text: string): Promise<void> {
    await tx.execute('INSERT INTO order_remark (order_id, actor, author, text, at) VALUES (?, ?, ?, ?, ?)', [
      orderId,
      actor,
      author,
      text,
      this.clock.now(),
    ]);
  }
}
