import { Injectable } from '@nestjs/common';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock, addDays } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { Refusal, decodeCursor, notFound, toPage, type Page } from '../../../platform/http/index.js';
import { WechatPay } from '../../../wechat/index.js';
import { AdminNames, BrandLookup, requireBrand } from '../../org/index.js';
import { BillsRepository } from './bills.repository.js';
import { ClosingsRepository } from './closings.repository.js';
import { DifferencesRepository, type Difference } from './differences.repository.js';
import type { DaysQuery, DifferencesQuery } from './reconciliation.dto.js';
import {
  DAYS_MAX,
  toClosingDayView,
  toDifferenceView,
  type ClosingDayView,
  type DifferenceView,
} from './reconciliation.view.js';

/** WeChat says three months. */
const BILLS_KEPT_DAYS = 90;

/** Days and differences for the console. Every list is a fixed number of statements. */
@Injectable()
export class ReconciliationLookup {
  constructor(
    private readonly database: Database,
    private readonly bills: BillsRepository,
    private readonly closings: ClosingsRepository,
    private readonly differences: DifferencesRepository,
    private readonly names: AdminNames,
    private readonly brands: BrandLookup,
    private readonly pay: WechatPay,
    private readonly clock: Clock,
  ) {}

  async day(admin: AdminActor, brandId: number, day: string): Promise<ClosingDayView> {
    requireBrand(admin, brandId);
    const [view] = await this.views(brandId, [day]);
    if (!view) {
      throw notFound();
    }
    return view;
  }

  /** The days that are over, newest first. */
  async days(admin: AdminActor, { brandId, from, to }: DaysQuery): Promise<ClosingDayView[]> {
    requireBrand(admin, brandId);
    const yesterday = addDays(this.clock.businessDay(), -1);
    const days: string[] = [];
    for (
      let day = to < yesterday ? to : yesterday;
      day >= from && days.length < DAYS_MAX;
      day = addDays(day, -1)
    ) {
      days.push(day);
    }
    return this.views(brandId, days);
  }

  async page(admin: AdminActor, query: DifferencesQuery): Promise<Page<DifferenceView>> {
    requireBrand(admin, query.brandId);
    const { after, limit, day, state, brandId } = query;
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const sight = { brandId, nobodys: await this.seesAll(admin) };
    const rows = await this.differences.page(this.database, sight, { day, state, beforeId }, limit + 1);
    const names = await this.names.of(rows.map(({ settledBy }) => settledBy));
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => toDifferenceView(row, names),
    );
  }

  /** @throws Refusal `not_found`, also when it is another brand's */
  async difference(admin: AdminActor, id: number): Promise<Difference> {
    const difference = await this.differences.byId(this.database, id);
    const seen =
      difference &&
      (difference.brandId === null ? await this.seesAll(admin) : admin.brandIds.includes(difference.brandId));
    if (!difference || !seen) {
      throw notFound();
    }
    return difference;
  }

  async view(admin: AdminActor, id: number): Promise<DifferenceView> {
    const difference = await this.difference(admin, id);
    return toDifferenceView(difference, await this.names.of([difference.settledBy]));
  }

  /** @throws Refusal `bill_not_ready` for a day that isn't over, or of which WeChat keeps no bill any more */
  requireBilled(day: string): void {
    const today = this.clock.businessDay();
    if (day >= today) {
      throw new Refusal('bill_not_ready');
    }
    if (day < addDays(today, -BILLS_KEPT_DAYS)) {
      throw new Refusal('bill_not_ready', { detail: '微信只保留最近三个月的账单，这一天的已经取不到了。' });
    }
  }

  /** What belongs to no brand is for those who answer for all of them. */
  private async seesAll(admin: AdminActor): Promise<boolean> {
    return (await this.brands.all()).every(({ id }) => admin.brandIds.includes(id));
  }

  private async views(brandId: number, days: readonly string[]): Promise<ClosingDayView[]> {
    const [newest, oldest] = [days[0], days.at(-1)];
    if (newest === undefined || oldest === undefined) {
      return [];
    }
    const [bills, closings, open] = await Promise.all([
      this.bills.between(this.database, this.pay.mchId, oldest, newest),
      this.closings.between(this.database, brandId, oldest, newest),
      this.differences.openCounts(this.database, brandId, oldest, newest),
    ]);
    const names = await this.names.of(closings.map(({ signedBy }) => signedBy));
    return days.map((day) =>
      toClosingDayView(
        {
          day,
          bill: bills.find((bill) => bill.day === day),
          closing: closings.find((closing) => closing.day === day),
          open: open.find((count) => count.day === day) ?? { own: 0, nobodys: 0 },
        },
        names,
      ),
    );
  }
}
