import { Injectable } from '@nestjs/common';
import { Clock, addDays, startOfBusinessDay } from '../../../platform/clock/index.js';
import { Database, type Reader, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { BrandLookup, StoreLookup, type Store } from '../../org/index.js';
import { pickupWindows, type PickupRule, type PickupWindow } from '../domain/pickup-windows.js';
import { OrderRules } from './order-rules.js';

export interface FreeWindow extends PickupWindow {
  /** Orders that still fit; null: as many as come. */
  readonly left: number | null;
}

const TAKEN = "status NOT IN ('closed', 'refunding', 'refunded')";

/** When a store hands over, and how many orders fit. */
@Injectable()
export class PickupSlots {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandLookup,
    private readonly stores: StoreLookup,
    private readonly rules: OrderRules,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found` for stores that are another brand's or hand nothing over */
  async free(brandId: number, storeId: number): Promise<FreeWindow[]> {
    const store = await this.stores.getOf(brandId, storeId);
    const { rule, windows } = await this.windowsOf(store);
    if (rule.capacity === null || windows.length === 0) {
      return windows.map((window) => ({ ...window, left: null }));
    }
    const { capacity } = rule;
    const taken = await this.taken(this.database, storeId, windows);
    return windows.map((window) => ({
      ...window,
      left: Math.max(0, capacity - (taken.get(window.from.getTime()) ?? 0)),
    }));
  }

  /**
   * Takes a place in the window that begins at `from`. An order that dies leaves its place by itself, since orders
   * are counted and nothing else. @throws Refusal `pickup_window_gone`, `pickup_window_full`
   */
  async take(tx: Tx, storeId: number, from: Date): Promise<PickupWindow> {
    const store = await this.stores.find(storeId);
    const { rule, windows } = store ? await this.windowsOf(store) : { rule: null, windows: [] };
    const window = windows.find((each) => each.from.getTime() === from.getTime());
    if (!rule || !window) {
      throw new Refusal('pickup_window_gone');
    }
    if (rule.capacity !== null) {
      // Whoever comes second waits here, and then counts the first one, too.
      await tx.execute(
        'INSERT INTO pickup_window (store_id, starts_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE pickup_window.store_id = pickup_window.store_id',
        [storeId, from],
      );
      const taken = await this.taken(tx, storeId, [window]);
      if ((taken.get(from.getTime()) ?? 0) >= rule.capacity) {
        throw new Refusal('pickup_window_full');
      }
    }
    return window;
  }

  private async windowsOf(store: Store): Promise<{ rule: PickupRule; windows: PickupWindow[] }> {
    const [rule, { timeZone }] = await Promise.all([
      this.rules.pickupAt(store.id),
      this.brands.get(store.brandId),
    ]);
    const today = this.clock.businessDay(timeZone);
    // Who closes past midnight still belongs to yesterday for a while.
    const midnights = Array.from({ length: rule.daysAhead + 2 }, (_, index) =>
      startOfBusinessDay(addDays(today, index - 1), timeZone),
    );
    return { rule, windows: pickupWindows(store, rule, midnights, this.clock.now()) };
  }

  /** Orders by the beginning of their window. */
  private async taken(
    reader: Reader,
    storeId: number,
    windows: readonly PickupWindow[],
  ): Promise<Map<number, number>> {
    const rows = await reader.query<{ from: Date; orders: number }>(
      `SELECT pickup_from AS \`from\`, COUNT(*) AS orders FROM customer_order
        WHERE store_id = ? AND pickup_from BETWEEN ? AND ? AND ${TAKEN} GROUP BY pickup_from`,
      [storeId, windows[0]?.from ?? null, windows.at(-1)?.from ?? null],
    );
    return new Map(rows.map(({ from, orders }) => [from.getTime(), orders]));
  }
}
