import { Injectable } from '@nestjs/common';
import { BriefCache } from '../../../platform/cache/index.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { PICKUP_RULE, type PickupRule } from '../domain/pickup-windows.js';

export interface OrderRule {
  /** Orders of one member that may wait for their payment. */
  readonly unpaidMax: number;
  /** Then a parcel is believed to have arrived. */
  readonly receivedAfterDays: number;
}

/** A brand that says nothing. WeChat believes in parcels after ten days, too. */
export const ORDER_RULE: OrderRule = { unpaidMax: 20, receivedAfterDays: 10 };

/** What brands and their stores ask of orders. Answers may be a second old. */
@Injectable()
export class OrderRules {
  private readonly brands: BriefCache<number, OrderRule>;
  private readonly stores: BriefCache<number, PickupRule>;

  constructor(database: Database) {
    this.brands = new BriefCache(
      async (brandId) =>
        (await database.one<OrderRule>(
          'SELECT unpaid_max AS unpaidMax, received_after_days AS receivedAfterDays FROM order_rule WHERE brand_id = ?',
          [brandId],
        )) ?? ORDER_RULE,
      { keysMax: 1_000 },
    );
    this.stores = new BriefCache(
      async (storeId) =>
        (await database.one<PickupRule>(
          `SELECT lead_minutes AS leadMinutes, window_minutes AS windowMinutes, days_ahead AS daysAhead, capacity
             FROM pickup_rule WHERE store_id = ?`,
          [storeId],
        )) ?? PICKUP_RULE,
      { keysMax: 10_000 },
    );
  }

  of(brandId: number): Promise<OrderRule> {
    return this.brands.get(brandId);
  }

  pickupAt(storeId: number): Promise<PickupRule> {
    return this.stores.get(storeId);
  }

  async set(tx: Tx, brandId: number, { unpaidMax, receivedAfterDays }: OrderRule): Promise<void> {
    await tx.execute(
      `INSERT INTO order_rule (brand_id, unpaid_max, received_after_days) VALUES (?, ?, ?)
       ON DUPLICATE KEY UPDATE unpaid_max = VALUES(unpaid_max), received_after_days = VALUES(received_after_days)`,
      [brandId, unpaidMax, receivedAfterDays],
    );
    tx.afterCommit(() => this.brands.drop(brandId));
  }

  async setPickup(tx: Tx, storeId: number, rule: PickupRule): Promise<void> {
    await tx.execute(
      `INSERT INTO pickup_rule (store_id, lead_minutes, window_minutes, days_ahead, capacity) VALUES (?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE lead_minutes = VALUES(lead_minutes), window_minutes = VALUES(window_minutes),
         days_ahead = VALUES(days_ahead), capacity = VALUES(capacity)`,
      [storeId, rule.leadMinutes, rule.windowMinutes, rule.daysAhead, rule.capacity],
    );
    tx.afterCommit(() => this.stores.drop(storeId));
  }
}
