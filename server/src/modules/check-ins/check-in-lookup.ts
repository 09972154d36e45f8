import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '../../platform/clock/index.js';
import { Database, placeholders, type Reader } from '../../platform/database/index.js';
import { decodeCursor, toPage, type Page, type PageQuery } from '../../platform/http/index.js';
import { BrandLookup, StoreLookup, type Store } from '../org/index.js';
import { CheckIn } from './check-in.entity.js';
import { toCheckInView, type CheckInView } from './check-in.view.js';

@Injectable()
export class CheckInLookup {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandLookup,
    private readonly stores: StoreLookup,
    private readonly clock: Clock,
  ) {}

  /** A member's visits to a brand, newest first. */
  async page(memberId: number, brandId: number, { after, limit }: PageQuery): Promise<Page<CheckInView>> {
    const [before] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const rows = await this.database.manager.find(CheckIn, {
      where: { memberId, brandId, id: LessThan(before) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const page = toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    return { items: await Promise.all(page.items.map((checkIn) => this.view(checkIn))), next: page.next };
  }

  /** Whether the member was in one of these stores of the brand today. */
  async wasHereToday(memberId: number, brandId: number, storeIds: readonly number[]): Promise<boolean> {
    if (storeIds.length === 0) {
      return false;
    }
    const { timeZone } = await this.brands.get(brandId);
    const visit = await this.database.one(
      `SELECT 1 FROM check_in
        WHERE member_id = ? AND store_id IN (${placeholders(storeIds.length)}) AND business_day = ? LIMIT 1`,
      [memberId, ...storeIds, this.clock.businessDay(timeZone)],
    );
    return visit !== undefined;
  }

  /** How many came to a store today. */
  async countToday({ id, brandId }: Store): Promise<number> {
    const { timeZone } = await this.brands.get(brandId);
    const row = await this.database.one<{ visits: number }>(
      'SELECT COUNT(*) AS visits FROM check_in WHERE store_id = ? AND business_day = ?',
      [id, this.clock.businessDay(timeZone)],
    );
    return row?.visits ?? 0;
  }

  /** Visits to the brand on these business days, both included. */
  async visits(reader: Reader, brandId: number, fromDay: string, toDay: string): Promise<number> {
    const row = await reader.one<{ visits: number }>(
      'SELECT COUNT(*) AS visits FROM check_in WHERE brand_id = ? AND business_day BETWEEN ? AND ?',
      [brandId, fromDay, toDay],
    );
    return row?.visits ?? 0;
  }

  /** Who visited the brand on these business days, both included. */
  async visitors(reader: Reader, brandId: number, fromDay: string, toDay: string): Promise<number[]> {
    const rows = await reader.query<{ memberId: number }>(
      'SELECT DISTINCT member_id AS memberId FROM check_in WHERE brand_id = ? AND business_day BETWEEN ? AND ?',
      [brandId, fromDay, toDay],
    );
    return rows.map(({ memberId }) => memberId);
  }

  async view(checkIn: CheckIn): Promise<CheckInView> {
    return toCheckInView(checkIn, await this.stores.find(checkIn.storeId));
  }
}
