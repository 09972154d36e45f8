import { Injectable } from '@nestjs/common';
import { BriefCache } from '../../platform/cache/index.js';
import { Clock, addDays, startOfBusinessDay } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { CheckInLookup } from '../check-ins/index.js';
import { MembershipLookup } from '../members/index.js';
import { OrderFigures } from '../orders/index.js';
import { BrandLookup } from '../org/index.js';
import { retentionBp } from './domain/retention.js';
import { toFigureView, type FigureKey, type OverviewView } from './overview.view.js';

const WINDOW_DAYS = 30;

/** A brand's day at a glance: who came, who came again, who was served; sales stand beside them. */
@Injectable()
export class Overview {
  private readonly cache: BriefCache<number, OverviewView>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly brands: BrandLookup,
    private readonly memberships: MembershipLookup,
    private readonly checkIns: CheckInLookup,
    private readonly orders: OrderFigures,
  ) {
    this.cache = new BriefCache((brandId) => this.read(brandId), { keysMax: 1_000 });
  }

  of(brandId: number): Promise<OverviewView> {
    return this.cache.get(brandId);
  }

  private async read(brandId: number): Promise<OverviewView> {
    const { timeZone } = await this.brands.get(brandId);
    const day = this.clock.businessDay(timeZone);
    const since = startOfBusinessDay(day, timeZone);
    const [today, lately, before, visits, handedOver, joined, sales] = await Promise.all([
      this.active(brandId, day, day),
      this.active(brandId, addDays(day, 1 - WINDOW_DAYS), day),
      this.active(brandId, addDays(day, 1 - 2 * WINDOW_DAYS), addDays(day, -WINDOW_DAYS)),
      this.checkIns.visits(this.database, brandId, day, day),
      this.orders.handedOver(this.database, brandId, since),
      this.memberships.joinedSince(this.database, brandId, since),
      this.orders.sales(this.database, brandId, day),
    ]);
    const values: Record<FigureKey, number> = {
      active: new Set(today).size,
      retained: retentionBp(before, lately) ?? 0,
      served: visits + handedOver,
      joined,
      orders: sales.orders,
      sales: sales.netFen,
    };
    return {
      day,
      figures: (Object.keys(values) as FigureKey[]).map((key) => toFigureView(key, values[key])),
    };
  }

  /** Whoever visited a store or bought something. */
  private async active(brandId: number, fromDay: string, toDay: string): Promise<number[]> {
    const [visitors, buyers] = await Promise.all([
      this.checkIns.visitors(this.database, brandId, fromDay, toDay),
      this.orders.buyers(this.database, brandId, fromDay, toDay),
    ]);
    return [...visitors, ...buyers];
  }
}
