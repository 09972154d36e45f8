import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { Standings } from '../../loyalty/index.js';
import { DEFAULT_RETURN_DAYS } from '../domain/after-sale-rules.js';

export interface ReturnWindow {
  readonly tierLevel: number;
  readonly days: number;
}

/** How long goods may come back without a reason: by tier, and frozen on each order when it is paid. */
@Injectable()
export class ReturnWindows {
  constructor(private readonly standings: Standings) {}

  /** As the brand has set them, by level. */
  ofBrand(reader: Reader, brandId: number): Promise<ReturnWindow[]> {
    return reader.query<ReturnWindow>(
      'SELECT tier_level AS tierLevel, days FROM return_window WHERE brand_id = ? ORDER BY tier_level',
      [brandId],
    );
  }

  async set(tx: Tx, brandId: number, windows: readonly ReturnWindow[]): Promise<void> {
    await tx.execute('DELETE FROM return_window WHERE brand_id = ?', [brandId]);
    for (const { tierLevel, days } of windows) {
      await tx.execute('INSERT INTO return_window (brand_id, tier_level, days) VALUES (?, ?, ?)', [
        brandId,
        tierLevel,
        days,
      ]);
    }
  }

  /** What holds for a level: the row of the highest level that is reached. */
  async daysFor(reader: Reader, brandId: number, tierLevel: number): Promise<number> {
    const row = await reader.one<{ days: number }>(
      `SELECT days FROM return_window WHERE brand_id = ? AND tier_level <= ? ORDER BY tier_level DESC LIMIT 1`,
      [brandId, tierLevel],
    );
    return row?.days ?? DEFAULT_RETURN_DAYS;
  }

  /** Once for each order, however often it is told. */
  async freeze(
    tx: Tx,
    order: { orderId: number; brandId: number; memberId: number; programId: number },
  ): Promise<void> {
    const { tier } = await this.standings.of(tx, order);
    const days = await this.daysFor(tx, order.brandId, tier.level);
    await tx.execute(
      `INSERT INTO order_return_window (order_id, tier_level, days) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE order_id = order_id`,
      [order.orderId, tier.level, days],
    );
  }

  /** Days of an order, as frozen; what holds for everybody until it is. */
  async ofOrder(reader: Reader, order: { id: number; brandId: number }): Promise<number> {
    const row = await reader.one<{ days: number }>(
      'SELECT days FROM order_return_window WHERE order_id = ?',
      [order.id],
    );
    return row?.days ?? this.daysFor(reader, order.brandId, 0);
  }
}
